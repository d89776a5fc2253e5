package import PodmapDiagrams

/// What a diagram looks like in every format.
package struct LookSettings: Sendable {
  /// The heading; by default made from the name of the input and the view.
  package var title: String?
  /// Chosen by the view if it is not given.
  package var direction: FlowDiagram.Direction?
  package var showsLegend: Bool
  /// How much flow diagrams show.
  package var page: PageSettings

  package init(
    title: String? = nil, direction: FlowDiagram.Direction? = nil, showsLegend: Bool = true,
    page: PageSettings = PageSettings()
  ) {
    self.page = page
    self.title = title
    self.direction = direction
    self.showsLegend = showsLegend
  }

  /// The direction with a name.
  package static func direction(named name: String) throws(RequestError) -> FlowDiagram.Direction {
    let written = name.uppercased()
    // Mermaid also accepts this name.
    if written == "TD" { return .topToBottom }
    if let found = FlowDiagram.Direction.allCases.first(where: { $0.name == written }) { return found }
    let names = FlowDiagram.Direction.allCases.map(\.name).joined(separator: " or ")
    throw RequestError("no direction '\(written)'; use \(names)")
  }
}
