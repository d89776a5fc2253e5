package import PodmapManifests

/// Finds the files of an application: each input is opened by the first kind of source that recognises it.
package struct SourceScan: Sendable {
  package private(set) var sources = SourceFiles()
  private var seen: Set<FileSystem.Identity> = []
  /// For each file, its identity in the file system; `nil` if its text was rendered, or comes from elsewhere.
  private var identities: [FileSystem.Identity?] = []
  /// The directory that is being read.
  private(set) var top: (path: String, name: String)?
  /// The sources below a directory that another program renders.
  private var candidates: [RenderedFolder] = []
  /// The sources that would be rendered, if they are only to be recognised.
  private(set) var recognised: [RenderedFolder] = []
  let settings: SourceSettings
  /// What may still be read; `nil` for everything.
  private var room: SourceRoom?
  /// How many files and folders were looked at.
  private var entries = 0
  private let say: @Sendable (String) -> Void

  /// Opens every input; anything that can't be read is reported as an error and doesn't stop the rest.
  package init(
    _ inputs: [String], _ settings: SourceSettings = SourceSettings(),
    onStep say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.settings = settings
    self.say = say
    room = settings.room
    say("finding files")
    for input in inputs { open(input) }
  }

  package var files: [SourceFile] { sources.files }
  package var diagnostics: [Diagnostic] { sources.diagnostics }

  mutating func open(_ input: String) {
    if let source = GitSource(input) { return open(source) }
    do throws(FileSystem.Failure) {
      let source = try NamedSource(input)
      guard let kind = SourceKind.all.first(where: { $0.recognises(source) }) else { return }
      top = (source.folderPath, source.name)
      try kind.open(source, &self)
      settleCandidates(of: source)
      // A directory without manifests is not an error.
      if source.kind != .directory || !sources.refused.isEmpty { sources.isOnlyDirectories = false }
    } catch {
      sources.isOnlyDirectories = false
      refuse(.unreadable(NamedSource.displayName(input), error))
    }
  }

  mutating func add(_ file: SourceFile, _ identity: FileSystem.Identity? = nil) {
    sources.files.append(file)
    identities.append(identity)
  }

  /// Renders a source that the user names.
  mutating func render(_ folder: RenderedFolder) {
    if settings.readsSourcesOnly { return addSources(of: folder) }
    if settings.recognisesOnly { return recognised.append(folder) }
    let rendering = rendering(of: folder)
    if let failure = rendering.failure { refuse(failure) }
    add(rendering)
  }

  /// Adds the files that a source is made from, as they are.
  private mutating func addSources(of folder: RenderedFolder) {
    let below =
      folder.source.ownsFolders ? SourceLinks.entries(below: folder.path) : [folder.path + "/" + folder.marker]
    let values = settings.for(folder.path).helm.values
    for path in (below + folder.source.parts(folder.path).files + values).uniqued {
      guard let bytes = FileSystem.contents(of: path) else { continue }
      add(SourceFile(name: NamedSource.displayName(path), bytes: bytes, isNamed: false))
    }
  }

  private func rendering(of folder: RenderedFolder) -> SourceRendering {
    say("rendering \(folder.word)")
    return SourceRendering(folder, settings: settings)
  }

  /// Says how far the search has come, now and then: a folder can be a whole disk.
  private mutating func count() {
    entries += 1
    guard entries % 100 == 0 else { return }
    say("finding files: \(entries.grouped) seen, \(sources.files.count.grouped) read")
  }

  private mutating func add(_ rendering: SourceRendering) {
    for file in rendering.files { add(file) }
    sources.diagnostics += rendering.diagnostics
  }

  mutating func addCandidate(_ folder: RenderedFolder) {
    if settings.readsSourcesOnly { return addSources(of: folder) }
    candidates.append(folder)
  }

  /// Decides which of the sources below a directory are drawn, and renders them.
  private mutating func settleCandidates(of directory: NamedSource) {
    guard !candidates.isEmpty else { return }
    defer { candidates = [] }
    let plan = CandidatePlan(candidates, below: directory.path, besidesFiles: !sources.files.isEmpty)
    // What a kustomization refers to is drawn with it.
    let kept = sources.files.indices.filter { !(identities[$0].map(plan.referredFiles.contains) ?? false) }
    (sources.files, identities) = (kept.map { sources.files[$0] }, kept.map { identities[$0] })
    if let first = plan.tests.first { sources.diagnostics.append(first.isOfTests(count: plan.tests.count)) }
    let plain = CandidateObjects(sources.files)
    for group in plan.groups {
      guard let chosen = group.chosen(settings) else {
        if plain.contains(most: rendering(of: group.members[0]).files) {
          sources.diagnostics.append(group.members[0].repeatsFiles)
        } else {
          refuse(group.undecided(directory.name))
        }
        continue
      }
      if settings.recognisesOnly {
        recognise(chosen, of: group, besides: plain)
        continue
      }
      let rendering = rendering(of: chosen)
      if var failure = rendering.failure {
        if settings.renders {
          refuse(failure)
        } else {
          // Nobody named it, and the user doesn't want it to be rendered.
          failure.severity = .note
          skip(failure)
        }
        continue
      }
      if plain.contains(most: rendering.files) {
        sources.diagnostics.append(chosen.repeatsFiles)
        continue
      }
      add(rendering)
      if let note = group.note { sources.diagnostics.append(note) }
      if let variant = group.variant { sources.variants.append(variant) }
    }
  }

  /// Lists a source that would be drawn, unless what can be read of it without a program is in plain files as well.
  private mutating func recognise(
    _ chosen: RenderedFolder, of group: CandidatePlan.Group, besides plain: CandidateObjects
  ) {
    func files() -> [SourceFile] {
      (chosen.source.read?(chosen.path).objects ?? []).map {
        SourceFile(name: chosen.path, text: $0.text, isNamed: true)
      }
    }
    if plain.contains(most: files()) { return sources.diagnostics.append(chosen.repeatsFiles) }
    recognised.append(chosen)
    if let note = group.note { sources.diagnostics.append(note) }
  }

  /// Says why something that the user named is not read.
  mutating func refuse(_ diagnostic: Diagnostic) {
    sources.diagnostics.append(diagnostic)
    sources.refused.append(diagnostic)
  }

  /// Remembers that the user named a file rather than a directory.
  mutating func isFileNamed() { sources.isOnlyDirectories = false }

  /// Whether a file may be read, if that is limited.
  mutating func hasRoom(for path: String) -> Bool { room?.take(path) != false }

  /// Whether a file has not already been read under another name.
  mutating func isNew(_ identity: FileSystem.Identity) -> Bool { seen.insert(identity).inserted }

  /// Reports something that is not read, without an error.
  mutating func skip(_ diagnostic: Diagnostic) { sources.diagnostics.append(diagnostic) }

  /// Opens everything in a directory; if it belongs to a source, only the other sources in it.
  mutating func readDirectory(_ directory: NamedSource, isOwned: Bool = false) throws(FileSystem.Failure) {
    let ancestors = directory.ancestors + [directory.identity].compactMap(\.self)
    for entry in directory.names where !Self.isLeftOut(entry) {
      guard room?.takeEntry() != false else { return }
      count()
      do throws(FileSystem.Failure) {
        guard let source = try NamedSource(entry, in: directory, ancestors: ancestors, isOwned: isOwned),
          !isOwned || source.kind == .directory,
          let kind = SourceKind.all.first(where: { $0.recognises(source) })
        else { continue }
        try kind.openBelow(source, &self)
      } catch {
        sources.diagnostics.append(.unreadable(directory.name(of: entry), error))
      }
    }
  }

  /// Whether entries of directories with a name are never read: they belong to other programs.
  static func isLeftOut(_ entry: String) -> Bool { entry.hasPrefix(".") || entry == "node_modules" }
}

extension Diagnostic {
  fileprivate static func unreadable(_ name: String, _ failure: FileSystem.Failure) -> Diagnostic {
    Diagnostic(
      .error, at: Place(file: name.isEmpty ? "." : name),
      failure.isTooLarge
        ? "larger than \(Limit.fileSize.text); name smaller files"
        : "can't be read: \(failure.text); check the path and its permissions")
  }
}
