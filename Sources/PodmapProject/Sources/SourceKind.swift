internal import PodmapManifests

/// A kind of source: how a source is recognised, and how it is opened. Each is a value in `all`.
struct SourceKind: Sendable {
  /// Whether a source is of this kind, by what it is rather than by its name.
  let recognises: @Sendable (NamedSource) -> Bool
  /// Adds the files of a source that the user names.
  let open: @Sendable (NamedSource, inout SourceScan) throws(FileSystem.Failure) -> Void
  /// Adds the files of a source below a directory that the user names.
  let openBelow: @Sendable (NamedSource, inout SourceScan) throws(FileSystem.Failure) -> Void

  /// In this order, because a kustomization and a chart are directories as well, and everything else is a file.
  static let all: [SourceKind] = [.standardInput] + RenderedSource.all.map(Self.rendered) + [.directory, .file]

  /// `-`
  static let standardInput = SourceKind {
    $0.isStandardInput
  } open: { source, scan throws(FileSystem.Failure) in
    scan.add(SourceFile(name: source.name, bytes: try FileSystem.readStandardInput(), isNamed: true))
  } openBelow: { _, _ in
    // Only a name on the command line means standard input.
  }

  /// A directory with everything below it.
  static let directory = SourceKind {
    $0.kind == .directory
  } open: { source, scan throws(FileSystem.Failure) in
    try scan.readDirectory(source)
  } openBelow: { source, scan throws(FileSystem.Failure) in
    try scan.readDirectory(source, isOwned: source.isOwned)
  }

  /// A file, or a pipe.
  static let file = SourceKind { _ in
    true
  } open: { source, scan throws(FileSystem.Failure) in
    if source.kind == .file, let identity = source.identity, !scan.isNew(identity) { return }
    guard scan.hasRoom(for: source.path) else { return }
    scan.add(SourceFile(name: source.name, bytes: try FileSystem.read(source.path), isNamed: true))
  } openBelow: { source, scan throws(FileSystem.Failure) in
    guard source.kind == .file, FileName.isManifest(source.path), let identity = source.identity,
      scan.isNew(identity), scan.hasRoom(for: source.path)
    else { return }
    scan.add(
      SourceFile(name: source.name, bytes: try FileSystem.read(source.path), isNamed: false), at: source.path, identity)
  }

  /// A folder, named as such or by its marker, that another program must render first.
  static func rendered(_ rendered: RenderedSource) -> SourceKind {
    SourceKind {
      !$0.isStandardInput && rendered.marker(in: $0.names) != nil
    } open: { source, scan throws(FileSystem.Failure) in
      guard let marker = rendered.marker(in: source.names) else { return }
      scan.render(RenderedFolder(source: rendered, path: source.folderPath, marker: marker, top: nil))
    } openBelow: { source, scan throws(FileSystem.Failure) in
      // A marker is a file of its folder, which is a source of its own.
      guard source.kind == .directory, let marker = rendered.marker(in: source.names) else { return }
      scan.addCandidate(RenderedFolder(source: rendered, path: source.path, marker: marker, top: scan.top))
      // What is in the folder belongs to it, except for other sources, such as overlays next to their base.
      if !rendered.ownsFolders { try scan.readDirectory(source, isOwned: true) }
    }
  }
}

/// A folder with a source that another program renders.
struct RenderedFolder: Sendable {
  let source: RenderedSource
  /// The path as given, or joined with the path below it.
  let path: String
  /// The name of the file that makes it such a source.
  let marker: String
  /// The directory that it was found in: its path, and how that is shown; `nil` if the user named the folder.
  let top: (path: String, name: String)?

  /// How a path is shown: like the plain files below the same input.
  func shown(_ path: String) -> String {
    if let top, path.hasPrefix(top.path + "/") {
      return NamedSource.name(of: path.dropFirst(top.path.count + 1), in: top.name)
    }
    return NamedSource.displayName(path)
  }

  /// The file that makes it such a source, as it is shown.
  var place: Place {
    let folder = shown(path)
    return Place(file: NamedSource.name(of: marker[...], in: folder))
  }
}

/// An input that the user names, with what the file system says about it.
struct NamedSource {
  /// The path as given; `-` for standard input.
  let path: String
  /// The path as it is shown, so that output doesn't depend on where a checkout is.
  let name: String
  let kind: FileSystem.Kind?
  let identity: FileSystem.Identity?
  /// The names in a directory; a file's own name.
  let names: [String]
  /// The directories that it was found in.
  let ancestors: [FileSystem.Identity]
  /// Whether it is in the folder of a source that another program renders.
  let isOwned: Bool

  var isStandardInput: Bool { path == "-" }

  init(_ path: String) throws(FileSystem.Failure) {
    name = Self.displayName(path)
    ancestors = []
    isOwned = false
    guard path != "-" else {
      (self.path, kind, identity, names) = (path, nil, nil, [])
      return
    }
    let found = try FileSystem.kind(of: path)
    (kind, identity) = (found.kind, found.identity)
    // `deploy/` and `deploy` are the same folder, and what is in it is `deploy/web.yaml`.
    var whole = path[...]
    while found.kind == .directory, whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
    self.path = String(whole)
    names =
      found.kind == .directory
      ? try FileSystem.names(in: path) : [name.split(separator: "/").last.map(String.init) ?? name]
  }

  /// An entry of a directory; `nil` if it is neither a directory nor a file, or leads back to a directory above.
  init?(
    _ entry: String, in directory: NamedSource, ancestors: [FileSystem.Identity], isOwned: Bool
  ) throws(FileSystem.Failure) {
    path = directory.path + "/" + entry
    name = directory.name(of: entry)
    self.ancestors = ancestors
    self.isOwned = isOwned
    let found = try FileSystem.kind(of: path)
    (kind, identity) = (found.kind, found.identity)
    switch found.kind {
    case .directory:
      // A link back to a folder above would lead into an endless loop.
      if ancestors.contains(found.identity) { return nil }
      names = try FileSystem.names(in: path)
    case .file: names = [entry]
    case .pipe, .symbolicLink, .other: return nil
    }
  }

  /// The name of an entry of a directory.
  func name(of entry: String) -> String { Self.name(of: entry[...], in: name) }

  /// The name of something below a folder: the top of a revision is called `HEAD:`.
  static func name(of rest: Substring, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix(":") ? folder + rest : "\(folder)/\(rest)"
  }

  /// The path of a directory, or of the one that a file is in.
  var folderPath: String {
    if kind == .directory { return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }
    return FileName.folder(of: path)
  }

  static func displayName(_ path: String) -> String {
    if let shown = ExportedPath.shown(path) { return shown }
    var name = Substring(path)
    while name.hasSuffix("/") && name.count > 1 { name.removeLast() }
    if name.hasPrefix("/") { return String(name.split(separator: "/").last ?? "") }
    while name.hasPrefix("./") { name = name.dropFirst(2).drop { $0 == "/" } }
    return name == "." ? "" : String(name)
  }
}
