/// Who finds the places of the cards and lines of a flow diagram.
package enum PictureLayout: String, Sendable, CaseIterable {
  /// Podmap: the same places on every machine.
  case podmap
  /// Graphviz's `dot`: each version of Graphviz has its own places.
  case dot

  /// A few words for the command line's help.
  package var help: String {
    switch self {
    case .podmap: "Podmap's own, with the positions written into DOT"
    case .dot: "Graphviz's dot"
    }
  }
}

extension FlowDiagram {
  /// What a picture of the diagram depends on besides its graph. The revision changes with every version of the layout
  /// that puts cards somewhere else.
  package var layoutRevision: String {
    let way = direction.map(\.name) ?? "any direction"
    let page = condensing.map { "page \($0.pageWidth)" } ?? "any page"
    return "layout \((layout ?? .podmap).rawValue) \(Self.revision), \(way), \(page), legend \(showsLegend)"
  }

  private static let revision = 2
}
