import PodmapManifests
package import PodmapTopology

/// A volume that several containers of a pod mount on one side, and what happens to the sharing on the other side.
package struct SharedVolume: Sendable, Hashable {
  package enum Fate: Sendable, Hashable {
    /// The same containers share a volume in the pod with this ID.
    case shared(pod: String)
    /// They are in different pods that mount the same volume: "claim data (ReadWriteMany)".
    case acrossPods(String, isEnough: Bool)
    /// They are in different pods and share nothing, with what sharing would need.
    case apart(needs: String)
    /// They are in one pod but share nothing.
    case notMounted(pod: String)
    /// Fewer than two of them are on the other side, with the names of the missing ones.
    case unknown(without: [String])

    /// The name in JSON.
    package var rawValue: String {
      switch self {
      case .shared: "shared"
      case .acrossPods: "acrossPods"
      case .apart: "apart"
      case .notMounted: "notMounted"
      case .unknown: "unknown"
      }
    }

    package var text: String {
      switch self {
      case .shared(let pod): "shared in \(pod)"
      case .acrossPods(let what, _): "several pods mount \(what)"
      case .apart(let needs): "not shared: \(needs)"
      case .notMounted(let pod): "not shared, although all are in \(pod)"
      case .unknown(let names): "can't be determined: \(names.enumeration) missing"
      }
    }
  }

  package var side: Side
  package var pod: String
  package var name: String
  /// "emptyDir", "claim data (ReadWriteOnce)"
  package var source: String
  /// The names of the containers, in the order of the manifest.
  package var sharers: [String]
  /// Those of them that can write to it.
  package var writers: [String]
  package var fate: Fate
  package var evidence: [Evidence]
  /// The positions of the containers on this side.
  var positions: [Int]

  /// The shared volumes of both sides that a container can write to; a volume that is shared on both is listed for the
  /// left only.
  static func all(_ left: ComparedLayout, _ right: ComparedLayout) -> [SharedVolume] {
    found(left, right.layout)
      + found(right, left.layout).filter { if case .shared = $0.fate { false } else { true } }
  }

  private static func found(_ own: ComparedLayout, _ other: Layout) -> [SharedVolume] {
    own.layout.pods.indices.flatMap { pod in
      own.layout.pods[pod].template.volumes.compactMap { SharedVolume($0, in: pod, own, other) }
    }
  }

  private init?(_ volume: Volume, in pod: Int, _ own: ComparedLayout, _ other: Layout) {
    guard let (positions, mounts) = own.layout.sharers(of: volume, in: pod) else { return nil }
    let writing = Set(mounts.filter { !$0.mount.isReadOnly }.map(\.member))
    guard !volume.isReadOnly, !writing.isEmpty else { return nil }
    side = own.side
    self.pod = own.layout.pods[pod].id
    name = volume.name
    let claim = own.layout.claim(behind: volume, in: pod)
    source = own.layout.words(for: volume, claim)
    sharers = positions.map(own.name)
    writers = positions.filter(writing.contains).map(own.name)
    evidence = mounts.map(\.mount.evidence)
    self.positions = positions
    fate = Self.fate(of: volume, claim, positions, own, other)
  }

  private static func fate(
    of volume: Volume, _ claim: VolumeClaim?, _ sharers: [Int], _ own: ComparedLayout, _ other: Layout
  ) -> Fate {
    let partners = sharers.compactMap { own.partners[$0] }
    guard partners.count > 1 else { return .unknown(without: sharers.filter { own.partners[$0] == nil }.map(own.name)) }
    let pods = partners.map { other.containers[$0].pod }.uniqued
    guard pods.count > 1 else {
      let pod = pods[0]
      let isShared = other.pods[pod].template.volumes.contains { volume in
        !volume.isReadOnly && Set(partners).isSubset(of: other.sharers(of: volume, in: pod)?.positions ?? [])
      }
      return isShared ? .shared(pod: other.pods[pod].id) : .notMounted(pod: other.pods[pod].id)
    }
    let common = partners.map { Set(other.reachable(from: $0).keys) }.reduce(nil as Set<Volume.Source>?) {
      $0?.intersection($1) ?? $1
    }
    if let same = common?.min(by: { "\($0)" < "\($1)" }), let (volume, pod) = other.reachable(from: partners[0])[same] {
      let claim = other.claim(behind: volume, in: pod)
      return .acrossPods(other.words(for: volume, claim), isEnough: claim?.modes.contains("ReadWriteMany") ?? false)
    }
    return .apart(needs: needs(volume, claim))
  }

  /// What pods need in order to share what the containers of one pod shared.
  private static func needs(_ volume: Volume, _ claim: VolumeClaim?) -> String {
    if let claim, !claim.isOwn {
      if claim.modes.isEmpty {
        return "the claim's access modes are not stated; pods on several nodes need ReadWriteMany"
      }
      if claim.modes.contains("ReadWriteMany") { return "the claim is ReadWriteMany, so each pod can mount it" }
      if claim.modes == ["ReadWriteOncePod"] { return "the claim is ReadWriteOncePod, so only one pod can mount it" }
      return "the claim is \(claim.modes.joined(separator: ", ")), so the pods need to be on one node, or a "
        + "ReadWriteMany claim"
    }
    switch volume.source {
    case .hostPath: return "the pods must run on one node to see the same directory"
    case .driver(let name): return "each pod has to mount it separately (\(name))"
    case .pod, .claimTemplate, .object, .projected, .undeclared:
      return "the pods need a claim that they can mount at the same time (ReadWriteMany)"
    }
  }
}

