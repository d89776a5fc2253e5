import PodmapManifests

/// What a container runs and reads, for telling whether it is another one.
struct ContainerMarks: Sendable {
  /// The command and the arguments; empty where the image says what runs.
  var command: [String] = []
  /// "ConfigMap app", "Secret db": what variables and volumes come from.
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
