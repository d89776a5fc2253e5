internal import PodmapDiagrams
internal import PodmapManifests

/// Writes what is out of date.
struct Publication {
  private let plan: PublishPlan
  private let check: PublishCheck
  private let home: ProjectHome
  private let engine: PictureEngine
  /// Where files are until they are complete: git ignores what a killed run leaves there.
  private let stage = PublishMemoryFile.makeFolder()
  /// Why something could not be written.
  private(set) var failures: [Diagnostic] = []
  private(set) var messages: [Diagnostic] = []
  /// What could not be drawn or written.
  private(set) var failed: Set<ProjectPath> = []
  /// The files that were written, without the index.
  private(set) var written: [PublishedFile] = []
  /// Whether the index was written too.
  private(set) var writesIndex = false
  /// Where the cards of the pictures that were drawn are.
  private var places: [ProjectPath: PicturePlaces?] = [:]

  init(_ plan: PublishPlan, _ check: PublishCheck, _ home: ProjectHome, _ engine: PictureEngine) {
    self.home = home
    self.plan = plan
    self.check = check
    self.engine = engine
  }

  /// Pictures and texts first, then the pages that show them; the index last, so that the next run finishes a run that
  /// was ended in the middle.
  mutating func write(_ progress: RunProgress) {
    removeAbandoned()
    let outdated = check.outdated
    guard !outdated.isEmpty else { return writeIndex() }
    forget(outdated)
    let pictures = self.pictures(for: Set(outdated.map(\.file)), progress)
    for item in outdated {
      let page = plan.pages.first { $0.file == item.file }?.renewed
      messages += page?.diagnostics ?? []
      if let page {
        if let bytes = page.new { write(bytes, to: item.file) } else { failed.insert(item.file) }
      } else if let bytes = Self.text(of: item) ?? pictures[item.file] {
        write(bytes, to: item.file)
      } else {
        failed.insert(item.file)
      }
    }
    writeIndex()
  }

  /// Removes what a killed run has left behind, also where it could not use the folder that git ignores.
  private func removeAbandoned() {
    let folders = (check.items.map(\.file) + [plan.index]).map { FileName.folder(of: $0.text) }
    for folder in ([stage].compactMap(\.self) + folders).uniqued { StagedFile.removeAbandoned(in: folder) }
  }

  /// Removes pictures that will be redrawn from the index: if this run is interrupted, the index must not
  /// describe pictures that have been replaced.
  private func forget(_ outdated: [PublishCheck.Item]) {
    let pictures = Set(
      outdated.filter { if case .picture? = $0.outputs.first?.content { true } else { false } }.map(\.file.text))
    let kept = check.index.entries.filter { !pictures.contains($0.file) }
    guard kept.count < check.index.entries.count else { return }
    // If this can't be written, nothing else can.
    try? AtomicFile.write(Array(PublishIndex(kept).text.utf8), to: plan.index.text, by: stage)
  }

  private static func text(of item: PublishCheck.Item) -> [UInt8]? {
    if case .text(let bytes)? = item.outputs.first?.content { bytes } else { nil }
  }

  /// Draws every file that is at least partly out of date, on all cores.
  private mutating func pictures(
    for outdated: Set<ProjectPath>, _ progress: RunProgress
  ) -> [ProjectPath: [UInt8]] {
    let needed = plan.pictures.flatMap { picture in
      picture.files.filter { file in
        file.format.rendered != nil && file.outputs.contains { outdated.contains($0.file) }
      }.map { (picture: picture, file: $0) }
    }
    guard !needed.isEmpty else { return [:] }
    let count = needed.count == 1 ? "1 picture" : "\(needed.count) pictures"
    let oneIsDone = progress.steps("drawing \(count)", needed.count)
    let renderer = Renderer(
      plan.look.settings, plan.look.pictures.icons, for: needed.compactMap(\.file.format.rendered).uniqued, by: engine)
    defer { renderer.end() }
    let drawn = concurrentMap(needed) { [check] one in
      defer { oneIsDone() }
      return one.picture.drawn(one.file, renderer, following: check.index)
    }
    messages += (renderer.remarks + drawn.flatMap(\.messages)).uniqued
    for file in drawn { places.merge(file.places) { first, _ in first } }
    return drawn.map(\.bytes).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
  }

  private mutating func writeIndex() {
    let index = check.index(without: failed, drawn: places)
    let bytes = Array(index.text.utf8)
    guard FileSystem.contents(of: plan.index.text) != bytes else { return }
    if !check.isWritten(index) {
      writesIndex = replace(plan.index, by: bytes)
    } else if !index.entries.isEmpty {
      // Restores it after pictures were taken out of it.
      try? AtomicFile.write(bytes, to: plan.index.text, by: stage)
    }
  }

  private mutating func write(_ bytes: [UInt8], to file: ProjectPath) {
    let old = FileSystem.contents(of: file.text)
    guard replace(file, by: bytes) else { return }
    let before = check.index.entries.first { $0.file == file.text }?.places
    written.append(
      PublishedFile(home.prefix + file.text, from: old, to: bytes, places: (before, places[file].flatMap(\.self))))
  }

  /// Writes a file; returns whether that succeeded.
  private mutating func replace(_ file: ProjectPath, by bytes: [UInt8]) -> Bool {
    let files = FileWriter(shownBelow: home.prefix, stage: stage)
    do throws(FileWriter.Failure) {
      try files.makeFolders(of: file.text)
      try files.write(bytes, to: file.text)
      return true
    } catch {
      failures.append(error.diagnostic)
      failed.insert(file)
      return false
    }
  }
}
