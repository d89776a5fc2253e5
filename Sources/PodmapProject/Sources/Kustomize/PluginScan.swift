internal import PodmapManifests

/// Finds what the configurations of generators, transformers and validators would fetch from elsewhere.
enum PluginScan {
  /// The fields of kustomize's own plugins that name files.
  private static let fileFields: Set<String> = ["files", "envs", "env", "path", "paths", "resources"]

  /// What the plugins of each kustomization fetch.
  static func remoteEntries(of all: [Kustomization], _ positions: [String: Int]) -> [[String]] {
    let isConfiguration = configurations(all, positions)
    return all.indices.map { number in
      var found: [String] = []
      let files = all[number].entries.filter { entry in
        entry.role == .plugin || isConfiguration.contains(number) && entry.role == .resource
      }
      for entry in files where !entry.isFolder && !entry.isRemote {
        guard let bytes = FileSystem.contents(of: entry.path) else { continue }
        for root in YAMLDocuments(bytes, name: entry.path).roots { collect(root, isFile: false, &found) }
      }
      for text in inlineTexts(of: all[number]) {
        for root in YAMLDocuments(Array(text.utf8), name: "").roots { collect(root, isFile: false, &found) }
      }
      return found.uniqued
    }
  }

  /// The kustomizations whose objects configure plugins.
  private static func configurations(_ all: [Kustomization], _ positions: [String: Int]) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = all.flatMap { $0.entries.filter { $0.role == .plugin && $0.isFolder } }
    while let entry = waiting.popLast() {
      guard let number = positions[entry.path], found.insert(number).inserted else { continue }
      waiting += all[number].entries.filter { $0.role == .resource && $0.isFolder }
    }
    return found
  }

  private static func inlineTexts(of kustomization: Kustomization) -> [String] {
    KustomizationField.all.filter { $0.references.contains { $0.role == .plugin } }.flatMap { field in
      (kustomization.document?[field.name]?.items ?? []).compactMap(\.text).filter { $0.contains(":") }
    }
  }

  private static func collect(_ value: Value, isFile: Bool, _ found: inout [String]) {
    if value.isMapping {
      for (key, inner) in value.fields { collect(inner, isFile: fileFields.contains(key.written), &found) }
    } else if value.isSequence {
      for item in value.items { collect(item, isFile: isFile, &found) }
    } else if isFile, let text = value.text,
      [text, GeneratorFile(text).path].contains(where: { RemoteEntry.isRemote($0, found: .file) })
    {
      found.append(text)
    }
  }
}