/// The claim that a volume uses.
struct VolumeClaim: Sendable {
  var name: String
  /// Empty if they are not stated, or if the claim is not in the input.
  var modes: [String]
  /// Whether each pod has its own claim.
  var isOwn: Bool
  /// The field that states the modes.
  var evidence: [Evidence]
}

extension Layout {
  /// The containers that see the same part of a volume, and how they mount it; `nil` if fewer than two do.
  func sharers(of volume: Volume, in pod: Int) -> (positions: [Int], mounts: [(member: Int, mount: Volume.Mount)])? {
    let template = pods[pod].template
    let members = Dictionary(
      pods[pod].containers.map { (containers[$0].container.key, $0) }
    ) { first, _ in first }
    let mounts = volume.mounts.compactMap { mount -> (member: Int, mount: Volume.Mount)? in
      guard template.containers.indices.contains(mount.container) else { return nil }
      let container = template.containers[mount.container]
      guard container.role != .ephemeral, let member = members[container.key] else { return nil }
      return (member, mount)
    }
    let shared = mounts.filter { one in
      mounts.contains { $0.member != one.member && $0.mount.overlaps(one.mount) }
    }
    return shared.isEmpty ? nil : (shared.map(\.member).uniqued, shared)
  }

  /// The volumes of a container that other pods could mount too.
  func reachable(from position: Int) -> [Volume.Source: (volume: Volume, pod: Int)] {
    let pod = containers[position].pod
    let key = containers[position].container.key
    let template = pods[pod].template
    let own = template.volumes.filter { volume in
      !volume.isReadOnly && volume.mounts.contains { template.containers[$0.container].key == key }
        && volume.isReachable
    }
    return Dictionary(own.map { ($0.source, ($0, pod)) }) { first, _ in first }
  }

  func claim(behind volume: Volume, in pod: Int) -> VolumeClaim? {
    switch volume.source {
    case .object(kind: "claim", let name):
      let namespace = topology.nodes[pods[pod].owner].namespace ?? topology.defaultNamespace.name
      let id = NodeID(.persistentVolumeClaim, name, in: namespace)
      guard let position = topology.position(of: id), case .claim(let claim) = topology.nodes[position].facts else {
        return VolumeClaim(name: name, modes: [], isOwn: false, evidence: [])
      }
      let written = sources.root(of: position)?.at("spec", "accessModes")
      return VolumeClaim(
        name: name, modes: claim.accessModes, isOwn: false, evidence: written?.allEvidence ?? [])
    case .claimTemplate:
      let template = pods[pod].written?.root.at("spec", "volumeClaimTemplates")?.items.first {
        $0.at("metadata", "name")?.value.text == volume.name
      }
      let modes = template?.at("spec", "accessModes")
      return VolumeClaim(
        name: volume.name, modes: modes?.value.items.map(\.written) ?? [], isOwn: true,
        evidence: modes?.allEvidence ?? [])
    case .pod, .hostPath, .object, .projected, .driver, .undeclared: return nil
    }
  }

  /// "emptyDir", "claim data (ReadWriteOnce)"
  func words(for volume: Volume, _ claim: VolumeClaim?) -> String {
    if let claim {
      let modes = claim.modes.isEmpty ? "access modes not stated" : claim.modes.joined(separator: ", ")
      return "\(claim.isOwn ? "own claim" : "claim") \(claim.name) (\(modes))"
    }
    switch volume.source {
    case .pod(let what): return what
    case .hostPath(let path): return "directory \(path) on the node"
    case .driver(let what): return what
    case .object(let kind, let name): return "\(kind) \(name)"
    case .projected, .claimTemplate: return "projected"
    case .undeclared: return "not declared"
    }
  }
}

extension Volume {
  /// Whether pods of other workloads can mount the same.
  fileprivate var isReachable: Bool {
    switch source {
    case .object, .hostPath, .driver: true
    case .pod, .claimTemplate, .projected, .undeclared: false
    }
  }
}
