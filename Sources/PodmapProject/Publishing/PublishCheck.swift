internal import PodmapDiagrams
internal import PodmapManifests

/// Finds what is out of date in a plan, without writing anything.
struct PublishCheck: Sendable {
  /// A file with the output or the blocks that it contains.
  struct Item: Sendable {
    var file: ProjectPath
    var state: OutputState
    var outputs: [PlannedOutput]
  }

  /// In the order of `podmap.yaml`: pictures and texts, then pages.
  let items: [Item]
  let index: PublishIndex
  private let indexPath: ProjectPath
  private let oldIndex: [UInt8]?
  private let untouched: [Untouched]

  /// A diagram that can't be drawn, or a page that can't be written: its outputs stay unchanged.
  private enum Untouched: Sendable {
    case diagram(String)
    case page(String)

    func matches(_ entry: PublishIndex.Entry) -> Bool {
      switch self {
      case .diagram(let name): entry.diagram == name
      case .page(let file): entry.file == file
      }
    }
  }

  init(_ plan: PublishPlan) {
    indexPath = plan.index
    let bytes = FileSystem.contents(of: plan.index.text)
    oldIndex = bytes
    let index = bytes.map { PublishIndex(reading: $0) } ?? PublishIndex()
    self.index = index
    untouched =
      plan.pictures.filter { !$0.isDrawn }.map { .diagram($0.name) } + plan.undone.map { .page($0.text) }
      + plan.pages.filter { $0.new == nil }.map { .page($0.file.text) }
    let outputs = plan.outputs
    let files = concurrentMap(outputs) { output in
      let state =
        switch output.content {
        case .text(let bytes):
          OutputState(of: output.file.text, holding: FileSystem.contents(of: output.file.text), expected: bytes)
        case .picture: OutputState(ofPicture: output, exists: FileSystem.isFile(output.file.text), index)
        }
      return Item(file: output.file, state: state, outputs: [output])
    }
    items =
      files
      + plan.pages.compactMap { page in
        page.new.map { new in
          let state = OutputState(of: page.file.text, holding: page.old, expected: new)
          return Item(file: page.file, state: state, outputs: page.blocks)
        }
      }
  }

  /// How many entries can't be checked.
  var unjudged: Int { untouched.count }

  /// Whether every output of `podmap.yaml` could be planned.
  var isComplete: Bool { untouched.isEmpty }

  /// The files that are read and written in addition to the inputs, with the index last.
  var files: [String] { items.map(\.file.text).uniqued + [indexPath.text] }

  var isAllUpToDate: Bool { outdated.isEmpty && isWritten(index(without: [])) }

  var outdated: [Item] { items.filter { !$0.state.isUpToDate } }

  /// Whether the file contains the index; an empty index needs no file.
  func isWritten(_ index: PublishIndex) -> Bool {
    oldIndex == Array(index.text.utf8) || oldIndex == nil && index.entries.isEmpty
  }

  /// The index after everything except some files is written. Outputs that stay unchanged keep theirs; entries of
  /// outputs that no longer exist are removed. `drawn` has the places in the pictures that were drawn.
  func index(without failed: Set<ProjectPath>, drawn: [ProjectPath: PicturePlaces?] = [:]) -> PublishIndex {
    let written = items.filter { !failed.contains($0.file) }.flatMap { item in
      item.outputs.map { output in
        var entry = output.entry
        entry.places = drawn[item.file] ?? index.entry(for: entry.file, entry.diagram)?.places
        return entry
      }
    }
    let known = Set(written.map { [$0.file, $0.diagram] })
    let kept = index.entries.filter { entry in
      !known.contains([entry.file, entry.diagram])
        && (failed.contains { $0.text == entry.file } || untouched.contains { $0.matches(entry) })
    }
    return PublishIndex(written + kept)
  }

  /// The blocks that an earlier run has written, and that no diagram is written to any more, with their lines.
  var abandonedBlocks: [(file: String, name: String, lines: ClosedRange<Int>)] {
    let current = Set(items.flatMap { item in item.outputs.map { [item.file.text, $0.diagram] } })
    return index.entries.filter { entry in
      entry.kind == "block" && !current.contains([entry.file, entry.diagram])
        && !untouched.contains { $0.matches(entry) } && ProjectPath(entry.file) != nil
    }.compactMap { entry in
      guard let bytes = FileSystem.contents(of: entry.file),
        let lines = MarkdownBlocks.lines(of: entry.diagram, in: bytes)
      else { return nil }
      return (entry.file, entry.diagram, lines)
    }
  }

  /// Files that an earlier run has written, that still exist, and that no diagram is written to any more.
  var abandoned: [String] {
    let current = Set(items.map(\.file.text))
    return index.entries.filter { entry in
      entry.kind != "block" && !current.contains(entry.file) && !untouched.contains { $0.matches(entry) }
    }.map(\.file).uniqued.filter {
      ProjectPath($0) != nil && FileSystem.isFile($0)
    }
  }
}
