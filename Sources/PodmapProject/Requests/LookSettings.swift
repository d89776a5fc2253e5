package import PodmapDiagrams

/// What a diagram looks like in every format.
package struct LookSettings: Sendable {
  /// The heading; by default made from the name of the input and the view.
  package var title: String?
  /// Chosen by the view if it is not given.
  package var direction: FlowDiagram.Direction?
  package var showsLegend: Bool

  package init(title: String? = nil, direction: FlowDiagram.Direction? = nil, showsLegend: Bool = true) {
    self.title = title
    self.direction = direction
    self.showsLegend = showsLegend
  }

  /// The direction with a name.
  package static func direction(named name: String) throws(RequestError) -> FlowDiagram.Direction {
    switch name.uppercased() {
    case "TB", "TD": .topToBottom
    case "LR": .leftToRight
    case let other: throw RequestError("no direction '\(other)'; use TB or LR")
    }
  }
}
