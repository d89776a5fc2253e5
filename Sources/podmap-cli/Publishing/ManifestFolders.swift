import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// Folders of a repository that hold manifests of something that runs.
enum ManifestFolders {
  /// Folders with input for programs and tests, which nobody draws.
  private static let skipped: Set<String> = [
    "node_modules", "vendor", "testdata", "test-data", "fixtures", "test", "tests", "e2e", "third_party", "build",
    "dist", "target",
  ]
  /// A repository of examples has hundreds; the first few show how it is done.
  private static let maximumFolders = 8
  private static let maximumDepth = 6

  /// The folders that hold an application each, as far as that can be told: folders beside each other that define no
  /// object twice are parts of one. Manifests in the current folder itself are named one by one.
  static func find() -> [ProjectPath] {
    Array(search(".", depth: 0).prefix(maximumFolders))
  }

  private static func search(_ folder: String, depth: Int) -> [ProjectPath] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    let paths = names.map { folder == "." ? $0 : "\(folder)/\($0)" }
    let files = paths.filter { path in
      [".yaml", ".yml", ".json"].contains(where: path.lowercased().hasSuffix) && FileSystem.isFile(path)
    }
    var found: [ProjectPath] = []
    // What lies beside a chart or a kustomization is for another program, which makes other manifests of it.
    if names.contains("Chart.yaml") || names.contains(where: { $0.lowercased().hasPrefix("kustomization") }) {
      if folder != "." { return [] }
    } else if folder == "." {
      found = files.filter { runs([$0]) }.compactMap { ProjectPath($0) }
    } else if runs(files) {
      return [ProjectPath(folder)].compactMap(\.self)
    }
    guard depth < maximumDepth else { return found }
    for (name, path) in zip(names, paths)
    where !name.hasPrefix(".") && !skipped.contains(name.lowercased()) && FileSystem.isFolder(path) {
      found += search(path, depth: depth + 1)
    }
    guard folder != ".", found.count > 1, let whole = ProjectPath(folder), isOne([whole]) else { return found }
    return [whole]
  }

  /// Whether everything in files and folders is one application.
  static func isOne(_ inputs: [ProjectPath]) -> Bool {
    !LinkedInput(reading: inputs.map(\.text)).diagnostics.contains { $0.topic == .duplicate }
  }

  /// Whether files hold a workload, read without complaint.
  private static func runs(_ files: [String]) -> Bool {
    guard !files.isEmpty else { return false }
    let input = LinkedInput(reading: files)
    return input.topology.nodes.contains { $0.workload != nil && $0.presence == .present }
  }
}
