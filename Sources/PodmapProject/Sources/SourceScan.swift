package import PodmapManifests

/// Finds the files of an application: each input is opened by the first kind of source that recognises it.
package struct SourceScan: Sendable {
  package private(set) var sources = SourceFiles()
  private var seen: Set<FileSystem.Identity> = []

  /// Opens every input; what can't be read becomes an error and stops nothing else.
  package init(_ inputs: [String]) {
    for input in inputs { open(input) }
  }

  package var files: [SourceFile] { sources.files }
  package var diagnostics: [Diagnostic] { sources.diagnostics }

  private mutating func open(_ input: String) {
    do throws(FileSystem.Failure) {
      let source = try NamedSource(input)
      guard let kind = SourceKind.all.first(where: { $0.recognises(source) }) else { return }
      try kind.open(source, &self)
      // A directory without manifests is not an error.
      if source.kind != .directory || !sources.refused.isEmpty { sources.isOnlyDirectories = false }
    } catch {
      sources.isOnlyDirectories = false
      refuse(.unreadable(NamedSource.displayName(input), error))
    }
  }

  mutating func add(_ file: SourceFile) { sources.files.append(file) }

  /// Says why something that the user named is not read.
  mutating func refuse(_ diagnostic: Diagnostic) {
    sources.diagnostics.append(diagnostic)
    sources.refused.append(diagnostic)
  }

  /// Whether a file has not been read under another name.
  mutating func isNew(_ identity: FileSystem.Identity) -> Bool { seen.insert(identity).inserted }

  mutating func readDirectory(
    _ path: String, name: String, ancestors: [FileSystem.Identity]
  ) throws(FileSystem.Failure) {
    for entry in try FileSystem.names(in: path) where !entry.hasPrefix(".") && entry != "node_modules" {
      let entryPath = path + "/" + entry
      let entryName = name.isEmpty ? entry : name + "/" + entry
      do throws(FileSystem.Failure) {
        let (kind, identity) = try FileSystem.kind(of: entryPath)
        switch kind {
        case .directory:
          // A link back to a folder above would lead into an endless loop.
          if ancestors.contains(identity) { continue }
          let names = try FileSystem.names(in: entryPath)
          if let rendered = RenderedSource.all.first(where: { $0.marker(in: names) != nil }),
            let marker = rendered.marker(in: names)
          {
            sources.diagnostics.append(.isSkipped(entryName, marker, rendered))
          } else {
            try readDirectory(entryPath, name: entryName, ancestors: ancestors + [identity])
          }
        case .file:
          guard FileName.isManifest(entry), isNew(identity) else { continue }
          add(SourceFile(name: entryName, bytes: try FileSystem.read(entryPath), isNamed: false))
        case .pipe, .symbolicLink, .other:
          continue
        }
      } catch {
        sources.diagnostics.append(.unreadable(entryName, error))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ name: String, _ failure: FileSystem.Failure) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? "." : name),
      failure.isTooLarge
        ? "larger than \(Limit.fileSize.text); name smaller files"
        : "can't be read: \(failure.text); check the path and its permissions")
  }

  fileprivate static func isSkipped(_ name: String, _ marker: String, _ source: RenderedSource) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: name + "/" + marker), topic: .ownSource,
      "the folder is \(source.noun) and was skipped; to draw it: \(source.command) \(name) | podmap draw -")
  }
}
