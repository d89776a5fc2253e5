import PodmapManifests

extension Finding {
  /// Claims that only one node or pod can use at a time, and that more pods mount.
  static let sharedClaims = Finding("shared claims") { builder in
    var users: [Int: [ClaimUser]] = [:]
    var volumes = LocalVolumes()
    for object in builder.objects {
      if case .volumeResource(let volume) = object.facts { volumes.add(volume, named: object.name) }
      // A PodTemplate object runs no pods.
      guard !object.templates.isEmpty, object.resource.kind != .podTemplate else { continue }
      for reference in object.references where reference.kind == .persistentVolumeClaim && reference.edge == .mounts {
        guard case .volume(let template, _) = reference.origin,
          let claim = builder.position(of: NodeID(reference.kind, reference.name, in: object.innerNamespace))
        else { continue }
        let user = ClaimUser(object, template: template, place: reference.evidence.place)
        // A pod with two volumes for the claim is one pod.
        if users[claim]?.last?.isSamePod(as: user) != true { users[claim, default: []].append(user) }
      }
    }
    guard !users.isEmpty else { return [] }
    return builder.objects.compactMap { object in
      guard case .claim(let claim) = object.facts, let users = users[object.positions.object] else { return nil }
      if claim.accessModes == ["ReadWriteOncePod"] {
        return users.pods > 1 ? .oncePerPod(object, users) : nil
      }
      guard claim.accessModes == ["ReadWriteOnce"], users.mayBeOnSeveralNodes, !volumes.canServe(claim) else {
        return nil
      }
      return .oncePerNode(object, users)
    }
  }
}

/// The pods of one template that mount a claim.
private struct ClaimUser {
  var owner: NodeID
  /// Equal for workloads that are variants of each other.
  var variants: String
  var words: String
  var template: Int
  /// How many pods there may be at a time.
  var pods: Int
  /// The node they must run on, if the manifest names one.
  var node: String?
  /// Whether they only run on the same node as other pods.
  var followsOthers: Bool
  var place: Place

  init(_ object: ObjectDescription, template: Int, place: Place) {
    owner = object.id
    variants =
      switch object.resource.kind {
      case .pod, .job, .cronJob: object.id.text
      // The pods of one run, which usually follow each other.
      case let kind where PodShape.shapes(of: kind).contains(where: \.isStep): object.id.text
      default: "\(object.name)/\(template)"
      }
    self.template = template
    self.place = place
    pods =
      switch object.facts {
      case .workload(let workload): object.templates[template].count ?? workload.scale.podsAtATime
      default: 1
      }
    words = object.words + (pods == 1 ? "" : pods == .max ? " on each node" : " ×\(pods)")
    node =
      switch object.templates[template].placement {
      case .node(let name): "node \(name)"
      // A selector that names one host fits only that host; any other may fit several.
      case .nodes(let text) where text.contains("kubernetes.io/hostname"): text
      case .nodes, .anyNode: nil
      }
    followsOthers = object.templates[template].followsOtherPods
  }

  func isSamePod(as other: ClaimUser) -> Bool { owner == other.owner && template == other.template }
}

extension Workload.Scale {
  fileprivate var podsAtATime: Int {
    switch self {
    case .replicas(let count): count
    case .onePerNode: .max
    case .completions(let count, let parallelism): max(0, min(count, parallelism))
    case .schedule, .unstated: 1
    }
  }
}

extension [ClaimUser] {
  /// How many pods there may be at a time. Workloads with the same name and different kinds are variants of one
  /// workload (a Deployment and a DeploymentConfig), of which a cluster gets only one.
  fileprivate var pods: Int {
    var most: [String: Int] = [:]
    for user in self { most[user.variants] = Swift.max(most[user.variants] ?? 0, user.pods) }
    return most.values.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 }
  }

  fileprivate var mayBeOnSeveralNodes: Bool {
    guard pods > 1 else { return false }
    if let node = first?.node, allSatisfy({ $0.node == node }) { return false }
    return filter { !$0.followsOthers }.pods > 1
  }

  fileprivate var words: String {
    let limit = Limit.listedNames.value
    let shown = prefix(limit).map(\.words).joined(separator: ", ")
    return count > limit ? "\(shown) and \(count - limit) more" : shown
  }
}

/// Volumes that are a folder or disk of one node: the scheduler places all their pods there.
private struct LocalVolumes {
  private var names: Set<String> = []
  private var classes: Set<String> = []

  mutating func add(_ volume: VolumeResource, named name: String) {
    guard volume.isLocal else { return }
    names.insert(name)
    classes.insert(volume.storageClass ?? "")
  }

  /// Whether one of them is, or may become, the volume of a claim.
  func canServe(_ claim: Claim) -> Bool {
    if let name = claim.volumeName { return names.contains(name) }
    return classes.contains(claim.storageClass ?? "")
  }
}

extension Diagnostic {
  fileprivate static func oncePerNode(_ claim: ObjectDescription, _ users: [ClaimUser]) -> Diagnostic {
    Diagnostic(
      .note, at: users[0].place, topic: .sharedClaim, about: [claim.id.text] + users.map(\.owner.text),
      "the claim '\(claim.name.shortened())' is ReadWriteOnce, but pods that may run on different nodes mount it "
        + "(\(users.words)); pods on a second node can't start: use ReadWriteMany, or keep them on one node")
  }

  fileprivate static func oncePerPod(_ claim: ObjectDescription, _ users: [ClaimUser]) -> Diagnostic {
    Diagnostic(
      .warning, at: users[0].place, topic: .sharedClaim, about: [claim.id.text] + users.map(\.owner.text),
      "the claim '\(claim.name.shortened())' is ReadWriteOncePod, but more than one pod mounts it (\(users.words)); "
        + "the second one can't start: use ReadWriteOnce or ReadWriteMany")
  }
}
