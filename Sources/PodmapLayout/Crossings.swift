/// The pieces of all routes, with those that belong to one trunk drawn once.
struct Crossings {
  /// A horizontal or vertical piece.
  private struct Piece {
    var trunk: Int
    var place: Int
    var low: Int
    var high: Int
  }

  private var horizontals: [Piece] = []
  private var verticals: [Piece] = []

  /// Takes the routes with the numbers of their trunks.
  init(of routes: [(trunk: Int, points: [Point])]) {
    for (trunk, points) in routes {
      for (start, end) in zip(points, points.dropFirst()) {
        if start.y == end.y {
          horizontals.append(Piece(trunk: trunk, place: start.y, low: min(start.x, end.x), high: max(start.x, end.x)))
        } else {
          verticals.append(Piece(trunk: trunk, place: start.x, low: min(start.y, end.y), high: max(start.y, end.y)))
        }
      }
    }
    horizontals = Self.joined(horizontals)
    verticals = Self.joined(verticals)
  }

  /// The length of all trunks.
  var length: Int {
    (horizontals + verticals).reduce(0) { $0 + $1.high - $1.low }
  }

  /// How often two trunks cross.
  func count() -> Int {
    let sorted = horizontals.sorted { ($0.place, $0.low) < ($1.place, $1.low) }
    var result = 0
    for vertical in verticals {
      var index = Self.firstIndex(in: sorted, above: vertical.low)
      while index < sorted.count, sorted[index].place < vertical.high {
        let other = sorted[index]
        if other.trunk != vertical.trunk, other.low < vertical.place, vertical.place < other.high { result += 1 }
        index += 1
      }
    }
    return result
  }

  /// How many pieces pass through one of the rectangles.
  func pieces(through rects: [Rect]) -> Int {
    let (rows, columns) = (horizontals.sorted { $0.place < $1.place }, verticals.sorted { $0.place < $1.place })
    var result = 0
    for rect in rects {
      var index = Self.firstIndex(in: rows, above: rect.y)
      while index < rows.count, rows[index].place < rect.maxY {
        if rows[index].low < rect.maxX, rows[index].high > rect.x { result += 1 }
        index += 1
      }
      index = Self.firstIndex(in: columns, above: rect.x)
      while index < columns.count, columns[index].place < rect.maxX {
        if columns[index].low < rect.maxY, columns[index].high > rect.y { result += 1 }
        index += 1
      }
    }
    return result
  }

  private static func firstIndex(in pieces: [Piece], above place: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].place > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Joins the pieces of one trunk that overlap or touch.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces.sorted(by: { ($0.trunk, $0.place, $0.low, $0.high) < ($1.trunk, $1.place, $1.low, $1.high) }) {
      if let last = result.last, last.trunk == piece.trunk, last.place == piece.place, piece.low <= last.high {
        result[result.count - 1].high = max(last.high, piece.high)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
