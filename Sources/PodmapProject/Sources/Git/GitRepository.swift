internal import PodmapManifests
internal import PodmapProcesses

/// The git repository around the current folder, read by the user's own git, which fetches nothing.
struct GitRepository: Sendable {
  /// An entry of a tree.
  struct Entry: Sendable {
    var mode: Substring
    var object: Substring
    /// The path from the top of the repository.
    var path: String

    var isFile: Bool { mode == "100644" || mode == "100755" }
    var isSubmodule: Bool { mode == "160000" }
  }

  private let program: RendererProgram
  private static let seconds = 60.0

  /// `nil` if git is not installed.
  init?() {
    guard let path = RendererProgram.find("git") else { return nil }
    program = RendererProgram(path: path, task: ["-c", "core.quotepath=off"], environment: Self.environment)
  }

  /// Git's own settings say whom it trusts; nothing may ask for a password or fetch what is missing.
  private static var environment: [String] {
    let names = ["PATH", "HOME", "TMPDIR", "GIT_DIR", "GIT_WORK_TREE", "XDG_CONFIG_HOME"]
    let kept = names.compactMap { name in Environment.value(of: name).map { "\(name)=\($0)" } }
    return kept + ["LANG=C", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0"]
  }

  private func text(_ words: [String]) throws(RendererProgram.Failure) -> String {
    let bytes = try program.output(words, seconds: Self.seconds)
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// The commit that a revision means; `nil` if there is none.
  func commit(_ revision: String) -> String? {
    guard !revision.hasPrefix("-") else { return nil }
    return try? text(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
  }

  /// Whether only a part of the history is here.
  var isShallow: Bool { (try? text(["rev-parse", "--is-shallow-repository"])) == "true" }

  /// What to do if a revision is missing because only a part of the history is here.
  func fetchHint(_ revision: String) -> String {
    let isRelative = revision.contains { "~^@{".contains($0) }
    let name = revision.hasPrefix("origin/") ? String(revision.dropFirst("origin/".count)) : revision
    return "the history is shallow, so fetch what is missing first: "
      + (isRelative ? "git fetch --unshallow" : "git fetch --depth=1 origin \(name)")
  }

  /// The commit from which two others come; `nil` if none is known.
  func mergeBase(_ one: String, _ other: String) -> String? { try? text(["merge-base", one, other]) }

  /// The path of the current folder from the top of the repository, with `/` at its end unless it is the top.
  var prefix: String { (try? text(["rev-parse", "--show-prefix"])) ?? "" }

  /// The files and submodules at or below a path; none if there is nothing.
  func entries(_ commit: String, _ path: String) throws(RendererProgram.Failure) -> [Entry] {
    let words = ["ls-tree", "-r", "-z", "--full-tree", commit] + (path.isEmpty ? [] : ["--", path])
    let bytes = try program.output(words, seconds: Self.seconds)
    return bytes.split(separator: 0).compactMap { line in
      let text = String(decoding: line, as: UTF8.self)
      guard let tab = text.firstIndex(of: "\t") else { return nil }
      let words = text[..<tab].split(separator: " ")
      guard words.count == 3 else { return nil }
      return Entry(mode: words[0], object: words[2], path: String(text[text.index(after: tab)...]))
    }
  }

  /// The contents of files, in the order of `entries`.
  func contents(_ entries: [Entry]) throws(RendererProgram.Failure) -> [[UInt8]] {
    let names = entries.map { $0.object + "\n" }.joined()
    let answer = try program.output(["cat-file", "--batch"], input: Array(names.utf8), seconds: Self.seconds)[...]
    var rest = answer
    var result: [[UInt8]] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard words.count == 3, let size = Int(words[2]), rest.endIndex - end > size else { break }
      result.append(Array(rest[(end + 1)..<(end + 1 + size)]))
      rest = rest[min(rest.endIndex, end + 2 + size)...]
    }
    return result
  }

  /// Writes everything in a commit into a folder.
  func export(_ commit: String, to folder: String, index: String) throws(RendererProgram.Failure) {
    // From the top: git exports only what is below the current folder.
    let top = (try? text(["rev-parse", "--show-toplevel"])) ?? "."
    var program = RendererProgram(
      path: program.path, task: ["-C", top] + program.task, environment: program.environment)
    program.environment.append("GIT_INDEX_FILE=\(index)")
    _ = try program.output(["read-tree", commit], seconds: Self.seconds)
    // Without the programs that large files or other filters would start.
    let plain = ["-c", "filter.lfs.smudge=", "-c", "filter.lfs.process=", "-c", "filter.lfs.required=false"]
    _ = try program.output(plain + ["checkout-index", "-a", "-q", "--prefix=\(folder)/"], seconds: Self.seconds)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
