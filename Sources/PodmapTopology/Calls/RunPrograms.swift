import PodmapManifests

/// What a container runs, as far as its manifest says: its command, its probes and its hooks.
struct RunPrograms {
  private var texts: [String] = []

  init(_ container: Value) {
    for field in ["command", "args"] { add(container[field]) }
    for probe in ["startupProbe", "readinessProbe", "livenessProbe"] { add(container.at(probe, "exec", "command")) }
    for hook in ["postStart", "preStop"] { add(container.at("lifecycle", hook, "exec", "command")) }
    for item in container["env"]?.items ?? [] { if let value = item["value"]?.text { texts.append(value) } }
  }

  private mutating func add(_ list: Value?) { texts += list?.items.compactMap(\.text) ?? [] }

  /// Whether a script in a mounted volume is run: something names it or its folder, or the image runs what is there.
  func run(_ path: String, in mount: Value) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = mount["mountPath"]?.text ?? ""
    if Self.folders.contains(where: folder.contains) || name.contains("entrypoint") { return true }
    return texts.contains { $0.contains(name) || folder.utf8.count > 1 && $0.contains(folder) }
  }

  /// Parts of the paths of folders whose scripts images and systems run on their own.
  private static let folders = ["entrypoint", ".d", "/cron", "/hooks", "/init-scripts"]

  /// Whether a command names a path, or something in it.
  func names(_ path: String) -> Bool { path.utf8.count > 1 && texts.contains { $0.contains(path) } }
}
