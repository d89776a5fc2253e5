import PodmapManifests

/// A flow diagram as graphs that Graphviz lays out in seconds: one, or an overview and parts.
package enum GraphvizParts: Sendable {
  case whole(FlowDiagram, dot: String)
  case cut(Partition)

  package init(_ diagram: FlowDiagram, _ writer: DOTWriter) {
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
