internal import PodmapManifests

/// Everything in a repository that may be drawn, and what is skipped.
struct RepositorySurvey {
  /// Files with plain manifests, in the order of their paths.
  private(set) var files: [ManifestFile] = []
  /// Kustomizations and charts.
  private(set) var rendered: [RenderedFolder] = []
  /// Folders that can't be an input as a whole, because they contain something that isn't plain or is skipped.
  private(set) var mixed: Set<String> = []
  /// The skipped folders with manifests, by the reason.
  private(set) var skipped: [(reason: String, folders: [String])] = []
  private var paths: [String] = []
  /// The highest rank of folders that are not skipped.
  private let rank: Int
  /// How many files and folders were looked at.
  private var entries = 0
  private let say: @Sendable (String) -> Void

  /// Surveys the current folder. Folders of tests, examples and the like are skipped, if the rest runs anything.
  static func ofCurrentFolder(onStep say: @escaping @Sendable (String) -> Void) -> RepositorySurvey {
    let ranks = [0] + Set(SkippedFolders.all.map(\.rank)).sorted()
    for rank in ranks.dropLast() {
      let survey = RepositorySurvey(upTo: rank, onStep: say)
      if survey.runsAnything { return survey }
    }
    return RepositorySurvey(upTo: ranks[ranks.count - 1], onStep: say)
  }

  private var runsAnything: Bool {
    files.contains { $0.workloads > 0 } || rendered.contains { !$0.source.parts($0.path).isOnlyPart }
  }

  private init(upTo rank: Int, onStep say: @escaping @Sendable (String) -> Void) {
    self.rank = rank
    self.say = say
    search(".", depth: 0, isOwned: false)
    files = concurrentMap(paths) { ManifestFile($0) }.compactMap(\.self)
    for file in files where file.problem != nil { mixed.insert(file.folder) }
  }

  private mutating func search(_ folder: String, depth: Int, isOwned: Bool) {
    let names = (try? FileSystem.names(in: folder)) ?? []
    var isOwned = isOwned
    if let source = RenderedSource.all.first(where: { $0.marker(in: names) != nil }),
      let marker = source.marker(in: names)
    {
      rendered.append(RenderedFolder(source: source, path: folder, marker: marker, top: nil))
      mixed.insert(folder)
      // What is in the folder belongs to it, except for other sources.
      if source.ownsFolders { return }
      isOwned = true
    }
    for name in names where !SourceScan.isLeftOut(name) {
      entries += 1
      if entries % 100 == 0 { say("finding manifests: \(entries.grouped) seen, \(paths.count.grouped) to read") }
      let path = folder == "." ? name : "\(folder)/\(name)"
      if FileSystem.isFolder(path) {
        enter(path, name, depth: depth, isOwned: isOwned)
      } else if FileName.isManifest(name), FileSystem.isFile(path), !isOwned {
        if name.withoutControlCharacters == name { paths.append(path) } else { skip(path, Self.unprintable) }
      }
    }
  }

  private mutating func enter(_ path: String, _ name: String, depth: Int, isOwned: Bool) {
    let reason: String? =
      if name.withoutControlCharacters != name {
        Self.unprintable
      } else if depth >= Limit.draftDepth.value {
        "they are more than \(Limit.draftDepth.text) deep"
      } else {
        SetAside(path.split(separator: "/")).flatMap { $0.row.rank > rank ? $0.row.reason : nil }
      }
    guard let reason else { return search(path, depth: depth + 1, isOwned: isOwned) }
    var look = ManifestLook()
    if look.finds(in: path) { skip(path, reason) }
  }

  private mutating func skip(_ path: String, _ reason: String) {
    mixed.insert(FileName.folder(of: path))
    let path = path.withoutControlCharacters
    if let index = skipped.firstIndex(where: { $0.reason == reason }) {
      skipped[index].folders.append(path)
    } else {
      skipped.append((reason, [path]))
    }
  }

  private static let unprintable = "their names contain control characters"
}

/// A quick look whether a folder contains manifests.
struct ManifestLook {
  private var left = Limit.draftLook.value

  mutating func finds(in folder: String) -> Bool {
    for name in (try? FileSystem.names(in: folder)) ?? [] where !name.hasPrefix(".") {
      guard left > 0 else { return false }
      left -= 1
      let path = "\(folder)/\(name)"
      if FileSystem.isFolder(path) {
        if finds(in: path) { return true }
      } else if FileName.isManifest(name), let bytes = FileSystem.contents(of: path) {
        if SourceFile(name: path, bytes: bytes, isNamed: false).looksLikeAManifest { return true }
      }
    }
    return false
  }
}
