/// The coordinates of a graph with fixed positions: ours go down from the top, Graphviz's go up from the bottom.
struct DOTPlane {
  /// The distance of the bottom from the top, in points.
  let bottom: Int

  func at(_ x: Int, _ y: Int) -> DOTLine { "\(x),\(bottom - y)" }

  /// The middle of a rectangle. Whole points would move it by half a point if its sides have an odd distance.
  func middle(left: Int, top: Int, right: Int, bottom lower: Int) -> DOTLine {
    "\(half(left + right)),\(half(2 * bottom - top - lower))"
  }

  private func half(_ twice: Int) -> DOTLine {
    let sign: DOTLine = twice < 0 ? "-" : ""
    return abs(twice) % 2 == 0 ? "\(sign)\(abs(twice) / 2)" : "\(sign)\(abs(twice) / 2).5"
  }
}

extension DOTOutput {
  /// The words of an empty diagram; `position` is empty for a graph that Graphviz lays out.
  mutating func writeNothing(_ position: DOTLine = "") {
    line(
      "legend_nothing [id=\"legend_nothing\", class=\"\(StyleClass.nothing) nothing\", shape=plaintext, tooltip=\"Nothing to draw\","
    )
    line("  \(position)label=\"Nothing to draw\"]")
  }
}
