import PodmapManifests
import PodmapTopology

/// What differs between two objects beside their pods.
struct ObjectDetails {
  private(set) var details: [Detail] = []

  /// `isTold` says whether another change of the object tells a difference.
  init(
    _ old: Resource, _ new: Resource, pods: (left: [Value], right: [Value]), isTold: (FieldDifference) -> Bool
  ) {
    if old.root.isWrittenLike(new.root) { return }
    let own = DeclaredReader(old.kind, omitting: pods.left).object(old.root)
    let other = DeclaredReader(new.kind, omitting: pods.right).object(new.root)
    let differences = FieldDifference.all(own, other).filter { !isTold($0) }
    guard !differences.isEmpty else { return }
    if new.kind.isPolicy {
      details = [Detail(.policy, differences)]
      return
    }
    let isConfiguration = new.kind == .configMap || new.kind == .secret
    func holdsData(_ difference: FieldDifference) -> Bool {
      isConfiguration && ["data", "binaryData", "stringData"].contains { difference.path.hasPrefix($0) }
    }
    details = [
      Detail(.configuration, differences.filter(holdsData)), Detail(.fields, differences.filter { !holdsData($0) }),
    ].filter { !$0.isEmpty }
  }
}

extension ResourceKind {
  /// Whether objects of the kind permit, forbid or limit something for others.
  var isPolicy: Bool { name.hasSuffix("Policy") || name == "PodDisruptionBudget" }
}
