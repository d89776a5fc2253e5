internal import PodmapManifests

/// A kind of source: how a source is recognised, and how it is opened. Each is a value in `all`.
struct SourceKind: Sendable {
  /// Whether a source is of this kind, by what it is rather than what it is called.
  let recognises: @Sendable (NamedSource) -> Bool
  /// Adds the files of a source.
  let open: @Sendable (NamedSource, inout SourceScan) throws(FileSystem.Failure) -> Void

  /// In this order, because a kustomization and a chart are directories as well, and everything else is a file.
  static let all: [SourceKind] = [.standardInput] + RenderedSource.all.map(Self.rendered) + [.directory, .file]

  /// `-`
  static let standardInput = SourceKind {
    $0.isStandardInput
  } open: { source, scan throws(FileSystem.Failure) in
    scan.add(SourceFile(name: source.name, bytes: try FileSystem.readStandardInput(), isNamed: true))
  }

  /// A directory with everything below it.
  static let directory = SourceKind {
    $0.kind == .directory
  } open: { source, scan throws(FileSystem.Failure) in
    try scan.readDirectory(source.path, name: source.name, ancestors: [source.identity].compactMap(\.self))
  }

  /// A file, or a pipe.
  static let file = SourceKind { _ in
    true
  } open: { source, scan throws(FileSystem.Failure) in
    if source.kind == .file, let identity = source.identity, !scan.isNew(identity) { return }
    scan.add(SourceFile(name: source.name, bytes: try FileSystem.read(source.path), isNamed: true))
  }

  /// A folder, named as such or by its marker, that another program must render first.
  static func rendered(_ rendered: RenderedSource) -> SourceKind {
    SourceKind {
      !$0.isStandardInput && rendered.marker(in: $0.names) != nil
    } open: { source, scan throws(FileSystem.Failure) in
      guard let marker = rendered.marker(in: source.names) else { return }
      scan.refuse(.isRendered(source.folderName, marker, rendered))
    }
  }
}

/// Something that the user names as an input, with what the file system says about it.
struct NamedSource {
  /// The path as it was given; `-` for standard input.
  let path: String
  /// The path as it is shown, so that output doesn't depend on where a checkout is.
  let name: String
  let kind: FileSystem.Kind?
  let identity: FileSystem.Identity?
  /// The names in a directory; a file's own name.
  let names: [String]

  var isStandardInput: Bool { path == "-" }

  init(_ path: String) throws(FileSystem.Failure) {
    self.path = path
    name = Self.displayName(path)
    guard path != "-" else {
      (kind, identity, names) = (nil, nil, [])
      return
    }
    let found = try FileSystem.kind(of: path)
    (kind, identity) = (found.kind, found.identity)
    names =
      found.kind == .directory
      ? try FileSystem.names(in: path) : [name.split(separator: "/").last.map(String.init) ?? name]
  }

  /// The name of a directory, or of the one that a file is in.
  var folderName: String {
    if kind == .directory { return name }
    return Self.displayName(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
  }

  static func displayName(_ path: String) -> String {
    var name = Substring(path)
    while name.hasSuffix("/") && name.count > 1 { name.removeLast() }
    if name.hasPrefix("/") { return String(name.split(separator: "/").last ?? "") }
    while name.hasPrefix("./") { name = name.dropFirst(2).drop { $0 == "/" } }
    return name == "." ? "" : String(name)
  }
}

extension Diagnostic {
  fileprivate static func isRendered(_ name: String, _ marker: String, _ source: RenderedSource) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? marker : name + "/" + marker), topic: .ownSource,
      "the folder is \(source.noun), which podmap does not render; "
        + "pipe its output in: \(source.command) \(name.isEmpty ? "." : name) | podmap draw -")
  }
}
