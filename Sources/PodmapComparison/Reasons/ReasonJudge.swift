import PodmapManifests
import PodmapTopology

/// Judges the reasons by what both sides say: a reason may show on one side only, since a container that stands alone
/// has nobody to help, and a pod has one number of replicas for all its containers.
///
/// What a container is for its neighbours is read from the side where it has them.
struct ReasonJudge {
  let left: LayoutSide
  let right: LayoutSide
  let sharedVolumes: [SharedVolume]
  let collisions: [PortCollision]

  init(_ left: LayoutSide, _ right: LayoutSide, _ sharedVolumes: [SharedVolume], _ collisions: [PortCollision]) {
    self.left = left
    self.right = right
    self.sharedVolumes = sharedVolumes
    self.collisions = collisions
  }

  func judgement(of reason: Reason) -> Judgement {
    let ruling = hasNoContainers ? .cantTell("there is no container on either side") : ruling(on: reason)
    return Judgement(
      reason: reason, verdict: ruling.verdict, finding: ruling.finding, evidence: ruling.evidence.uniqued)
  }

  private func ruling(on reason: Reason) -> Ruling {
    switch reason {
    case .sidecar: sidecar
    case .ambassador: ambassador
    case .adapter: adapter
    case .initContainers: initContainers
    case .sharedData: sharedData
    case .independentScaling: independentScaling
    case .differentResources: differentResources
    case .faultIsolation: faultIsolation
    case .differentHosts: differentHosts
    }
  }

  private var hasNoContainers: Bool { sides.allSatisfy(\.layout.containers.isEmpty) }
}

/// What comes out for one reason.
struct Ruling {
  var verdict: Judgement.Verdict
  var finding: String
  var evidence: [SidedEvidence]

  static func holds(_ finding: String, _ evidence: [SidedEvidence]) -> Ruling {
    Ruling(verdict: .holds, finding: finding, evidence: evidence)
  }

  static func doesNot(_ finding: String, _ evidence: [SidedEvidence] = []) -> Ruling {
    Ruling(verdict: .doesNot, finding: finding, evidence: evidence)
  }

  static func cantTell(_ finding: String, _ evidence: [SidedEvidence] = []) -> Ruling {
    Ruling(verdict: .cantTell, finding: finding, evidence: evidence)
  }
}

extension ReasonJudge {
  var sides: [LayoutSide] { [left, right] }

  func other(than side: LayoutSide) -> LayoutSide { side.side == .left ? right : left }

  /// Whether both sides have the same containers in the same pods, as two versions of one layout do.
  var areGroupedAlike: Bool {
    sides.allSatisfy { own in
      own.layout.pods.indices.allSatisfy { pod in
        let partners = own.layout.pods[pod].containers.compactMap { own.partners[$0] }
        return Set(partners.map { other(than: own).layout.containers[$0].pod }).count <= 1
      }
    }
  }

  /// What the other side makes of containers that share a pod on one side; nothing where they share one there too.
  func elsewhere(_ positions: [Int], of own: LayoutSide) -> String? {
    let other = other(than: own)
    let missing = positions.filter { own.partners[$0] == nil }
    if !missing.isEmpty {
      return "on the \(other.side.rawValue) \(own.names(missing)) \(missing.count == 1 ? "is" : "are") not there"
    }
    let pods = Set(positions.compactMap { own.partners[$0] }.map { other.layout.containers[$0].pod })
    return pods.count > 1 ? "on the \(other.side.rawValue) \(own.names(positions)) are in different pods" : nil
  }

  /// The pods of a side in which several containers run together.
  func shared(_ own: LayoutSide) -> [Int] {
    own.layout.pods.indices.filter { own.layout.running(in: $0).count > 1 }
  }
}
