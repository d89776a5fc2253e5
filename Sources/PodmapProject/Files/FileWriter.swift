internal import PodmapDiagrams
package import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes results to files: whole files or none.
package struct FileWriter: Sendable {
  /// Why a result could not be written.
  package struct Failure: Error {
    package var diagnostic: Diagnostic

    package init(diagnostic: Diagnostic) {
      self.diagnostic = diagnostic
    }
  }

  /// What precedes the paths of files in diagnostics.
  private let prefix: String
  /// Where files are until they are complete; `nil` for beside the file that is replaced.
  private let stage: String?

  package init(shownBelow prefix: String = "", stage: String? = nil) {
    self.prefix = prefix
    self.stage = stage
  }

  /// Writes a diagram with its parts: `x.mmd`, and `x-PART.mmd` next to it. Diagrams without an overview have only
  /// parts.
  package func write(_ written: WrittenDiagram, to file: String) throws(Failure) {
    let link = { (part: String) in FileName.link(to: part, beside: file) }
    if let main = written.main { try write(PartLink.resolved(main, link), to: file) }
    if let index = written.index {
      try write(PartLink.resolved(Array(index.utf8), link), to: FileName.index(beside: file))
    }
    // Waiting for the disk is most of it, so several files wait at once.
    let failures = concurrentMap(written.parts) { part -> Failure? in
      do throws(Failure) {
        try write(
          PartLink.resolved(part.bytes) { FileName.link(to: $0, beside: file) },
          to: FileName.name(of: part.name, beside: file))
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }

  package func write(_ bytes: [UInt8], to file: String) throws(Failure) { try write(.bytes(bytes), to: file) }

  package func write(_ content: FileContent, to file: String) throws(Failure) {
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(content, to: file, by: stage)
    } catch {
      throw Failure(diagnostic: Diagnostic(.error, at: Place(wholeFile: prefix + file), error.message))
    }
  }

  /// Creates the folders that contain a file.
  package func makeFolders(of path: String) throws(Failure) {
    for slash in path.indices where path[slash] == "/" && slash > path.startIndex {
      let folder = String(path[..<slash])
      guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      let code = errno
      // Another process may have created the folder in the meantime, which is fine.
      if FileSystem.canFind(folder) { continue }
      throw Failure(
        diagnostic: Diagnostic(
          .error, at: Place(wholeFile: prefix + folder),
          "the folder can't be created: \(String(cString: strerror(code)))"))
    }
  }

  /// Creates a folder unless it exists; returns whether it exists now.
  static func makeFolder(_ path: String) -> Bool { mkdir(path, 0o777) == 0 || FileSystem.isFolder(path) }
}
