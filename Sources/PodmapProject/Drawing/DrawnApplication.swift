package import PodmapDiagrams
package import PodmapManifests
package import PodmapTopology

/// The result of a request to draw an application, to be written in any format.
package struct DrawnApplication: Sendable {
  package let view: View
  /// The part of the application that the view is about; `nil` if no format shows the graph.
  package let part: Topology?
  /// The diagrams; `nil` if every format shows the graph alone.
  package let drawings: DrawingSet?
  private let input: LinkedInput
  /// What the graph's JSON says about the picture; `nil` for sequence diagrams.
  private let picture: FlowView.Result?

  init(_ view: View, of input: LinkedInput, part: Topology?, picture: FlowView.Result?, _ drawings: DrawingSet?) {
    self.picture = picture
    self.view = view
    self.input = input
    self.part = part
    self.drawings = drawings
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool {
    // Sequence diagrams that were written by hand are not part of the graph.
    let hasDiagram = drawings.map { !$0.isEmpty } ?? input.diagrams.contains { $0.sequence != nil }
    return !hasDiagram && part?.nodes.isEmpty ?? true
  }

  /// Messages about the view before anything is written.
  package var remarks: [Diagnostic] {
    var remarks: [Diagnostic] = []
    if input.isEmpty {
      if !input.hasErrors { remarks.append(.foundNothing) }
    } else if isEmpty {
      remarks.append(.nothingToDraw(view))
    }
    if input.isOnlyDiagrams, view != .flow(.workloads) { remarks.append(.viewIsIgnored(view)) }
    return remarks
  }

  /// What the view leaves out. A remark on the diagram isn't part of the graph, which is the same whatever is drawn
  /// next to it.
  package var remarkOnDiagram: Diagnostic? {
    isEmpty ? nil : drawings?.only.flatMap { .leftOut(of: $0, view) }
  }

  /// What is written in each format; `diagnostics` are those of the graph's JSON.
  package func outcomes(
    _ formats: [OutputFormat], _ renderer: Renderer, diagnostics: [Diagnostic]
  ) -> [DrawingSet.Outcome] {
    var drawn = (drawings?.written(formats.filter(\.hasDiagrams), renderer) ?? [])[...]
    return formats.map { format in
      if format.hasDiagrams, let outcome = drawn.popFirst() { return outcome }
      var text = ""
      if let part {
        TopologyJSONWriter().write(
          part, diagnostics: diagnostics, condensed: picture.flatMap { CondensedJSON($0) }, to: &text)
      }
      return DrawingSet.Outcome(written: WrittenDiagram(text), failures: [])
    }
  }
}

extension Diagnostic {
  /// What a view does not show, by kind.
  fileprivate static func leftOut(of drawing: Drawing, _ view: View) -> Diagnostic? {
    // The other views leave out by what they are about; this one is taken for the whole application.
    guard case .flow(let drawing) = drawing, !drawing.diagram.cards.isEmpty, view == .flow(.workloads) else {
      return nil
    }
    var counts: [String: Int] = [:]
    for (position, node) in drawing.whole.nodes.enumerated()
    where node.parent == nil && node.kind != .namespace && node.presence == .present && !drawing.drawn[position] {
      counts[node.kind.name, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let limit = Limit.listedKinds.value
    let words = kinds.prefix(limit).map { "\($0.value) \($0.key)" } + (kinds.count > limit ? ["…"] : [])
    return Diagnostic(
      .note, topic: .notShown,
      "the view '\(view.name)' doesn't show \(words.joined(separator: ", ")); 'podmap inspect' with the same inputs lists everything"
    )
  }

  fileprivate static func viewIsIgnored(_ view: View) -> Diagnostic {
    Diagnostic(
      .note, "the input contains only hand-written diagrams, which the view '\(view.name)' does not change")
  }

  fileprivate static var foundNothing: Diagnostic {
    Diagnostic(
      .error,
      "there is nothing to draw, because the input contains no Kubernetes manifest; "
        + "name a file or a folder that has one: podmap draw FOLDER ('podmap doctor' says what was skipped here)")
  }

  fileprivate static func nothingToDraw(_ view: View) -> Diagnostic {
    Diagnostic(
      .note,
      "there is nothing to draw in the view '\(view.name)'; 'podmap inspect' with the same inputs lists what was read")
  }
}
