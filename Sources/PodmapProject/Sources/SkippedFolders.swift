internal import PodmapManifests

/// Folders whose manifests belong to something else than the application.
///
/// They are read only if there is nothing else that runs: the row with the smallest rank first.
struct SkippedFolders: Sendable {
  /// In lower case.
  let names: Set<String>
  /// Words that say it at the beginning or the end of a longer name, such as `test-data` and `e2e-tests`.
  var words: Set<String> = []
  /// Why they are skipped, after "because".
  let reason: String
  /// How far from the application: 1 and more.
  let rank: Int
  /// What the message about them is about.
  var topic = Diagnostic.Topic.ownSource

  static let all: [SkippedFolders] = [examples, tests, vendored, built]

  static let examples = SkippedFolders(
    names: [
      "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "snippet", "snippets", "tutorial",
      "tutorials", "extra", "extras", "contrib",
    ],
    words: ["docs", "examples"], reason: "they are examples, documentation or extras", rank: 1)
  static let tests = SkippedFolders(
    names: ["testdata", "testing", "fixture", "fixtures", "hack"], words: ["test", "tests", "e2e"],
    reason: "they are for tests", rank: 2)
  static let vendored = SkippedFolders(
    names: ["node_modules", "vendor", "third_party"], reason: "they are copies of other projects", rank: 2,
    topic: .foreignFolders)
  static let built = SkippedFolders(
    names: ["build", "dist", "target"], reason: "they contain what a build writes", rank: 2,
    topic: .foreignFolders)

  /// The row that a folder with this name belongs to; `nil` if there is none.
  static func row(for name: String) -> SkippedFolders? {
    let whole = name.lowercased().split { $0 == "_" || $0 == "-" || $0 == "." }
    let ends = [whole.first, whole.last].compactMap { $0.map(String.init) }
    return all.first { row in
      row.names.contains(name.lowercased()) || row.names.contains(whole.joined(separator: "-"))
        || ends.contains(where: row.words.contains)
    }
  }
}

/// The outermost skipped folder that something is in, and why.
struct SetAside: Sendable {
  let row: SkippedFolders
  let folder: String

  /// What is in these is an environment, and may well be called `test`.
  private static let environments: Set<String> = [
    "env", "envs", "environment", "environments", "overlay", "overlays", "cluster", "clusters", "stages",
  ]

  /// `nil` if a path leads through no such folder; `folders` are its parts below an input whose path is `start`.
  init?(_ folders: [Substring], below start: String = "") {
    let rows = folders.indices.map { position in
      let isEnvironment = position > 0 && Self.environments.contains(folders[position - 1].lowercased())
      return isEnvironment ? nil : SkippedFolders.row(for: String(folders[position]))
    }
    guard let rank = rows.compactMap({ $0?.rank }).max(),
      let position = rows.firstIndex(where: { $0?.rank == rank }), let row = rows[position]
    else { return nil }
    self.row = row
    folder = start + folders[...position].joined(separator: "/")
  }
}

extension SetAside? {
  /// How far from the application; 0 for what no folder sets aside.
  var rank: Int { self?.row.rank ?? 0 }
}
