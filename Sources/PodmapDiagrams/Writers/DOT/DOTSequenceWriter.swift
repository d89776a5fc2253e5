extension DOTWriter {
  /// Writes a sequence diagram as a graph with fixed positions: `layout=nop2` tells Graphviz to draw, not to
  /// look for better positions.
  ///
  /// Participants, notes and texts are nodes; arrows and lifelines are edges; frames are clusters. Graphviz draws
  /// clusters first, then edges, then nodes.
  package func write(_ diagram: SequenceDiagram, to output: inout some TextOutputStream) {
    var sequence = DOTSequence(diagram, palette, icons)
    sequence.write()
    output.write(sequence.out.text)
  }
}

/// One run of the writer: the diagram, the position of everything, and the text so far.
struct DOTSequence {
  let diagram: SequenceDiagram
  let layout: SequenceLayout
  let palette: Palette
  let icons: DOTIcons
  var out = DOTOutput()

  init(_ diagram: SequenceDiagram, _ palette: Palette, _ icons: DOTIcons) {
    self.diagram = diagram
    self.palette = palette
    self.icons = icons
    layout = SequenceLayout(diagram, hasIcons: icons.takeRoom)
  }

  /// The shade of a colour; that of text if a class has no such colour.
  func paint(_ colour: Colour?) -> Paint { (colour ?? .text).paint(palette) }

  mutating func write() {
    out.line("digraph podmap {")
    out.depth = 1
    writeHead()
    writeFrames()
    writeTitle()
    for head in layout.heads { write(head) }
    if diagram.participants.isEmpty {
      out.writeNothing("pos=\"\(at(60, layout.bottom + 20))\", ")
    }
    writeLines()
    for (position, arrow) in layout.arrows.enumerated() { write(arrow, number: position + 1) }
    writeFrameTexts()
    for (position, note) in layout.notes.enumerated() { write(note, number: position + 1) }
    out.depth = 0
    out.line("}")
  }

  private mutating func writeHead() {
    out.line("graph [")
    out.line("  id=\"podmap\", class=\"\(StyleClass.page) sequence\", tooltip=\(DOTTooltip(diagram.summary)),")
    out.line("  layout=nop2, outputorder=edgesfirst, pad=0.2,")
    out.line("  bgcolor=\"\(paint(.page))\", fontname=\"Arial\", fontcolor=\"\(paint(.text))\"")
    out.line("]")
    out.line("node [shape=plaintext, fixedsize=shape, margin=0, fontname=\"Arial\", fontsize=11,")
    out.line("  fontcolor=\"\(paint(.ink))\"]")
    out.line("edge [fontname=\"Arial\", fontsize=10, arrowsize=0.8, dir=none]")
  }

  private mutating func writeTitle() {
    guard let title = layout.title else { return }
    out.line(
      "legend_title [id=\"legend_title\", class=\"\(StyleClass.sequenceTitle) legend\", tooltip=\(DOTTooltip(diagram.title)),"
    )
    out.line("  \(place(title.frame)), fontsize=\(title.text.size), fontcolor=\"\(paint(.text))\",")
    out.line("  label=\(DOTLabel(left: title.text.lines, limit: 200))]")
  }

  private var plane: DOTPlane { DOTPlane(bottom: layout.bottom) }

  /// A point in Graphviz's coordinates, which go upwards.
  func at(_ x: Int, _ y: Int) -> DOTLine { plane.at(x, y) }

  /// The centre and size of a node.
  func place(_ frame: SequenceRect) -> DOTLine {
    let middle = plane.middle(left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom)
    let size: DOTLine = "width=\(DOTInches(points: frame.width)), height=\(DOTInches(points: frame.height))"
    return "pos=\"\(middle)\", \(size)"
  }

  /// Consecutive straight lines as one curve.
  func path(_ points: [SequencePoint]) -> DOTLine {
    guard let first = points.first else { return "" }
    var path: DOTLine = "\(at(first.x, first.y))"
    for (from, to) in zip(points, points.dropFirst()) {
      path = "\(path) \(at(from.x, from.y)) \(at(to.x, to.y)) \(at(to.x, to.y))"
    }
    return path
  }

  /// Several curves of one edge.
  func paths(_ paths: [DOTLine]) -> DOTLine {
    guard let first = paths.first else { return "" }
    return paths.dropFirst().reduce(first) { "\($0);\($1)" }
  }

  /// A cross around a point.
  func cross(_ point: SequencePoint) -> [DOTLine] {
    let reach = SequenceSize.cross
    return [1, -1].map { side in
      path([
        SequencePoint(x: point.x - reach, y: point.y - side * reach),
        SequencePoint(x: point.x + reach, y: point.y + side * reach),
      ])
    }
  }
}
