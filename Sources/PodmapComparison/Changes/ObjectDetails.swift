import PodmapManifests
import PodmapTopology

/// What differs between two objects apart from their pods.
struct ObjectDetails {
  private(set) var details: [Detail] = []

  /// `isReported` returns whether another change of the object reports a difference.
  init(
    _ old: Resource, _ new: Resource, pods: (left: [Value], right: [Value]), isReported: (FieldDifference) -> Bool
  ) {
    if old.root.isWrittenLike(new.root) { return }
    let own = DeclaredReader(old.kind, omitting: pods.left).object(old.root)
    let other = DeclaredReader(new.kind, omitting: pods.right).object(new.root)
    let differences = FieldDifference.all(own, other).filter { !isReported($0) }
    guard !differences.isEmpty else { return }
    if new.kind.isPolicy {
      details = [Detail(.policyChanged, differences)]
      return
    }
    let isConfiguration = new.kind == .configMap || new.kind == .secret
    func isData(_ difference: FieldDifference) -> Bool {
      isConfiguration && ["data", "binaryData", "stringData"].contains { difference.path.hasPrefix($0) }
    }
    details = [
      Detail(.configurationChanged, differences.filter(isData)),
      Detail(.fieldsChanged, differences.filter { !isData($0) }),
    ].filter { !$0.isEmpty }
  }
}

extension ResourceKind {
  /// Whether objects of the kind allow, deny or limit something for others.
  var isPolicy: Bool { name.hasSuffix("Policy") || name == "PodDisruptionBudget" }
}
