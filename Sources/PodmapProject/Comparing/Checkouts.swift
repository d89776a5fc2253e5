internal import PodmapManifests

/// The folders of two checkouts; revisions of the repository are exported to temporary folders.
struct Checkouts {
  private(set) var base: String
  private(set) var head: String
  /// What was compared instead of what was given.
  private(set) var notes: [Diagnostic] = []
  private var exports: [GitExport] = []

  init(base: String, head: String, _ settings: SourceSettings) throws(RequestError) {
    // `HEAD:` is all of a revision, as it is without --project.
    let (base, head) = (Self.name(base), Self.name(head))
    (self.base, self.head) = (base, head)
    if Self.isFolder(base) {
      try exportHead(settings)
      return
    }
    let repository = try Self.repository(base, settings)
    let commit = try Self.commit(base, repository)
    // What the base got after the head branched off is not a change of the head.
    let isFolder = Self.isFolder(head)
    let other = isFolder ? try Self.commit("HEAD", repository) : try Self.commit(head, repository)
    guard let common = repository.mergeBase(commit, other) else {
      let hint =
        repository.isShallow
        ? "the history is shallow, so fetch the rest first: git fetch --unshallow" : "name a commit of the same history"
      throw RequestError("'\(base)' and '\(isFolder ? "HEAD" : head)' have no common commit; \(hint)")
    }
    if common != commit {
      notes.append(
        Diagnostic(
          .note, "compared with \(common.prefix(12)), the last commit that '\(base.shortened())' has in common"))
    }
    let export = try GitExport(base, common, of: repository)
    exports.append(export)
    self.base = export.folder
    try exportHead(settings)
  }

  private mutating func exportHead(_ settings: SourceSettings) throws(RequestError) {
    if Self.isFolder(head) { return }
    let repository = try Self.repository(head, settings)
    let export = try GitExport(head, try Self.commit(head, repository), of: repository)
    exports.append(export)
    head = export.folder
  }

  private static func name(_ given: String) -> String {
    given.hasSuffix(":") && given.count > 1 && !isFolder(given) ? String(given.dropLast()) : given
  }

  private static func isFolder(_ path: String) -> Bool { (try? FileSystem.kind(of: path))?.kind == .directory }

  private static func repository(_ name: String, _ settings: SourceSettings) throws(RequestError) -> GitRepository {
    guard settings.renders else {
      throw RequestError("'\(name)' is not a folder, and --no-render forbids asking git about a revision")
    }
    guard let repository = GitRepository() else {
      throw RequestError("'\(name)' is not a folder, and reading a revision needs git, which is not installed")
    }
    return repository
  }

  private static func commit(_ name: String, _ repository: GitRepository) throws(RequestError) -> String {
    if let commit = repository.commit(name) { return commit }
    let hint = repository.isShallow ? "; \(repository.fetchHint(name))" : ""
    throw RequestError("there is neither a folder nor a revision '\(name)'\(hint)")
  }
}
