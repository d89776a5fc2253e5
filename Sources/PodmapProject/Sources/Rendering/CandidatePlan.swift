internal import PodmapManifests
internal import PodmapTopology

/// The sources below a directory that no other refers to, in groups of alternatives.
struct CandidatePlan {
  /// Sources that are made of the same files, as the overlays of one application are.
  struct Group {
    var members: [RenderedFolder]

    /// The one to draw: the only one, or the one for production; `nil` if that is not clear.
    func chosen(_ settings: SourceSettings) -> RenderedFolder? {
      if members.count == 1 { return members[0] }
      return settings.choosesVariant ? usual : nil
    }

    /// The only one for production, else the only one that is called the default.
    var usual: RenderedFolder? { members.only(where: \.isProduction) ?? members.only(where: \.isDefault) }

    /// The only one for production.
    var production: RenderedFolder? { members.only(where: \.isProduction) }

  }

  private(set) var groups: [Group] = []
  /// The files that kustomizations refer to.
  private(set) var referredFiles: Set<FileSystem.Identity> = []
  private var hasWorkload: [String: Bool] = [:]

  init(_ candidates: [RenderedFolder]) {
    let parts = candidates.map { $0.source.parts($0.path) }
    var referred: Set<FileSystem.Identity> = []
    for part in parts {
      referred.formUnion(part.folders.compactMap(Self.identity))
      referredFiles.formUnion(part.files.compactMap(Self.identity))
    }
    var groupOfFile: [FileSystem.Identity: Int] = [:]
    for (candidate, part) in zip(candidates, parts) where !part.isOnlyPart {
      guard let own = Self.identity(candidate.path), !referred.contains(own) else { continue }
      // Many applications share a namespace or a patch; only variants of one share what runs.
      let made = [own] + part.objects.filter { runs($0) }.compactMap(Self.identity)
      if let group = made.compactMap({ groupOfFile[$0] }).min() {
        groups[group].members.append(candidate)
        for file in made { groupOfFile[file] = groupOfFile[file] ?? group }
      } else {
        for file in made { groupOfFile[file] = groups.count }
        groups.append(Group(members: [candidate]))
      }
    }
  }

  /// Whether a file contains a workload.
  private mutating func runs(_ path: String) -> Bool {
    if let known = hasWorkload[path] { return known }
    let bytes = FileSystem.contents(of: path) ?? []
    let result = SourceFile(name: path, bytes: bytes, isNamed: false).runsPods
    hasWorkload[path] = result
    return result
  }

  private static func identity(_ path: String) -> FileSystem.Identity? { (try? FileSystem.kind(of: path))?.identity }
}

/// What a source consists of.
struct SourceParts: Sendable {
  /// The other sources that it refers to, without components, which many share.
  var folders: [String] = []
  /// The files that it reads.
  var files: [String] = []
  /// Those of them with objects.
  var objects: [String] = []
  /// Whether it is only a part of other sources, and not an application.
  var isOnlyPart = false
}

extension RenderedFolder {
  private static let production: Set<Substring> = ["production", "prod", "prd", "live"]

  fileprivate var isProduction: Bool {
    path.split(separator: "/").last.map { $0.lowercased().split { !$0.isLetter } }
      .map { $0.contains(where: Self.production.contains) } ?? false
  }

  /// What generators of operators call what they install.
  fileprivate var isDefault: Bool { lastName == "default" }

  var lastName: String { FileName.last(of: path) }

  /// The path without `./` before it.
  var shortPath: String { path.withoutDot }

  /// The path as it can be typed.
  var word: String { ExportedPath.shown(path) ?? shortPath.word }
}

extension [RenderedFolder] {
  /// The only one that fulfils a condition.
  fileprivate func only(where isWanted: (RenderedFolder) -> Bool) -> RenderedFolder? {
    let wanted = filter(isWanted)
    return wanted.count == 1 ? wanted[0] : nil
  }
}

extension CandidatePlan.Group {
  /// What is said about the others; `reason` is why one was chosen, after "because".
  func note(_ chosen: RenderedFolder, because reason: String) -> Diagnostic {
    let others = members.filter { $0.path != chosen.path }
    return Diagnostic(
      .note, at: chosen.place,
      "drawn, because \(reason); others with the same objects: "
        + others.map(\.word).joined(separator: ", ")
        + "; to draw one: podmap draw \(others[0].word); to compare: podmap compare \(others[0].word) \(chosen.word)")
  }

  /// Why the usual one was chosen.
  var reason: String { production == nil ? "it is the default" : "it is the one for production" }

  /// A message that the objects are in plain files as well.
  var repeatsFiles: Diagnostic {
    let others = members.count == 1 ? "" : " (and \(members.dropFirst().map(\.word).listed))"
    return Diagnostic(
      .note, at: members[0].place, topic: .ownSource,
      "\(members[0].source.noun)\(others) with the same objects as other files of the input, which are drawn; "
        + "to draw it instead: podmap draw \(members[0].word)")
  }

  /// Only those are listed that would be rendered.
  func undecided(_ directory: String, _ settings: SourceSettings) -> Diagnostic {
    let usable = members.filter { $0.source.check($0.path, settings.for($0.path)).isEmpty }
    let listed = usable.isEmpty ? members : usable
    let compare =
      listed.count > 1 ? "; to compare two: podmap compare \(listed[0].word) \(listed[1].word)" : ""
    return Diagnostic(
      .error, at: Place(file: directory.isEmpty ? "." : directory),
      "several sources have the same objects, and it isn't clear which one is for production; say which one to draw: "
        + listed.map { "podmap draw \($0.word)" }.joined(separator: ", or ") + compare)
  }
}
