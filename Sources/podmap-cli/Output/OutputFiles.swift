import ArgumentParser
import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes results: whole files or none, and never a half one to standard output's reader.
struct OutputFiles {
  private let console: Console
  /// What stands before the paths of files in messages.
  private let prefix: String

  init(_ console: Console, shownBelow prefix: String = "") {
    self.console = console
    self.prefix = prefix
  }

  /// Writes a picture with its parts: `x.mmd`, and `x-PART.mmd` beside it. Pictures without an overview are parts only.
  func write(_ documents: Documents, to file: String) throws {
    if let main = documents.main { try write(main, to: file) }
    // Waiting for the disk is most of it, so several files wait at once.
    let failures = concurrentMap(documents.parts) { part -> (name: String, failure: AtomicFile.Failure?) in
      let name = Self.name(of: part.name, beside: file)
      do throws(AtomicFile.Failure) {
        try AtomicFile.write(part.bytes, to: name)
        return (name, nil)
      } catch {
        return (name, error)
      }
    }
    if let (name, failure) = failures.first(where: { $0.failure != nil }), let failure { try fail(name, failure) }
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(bytes, to: file)
    } catch {
      try fail(file, error)
    }
  }

  /// Writes a document to the file that a command names, or to standard output.
  func write(_ document: String, toFirstOf outputs: [String]) throws {
    let bytes = Array(document.utf8)
    if let file = outputs.first, file != "-" { try write(bytes, to: file) } else { try writeToStandardOutput(bytes) }
  }

  /// Makes the folders that a file is to lie in.
  func makeFolders(of path: String) throws {
    for slash in path.indices where path[slash] == "/" && slash > path.startIndex {
      let folder = String(path[..<slash])
      guard mkdir(folder, 0o777) != 0, errno != EEXIST else { continue }
      let code = errno
      // A folder that can't be made because it is there is as good as one that was made.
      if ThisProgram.canFind(folder) { continue }
      console.say(
        Diagnostic(
          .error, at: Place(file: prefix + folder), "the folder can't be made: \(String(cString: strerror(code)))"))
      throw ExitCode(2)
    }
  }

  /// Makes a folder unless it is there; whether it is there now.
  static func makeFolder(_ path: String) -> Bool { mkdir(path, 0o777) == 0 || FileSystem.isFolder(path) }

  private func fail(_ file: String, _ failure: AtomicFile.Failure) throws {
    console.say(Diagnostic(.error, at: Place(file: prefix + file), failure.message))
    throw ExitCode(2)
  }

  func writeToStandardOutput(_ documents: Documents) throws {
    try writeToStandardOutput(documents.standardOutput())
  }

  func writeToStandardOutput(_ bytes: [UInt8]) throws {
    // A reader that has gone (`podmap … | head`) has what it wanted.
    guard let code = FileDescriptor.standardOutput.write(bytes), code != EPIPE else { return }
    console.say(Diagnostic(.error, "standard output can't be written: \(String(cString: strerror(code)))"))
    throw ExitCode(2)
  }

  /// `out/app.mmd` and `shop` give `out/app-shop.mmd`.
  static func name(of part: String, beside file: String) -> String {
    let start = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    guard let dot = file[start...].lastIndex(of: "."), dot > start else { return "\(file)-\(part)" }
    return "\(file[..<dot])-\(part)\(file[dot...])"
  }
}
