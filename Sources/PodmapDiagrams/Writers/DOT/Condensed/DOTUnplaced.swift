import PodmapManifests

/// One run of the writer for a condensed diagram without positions.
struct DOTUnplaced {
  let diagram: CondensedDiagram
  let palette: Palette
  let icons: DOTIcons
  private let pictures: [CardPicture]
  /// The rows that lines start or end at.
  private let ports: Set<ElementID>
  var out = DOTOutput()

  init(_ diagram: CondensedDiagram, _ palette: Palette, _ icons: DOTIcons) {
    self.diagram = diagram
    self.palette = palette
    self.icons = icons
    pictures = diagram.cards.map { CardPicture($0, hasIcon: icons.takeRoom) }
    ports = Set(diagram.lines.flatMap { [$0.from.row, $0.to.row] }.compactMap(\.self))
  }

  private func paint(_ colour: Colour?) -> Paint { (colour ?? .text).paint(palette) }

  mutating func write() {
    out.line("digraph podmap {")
    out.depth = 1
    out.line("graph [")
    out.line("  id=\"podmap\", class=\"\(StyleClass.page)\", tooltip=\(DOTTooltip(diagram.summary)),")
    // Without a limit, the positions of a star with a few hundred rays take minutes.
    out.line(
      "  rankdir=\(direction), nslimit=2, compound=true, splines=spline, pad=0.2, nodesep=0.28, ranksep=\(diagram.isSideBySide ? "1.3" : "0.45" as DOTLine),"
    )
    writeTitle()
    out.line("  bgcolor=\"\(paint(.page))\", fontname=\"Arial\", fontcolor=\"\(paint(.text))\"")
    out.line("]")
    out.writeCardDefaults(text: paint(.text))
    writeFrames()
    if diagram.cards.isEmpty, diagram.frames.isEmpty {
      out.writeNothing()
    }
    writeLines()
    out.depth = 0
    out.line("}")
  }

  private var direction: DOTLine { diagram.direction == .topToBottom ? "TB" : "LR" }

  private mutating func writeTitle() {
    let lines = [Shortened(diagram.title, limit: .title).text, diagram.subtitle].filter { !$0.isBlank }
    if lines.isEmpty { return }
    out.line("  label=\(DOTLabel(left: lines, limit: 200)), labelloc=t, labeljust=l, fontsize=14,")
  }

  /// Cards in their frames, which may be nested.
  private mutating func writeFrames() {
    let page = diagram.frames.count
    var inner = [[Int]](repeating: [], count: page + 1)
    for (position, frame) in diagram.frames.enumerated() { inner[frame.parent ?? page].append(position) }
    let cards = Dictionary(grouping: pictures.indices) { diagram.cards[$0].frame ?? page }
    enum Step {
      case open(Int)
      case close
    }
    for card in cards[page] ?? [] { write(pictures[card]) }
    var steps = inner[page].reversed().map(Step.open)
    while let step = steps.popLast() {
      guard case .open(let position) = step else {
        out.depth -= 1
        out.line("}")
        continue
      }
      open(diagram.frames[position])
      for card in cards[position] ?? [] { write(pictures[card]) }
      steps.append(.close)
      steps += inner[position].reversed().map(Step.open)
    }
  }

  private mutating func open(_ frame: FlowDiagram.Group) {
    let style = StyleClass.frame(frame.style)
    out.line("subgraph cluster_\(frame.id) {")
    out.depth += 1
    out.line("graph [id=\"\(frame.id)\", class=\"\(style) \(frame.style)\", tooltip=\(DOTTooltip(frame.title)),")
    out.line("  label=\(DOTLabel(left: [frame.title], limit: 80)), labelloc=t, labeljust=l, fontsize=11, margin=12,")
    out.line(
      "  fontcolor=\"\(paint(style.text))\", style=\"rounded,filled\", color=\"\(paint(style.stroke))\", fillcolor=\"\(paint(style.fill))\"]"
    )
  }

  private mutating func write(_ picture: CardPicture) {
    out.writeCard(DOTCardTable(picture, palette, icons, ports: ports))
  }

  private mutating func writeLines() {
    var names = DOTLineNames()
    for line in diagram.lines {
      let look = LineLook(line)
      let (from, to) = (diagram.cards[line.from.card].id, diagram.cards[line.to.card].id)
      let isRight = direction.text == "LR"
      let start = self.start(of: line.from, isRight: isRight)
      let port: DOTLine = line.to.row.map { isRight ? ":\($0):w" : ":\($0)" } ?? ""
      let colour = paint(look.style.stroke)
      out.line("\(from)\(start) -> \(to)\(port) [")
      out.line(
        "  id=\"\(names.name(line, in: diagram))\", class=\"\(look.style) \(line.kind)\(look.traits)\", tooltip=\(DOTTooltip(line.shownTooltip)),"
      )
      let label = LineLabel(line)
      if !label.lines.isEmpty {
        var cell = DOTCell()
        for text in label.lines { cell.add(text, size: CardSize.text, colour) }
        out.line("  label=<\(cell.content)>, fontcolor=\"\(colour)\",")
      }
      out.line("  \(look.attributes(colour))\(frames(of: line))]")
    }
    if diagram.isSideBySide { writeColumns() }
  }

  private func start(of end: CondensedDiagram.End, isRight: Bool) -> DOTLine {
    guard let row = end.row else { return "" }
    let isTab = diagram.cards[end.card].tabs.contains { $0.id == row }
    return "\(isTab ? ":\(row)" : ":\(row)_out" as DOTLine)\(isRight ? ":e" : "")"
  }

  /// Lines to a cluster go to one of its nodes and are clipped at the frame.
  private func frames(of line: CondensedDiagram.Line) -> DOTLine {
    let tail: DOTLine = line.from.frame.map { ", ltail=cluster_\(diagram.frames[$0].id)" } ?? ""
    let head: DOTLine = line.to.frame.map { ", lhead=cluster_\(diagram.frames[$0].id)" } ?? ""
    return "\(tail)\(head)"
  }

  /// Keeps cards of the right column that no line leads to out of the left one.
  private mutating func writeColumns() {
    let joined = Set(diagram.lines.map(\.to.card))
    guard let left = diagram.cards.first(where: { $0.frame == 0 }) else { return }
    for (position, card) in diagram.cards.enumerated() where card.frame == 1 && !joined.contains(position) {
      out.line("\(left.id) -> \(card.id) [style=invis]")
    }
  }
}
