import PodmapManifests

/// What differs in a container besides the facts that have their own kinds of changes.
struct ContainerDetails {
  private(set) var details: [Detail] = []

  /// `isReported` returns whether another change of the container reports a difference.
  init(_ old: Value, _ new: Value, isReported: (FieldDifference) -> Bool) {
    if old.isWrittenLike(new) { return }
    let reader = DeclaredReader(.pod)
    let (own, other) = (reader.container(old), reader.container(new))
    let environment = EnvironmentComparison(own, other, written: (old, new)).detail
    let differences = Set(own.fields.keys).union(other.fields.keys).sorted()
      .filter { !["name", "env", "envFrom"].contains($0) }
      .flatMap { FieldDifference.all(Self.field($0, of: own), Self.field($0, of: other), at: $0) }
      .filter { !isReported($0) }
    let parts = Dictionary(grouping: differences) { Self.part(of: $0.path) }
    details = [
      environment, Detail(.commandChanged, parts[.commandChanged] ?? []),
      Detail(.mountsChanged, parts[.mountsChanged] ?? []), Detail(.securityChanged, parts[.securityChanged] ?? []),
      Detail(.fieldsChanged, parts[.fieldsChanged] ?? []),
    ].filter { !$0.isEmpty }
  }

  /// Requests and limits are separate changes, even if one side has neither.
  private static func field(_ name: String, of container: Declared) -> Declared? {
    container[name] ?? (name == "resources" ? .mapping([:]) : nil)
  }

  private static func part(of path: String) -> ChangeKind {
    switch path.prefix(while: { $0 != "." && $0 != "[" }) {
    case "command", "args": .commandChanged
    case "volumeMounts", "volumeDevices": .mountsChanged
    case "securityContext": .securityChanged
    default: .fieldsChanged
    }
  }
}
