extension DOTWriter {
  /// Writes a sequence diagram as a graph that brings its own places: `layout=nop2` tells Graphviz to draw, not to
  /// look for better ones.
  ///
  /// Participants, notes and texts are nodes; arrows and lifelines are edges; frames are clusters. Graphviz draws
  /// clusters first, then edges, then nodes.
  package func write(_ diagram: SequenceDiagram, to output: inout some TextOutputStream) {
    var sequence = DOTSequence(diagram, theme, icons)
    sequence.write()
    output.write(sequence.out.text)
  }
}

/// One run of the writer: the diagram, where everything stands, and the text so far.
struct DOTSequence {
  let diagram: SequenceDiagram
  let layout: SequenceLayout
  let theme: Theme
  let icons: DOTIcons
  var out = DOTOutput()

  init(_ diagram: SequenceDiagram, _ theme: Theme, _ icons: DOTIcons) {
    self.diagram = diagram
    self.theme = theme
    self.icons = icons
    layout = SequenceLayout(diagram, hasIcons: icons.takeRoom)
  }

  func paint(_ colour: Colour) -> Paint { colour.paint(theme) }

  mutating func write() {
    out.line("digraph podmap {")
    out.depth = 1
    writeHead()
    writeFrames()
    writeTitle()
    for head in layout.heads { write(head) }
    if diagram.participants.isEmpty {
      out.line(
        "legend_nothing [id=\"legend_nothing\", class=\"nothing\", shape=plaintext, tooltip=\"Nothing to draw\",")
      out.line("  pos=\"\(at(60, layout.bottom + 20))\", label=\"Nothing to draw\"]")
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
    out.line("  id=\"podmap\", class=\"diagram sequence\", tooltip=\(DOTTooltip(diagram.summary)),")
    out.line("  layout=nop2, outputorder=edgesfirst, pad=0.2,")
    out.line("  bgcolor=\"\(paint(.page))\", fontname=\"Arial\", fontcolor=\"\(paint(.text))\"")
    out.line("]")
    out.line("node [shape=plaintext, fixedsize=shape, margin=0, fontname=\"Arial\", fontsize=11,")
    out.line("  fontcolor=\"\(paint(SequenceLook.message))\"]")
    out.line("edge [fontname=\"Arial\", fontsize=10, arrowsize=0.8, dir=none]")
  }

  private mutating func writeTitle() {
    guard let title = layout.title else { return }
    out.line("legend_title [id=\"legend_title\", class=\"legend\", tooltip=\(DOTTooltip(diagram.title)),")
    out.line("  \(place(title.frame)), fontsize=\(title.text.size), fontcolor=\"\(paint(.text))\",")
    out.line("  label=\(DOTLabel(left: title.text.lines, limit: 200))]")
  }

  /// A point as Graphviz counts: upwards.
  func at(_ x: Int, _ y: Int) -> DOTLine { "\(x),\(layout.bottom - y)" }

  /// The middle and size of a node.
  func place(_ frame: SequenceRect) -> DOTLine {
    // Whole points would move the frame by half a point where its sides have an odd distance.
    let (x, y) = (frame.left + frame.right, 2 * layout.bottom - frame.top - frame.bottom)
    let size: DOTLine = "width=\(DOTInches(points: frame.width)), height=\(DOTInches(points: frame.height))"
    return "pos=\"\(half(x)),\(half(y))\", \(size)"
  }

  private func half(_ twice: Int) -> DOTLine {
    let sign: DOTLine = twice < 0 ? "-" : ""
    return abs(twice) % 2 == 0 ? "\(sign)\(abs(twice) / 2)" : "\(sign)\(abs(twice) / 2).5"
  }

  /// Straight lines one after the other, as one curve.
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
