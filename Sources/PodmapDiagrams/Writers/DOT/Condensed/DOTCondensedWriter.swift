import PodmapLayout
import PodmapManifests
import PodmapTopology

extension DOTWriter {
  /// Writes a placed diagram as a graph with fixed positions: `layout=nop2` tells Graphviz to draw, not to look for
  /// better positions.
  package func write(_ placed: PlacedDiagram, to output: inout some TextOutputStream) {
    var graph = DOTPlaced(placed, palette, icons)
    graph.write()
    output.write(graph.out.text)
  }

  /// Writes a condensed diagram as a plain graph, which any program that reads DOT can lay out.
  package func write(_ diagram: CondensedDiagram, to output: inout some TextOutputStream) {
    var graph = DOTUnplaced(diagram, palette, icons)
    graph.write()
    output.write(graph.out.text)
  }
}

/// One run of the writer for a placed diagram.
struct DOTPlaced {
  let placed: PlacedDiagram
  let palette: Palette
  let icons: DOTIcons
  var out = DOTOutput()

  init(_ placed: PlacedDiagram, _ palette: Palette, _ icons: DOTIcons) {
    self.placed = placed
    self.palette = palette
    self.icons = icons
  }

  func paint(_ colour: Colour?) -> Paint { (colour ?? .text).paint(palette) }

  mutating func write() {
    out.reserve(1_000 + placed.cards.count * 1_500 + placed.diagram.lines.count * 400)
    out.line("digraph podmap {")
    out.depth = 1
    writeHead()
    for (position, frame) in placed.layout.frames.enumerated() where placed.diagram.frames.indices.contains(position) {
      write(placed.diagram.frames[position], shifted(frame))
    }
    writeHeading()
    if placed.cards.isEmpty, placed.diagram.frames.isEmpty {
      out.writeNothing("pos=\"\(at(60, placed.height + 20))\", ")
    }
    for (position, card) in placed.cards.enumerated() {
      out.writeCard(
        DOTCardTable(card, palette, icons), at: "\n    pos=\"\(middle(shifted(placed.layout.cards[position])))\", ")
    }
    writeLines()
    out.depth = 0
    out.line("}")
  }

  private mutating func writeHead() {
    out.line("graph [")
    out.line("  id=\"podmap\", class=\"\(StyleClass.page)\", tooltip=\(DOTTooltip(placed.diagram.summary)),")
    out.line("  layout=nop2, outputorder=edgesfirst, pad=0.2,")
    out.line("  bgcolor=\"\(paint(.page))\", fontname=\"Arial\", fontcolor=\"\(paint(.text))\"")
    out.line("]")
    out.writeCardDefaults(text: paint(.text))
  }

  /// A rectangle of the layout on the page.
  func shifted(_ rect: Rect) -> Rect {
    Rect(x: rect.x, y: rect.y + placed.top, width: rect.width, height: rect.height)
  }

  private var plane: DOTPlane { DOTPlane(bottom: placed.height) }

  /// A point in Graphviz's coordinates, which go upwards.
  func at(_ x: Int, _ y: Int) -> DOTLine { plane.at(x, y) }

  func middle(_ rect: Rect) -> DOTLine {
    plane.middle(left: rect.x, top: rect.y, right: rect.maxX, bottom: rect.maxY)
  }

  // MARK: - Frames and heading

  private mutating func write(_ frame: FlowDiagram.Group, _ rect: Rect) {
    let style = StyleClass.frame(frame.style)
    out.line("subgraph cluster_\(frame.id) {")
    out.line("  graph [id=\"\(frame.id)\", class=\"\(style) \(frame.style)\", tooltip=\(DOTTooltip(frame.title)),")
    out.line("    bb=\"\(at(rect.x, rect.y + rect.height)),\(at(rect.x + rect.width, rect.y))\",")
    let title = TextWidth.room(frame.title, size: PictureHeading.wordSize)
    out.line(
      "    label=\(DOTLabel(centred: [frame.title])), lp=\"\(at(rect.x + 10 + title / 2, rect.y + 12))\", fontsize=\(PictureHeading.wordSize),"
    )
    out.line("    lwidth=\"\(DOTInches(points: title))\", lheight=\"\(DOTInches(points: 14))\",")
    out.line(
      "    fontcolor=\"\(paint(style.text))\", style=\"rounded,filled\", color=\"\(paint(style.stroke))\", fillcolor=\"\(paint(style.fill))\"]"
    )
    out.line("}")
  }

  private mutating func writeHeading() {
    if let title = placed.title {
      writeWords("legend_title", .pictureTitle, title, size: PictureHeading.titleSize, isBold: true)
    }
    for (position, words) in placed.subtitle.enumerated() {
      writeWords("legend_subtitle_\(position + 1)", .pictureWords, words, size: PictureHeading.wordSize)
    }
    for (position, sample) in placed.legend.enumerated() {
      let id: DOTLine = "legend_words_\(position + 1)"
      writeWords(id, .pictureWords, sample.words, size: CardSize.text)
      let (x, y) = (sample.start.x, sample.start.y)
      out.line("\(id) -> \(id) [")
      out.line(
        "  id=\"legend_sample_\(position + 1)\", class=\"\(sample.line.style) legend\", tooltip=\(DOTTooltip(sample.words.text)),"
      )
      out.line("  \(look(of: sample.line, to: Point(x: x + 24, y: y), path: [Point(x: x, y: y)]))]")
    }
  }

  private mutating func writeWords(
    _ id: DOTLine, _ style: StyleClass, _ words: PlacedDiagram.Words, size: Int, isBold: Bool = false
  ) {
    let text: DOTLine =
      isBold ? "<b>\(DOTText(words.text, limit: Limit.title.value))</b>" : "\(DOTText(words.text, limit: 400))"
    out.line("\(id) [id=\"\(id)\", class=\"\(style) legend\", tooltip=\(DOTTooltip(words.text)),")
    out.line("  pos=\"\(middle(words.frame))\", label=<")
    out.line(
      "  <table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"0\"><tr><td align=\"left\" width=\"\(words.frame.width)\" height=\"\(words.frame.height)\">\(DOTCell.font(size, paint(style.text), text))</td></tr></table>>]"
    )
  }
}
