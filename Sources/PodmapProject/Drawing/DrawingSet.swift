package import PodmapDiagrams
package import PodmapManifests
package import PodmapTopology

/// The diagrams of one request: a view of an application, which may be several diagrams, or the hand-written diagrams,
/// each on its own.
package struct DrawingSet: Sendable {
  struct Member: Sendable {
    /// The `PART` of a file's name.
    var name: String
    var drawing: Drawing
  }

  let members: [Member]
  /// The heading of a page with several diagrams.
  let title: String
  /// The heading of the overview of several diagrams: those of a view have one, hand-written ones don't.
  let overviewTitle: String?

  /// A view of an application.
  init(_ view: View, of topology: Topology, _ options: ViewOptions, _ sequence: SequenceOptions) {
    switch view {
    case .flow(let view): self.init(only: .flow(view.drawing(of: topology, options)))
    case .sequence(let view):
      self.init(
        view.drawings(of: topology, sequence), title: options.title ?? options.subject ?? view.name,
        overviewTitle: options.title ?? options.subject.map { "\($0): \(view.name)" } ?? view.name)
    }
  }

  private init(only drawing: Drawing) {
    members = [Member(name: "", drawing: drawing)]
    title = drawing.title
    overviewTitle = nil
  }

  private init(_ drawings: [SequenceView.Result], title: String, overviewTitle: String) {
    var names = PartNames()
    members = drawings.map { Member(name: names.name(for: $0.name), drawing: .sequence($0)) }
    self.title = title
    self.overviewTitle = drawings.count > 1 ? overviewTitle : nil
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
    overviewTitle = nil
  }

  package var isEmpty: Bool { members.allSatisfy(\.drawing.isEmpty) }

  /// The drawing, if there is just one.
  package var only: Drawing? { members.count == 1 ? members[0].drawing : nil }

  /// Every drawing on its own.
  package var drawings: [(name: String, drawing: Drawing)] { members.map { ($0.name, $0.drawing) } }

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
}
