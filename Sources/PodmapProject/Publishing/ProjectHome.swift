package import PodmapManifests

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of `podmap.yaml`, to which all its paths are relative. It is the working directory of the run, so that
/// outputs don't depend on where the program was started.
package struct ProjectHome: Sendable {
  /// The project's file in its folder.
  package let config: ProjectPath
  /// The folder relative to where the program was started, followed by `/`; empty for that folder itself.
  package let prefix: String

  /// Goes to the folder of a file.
  package init(config name: String) throws(RequestError) {
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    prefix = folder == "./" ? "" : folder
    let file = slash.map { String(name[name.index(after: $0)...]) } ?? name
    guard let config = ProjectPath(file), config.text != ".", folder.isEmpty || chdir(folder) == 0 else {
      throw RequestError("'\(name)' isn't a file; name a podmap.yaml")
    }
    self.config = config
  }

  func read() throws(RequestError) -> [UInt8] {
    do throws(FileSystem.Failure) {
      return try FileSystem.read(config.text)
    } catch {
      throw RequestError("the file '\(prefix)\(config.text)' can't be read: \(error.text)")
    }
  }

  /// Messages with paths that the user can open.
  package func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !prefix.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if let file = diagnostic.place?.file { diagnostic.place?.file = prefix + file }
      return diagnostic
    }
  }
}
