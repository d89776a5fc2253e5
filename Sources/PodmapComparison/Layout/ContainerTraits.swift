import PodmapManifests

/// What a container runs and reads, by which it can be recognised on the other side.
struct ContainerTraits: Sendable {
  /// The command and its arguments; empty if the image determines what runs.
  var command: [String] = []
  /// "ConfigMap app", "Secret db": the sources of variables.
  var objects: Set<String> = []
  /// The names of the variables.
  var variables: Set<String> = []

  init() {}

  init(_ container: Value) {
    for field in ["command", "args"] { command += container[field]?.items.map(\.written) ?? [] }
    func note(_ source: Value?, _ field: String, _ kind: String) {
      if let name = source?.at(field, "name")?.text { objects.insert("\(kind) \(name)") }
    }
    for item in container["env"]?.items ?? [] {
      if let name = item["name"]?.text { variables.insert(name) }
      note(item["valueFrom"], "configMapKeyRef", "ConfigMap")
      note(item["valueFrom"], "secretKeyRef", "Secret")
    }
    for item in container["envFrom"]?.items ?? [] {
      note(item, "configMapRef", "ConfigMap")
      note(item, "secretRef", "Secret")
    }
  }
}
