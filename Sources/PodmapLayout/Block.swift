/// Something with a place of its own: a connected part, a grid, a table, or a frame with all that is in it.
struct Block {
  /// The piece of a line between its card and the border of the part that the card is in.
  struct Stub {
    /// The index of the line.
    var line: Int
    /// Whether the line starts here; otherwise it ends here.
    var isLeaving: Bool
    /// From the card to the border.
    var points: [Point]
    /// The direction that leads away from the part: one coordinate is 0, the other 1 or -1.
    var outward: Point
  }

  /// The width.
  var width = 0
  /// The height.
  var height = 0
  /// The cards' places.
  var cards: [(card: Int, rect: Rect)] = []
  /// The frames' places.
  var frames: [(frame: Int, rect: Rect)] = []
  /// The routes that are complete.
  var routes: [(line: Int, points: [Point])] = []
  /// The labels' places.
  var labels: [(line: Int, rect: Rect)] = []
  /// The beginnings and ends of lines that lead elsewhere.
  var stubs: [Stub] = []
  /// The lines that lead against the direction of the others.
  var reversed: [Int] = []
  /// What other lines must not pass through.
  var solids: [Rect] = []
  /// Where the upper left corner was in an earlier picture, if the block was drawn to match it.
  var anchor: Point?

  /// Whether lines come in from elsewhere and none leaves.
  var isOnlyEntered: Bool { !stubs.isEmpty && stubs.allSatisfy { !$0.isLeaving } }

  /// Adds all that is in `other`, with its upper left corner at the given point.
  mutating func add(_ other: Block, x: Int, y: Int) {
    func moved(_ rect: Rect) -> Rect {
      Rect(x: rect.x + x, y: rect.y + y, width: rect.width, height: rect.height)
    }
    func moved(_ points: [Point]) -> [Point] {
      points.map { Point(x: $0.x + x, y: $0.y + y) }
    }
    cards += other.cards.map { ($0.card, moved($0.rect)) }
    frames += other.frames.map { ($0.frame, moved($0.rect)) }
    routes += other.routes.map { ($0.line, moved($0.points)) }
    labels += other.labels.map { ($0.line, moved($0.rect)) }
    stubs += other.stubs.map {
      Stub(line: $0.line, isLeaving: $0.isLeaving, points: moved($0.points), outward: $0.outward)
    }
    reversed += other.reversed
    solids += other.solids.map(moved)
    width = max(width, x + other.width)
    height = max(height, y + other.height)
  }
}

extension [Point] {
  /// The polyline without repeated points and without points in the middle of a straight piece.
  var simplified: [Point] {
    var result: [Point] = []
    for point in self {
      if point == result.last { continue }
      if result.count > 1 {
        let (a, b) = (result[result.count - 2], result[result.count - 1])
        if (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y) { result.removeLast() }
        if point == result.last { continue }
      }
      result.append(point)
    }
    return result
  }
}
