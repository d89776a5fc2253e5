internal import PodmapManifests
internal import PodmapTopology

/// Folders of a repository with manifests of something that runs.
package struct ManifestFolders {
  /// The folders that each contain an application, as far as can be determined: neighbouring folders that define no
  /// object twice are parts of one. Manifests in the current folder itself are named one by one.
  package private(set) var running: [ProjectPath] = []
  /// Folders with manifests that nothing runs from, such as Secrets next to an application.
  package private(set) var idle: [ProjectPath] = []

  /// Folders with input for programs and tests, which aren't drawn.
  private static let skipped: Set<String> = [
    "node_modules", "vendor", "testdata", "test-data", "fixtures", "test", "tests", "e2e", "third_party", "build",
    "dist", "target",
  ]

  package init() {
    running = Array(search(".", depth: 0).prefix(Limit.draftFolders.value))
    // A folder is read with the application that it belongs to.
    idle = idle.filter { path in !running.contains { path.lies(in: $0) } }
  }

  private mutating func search(_ folder: String, depth: Int) -> [ProjectPath] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    let paths = names.map { folder == "." ? $0 : "\(folder)/\($0)" }
    let files = paths.filter { path in
      FileName.isManifest(path) && FileSystem.isFile(path)
    }
    var found: [ProjectPath] = []
    // Files next to a chart or a kustomization belong to the program that renders it.
    if RenderedSource.all.contains(where: { $0.marker(in: names) != nil }) {
      if folder != "." { return [] }
    } else if folder == "." {
      found = files.filter { Self.use(of: [$0]) == .runs }.compactMap { ProjectPath($0) }
    } else if let path = ProjectPath(folder) {
      switch Self.use(of: files) {
      case .runs: return [path]
      case .idle: idle.append(path)
      case .none: break
      }
    }
    guard depth < Limit.draftDepth.value else { return found }
    for (name, path) in zip(names, paths)
    where !name.hasPrefix(".") && name.withoutControlCharacters == name && !Self.skipped.contains(name.lowercased())
      && FileSystem.isFolder(path)
    {
      found += search(path, depth: depth + 1)
    }
    guard folder != ".", found.count > 1, let whole = ProjectPath(folder), Self.isOne([whole]) else { return found }
    return [whole]
  }

  /// Whether everything in files and folders is one application.
  static func isOne(_ inputs: [ProjectPath]) -> Bool {
    !LinkedInput(reading: inputs.map(\.text)).diagnostics.contains { $0.topic == .duplicate }
  }

  private enum Use {
    case runs, idle, none
  }

  /// Whether files contain a workload, other objects, or no manifest.
  private static func use(of files: [String]) -> Use {
    guard !files.isEmpty else { return .none }
    let present = LinkedInput(reading: files).topology.nodes.filter { $0.presence == .present && $0.parent == nil }
    if present.contains(where: { $0.workload != nil }) { return .runs }
    return present.isEmpty ? .none : .idle
  }
}
