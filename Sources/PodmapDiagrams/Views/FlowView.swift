package import PodmapTopology

/// A way of looking at a topology as boxes and lines: the objects and edges that it chooses.
package struct FlowView: Sendable {
  /// The name that users write: `network`.
  package let name: String
  /// One sentence for the command line's help.
  package let help: String
  private let choose: @Sendable (inout ChosenObjects) -> Void

  init(name: String, help: String, choose: @escaping @Sendable (inout ChosenObjects) -> Void) {
    self.name = name
    self.help = help
    self.choose = choose
  }

  /// Every view of this form, in the order of `View.all`.
  package static var all: [FlowView] {
    View.all.compactMap { view in
      switch view {
      case .flow(let view): view
      case .sequence: nil
      }
    }
  }

  /// Draws a topology.
  package func drawing(of topology: Topology, _ options: ViewOptions = ViewOptions()) -> Result {
    let chosen = chosen(from: topology)
    var canvas = Canvas(chosen, keeping: options.expanded)
    canvas.draw()
    var diagram = canvas.diagram(
      title: options.title ?? options.subject.map { self == .workloads ? $0 : "\($0): \(name)" }
        ?? name.capitalizedFirst,
      direction: options.direction, showsLegend: options.showsLegend)
    diagram.condensing = options.condensing
    diagram.layout = options.layout
    return Result(
      diagram: diagram, whole: topology, drawn: chosen.shown, elements: canvas.elements, edgeOfLink: canvas.edgeOfLink)
  }

  /// The part of a topology that the view shows, without drawing it.
  package func part(of topology: Topology) -> Topology {
    let shown = chosen(from: topology).shown
    return topology.keeping { shown[$0] }
  }

  private func chosen(from topology: Topology) -> ChosenObjects {
    var chosen = ChosenObjects(of: topology)
    choose(&chosen)
    chosen.addHandWritten()
    return chosen
  }
}

extension FlowView: Hashable, CustomStringConvertible {
  package static func == (left: FlowView, right: FlowView) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  package var description: String { name }
}

extension FlowView {
  /// A diagram, and the part of the topology that it shows.
  package struct Result: Sendable {
    package let diagram: FlowDiagram
    /// What the diagram was made from.
    package let whole: Topology
    /// Which nodes of the whole are shown.
    package let drawn: [Bool]
    /// The element that represents each node of the whole.
    package let elements: [ElementID?]
    /// The position in the whole's edges of what each link of the diagram shows; `nil` for a link that no edge says.
    package let edgeOfLink: [Int?]
    /// The diagram's pages, for all formats.
    package let pages: PagesOnDemand

    init(
      diagram: FlowDiagram, whole: Topology, drawn: [Bool], elements: [ElementID?], edgeOfLink: [Int?] = []
    ) {
      self.diagram = diagram
      self.whole = whole
      self.drawn = drawn
      self.elements = elements
      self.edgeOfLink = edgeOfLink
      pages = PagesOnDemand(diagram)
    }
  }
}

/// The user's choices for a flow diagram.
package struct ViewOptions: Sendable {
  /// The complete heading; `nil` to make it from the subject and the view.
  package var title: String?
  /// The name of the input that is drawn.
  package var subject: String?
  package var direction: FlowDiagram.Direction?
  package var showsLegend: Bool
  /// The positions of the nodes that are always boxes of their own.
  package var expanded: Set<Int>
  /// How diagrams are condensed; `nil` to draw everything as a box or a line.
  package var condensing: CondensingOptions?
  /// Who lays diagrams out.
  package var layout: PictureLayout?

  package init(
    title: String? = nil, subject: String? = nil, direction: FlowDiagram.Direction? = nil, showsLegend: Bool = true,
    expanded: Set<Int> = [], condensing: CondensingOptions? = CondensingOptions(), layout: PictureLayout? = nil
  ) {
    self.layout = layout
    self.condensing = condensing
    self.expanded = expanded
    self.title = title
    self.subject = subject
    self.direction = direction
    self.showsLegend = showsLegend
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
