import ArgumentParser
import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of `podmap.yaml`, which all its paths begin at. The program works in it, so that nothing that is written
/// depends on where it was started.
struct ProjectHome: Sendable {
  /// The project's file in its folder.
  let config: ProjectPath
  /// The folder as seen from where the program was started, with `/` behind it; empty for that folder itself.
  let prefix: String

  init(config name: String) throws {
    // Drawing starts this program again.
    _ = ThisProgram.path
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    prefix = folder == "./" ? "" : folder
    let file = slash.map { String(name[name.index(after: $0)...]) } ?? name
    guard let config = ProjectPath(file), config.text != ".", folder.isEmpty || chdir(folder) == 0 else {
      throw ValidationError("'\(name)' is no file; name a podmap.yaml")
    }
    self.config = config
  }

  func read() throws -> [UInt8] {
    do throws(FileSystem.Failure) {
      return try FileSystem.read(config.text)
    } catch {
      throw ValidationError("the file '\(prefix)\(config.text)' can't be read: \(error.text)")
    }
  }

  /// Messages with the paths that the user can open.
  func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !prefix.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if let file = diagnostic.place?.file { diagnostic.place?.file = prefix + file }
      return diagnostic
    }
  }
}
