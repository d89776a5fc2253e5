package import PodmapDiagrams

/// A comparison as a flow diagram.
package struct ComparisonPicture: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Two columns of pods, left and right, with lines between the two occurrences of each container.
    case sideBySide = "side-by-side"
    /// A single picture of everything on either side.
    case merged
  }

  /// How much of what is the same a merged picture draws around what differs.
  package enum Context: Sendable {
    /// Everything in a small picture, in a large one what exchanges traffic with what differs.
    case automatic
    /// The Services and entry points that lead to what differs, and the pods to which these lead.
    case routes
    case nothing
  }

  package struct Options: Sendable {
    /// By default, it depends on what has changed.
    package var kind: Kind?
    package var title: String?
    /// The direction of a merged picture.
    package var direction: FlowDiagram.Direction?
    package var showsLegend: Bool
    /// Whether even large applications are drawn with everything that is the same on both sides.
    package var showsAll: Bool
    /// Unless everything is shown.
    package var context = Context.automatic
    /// How a merged picture is condensed; `nil` to draw everything as a box or a line.
    package var condensing: CondensingOptions?
    /// Kinds and names of objects that are always boxes of their own.
    package var expanded: [String]
    /// Who lays the picture out.
    package var layout: PictureLayout?

    package init(
      kind: Kind? = nil, title: String? = nil, direction: FlowDiagram.Direction? = nil, showsLegend: Bool = true,
      showsAll: Bool = false, condensing: CondensingOptions? = CondensingOptions(), expanded: [String] = [],
      layout: PictureLayout? = nil
    ) {
      self.layout = layout
      self.condensing = condensing
      self.expanded = expanded
      self.kind = kind
      self.title = title
      self.direction = direction
      self.showsLegend = showsLegend
      self.showsAll = showsAll
    }
  }

  package let kind: Kind
  package let diagram: FlowDiagram
  /// Its pages, for all formats.
  package let pages: PagesOnDemand

  /// Draws a comparison with these names for the sides.
  package init(_ comparison: Comparison, left: String, right: String, _ options: Options = Options()) {
    kind = options.kind ?? comparison.bestPicture
    let outcome = ChangeOutcome(comparison)
    var diagram =
      switch kind {
      case .sideBySide: SideBySidePicture(outcome, options, left: left, right: right).diagram
      case .merged: MergedPicture(outcome, options).diagram
      }
    diagram.title = options.title ?? "\(left) → \(right)"
    diagram.summary = outcome.summary
    diagram.showsLegend = options.showsLegend
    diagram.layout = options.layout
    self.diagram = diagram
    pages = PagesOnDemand(diagram)
  }

  /// The picture as Mermaid, or its overview if it is larger than GitHub's limits; `nil` if even that is too large.
  package var mermaid: String? {
    let text = MermaidParts(pages).main
    return MermaidFlowchartWriter.fits(text) ? text : nil
  }

  /// The same as a fence for a Markdown document.
  package var fence: String? { mermaid.map(MarkdownDocument.fence) }
}

extension Comparison {
  /// One picture shows what has changed between two versions. Two layouts are side by side, unless containers have
  /// the same pods.
  package var bestPicture: ComparisonPicture.Kind {
    switch subject {
    case .versions: .merged
    case .layouts:
      matches.contains { left.podID(of: $0.left) != right.podID(of: $0.right) } ? .sideBySide : .merged
    }
  }
}

extension Layout {
  func podID(of container: Int) -> String { pods[containers[container].pod].id }
}
