import PodmapLayout
import PodmapManifests

extension DOTPlaced {
  /// The radius of the corners of lines, in points.
  private static let radius = 8
  /// The length of an arrow's head: Graphviz's 10 points, scaled by `arrowsize`.
  private static let head = 7

  mutating func writeLines() {
    var names = DOTLineNames()
    for (position, line) in placed.diagram.lines.enumerated() {
      let (from, to) = (placed.diagram.cards[line.from.card].id, placed.diagram.cards[line.to.card].id)
      let id = names.name(line, in: placed.diagram)
      let look = LineLook(line)
      let points = placed.layout.routes[position].map { Point(x: $0.x, y: $0.y + placed.top) }
      guard let tip = points.last, points.count > 1 else { continue }
      out.line("\(from) -> \(to) [")
      out.line(
        "  id=\"\(id)\", class=\"\(look.style) \(line.kind)\(look.traits)\", tooltip=\(DOTTooltip(line.shownTooltip)),"
      )
      out.line("  \(self.look(of: look, to: tip, path: Array(points.dropLast())))]")
      writeLabel(of: line, id, look, at: placed.layout.labels[position])
    }
  }

  private mutating func writeLabel(of line: CondensedDiagram.Line, _ id: DOTLine, _ look: LineLook, at rect: Rect?) {
    let label = LineLabel(line)
    guard let rect = rect.map(shifted), !label.lines.isEmpty else { return }
    var cell = DOTCell()
    for text in label.lines { cell.add(text, size: CardSize.text, paint(look.style.text)) }
    out.line("\(id)_text [id=\"\(id)_text\", class=\"\(StyleClass.lineText(look)) legend\",")
    out.line("  tooltip=\(DOTTooltip(line.shownTooltip)), pos=\"\(middle(rect))\", label=<")
    out.line(
      "  <table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\"><tr><td align=\"left\" width=\"\(rect.width)\" height=\"\(rect.height)\">\(cell.content)</td></tr></table>>]"
    )
  }

  /// The attributes of a line that leads through points to the tip of its arrow.
  func look(of look: LineLook, to tip: Point, path: [Point]) -> DOTLine {
    let colour = paint(look.style.stroke)
    guard let last = path.last else { return "" }
    guard look.head != nil else { return "\(look.attributes(colour)), pos=\"\(spline(path + [tip]))\"" }
    let length = Self.head
    let neck = Point(
      x: tip.x - (tip.x - last.x).signum() * min(length, abs(tip.x - last.x)),
      y: tip.y - (tip.y - last.y).signum() * min(length, abs(tip.y - last.y)))
    let curve = spline(path + [neck])
    return "\(look.attributes(colour)), pos=\"e,\(at(tip.x, tip.y)) \(curve)\""
  }

  /// Straight lines with rounded corners as one curve.
  private func spline(_ points: [Point]) -> DOTLine {
    guard var last = points.first else { return "" }
    var path: DOTLine = "\(at(last.x, last.y))"
    func straight(to point: Point) {
      path = "\(path) \(at(last.x, last.y)) \(at(point.x, point.y)) \(at(point.x, point.y))"
      last = point
    }
    for position in points.indices.dropFirst() {
      let corner = points[position]
      guard position + 1 < points.count else {
        straight(to: corner)
        break
      }
      let next = points[position + 1]
      let before = Self.distance(last, corner)
      let after = Self.distance(corner, next)
      let isLast = position + 2 == points.count
      let radius = min(Self.radius, before / (position == 1 ? 1 : 2), isLast ? after : after / 2)
      if radius < 1 {
        straight(to: corner)
        continue
      }
      straight(to: Self.towards(last, from: corner, by: radius))
      let end = Self.towards(next, from: corner, by: radius)
      path = "\(path) \(at(corner.x, corner.y)) \(at(corner.x, corner.y)) \(at(end.x, end.y))"
      last = end
    }
    return path
  }

  private static func distance(_ one: Point, _ other: Point) -> Int { abs(one.x - other.x) + abs(one.y - other.y) }

  private static func towards(_ point: Point, from corner: Point, by length: Int) -> Point {
    Point(
      x: corner.x + (point.x - corner.x).signum() * min(length, abs(point.x - corner.x)),
      y: corner.y + (point.y - corner.y).signum() * min(length, abs(point.y - corner.y)))
  }
}

extension LineLook {
  /// The attributes that don't depend on where a line leads.
  func attributes(_ colour: Paint) -> DOTLine {
    let dashes: DOTLine = isDenied || isDashed || mark == .removed ? "dashed" : isDotted ? "dotted" : "solid"
    let end: DOTLine = head.map { "arrowhead=\($0.name)" } ?? "dir=none"
    return "color=\"\(colour)\", style=\(dashes), penwidth=\(width / 10).\(width % 10), \(end)"
  }

  /// What distinguishes the line from others of its kind, as classes after spaces.
  var traits: DOTLine {
    let certainty: DOTLine = kind != nil && isDashed ? " inferred" : ""
    let match: DOTLine = group == .matches ? " match" : ""
    let mark: DOTLine = self.mark.map { " \($0)" } ?? ""
    return "\(certainty)\(isDenied ? " denied" : "" as DOTLine)\(match)\(mark)"
  }
}

/// Ids of lines, made from both ends so that they don't change when other lines come and go.
struct DOTLineNames {
  private var uses: [String: Int] = [:]

  mutating func name(_ line: CondensedDiagram.Line, in diagram: CondensedDiagram) -> DOTLine {
    let (from, to) = (
      line.from.row ?? diagram.cards[line.from.card].id, line.to.row ?? diagram.cards[line.to.card].id
    )
    let base: DOTLine = "link_\(from)_\(line.kind)_\(to)"
    let use = uses[base.text, default: 0] + 1
    uses[base.text] = use
    return use == 1 ? base : "\(base)_\(use)"
  }
}
