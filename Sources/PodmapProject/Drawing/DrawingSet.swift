package import PodmapDiagrams
package import PodmapManifests
package import PodmapTopology
internal import PodmapGraphviz

/// The diagrams of one request: a view of an application, which may be several diagrams, or the hand-written diagrams,
/// each on its own.
package struct DrawingSet: Sendable {
  private struct Member: Sendable {
    /// The `PART` of a file's name.
    var name: String
    var drawing: Drawing
  }

  private let members: [Member]
  /// The heading of a page with several diagrams.
  private let title: String

  /// A view of an application.
  init(_ view: View, of topology: Topology, _ options: ViewOptions, _ sequence: SequenceOptions) {
    switch view {
    case .flow(let view): self.init(only: .flow(view.drawing(of: topology, options)))
    case .sequence(let view):
      self.init(view.drawings(of: topology, sequence), title: options.title ?? options.subject ?? view.name)
    }
  }

  private init(only drawing: Drawing) {
    members = [Member(name: "", drawing: drawing)]
    title = drawing.title
  }

  private init(_ drawings: [SequenceView.Result], title: String) {
    var names = PartNames()
    members = drawings.map { Member(name: names.name(for: $0.name), drawing: .sequence($0)) }
    self.title = title
  }

  /// The hand-written diagrams of which the topology still contains a node.
  package init(_ documents: [DiagramDocument], in topology: Topology, _ options: ViewOptions) {
    var names = PartNames()
    let all = documents.map { document in
      Member(
        name: names.name(for: document.name),
        drawing: document.sequence.map { .sequence(SequenceView.Result(document, $0, title: options.title)) }
          ?? .flow(FlowView.Result(document, in: topology, options)))
    }
    let shown = all.filter { !$0.drawing.isEmpty }
    members = shown.isEmpty ? Array(all.prefix(1)) : shown
    title = options.title ?? options.subject ?? "Diagrams"
  }

  package var isEmpty: Bool { members.allSatisfy(\.drawing.isEmpty) }

  /// The drawing, if there is just one.
  package var only: Drawing? { members.count == 1 ? members[0].drawing : nil }

  /// Every drawing on its own.
  package var drawings: [(name: String, drawing: Drawing)] { members.map { ($0.name, $0.drawing) } }

  /// What is written in each format, with what could not be drawn; made on all cores. A picture that can't be drawn
  /// doesn't stop the others, nor does a hand-written diagram of a kind that a format doesn't show.
  package func written(_ formats: [OutputFormat], _ renderer: Renderer) -> [Outcome] {
    let pairs = formats.flatMap { format in members.map { (format: format, member: $0) } }
    let drawn = concurrentMap(pairs) { pair -> (written: WrittenDiagram?, failure: Diagnostic?) in
      do throws(RenderError) {
        let drawing = pair.member.drawing
        guard pair.format.shows(drawing.kind) else {
          return (nil, Diagnostic(.error, pair.format.refusal(of: drawing.kind).textForKeys))
        }
        // A page contains what Mermaid's files would.
        let format = only == nil && pair.format.arrangement == .page ? OutputFormat.mermaid : pair.format
        return (try drawing.written(format, renderer), nil)
      } catch {
        return (nil, Diagnostic(.error, error.message))
      }
    }
    return formats.enumerated().map { position, format in
      let part = drawn[(position * members.count)..<((position + 1) * members.count)]
      let shown = zip(members, part).compactMap { member, one in one.written.map { (member, $0) } }
      return Outcome(
        written: written(format, shown), failures: part.compactMap(\.failure) + shown.flatMap(\.1.failures))
    }
  }

  /// The result for one format.
  package struct Outcome: Sendable {
    /// `nil` if no diagram could be drawn.
    package var written: WrittenDiagram?
    package var failures: [Diagnostic]

    package init(written: WrittenDiagram?, failures: [Diagnostic] = []) {
      self.written = written
      self.failures = failures
    }
  }

  private typealias Drawn = (member: Member, written: WrittenDiagram)

  private func written(_ format: OutputFormat, _ drawn: [Drawn]) -> WrittenDiagram? {
    guard let first = drawn.first else { return nil }
    if only != nil { return first.written }
    var written = WrittenDiagram(first.written.main ?? [])
    switch format.arrangement {
    case .page:
      written = WrittenDiagram(page(drawn))
    case .filesOrPage:
      let page = page(drawn)
      written.main = nil
      written.parts = parts(drawn)
      written.standardOutput = { Array(page.utf8) }
    case .files:
      written.main = nil
      written.parts = parts(drawn)
      written.remarksOnStandardOutput = [.onlyTheFirst(of: drawn.count)]
    }
    written.remarks = drawn.flatMap(\.written.remarks)
    if written.main == nil { written.remarksOnFiles = [.noOverview(drawn.map(\.member.name))] }
    return written
  }

  private func parts(
    _ drawn: [Drawn]
  ) -> [(name: String, bytes: [UInt8])] {
    var names = PartNames()
    let main = drawn.map { (names.name(for: $0.member.name), $0.written.main ?? []) }
    let others = drawn.flatMap { one in
      one.written.parts.map { (names.name(for: "\(one.member.name)-\($0.name)"), $0.bytes) }
    }
    return main + others
  }

  private func page(_ drawn: [Drawn]) -> String {
    MarkdownDocument(
      title: title,
      sections: drawn.map { one in
        MarkdownDocument.Section(
          title: one.member.drawing.title, mermaid: String(decoding: one.written.main ?? [], as: UTF8.self),
          parts: one.written.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      }
    ).text
  }
}

extension OutputFormat {
  /// Where several diagrams are written.
  fileprivate enum Arrangement {
    /// All on one page.
    case page
    /// Each to its own file, but all on one page on standard output.
    case filesOrPage
    /// Each to its own file.
    case files
  }

  fileprivate var arrangement: Arrangement {
    if flow == .markdown || sequence == .markdown { return .page }
    if flow == .mermaid || sequence == .mermaid { return .filesOrPage }
    return .files
  }
}

extension Diagnostic {
  fileprivate static func onlyTheFirst(of count: Int) -> Diagnostic {
    Diagnostic(
      .note, "standard output only gets the first of \(count) diagrams; use -o FILE to write each to its own file")
  }

  fileprivate static func noOverview(_ names: [String]) -> Diagnostic {
    let words = names.prefix(Limit.listedNames.value).map { "FILE-\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .note,
      "\(names.count) diagrams have no overview, so each is written to its own file: "
        + words + (names.count > Limit.listedNames.value ? ", …" : ""))
  }
}
