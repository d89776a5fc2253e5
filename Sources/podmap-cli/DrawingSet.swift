import PodmapDiagrams
import PodmapGraphviz
import PodmapManifests
import PodmapTopology

/// The drawings that one command makes: a view of an application, which may be several diagrams, or the diagrams that
/// somebody wrote by hand, each a picture of its own.
struct DrawingSet: Sendable {
  private struct Member: Sendable {
    /// The `PART` of a file's name.
    var name: String
    var drawing: Drawing
  }

  private let members: [Member]
  /// The heading of a page with several.
  private let title: String

  /// What a command that draws shows: a view of the application, or the diagrams that were written by hand.
  init(
    _ input: LinkedInput, chosen: Topology, _ view: DiagramView, _ options: ViewOptions, _ sequence: SequenceOptions
  ) {
    if input.isOnlyDiagrams {
      self.init(input.diagrams, in: chosen, options)
      return
    }
    switch view {
    case .flow(let view): self.init(only: .flow(view.drawing(of: chosen, options)))
    case .sequence(let view):
      self.init(view.drawings(of: chosen, sequence), title: options.title ?? options.subject ?? view.rawValue)
    }
  }

  private init(only drawing: Drawing) {
    members = [Member(name: "", drawing: drawing)]
    title = drawing.title
  }

  private init(_ drawings: [SequenceDrawing], title: String) {
    var names = PartNames()
    members = drawings.map { Member(name: names.name(for: $0.name), drawing: .sequence($0)) }
    self.title = title
  }

  /// The diagrams of which the topology still holds a node.
  private init(_ documents: [DiagramDocument], in topology: Topology, _ options: ViewOptions) {
    var names = PartNames()
    let all = documents.map { document in
      Member(
        name: names.name(for: document.name),
        drawing: document.sequence.map { .sequence(SequenceDrawing(document, $0, title: options.title)) }
          ?? .flow(FlowDrawing(document, in: topology, options)))
    }
    let shown = all.filter { !$0.drawing.isEmpty }
    members = shown.isEmpty ? Array(all.prefix(1)) : shown
    title = options.title ?? options.subject ?? "Diagrams"
  }

  var isEmpty: Bool { members.allSatisfy(\.drawing.isEmpty) }

  /// The drawing, where there is one.
  var only: Drawing? { members.count == 1 ? members[0].drawing : nil }

  /// What is written for each format, with what could not be drawn; made on all cores. A picture that can't be drawn
  /// stops no other.
  func documents(_ formats: [OutputFormat.Picture], _ renderer: Renderer) -> [Outcome] {
    let pairs = formats.flatMap { format in members.map { (format: format, member: $0) } }
    let drawn = concurrentMap(pairs) { pair -> (documents: Documents?, failure: Diagnostic?) in
      do throws(RenderError) {
        // A page holds what Mermaid's files would.
        let format = only == nil && pair.format.isPage ? .mermaid : pair.format
        return (try pair.member.drawing.documents(format, renderer), nil)
      } catch {
        return (nil, Diagnostic(.error, error.message))
      }
    }
    return formats.enumerated().map { position, format in
      let part = drawn[(position * members.count)..<((position + 1) * members.count)]
      let shown = zip(members, part).compactMap { member, one in one.documents.map { (member, $0) } }
      return Outcome(
        documents: documents(format, shown), failures: part.compactMap(\.failure) + shown.flatMap(\.1.failures))
    }
  }

  /// What became of one format.
  struct Outcome {
    /// Nothing where no picture could be drawn.
    var documents: Documents?
    var failures: [Diagnostic]
  }

  private typealias Drawn = (member: Member, documents: Documents)

  private func documents(_ format: OutputFormat.Picture, _ drawn: [Drawn]) -> Documents? {
    guard let first = drawn.first else { return nil }
    if only != nil { return first.documents }
    var documents = Documents(first.documents.main ?? [])
    switch format {
    case .md:
      documents = Documents(page(drawn))
    case .mermaid:
      let page = page(drawn)
      documents.main = nil
      documents.parts = parts(drawn)
      documents.standardOutput = { Array(page.utf8) }
    case .dot, .rendered:
      documents.main = nil
      documents.parts = parts(drawn)
      documents.remarksOnStandardOutput = [.onlyTheFirst(of: drawn.count)]
    }
    documents.remarks = drawn.flatMap(\.documents.remarks)
    if documents.main == nil { documents.remarksOnFiles = [.noOverview(drawn.map(\.member.name))] }
    return documents
  }

  private func parts(
    _ drawn: [Drawn]
  ) -> [(name: String, bytes: [UInt8])] {
    var names = PartNames()
    let main = drawn.map { (names.name(for: $0.member.name), $0.documents.main ?? []) }
    let others = drawn.flatMap { one in
      one.documents.parts.map { (names.name(for: "\(one.member.name)-\($0.name)"), $0.bytes) }
    }
    return main + others
  }

  private func page(_ drawn: [Drawn]) -> String {
    MarkdownDocument(
      title: title,
      sections: drawn.map { one in
        MarkdownDocument.Section(
          title: one.member.drawing.title, mermaid: String(decoding: one.documents.main ?? [], as: UTF8.self),
          parts: one.documents.parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
      }
    ).text
  }
}

extension OutputFormat.Picture {
  fileprivate var isPage: Bool {
    switch self {
    case .md: true
    case .mermaid, .dot, .rendered: false
    }
  }
}

extension Diagnostic {
  fileprivate static func onlyTheFirst(of count: Int) -> Diagnostic {
    Diagnostic(
      .note, "only the first of \(count) diagrams fits standard output; -o FILE writes each to a file of its own")
  }

  fileprivate static func noOverview(_ names: [String]) -> Diagnostic {
    let words = names.prefix(3).map { "FILE-\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .note,
      "\(names.count) diagrams have no overview, so that each is written to a file of its own: "
        + words + (names.count > 3 ? ", …" : ""))
  }
}
