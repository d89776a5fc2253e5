internal import PodmapManifests

/// A path at a revision of the repository, as git writes it: `main:deploy`, `HEAD~1:`, `v1.2:./web.yaml`.
package struct GitSource {
  let revision: String
  /// As written after the colon.
  let path: String

  /// `nil` if the input is the path of something that is there, or can't be a revision.
  init?(_ input: String) {
    guard input != "-", !input.hasPrefix("."), !input.hasPrefix("/"), !input.hasPrefix("-"),
      let colon = input.firstIndex(of: ":"), colon > input.startIndex, !FileSystem.canFind(input)
    else { return nil }
    revision = String(input[..<colon])
    path = String(input[input.index(after: colon)...])
  }

  /// A revision that was named without a path, with the path of another input: `HEAD:deploy` for `HEAD`; `nil` if the
  /// input is there, or no revision.
  package static func completed(_ input: String, like other: String) -> String? {
    guard input != "-", !FileSystem.canFind(input), GitSource(input) == nil,
      GitRepository()?.commit(input) != nil
    else { return nil }
    let path = GitSource(other)?.path ?? (other == "-" || other.hasPrefix("/") ? "" : other)
    return "\(input):\(path == "." ? "" : path)"
  }

  /// The path from the top of the repository, without a slash at its end; `nil` if it leads out of it.
  func whole(_ prefix: String) -> String? {
    let isRelative = path == "." || path == ".." || path.hasPrefix("./") || path.hasPrefix("../")
    var parts: [Substring] = isRelative ? prefix.split(separator: "/") : []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}

extension SourceScan {
  /// Opens a path at a revision: plain files from the database of objects, everything else in a temporary folder.
  mutating func open(_ source: GitSource) {
    let place = Place(file: "\(source.revision):\(source.path)")
    func refuse(_ text: String) { self.refuse(Diagnostic(.error, at: place, text)) }
    guard settings.renders else { return refuse("reading a revision needs git, but --no-render is given") }
    guard let repository = GitRepository() else {
      return refuse("reading a revision needs git, which is not installed")
    }
    guard let commit = repository.commit(source.revision) else {
      let hint = repository.isShallow ? "; \(repository.fetchHint(source.revision))" : ""
      return refuse("there is neither such a file nor a revision '\(source.revision.shortened())'\(hint)")
    }
    guard let path = source.whole(repository.prefix) else { return refuse("the path leads out of the repository") }
    do throws(RendererProgram.Failure) {
      let entries = try repository.entries(commit, path)
      guard !entries.isEmpty else { return refuse("the revision has nothing at this path") }
      for entry in entries where entry.isSubmodule { skip(.isSubmodule(entry.path, source.revision)) }
      if entries.contains(where: { GitSource.needsFolder($0.path) }) {
        export(source, commit, path, repository, place)
      } else {
        let files = entries.filter { $0.isFile && ($0.path == path || GitSource.isRead($0.path, below: path)) }
        let contents = try repository.contents(files)
        for (entry, bytes) in zip(files, contents) {
          let isNamed = entry.path == path
          let file = SourceFile(name: "\(source.revision):\(entry.path)", bytes: bytes, isNamed: isNamed)
          let rest = entry.path.dropFirst(path.isEmpty ? 0 : path.count + 1)
          let start = "\(source.revision):\(path)" + (path.isEmpty ? "" : "/")
          if isNamed { add(file) } else { add(file, in: rest.split(separator: "/").dropLast(), below: start) }
          if bytes.starts(with: GitSource.pointer) { skip(.isPointer(entry.path, source.revision)) }
        }
        settle(place.file)
        if files.count == 1, files[0].path == path { isFileNamed() }
      }
    } catch {
      refuse("git can't read it: \(error.text)")
    }
  }

  private mutating func export(
    _ source: GitSource, _ commit: String, _ path: String, _ repository: GitRepository, _ place: Place
  ) {
    do throws(RequestError) {
      let export = try GitExport(source.revision, commit, of: repository)
      withExtendedLifetime(export) { open(path.isEmpty ? export.folder : "\(export.folder)/\(path)") }
    } catch {
      refuse(Diagnostic(.error, at: place, error.textForOptions))
    }
  }
}

extension GitSource {
  /// The beginning of a file that Git LFS keeps elsewhere.
  fileprivate static let pointer = Array("version https://git-lfs.github.com/spec/".utf8)

  /// Whether a file makes its folder a source that another program renders.
  fileprivate static func needsFolder(_ path: String) -> Bool {
    RenderedSource.all.contains { $0.marker(in: [FileName.last(of: path)]) != nil }
  }

  /// Whether a file below a folder is read.
  fileprivate static func isRead(_ path: String, below folder: String) -> Bool {
    let rest = path.dropFirst(folder.isEmpty ? 0 : folder.count + 1)
    return FileName.isManifest(path) && !rest.split(separator: "/").contains { SourceScan.isLeftOut(String($0)) }
  }
}

extension Diagnostic {
  fileprivate static func isSubmodule(_ path: String, _ revision: String) -> Diagnostic {
    Diagnostic(
      .note, at: Place(file: "\(revision):\(path)"), topic: .ownSource,
      "a submodule, which is a repository of its own and is not read; name a path in its folder")
  }

  fileprivate static func isPointer(_ path: String, _ revision: String) -> Diagnostic {
    Diagnostic(
      .warning, at: Place(file: "\(revision):\(path)"),
      "the file is in Git LFS, and only its address is in the repository; check it out and name the file")
  }
}
