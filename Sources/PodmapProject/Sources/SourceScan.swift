package import PodmapManifests

/// Finds the files of an application: each input is opened by the first kind of source that recognises it.
package struct SourceScan: Sendable {
  package private(set) var sources = SourceFiles()
  private var seen: Set<FileSystem.Identity> = []
  /// What was found below the directory that is being read.
  private var found = FoundSources()
  /// The directory that is being read.
  private(set) var top: (path: String, name: String)?
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
      if !source.isStandardInput, leads(outTo: source.path) { return refuse(.leaves(source.name)) }
      guard let kind = SourceKind.all.first(where: { $0.recognises(source) }) else { return }
      top = (source.folderPath, source.name)
      try kind.open(source, &self)
      settle(source.name)
      // A directory without manifests is not an error.
      if source.kind != .directory || !sources.refused.isEmpty { sources.isOnlyDirectories = false }
    } catch {
      sources.isOnlyDirectories = false
      refuse(.unreadable(NamedSource.displayName(input), error))
    }
  }

  /// Adds a file that the user names, or that is the only one of its source.
  mutating func add(_ file: SourceFile) { sources.files.append(file) }

  /// Adds a file below a directory.
  mutating func add(_ file: SourceFile, at path: String, _ identity: FileSystem.Identity) {
    found.files.append(FoundSources.Plain(file: file, identity: identity, aside: aside(path)))
  }

  /// Adds a file of a revision; `folders` lead to it below the folder `start`.
  mutating func add(_ file: SourceFile, in folders: [Substring], below start: String) {
    found.files.append(FoundSources.Plain(file: file, aside: SetAside(folders, below: start)))
  }

  /// The folder that sets something below the directory aside.
  private func aside(_ path: String) -> SetAside? {
    guard let top else { return nil }
    let start = path.hasPrefix(top.path + "/") ? top.path + "/" : ""
    return SetAside(path.dropFirst(start.count).split(separator: "/").dropLast(), below: start == "./" ? "" : start)
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
    sources.unlisted += rendering.unlisted
    sources.diagnostics += rendering.diagnostics
  }

  mutating func addCandidate(_ folder: RenderedFolder) {
    if settings.readsSourcesOnly { return addSources(of: folder) }
    found.candidates.append(FoundSources.Candidate(folder: folder, aside: aside(folder.path + "/" + folder.marker)))
  }

  /// Decides what of a directory is drawn, and renders it.
  mutating func settle(_ directory: String) {
    defer { found = FoundSources() }
    if !settings.readsSourcesOnly { sources.diagnostics += found.leaveOut() }
    guard !found.candidates.isEmpty else {
      sources.files += found.files.map(\.file)
      return
    }
    let plan = CandidatePlan(found.candidates.map(\.folder))
    // What a kustomization refers to is drawn with it.
    let files = found.files.filter { !($0.identity.map(plan.referredFiles.contains) ?? false) }.map(\.file)
    sources.files += files
    let plain = CandidateObjects(files)
    let scan = self
    let renderings = concurrentMap(plan.groups) { scan.readable($0.chosen(scan.settings) ?? $0.members[0]) }
    var members: [SourceAlternatives.Member] = []
    for (group, rendering) in zip(plan.groups, renderings) {
      let (chosen, objects) = (group.chosen(settings), CandidateObjects(rendering.files))
      if plain.contains(most: objects) {
        sources.diagnostics.append(group.repeatsFiles)
      } else if let chosen, let failure = rendering.failure {
        failed(chosen, failure)
      } else {
        members.append(
          SourceAlternatives.Member(group: group, folder: chosen, rendering: rendering, objects: objects))
      }
    }
    for set in SourceAlternatives(members).sets { draw(set, directory) }
  }

  /// Draws one of several sources that make the same objects.
  private mutating func draw(_ set: [SourceAlternatives.Member], _ directory: String) {
    let group = SourceAlternatives.group(of: set)
    guard let (member, reason) = SourceAlternatives.choice(of: set, settings), let folder = member.folder else {
      return refuse(group.undecided(directory, settings))
    }
    if settings.recognisesOnly {
      recognised.append(folder)
      sources.diagnostics += member.rendering.diagnostics.filter { $0.severity == .error }
    } else {
      add(member.rendering)
    }
    guard group.members.count > 1 else { return }
    sources.diagnostics.append(group.note(folder, because: reason))
    if group.production?.path == folder.path { sources.variants.append(folder.lastName) }
  }

  /// What a source makes, as far as it is to be rendered.
  private func readable(_ folder: RenderedFolder) -> SourceRendering {
    guard settings.recognisesOnly else { return rendering(of: folder) }
    var settings = settings
    settings.renders = false
    return SourceRendering(folder, settings: settings)
  }

  private mutating func failed(_ folder: RenderedFolder, _ failure: Diagnostic) {
    if settings.recognisesOnly { return recognised.append(folder) }
    if settings.renders { return refuse(failure) }
    // Nobody named it, and the user doesn't want it to be rendered.
    var failure = failure
    failure.severity = .note
    skip(failure)
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
        if leaves(source) {
          refuse(.leaves(source.name))
          continue
        }
        try kind.openBelow(source, &self)
      } catch {
        // An editor's lock, or a link to what a build makes.
        if FileSystem.isLinkToNothing("\(directory.path)/\(entry)") { continue }
        // Such a name can't be kept in a text, so there is no path to the file.
        if error.isMissing, FileName.hasUnknownBytes(entry) {
          if FileName.isManifest(entry) || !entry.contains(".") { skip(.notUTF8(directory.name(of: entry))) }
          continue
        }
        sources.diagnostics.append(.unreadable(directory.name(of: entry), error))
      }
    }
  }

  /// Whether an entry leads out of the folder that links must not leave, and would be read.
  private func leaves(_ source: NamedSource) -> Bool {
    guard settings.boundary != nil, source.kind == .directory || FileName.isManifest(source.path),
      FileSystem.isLink(source.path)
    else { return false }
    return leads(outTo: source.path)
  }

  private func leads(outTo path: String) -> Bool {
    settings.boundary.map { RealPath.leads(path, outOf: $0) } ?? false
  }

  /// Whether entries of directories with a name are never read: they belong to other programs, or are what
  /// podmap itself has written.
  static func isLeftOut(_ entry: String) -> Bool {
    entry.hasPrefix(".") || entry == "node_modules" || entry == PublishIndex.fileName
  }
}

extension Diagnostic {
  fileprivate static func notUTF8(_ name: String) -> Diagnostic {
    Diagnostic(
      .warning, at: Place(wholeFile: name), topic: .notAManifest,
      "the name isn't UTF-8, so this isn't read; give it another name")
  }

  fileprivate static func leaves(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, at: Place(wholeFile: name), topic: .unreadable,
      "a link that leads out of the folder of podmap.yaml, and isn't read; "
        + "replace it by what it leads to, or move podmap.yaml up")
  }

  fileprivate static func unreadable(_ name: String, _ failure: FileSystem.Failure) -> Diagnostic {
    Diagnostic(
      .error, at: Place(wholeFile: name.isEmpty ? "." : name),
      failure.isTooLarge
        ? "larger than \(Limit.fileSize.text); name smaller files"
        : failure.isMissing
          ? "there is no such file or folder; "
            + (FileName.hasUnknownBytes(name) ? "a file whose name isn't UTF-8 can't be read" : failure.advice)
          : "can't be read: \(failure.text); \(failure.advice)")
  }
}
