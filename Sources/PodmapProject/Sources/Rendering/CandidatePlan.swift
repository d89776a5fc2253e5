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
  /// Those of tests and examples, which aren't drawn if there is anything else.
  private(set) var tests: [RenderedFolder] = []
  private var hasWorkload: [String: Bool] = [:]

  /// `directory` is the path of the directory that they are in; `hasFiles` says whether it has plain manifests too.
  init(_ candidates: [RenderedFolder], below directory: String = "", besidesFiles hasFiles: Bool = false) {
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
    leaveOutTests(below: directory, hasFiles: hasFiles)
  }

  /// Tests and examples use an application in many ways, and aren't what a user runs.
  private mutating func leaveOutTests(below directory: String, hasFiles: Bool) {
    func isTest(_ folder: RenderedFolder) -> Bool { folder.isTest(below: directory) }
    guard hasFiles || groups.contains(where: { !$0.members.allSatisfy(isTest) }) else { return }
    for index in groups.indices {
      tests += groups[index].members.filter(isTest)
      groups[index].members.removeAll(where: isTest)
    }
    groups.removeAll(where: \.members.isEmpty)
  }

  /// Whether a file contains a workload.
  private mutating func runs(_ path: String) -> Bool {
    if let known = hasWorkload[path] { return known }
    let text = FileSystem.contents(of: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let input = LinkedInput(texts: [(path, text)], subject: nil)
    let result = input.topology.nodes.contains { $0.workload != nil && $0.presence == .present }
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

  fileprivate func isTest(below directory: String) -> Bool {
    path.dropFirst(directory.count).split(separator: "/").contains { FolderNames.ofTests.contains($0.lowercased()) }
  }

  var lastName: String { FileName.last(of: path) }

  /// The path without `./` before it.
  var shortPath: String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }

  /// The path as it can be typed.
  var word: String { ExportedPath.shown(path) ?? shortPath.word }

  /// A message that this one and others belong to tests.
  func isOfTests(count: Int) -> Diagnostic {
    let others = count == 1 ? "" : " (and \(count - 1) more like this)"
    return Diagnostic(
      .note, at: place, topic: .ownSource,
      "\(source.noun) in a folder of tests or examples\(others) was skipped; to draw it: podmap draw \(word)")
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

  /// Whether most of the objects in other files are among these; those files aren't needed if there are none here.
  func contains(most files: @autoclosure () -> [SourceFile]) -> Bool {
    if names.isEmpty { return false }
    let other = CandidateObjects(files())
    return !other.names.isEmpty && 2 * names.intersection(other.names).count > other.names.count
  }
}
