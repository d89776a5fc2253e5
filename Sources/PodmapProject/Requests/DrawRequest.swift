package import PodmapDiagrams
package import PodmapTopology

/// What to draw of an application, for a command, `podmap.yaml` or a program.
package struct DrawRequest: Sendable {
  package var view: View
  package var selection: SelectionSettings
  package var look: LookSettings
  package var sequence: SequenceSettings
  /// Whether hand-written diagrams are drawn instead of the view if the input contains nothing else.
  package var showsHandWritten: Bool

  package init(
    view: View = .flow(.workloads), selection: SelectionSettings = SelectionSettings(),
    look: LookSettings = LookSettings(), sequence: SequenceSettings = SequenceSettings(),
    showsHandWritten: Bool = true
  ) {
    self.view = view
    self.selection = selection
    self.look = look
    self.sequence = sequence
    self.showsHandWritten = showsHandWritten
  }

  /// Checks what can be checked without an application.
  package func check() throws(RequestError) {
    try sequence.check(for: view)
    try look.page.check(for: view)
    try selection.check()
  }

  /// Draws the selected part of an input; throws if a name in the selection matches nothing, or if a format can't
  /// show the view.
  package func run(on input: LinkedInput, for formats: [OutputFormat]) throws(RequestError) -> DrawnApplication {
    try run(on: input, selected: try selection.part(of: input.topology), for: formats)
  }

  /// Draws the part of an input that was selected; `formats` says whether diagrams, the graph, or both are needed.
  package func run(
    on input: LinkedInput, selected: Topology, for formats: [OutputFormat]
  ) throws(RequestError) -> DrawnApplication {
    let hasGraph = formats.contains { $0.graph != nil }
    let ofDiagrams = formats.filter(\.hasDiagrams)
    // Hand-written diagrams have kinds of their own, and are checked one by one when they are written.
    if !isHandWritten(input), let format = ofDiagrams.first(where: { !$0.shows(view.kind) }) {
      throw format.refusal(of: view.kind)
    }
    let drawings = !ofDiagrams.isEmpty ? try drawings(of: input, selected) : nil
    return DrawnApplication(
      view, of: input, part: hasGraph ? view.part(of: selected) : nil,
      picture: hasGraph ? try picture(of: input, selected, drawings) : nil, drawings)
  }

  /// The picture that the graph's JSON describes: the one that other formats show, if there are any.
  private func picture(
    of input: LinkedInput, _ selected: Topology, _ drawings: DrawingSet?
  ) throws(RequestError) -> FlowView.Result? {
    guard case .flow(let view) = view else { return nil }
    if !isHandWritten(input), case .flow(let drawn)? = drawings?.only { return drawn }
    return view.drawing(of: selected, try options(of: input, selected))
  }

  private func isHandWritten(_ input: LinkedInput) -> Bool { showsHandWritten && input.isOnlyDiagrams }

  private func drawings(of input: LinkedInput, _ selected: Topology) throws(RequestError) -> DrawingSet {
    let options = try options(of: input, selected)
    let sequence = try sequence.options(look, subject: options.subject, in: selected)
    if isHandWritten(input) { return DrawingSet(input.diagrams, in: selected, options) }
    return DrawingSet(view, of: selected, options, sequence)
  }

  private func options(of input: LinkedInput, _ selected: Topology) throws(RequestError) -> ViewOptions {
    ViewOptions(
      title: look.title, subject: input.applicationName, direction: look.direction, showsLegend: look.showsLegend,
      expanded: try look.page.expanded(in: selected), condensing: look.page.condensing(),
      layout: look.page.layout)
  }
}
