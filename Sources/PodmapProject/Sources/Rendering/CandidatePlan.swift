internal import PodmapManifests

/// The sources below a directory that no other refers to, in groups of alternatives.
struct CandidatePlan {
  /// Sources that are made of the same files, as the overlays of one application are.
  struct Group {
    var members: [RenderedFolder]

    /// The one to draw: the only one, or the one for production; `nil` if that is not clear.
    func chosen(_ settings: SourceSettings) -> RenderedFolder? {
      if members.count == 1 { return members[0] }
      return settings.choosesVariant ? production : nil
    }

    /// The only one for production.
    var production: RenderedFolder? {
      let production = members.filter(\.isProduction)
      return production.count == 1 ? production[0] : nil
    }

    /// The name of the chosen one, if there were others.
    var variant: String? { members.count > 1 ? production?.lastName : nil }
  }

  private(set) var groups: [Group] = []
  /// The files that kustomizations refer to.
  private(set) var referredFiles: Set<FileSystem.Identity> = []

  /// `directory` is the path of the directory that they are in.
  init(_ candidates: [RenderedFolder], below directory: String) {
    let parts = candidates.map { $0.source.parts($0.path) }
    var referred: Set<FileSystem.Identity> = []
    for part in parts {
      referred.formUnion(part.folders.compactMap(Self.identity))
      referredFiles.formUnion(part.files.compactMap(Self.identity))
    }
    var groupOfFile: [FileSystem.Identity: Int] = [:]
    for (candidate, part) in zip(candidates, parts) where !part.isOnlyPart {
      guard let own = Self.identity(candidate.path), !referred.contains(own) else { continue }
      let made = (part.folders + part.files).compactMap(Self.identity)
      if let group = made.compactMap({ groupOfFile[$0] }).min() {
        groups[group].members.append(candidate)
        for file in made { groupOfFile[file] = groupOfFile[file] ?? group }
      } else {
        for file in made { groupOfFile[file] = groups.count }
        groups.append(Group(members: [candidate]))
      }
    }
    // Tests use an application in many ways, and aren't what a user runs.
    for index in groups.indices {
      let members = groups[index].members.filter { !$0.isTest(below: directory) }
      if !members.isEmpty { groups[index].members = members }
    }
  }

  private static func identity(_ path: String) -> FileSystem.Identity? { (try? FileSystem.kind(of: path))?.identity }
}

/// What a source consists of.
struct SourceParts: Sendable {
  /// The other sources that it refers to, without components, which many share.
  var folders: [String] = []
  /// The files that it reads.
  var files: [String] = []
  /// Whether it is no application of its own.
  var isOnlyPart = false
}

extension RenderedFolder {
  private static let production: Set<Substring> = ["production", "prod", "prd", "live"]

  fileprivate var isProduction: Bool {
    path.split(separator: "/").last.map { $0.lowercased().split { !$0.isLetter } }
      .map { $0.contains(where: Self.production.contains) } ?? false
  }

  fileprivate func isTest(below directory: String) -> Bool {
    path.dropFirst(directory.count).split(separator: "/").contains { FolderNames.ofTests.contains($0.lowercased()) }
  }

  var lastName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path as it can be typed.
  var word: String {
    ExportedPath.shown(path) ?? (path.hasPrefix("./") ? String(path.dropFirst(2)) : path).word
  }

  /// A message that its objects are in plain files as well.
  var repeatsFiles: Diagnostic {
    Diagnostic(
      .note, at: place, topic: .ownSource,
      "\(source.noun) with the same objects as other files of the input, which are drawn; "
        + "to draw it instead: podmap draw \(word)")
  }
}

extension CandidatePlan.Group {
  /// What is said about the others.
  var note: Diagnostic? {
    guard members.count > 1, let chosen = production else { return nil }
    let others = members.filter { $0.path != chosen.path }
    return Diagnostic(
      .note, at: chosen.place,
      "drawn, because it is the one for production; others with the same objects: "
        + others.map(\.word).joined(separator: ", ")
        + "; to draw one: podmap draw \(others[0].word); to compare: podmap compare \(others[0].word) \(chosen.word)")
  }

  func undecided(_ directory: String) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: directory.isEmpty ? "." : directory),
      "several sources have the same objects, and it isn't clear which one is for production; say which one to draw: "
        + members.map { "podmap draw \($0.word)" }.joined(separator: ", or ")
        + "; to compare two: podmap compare \(members[0].word) \(members[1].word)")
  }
}

/// The kinds and names of the objects in files.
struct CandidateObjects {
  private let names: Set<String>

  init(_ files: [SourceFile]) {
    names = Set(ManifestSet(reading: files).resources.map { "\($0.kind.rawValue)/\($0.name)" })
  }

  /// Whether most of the other objects are among these.
  func contains(most other: CandidateObjects) -> Bool {
    !other.names.isEmpty && 2 * names.intersection(other.names).count > other.names.count
  }
}
