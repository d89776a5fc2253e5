internal import PodmapManifests
internal import PodmapTopology

extension RenderedSource {
  /// A kustomization, rendered by `kubectl kustomize` or `kustomize build`, without plugins and functions.
  static let kustomization = RenderedSource(
    markers: ["kustomization.yaml", "kustomization.yml", "Kustomization"], noun: "a kustomization",
    candidates: [
      Candidate(name: "kubectl", task: ["kustomize"]), Candidate(name: "kustomize", task: ["build"]),
    ],
    ownsFolders: false,
    words: { folder, _ in [folder] },
    namespace: { _ in nil },
    check: { folder, settings in
      let tree = KustomizationTree(folder: folder)
      return tree.remoteEntries(unless: settings.allowsRemote)
        + tree.escapes(from: tree.boundary).map(SourceLinks.refusal)
    },
    parts: { folder in
      let tree = KustomizationTree(folder: folder)
      let components = Set(tree.all.flatMap(\.components))
      return SourceParts(
        folders: tree.all.dropFirst().map(\.folder).filter { !components.contains($0) },
        files: tree.all.flatMap(\.files),
        objects: tree.objects,
        isOnlyPart: tree.root?.isComponent ?? true)
    },
    shown: { name, _ in name },
    origins: { rendered in
      let tree = KustomizationTree(folder: rendered.path)
      // An object comes from its manifest rather than from a patch of it.
      return SourceOrigins(
        (tree.objects + tree.all.flatMap(\.files)).uniqued.map { ($0, tree.shown($0, in: rendered)) })
    },
    unlisted: { rendered in KustomizationTree(folder: rendered.path).unlisted(in: rendered) },
    read: { folder in
      let tree = KustomizationTree(folder: folder)
      let reader = KustomizationReader(tree)
      return PartialRendering(
        objects: reader.objects, unapplied: reader.unapplied, diagnostics: tree.diagnostics + reader.diagnostics)
    },
    advice: [
      Advice(says: "is not in or below", advice: "files must be in the folder of the kustomization that names them"),
      Advice(
        says: "must enable Helm",
        advice: "a chart in a kustomization isn't rendered; render it with helm, and draw the result"),
      Advice(says: "no such file", advice: "add the file, or remove it from the kustomization"),
    ])
}

extension KustomizationTree {
  /// The files with manifests, without those of components.
  fileprivate var objects: [String] {
    all.filter { !$0.isComponent }.flatMap(\.entries)
      .filter { $0.role == .resource && !$0.isFolder && !$0.isRemote }.map(\.path)
  }

  /// What can't be rendered without a connection, in words.
  fileprivate func remoteEntries(unless isAllowed: Bool) -> [String] {
    if isAllowed { return [] }
    return remote.map { file, entry in
      "\(NamedSource.displayName(file)) refers to '\(entry.quotable)' on the network; --allow-remote permits that"
    }
  }

  /// The folder that links must not leave: that of the repository, or the one around everything that the tree refers to.
  fileprivate var boundary: String {
    let folders = all.map(\.folder)
    var folder = folders.first.flatMap { RealPath.of($0) } ?? "."
    while true {
      if FileSystem.canFind(folder + "/.git") { return folder }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    return Self.common(folders.compactMap { RealPath.of($0) })
  }

  /// The manifests in its folders that none of them refers to.
  fileprivate func unlisted(in rendered: RenderedFolder) -> [UnlistedFile] {
    let listed = Set(all.flatMap(\.files).compactMap { RealPath.of($0) })
    return all.flatMap { kustomization -> [UnlistedFile] in
      let names = ((try? FileSystem.names(in: kustomization.folder)) ?? []).filter {
        FileName.isManifest($0) && !RenderedSource.kustomization.markers.contains($0)
      }
      return names.compactMap { name in
        let path = KustomizationPath.join(kustomization.folder, name)
        guard let real = RealPath.of(path), !listed.contains(real), let bytes = FileSystem.contents(of: path) else {
          return nil
        }
        return UnlistedFile(
          SourceFile(name: shown(path, in: rendered), bytes: bytes, isNamed: false),
          beside: shown(kustomization.file, in: rendered))
      }
    }
  }

  /// A file of the tree as it is shown: without what leads to an absolute input.
  fileprivate func shown(_ path: String, in rendered: RenderedFolder) -> String {
    if rendered.top != nil { return rendered.shown(path) }
    guard path.hasPrefix("/"), ExportedPath.shown(path) == nil else { return NamedSource.displayName(path) }
    let top = Self.common(all.map(\.folder))
    let start = top.lastIndex(of: "/").map { top.index(after: $0) } ?? top.startIndex
    return path.hasPrefix(top) ? String(path[start...]) : NamedSource.displayName(path)
  }

  /// The innermost folder around all of some folders.
  private static func common(_ folders: [String]) -> String {
    var parts = folders.first?.split(separator: "/") ?? []
    for folder in folders.dropFirst() {
      parts = zip(parts, folder.split(separator: "/")).prefix { $0 == $1 }.map(\.0)
    }
    return "/" + parts.joined(separator: "/")
  }
}
