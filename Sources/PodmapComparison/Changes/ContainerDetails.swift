import PodmapManifests

/// What differs in a container that the typed facts do not tell.
struct ContainerDetails {
  private(set) var details: [Detail] = []

  /// `isTold` says whether another change of the container tells a difference.
  init(_ old: Value, _ new: Value, isTold: (FieldDifference) -> Bool) {
    if old.isWrittenLike(new) { return }
    let reader = DeclaredReader(.pod)
    let (own, other) = (reader.container(old), reader.container(new))
    let environment = EnvironmentComparison(own, other, written: (old, new)).detail
    let differences = Set(own.fields.keys).union(other.fields.keys).sorted()
      .filter { !["name", "env", "envFrom"].contains($0) }
      .flatMap { FieldDifference.all(Self.field($0, of: own), Self.field($0, of: other), at: $0) }
      .filter { !isTold($0) }
    let parts = Dictionary(grouping: differences) { Self.part(of: $0.path) }
    details = [
      environment, Detail(.command, parts[.command] ?? []), Detail(.mounts, parts[.mounts] ?? []),
      Detail(.security, parts[.security] ?? []), Detail(.fields, parts[.fields] ?? []),
    ].filter { !$0.isEmpty }
  }

  /// Requests and limits each have a change of their own, also where one side has neither.
  private static func field(_ name: String, of container: Declared) -> Declared? {
    container[name] ?? (name == "resources" ? .mapping([:]) : nil)
  }

  private static func part(of path: String) -> ChangedPart {
    switch path.prefix(while: { $0 != "." && $0 != "[" }) {
    case "command", "args": .command
    case "volumeMounts", "volumeDevices": .mounts
    case "securityContext": .security
    default: .fields
    }
  }
}
