import PodmapManifests

/// A flow diagram as graphs that Graphviz draws in seconds: one, or an overview and parts.
package enum GraphvizParts: Sendable {
  case whole(FlowDiagram, dot: String)
  case cut(Partition)

  /// `isPlaced` says whether the text contains the positions of a condensed diagram.
  package init(_ source: PagesOnDemand, _ writer: DOTWriter, isPlaced: Bool) {
    let diagram = source.diagram
    guard let pages = source.pages else {
      self.init(uncondensed: diagram, writer)
      return
    }
    func text(_ condensed: CondensedDiagram, _ placed: PlacedDiagram) -> String {
      var text = ""
      if isPlaced { writer.write(placed, to: &text) } else { writer.write(condensed, to: &text) }
      return text
    }
    switch pages {
    case .one(let fitted):
      self = .whole(diagram.shell(for: fitted.condensed), dot: text(fitted.condensed, fitted.placed))
    case .several(let overview, let parts):
      self = .cut(Partition(overview, parts, of: diagram) { text($0.condensed, $0.placed) })
    }
  }

  private init(uncondensed diagram: FlowDiagram, _ writer: DOTWriter) {
    let format = Partition.Format.graphviz(writer)
    if let text = format.whole(diagram) {
      self = .whole(diagram, dot: text)
    } else {
      self = .cut(Partition(diagram, for: format))
    }
  }
}

extension Partition.Format {
  /// Graph layouts of more than a few thousand cards take minutes, and no page can show them.
  static func graphviz(_ writer: DOTWriter) -> Partition.Format {
    let write = { @Sendable (diagram: FlowDiagram) in
      var text = ""
      writer.write(diagram, to: &text)
      return text
    }
    return Partition.Format(
      // Counted as for Mermaid, whose text is about a sixth as long.
      maximumCharacters: Limit.graphvizCharacters.value, maximumLinks: Limit.graphvizEdges.value, write: write,
      fits: { $0.utf8.count <= Limit.dotSize.value })
  }
}
