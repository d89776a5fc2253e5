internal import PodmapManifests

/// A kind of folder that another program must render before it can be read.
struct RenderedSource: Sendable {
  /// A program that can do it, and the words that select the task.
  struct Candidate: Sendable {
    var name: String
    var task: [String]
  }

  /// The file names any of which makes a folder such a source.
  let markers: [String]
  let noun: String
  /// The programs that render it, the preferred one first.
  let candidates: [Candidate]
  /// Whether everything below such a folder belongs to it.
  let ownsFolders: Bool
  /// The arguments for a folder.
  let words: @Sendable (String, SourceSettings) -> [String]
  /// The namespace of rendered objects that name none.
  let namespace: @Sendable (SourceSettings) -> String?
  /// What must be true before a program is started.
  let check: @Sendable (String, SourceSettings) -> [String]
  /// What a source in a folder consists of.
  let parts: @Sendable (String) -> SourceParts
  /// The file to show for one that the renderer names, in a folder.
  let shown: @Sendable (String, RenderedFolder) -> String
  /// The files that objects can come from, for evidence.
  let origins: @Sendable (RenderedFolder) -> SourceOrigins
  /// The manifests beside the source in a folder that don't belong to it.
  let unlisted: @Sendable (RenderedFolder) -> [UnlistedFile]
  /// What can be read without a program; `nil` if nothing can.
  let read: (@Sendable (String) -> PartialRendering)?
  /// What to do if the program says this.
  let advice: [Advice]

  /// What to do if a program says something.
  struct Advice: Sendable {
    var says: String
    var advice: String
  }

  static let all: [RenderedSource] = [.kustomization, .chart]

  /// The file in a folder that makes it such a source.
  func marker(in names: [String]) -> String? { names.first(where: markers.contains) }

  /// The first program that is there; `nil` if there is none.
  func program(_ settings: SourceSettings) -> RendererProgram? {
    if let renderer = settings.renderer {
      let name = FileName.last(of: renderer)
      guard let candidate = candidates.first(where: { $0.name == name }) ?? candidates.first else { return nil }
      return RendererProgram.find(renderer).map { RendererProgram(path: $0, task: candidate.task) }
    }
    for candidate in candidates {
      if let path = RendererProgram.find(candidate.name) { return RendererProgram(path: path, task: candidate.task) }
    }
    return nil
  }

  /// The programs in words: "kubectl or kustomize".
  var programs: String { candidates.map(\.name).joined(separator: " or ") }
}

/// What could be read of a source without its program.
struct PartialRendering: Sendable {
  var objects: [RenderedObject]
  /// The fields that were not applied.
  var unapplied: [String]
  var diagnostics: [Diagnostic]
}
