internal import PodmapManifests
internal import PodmapProcesses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A temporary folder with the files of a commit, which is removed together with this value.
package final class GitExport: Sendable {
  /// The folder with the files. Its name says which revision it is, so that paths in it can be shown.
  package let folder: String
  private let parent: String

  init(_ revision: String, _ commit: String, of repository: GitRepository) throws(RequestError) {
    guard let parent = TemporaryFiles.makeFolder() else {
      throw RequestError("can't make a temporary folder in \(TemporaryFiles.folder); set TMPDIR to a writable folder")
    }
    self.parent = parent
    folder = parent + "/" + ExportedPath.component(revision)
    do throws(RendererProgram.Failure) {
      guard mkdir(folder, 0o700) == 0 else { throw RendererProgram.Failure.notStarted("no temporary folder") }
      try repository.export(commit, to: folder, index: parent + "/index")
    } catch {
      TemporaryFiles.removeFolder(parent)
      throw RequestError("git can't read the revision '\(revision.shortened())': \(error.text)")
    }
  }

  deinit { TemporaryFiles.removeFolder(parent) }
}

/// Paths in exported commits, and how they are shown: `main:deploy/web.yaml`.
enum ExportedPath {
  /// The name of the folder that contains a revision. No name of a revision contains a colon.
  static func component(_ revision: String) -> String { "@\(revision.replacing("/", with: ":")):" }

  /// How a path in an exported commit is shown; `nil` if it is another path.
  static func shown(_ path: String) -> String? {
    guard path.hasPrefix("/"), path.contains("/podmap-") else { return nil }
    let parts = path.split(separator: "/")
    guard let place = parts.firstIndex(where: { $0.hasPrefix("@") && $0.hasSuffix(":") && $0.count > 2 }) else {
      return nil
    }
    let revision = parts[place].dropFirst().dropLast().replacing(":", with: "/")
    return revision + ":" + parts[(place + 1)...].joined(separator: "/")
  }
}

extension RendererProgram.Failure {
  /// In words.
  var text: String {
    switch self {
    case .notStarted(let reason): reason
    case .failed(let lines): lines.joined(separator: "; ")
    case .timedOut: "it took too long"
    case .tooLong: "it is larger than \(Limit.renderedSize.text)"
    }
  }
}
