/// Writes a flow diagram as a graph for Graphviz's `dot`: each pod is one card with a row for each
/// container, and lines start and end at the rows.
///
/// Names in the graph are ids alone; texts of manifests stand in labels and tooltips only. Sizes,
/// fonts and colours come from this package.
package struct DOTWriter: Sendable {
  package var theme: Theme
  package var icons: DOTIcons

  package init(theme: Theme = .light, icons: DOTIcons = .none) {
    self.theme = theme
    self.icons = icons
  }

  /// Writes the whole text, which ends with a line end.
  package func write(_ diagram: FlowDiagram, to output: inout some TextOutputStream) {
    var graph = DOTGraph(diagram, theme, icons)
    graph.write()
    output.write(graph.out.text)
  }
}

/// One run of the writer: the diagram, what is known about it, and the text so far.
struct DOTGraph {
  let diagram: FlowDiagram
  let index: ElementIndex
  let plan: LinkPlan
  let theme: Theme
  let icons: DOTIcons
  /// What each card says, in the order of the diagram.
  let texts: [DOTCardText]
  let arrangement: PageArrangement
  var out = DOTOutput()

  init(_ diagram: FlowDiagram, _ theme: Theme, _ icons: DOTIcons) {
    self.diagram = diagram
    self.theme = theme
    self.icons = icons
    index = ElementIndex(diagram)
    plan = LinkPlan(diagram, index, rows: .ports)
    let plan = plan
    texts = diagram.cards.map { DOTCardText($0, plan) }
    let sizes = texts.map { PageArrangement.Size(width: $0.width(hasIcon: icons.takeRoom), height: $0.height) }
    arrangement = PageArrangement(diagram, index, plan, sizes: sizes)
  }

  func paint(_ colour: Colour) -> Paint { colour.paint(theme) }

  mutating func write() {
    out.reserve(1_000 + diagram.cards.count * 1_200 + diagram.links.count * 300)
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
    for alignment in arrangement.alignments {
      let length: DOTLine = alignment.ranks > 1 ? ", minlen=\(alignment.ranks)" : ""
      out.line("\(alignment.before) -> \(alignment.after) [style=invis\(length)]")
    }
    out.depth = 0
    out.line("}")
  }

  /// In inches.
  private var rankGap: DOTLine {
    // Lines between two sides cross each other less steeply where they have room.
    if diagram.sides != nil { return "1.3" }
    return arrangement.direction == .leftToRight ? "0.45" : "0.6"
  }

  private mutating func writeHead() {
    let direction: DOTLine =
      switch arrangement.direction {
      case .topToBottom: "TB"
      case .leftToRight: "LR"
      }
    out.line("graph [")
    out.line("  id=\"podmap\", class=\"diagram\", tooltip=\(DOTTooltip(diagram.summary)),")
    // Without a limit of its own, positions of a star with a few hundred rays take minutes.
    out.line("  rankdir=\(direction), nslimit=2, compound=true, splines=spline, pad=0.2,")
    out.line("  nodesep=0.24, ranksep=\(rankGap),")
    out.depth += 1
    writeTitle()
    out.depth -= 1
    out.line("  bgcolor=\"\(paint(.page))\", fontname=\"Arial\", fontcolor=\"\(paint(.text))\"")
    out.line("]")
    out.line("node [shape=plain, fontname=\"Arial\", fontsize=11, fontcolor=\"\(paint(.text))\"]")
    out.line("edge [fontname=\"Arial\", fontsize=10, arrowsize=0.8]")
  }
}
