package import PodmapManifests

/// Finds the files of an application: each input is opened by the first kind of source that recognises it.
package struct SourceScan: Sendable {
  package private(set) var sources = SourceFiles()
  private var seen: Set<FileSystem.Identity> = []

  /// Opens every input; anything that can't be read is reported as an error and doesn't stop the rest.
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

  /// Whether a file has not already been read under another name.
  mutating func isNew(_ identity: FileSystem.Identity) -> Bool { seen.insert(identity).inserted }

  /// Reports a source below a directory that is not read.
  mutating func skip(_ diagnostic: Diagnostic) { sources.diagnostics.append(diagnostic) }

  /// Opens everything in a directory.
  mutating func readDirectory(_ directory: NamedSource) throws(FileSystem.Failure) {
    let ancestors = directory.ancestors + [directory.identity].compactMap(\.self)
    for entry in directory.names where !Self.isLeftOut(entry) {
      do throws(FileSystem.Failure) {
        guard let source = try NamedSource(entry, in: directory, ancestors: ancestors),
          let kind = SourceKind.all.first(where: { $0.recognises(source) })
        else { continue }
        try kind.openBelow(source, &self)
      } catch {
        sources.diagnostics.append(.unreadable(directory.name(of: entry), error))
      }
    }
  }

  /// Whether entries of directories with a name are never read: they belong to other programs.
  static func isLeftOut(_ entry: String) -> Bool { entry.hasPrefix(".") || entry == "node_modules" }
}

extension Diagnostic {
  fileprivate static func unreadable(_ name: String, _ failure: FileSystem.Failure) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? "." : name),
      failure.isTooLarge
        ? "larger than \(Limit.fileSize.text); name smaller files"
        : "can't be read: \(failure.text); check the path and its permissions")
  }
}
