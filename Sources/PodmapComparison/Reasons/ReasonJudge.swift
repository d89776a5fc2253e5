import PodmapManifests
import PodmapTopology

/// Judges the reasons by what both sides state. A reason may be visible on one side only, because a container that is
/// alone in its pod has nobody to help, and a pod has one number of replicas for all its containers.
///
/// What a container does for its neighbours is read from the side where it has some.
struct ReasonJudge {
  let left: ComparedLayout
  let right: ComparedLayout
  let sharedVolumes: [SharedVolume]
  let collisions: [PortCollision]

  init(_ left: ComparedLayout, _ right: ComparedLayout, _ sharedVolumes: [SharedVolume], _ collisions: [PortCollision])
  {
    self.left = left
    self.right = right
    self.sharedVolumes = sharedVolumes
    self.collisions = collisions
  }

  func ruling(of reason: Reason) -> Ruling {
    let conclusion = hasNoContainers ? .cannotTell("neither side has containers") : conclusion(on: reason)
    return Ruling(
      reason: reason, verdict: conclusion.verdict, finding: conclusion.finding, evidence: conclusion.evidence.uniqued)
  }

  private func conclusion(on reason: Reason) -> Conclusion {
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

/// The outcome for a reason, which becomes a `Ruling`.
struct Conclusion {
  var verdict: Ruling.Verdict
  var finding: String
  var evidence: [SidedEvidence]

  static func applies(_ finding: String, _ evidence: [SidedEvidence]) -> Conclusion {
    Conclusion(verdict: .applies, finding: finding, evidence: evidence)
  }

  static func doesNotApply(_ finding: String, _ evidence: [SidedEvidence] = []) -> Conclusion {
    Conclusion(verdict: .doesNotApply, finding: finding, evidence: evidence)
  }

  static func cannotTell(_ finding: String, _ evidence: [SidedEvidence] = []) -> Conclusion {
    Conclusion(verdict: .cannotTell, finding: finding, evidence: evidence)
  }
}

extension ReasonJudge {
  var sides: [ComparedLayout] { [left, right] }

  func other(than side: ComparedLayout) -> ComparedLayout { side.side == .left ? right : left }

  /// Whether both sides have the same containers in the same pods, as two versions of one layout do.
  var areGroupedAlike: Bool {
    sides.allSatisfy { own in
      own.layout.pods.indices.allSatisfy { pod in
        let partners = own.layout.pods[pod].containers.compactMap { own.partners[$0] }
        return Set(partners.map { other(than: own).layout.containers[$0].pod }).count <= 1
      }
    }
  }

  /// Says what happened to containers that share a pod on this side; `nil` if they share one on the other side too.
  func elsewhere(_ positions: [Int], of own: ComparedLayout) -> String? {
    let other = other(than: own)
    let missing = positions.filter { own.partners[$0] == nil }
    if !missing.isEmpty {
      return "\(own.names(missing)) \(missing.count == 1 ? "is" : "are") missing on the \(other.side.rawValue)"
    }
    let pods = Set(positions.compactMap { own.partners[$0] }.map { other.layout.containers[$0].pod })
    return pods.count > 1 ? "on the \(other.side.rawValue) \(own.names(positions)) are in different pods" : nil
  }

  /// The pods of a side in which several containers run together.
  func shared(_ own: ComparedLayout) -> [Int] {
    own.layout.pods.indices.filter { own.layout.running(in: $0).count > 1 }
  }
}
