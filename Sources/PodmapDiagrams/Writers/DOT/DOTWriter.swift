/// Writes a flow diagram as a graph for Graphviz's `dot`: each pod is one card with a row for each
/// container, and lines start and end at the rows.
///
/// Names in the graph are ids alone; texts of manifests stand in labels and tooltips only. Sizes,
/// fonts and colours come from this package.
package struct DOTWriter: Sendable {
  package init() {}

  /// Writes the whole text, which ends with a line end.
  package func write(_ diagram: FlowDiagram, to output: inout some TextOutputStream) {
    var graph = DOTGraph(diagram)
    graph.write()
    output.write(graph.out.text)
  }
}

/// One run of the writer: the diagram, what is known about it, and the text so far.
struct DOTGraph {
  let diagram: FlowDiagram
  let index: ElementIndex
  let plan: LinkPlan
  var out = DOTOutput()

  init(_ written: FlowDiagram) {
    diagram = written.inGraphvizOrder
    index = ElementIndex(diagram)
    plan = LinkPlan(diagram, index, rows: .ports)
  }

  mutating func write() {
    out.reserve(1_000 + diagram.cards.count * 900 + diagram.links.count * 300)
    out.line("digraph podmap {")
    out.depth = 1
    writeHead()
    writeGroups()
    if diagram.cards.isEmpty, diagram.groups.isEmpty {
      out.line(
        "legend_nothing [id=\"legend_nothing\", class=\"nothing\", shape=plaintext, tooltip=\"Nothing to draw\",")
      out.line("  label=\"Nothing to draw\"]")
    }
    writeLinks()
    let arrangement = Arrangement(diagram, index)
    for alignment in arrangement.alignments {
      out.line("\(alignment.above) -> \(alignment.below) [style=invis]")
    }
    if diagram.showsLegend, writeLegend(), let last = arrangement.end {
      out.line("\(last) -> legend_marks [style=invis]")
    }
    out.depth = 0
    out.line("}")
  }

  private mutating func writeHead() {
    let direction: DOTLine =
      switch diagram.direction {
      case .topToBottom: "TB"
      case .leftToRight: "LR"
      }
    out.line("graph [")
    out.line("  id=\"podmap\", class=\"diagram\", tooltip=\(DOTTooltip(diagram.summary)),")
    // Without a limit of its own, positions of a star with a few hundred rays take minutes.
    out.line("  rankdir=\(direction), nslimit=2, compound=true, splines=spline, nodesep=0.35, ranksep=0.75, pad=0.2,")
    if !diagram.title.isBlank {
      out.line("  label=\(DOTLabel(left: [diagram.title], limit: 120)), labelloc=t, labeljust=l, fontsize=18,")
    }
    out.line("  fontname=\"Helvetica\", fontcolor=\"\(Colour.text)\"")
    out.line("]")
    out.line("node [shape=plain, fontname=\"Helvetica\", fontsize=11, fontcolor=\"\(Colour.text)\"]")
    out.line("edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.8]")
  }
}
