extension LayoutResult {
  /// Ends a line, which leads to a card in a frame, where it enters the frame.
  package mutating func endRoute(_ line: Int, atFrame frame: Int) {
    routes[line] = Self.cut(routes[line], at: frames[frame])
  }

  /// Starts a line, which comes from a card in a frame, where it leaves the frame.
  package mutating func startRoute(_ line: Int, atFrame frame: Int) {
    routes[line] = Self.cut(routes[line].reversed(), at: frames[frame]).reversed()
  }

  /// The part of a polyline before it enters a rectangle for the last time.
  private static func cut(_ points: [Point], at frame: Rect) -> [Point] {
    for end in points.indices.dropFirst().reversed() {
      let (outer, inner) = (points[end - 1], points[end])
      guard !frame.holds(outer), frame.holds(inner) else { continue }
      let border = Point(
        x: min(max(outer.x, frame.x), frame.maxX), y: min(max(outer.y, frame.y), frame.maxY))
      return (Array(points[..<end]) + [border]).simplified
    }
    return points
  }
}

extension Rect {
  /// Whether a point is inside, border included.
  fileprivate func holds(_ point: Point) -> Bool {
    x...maxX ~= point.x && y...maxY ~= point.y
  }
}
