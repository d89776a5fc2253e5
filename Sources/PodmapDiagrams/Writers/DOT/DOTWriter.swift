/// Writes a flow diagram as a graph for Graphviz's `dot`: each pod is one card with a row for each
/// container, and lines start and end at the rows.
///
/// Names in the graph are only ids; texts of manifests are only in labels and tooltips. Sizes,
/// fonts and colours come from this package.
package struct DOTWriter: Sendable {
  package var palette: Palette
  package var icons: DOTIcons

  package init(palette: Palette = .light, icons: DOTIcons = .none) {
    self.palette = palette
    self.icons = icons
  }

  /// Writes the whole text, which ends with a line break.
  package func write(_ diagram: FlowDiagram, to output: inout some TextOutputStream) {
    var graph = DOTGraph(diagram, palette, icons)
    graph.write()
    output.write(graph.out.text)
  }
}

/// One run of the writer: the diagram, what is derived from it, and the text so far.
struct DOTGraph {
  let diagram: FlowDiagram
  let index: ElementIndex
  let plan: LinkPlan
  let palette: Palette
  let icons: DOTIcons
  /// The texts of each card, in the order of the diagram.
  let texts: [DOTCardText]
  let arrangement: GraphvizArrangement
  var out = DOTOutput()

  init(_ diagram: FlowDiagram, _ palette: Palette, _ icons: DOTIcons) {
    self.diagram = diagram
    self.palette = palette
    self.icons = icons
    index = ElementIndex(diagram)
    plan = LinkPlan(diagram, index, rows: .ports)
    let plan = plan
    texts = diagram.cards.map { DOTCardText($0, plan) }
    let sizes = texts.map { GraphvizArrangement.Size(width: $0.width(hasIcon: icons.takeRoom), height: $0.height) }
    arrangement = GraphvizArrangement(diagram, index, plan, sizes: sizes)
  }

  /// The shade of a colour; that of text if a class has no such colour.
  func paint(_ colour: Colour?) -> Paint { (colour ?? .text).paint(palette) }

  mutating func write() {
    out.reserve(1_000 + diagram.cards.count * 1_200 + diagram.links.count * 300)
    out.line("digraph podmap {")
    out.depth = 1
    writeHead()
    writeGroups()
    if diagram.cards.isEmpty, diagram.groups.isEmpty {
      out.writeNothing()
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
    // Lines between two sides cross less steeply if they have room.
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
    out.line("  id=\"podmap\", class=\"\(StyleClass.page)\", tooltip=\(DOTTooltip(diagram.summary)),")
    // Without a limit, the positions of a star with a few hundred rays take minutes.
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
