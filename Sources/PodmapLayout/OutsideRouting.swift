/// The routes of lines between parts: through the gaps between parts, tables and frames, with few bends.
///
/// Source: the search for the cheapest path, P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic
/// Determination of Minimum Cost Paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968, on a grid of
/// only those coordinates that are near a border, as in M. Wybrow, K. Marriott, P. J. Stuckey, "Orthogonal Connector
/// Routing", Graph Drawing 2009.
struct OutsideRouting {
  /// One end of a route.
  struct End {
    /// Where the route meets the border of its part.
    var point: Point
    /// Where the search starts: a little outside the part.
    var outside: Point

    init(_ stub: Block.Stub) {
      let border = stub.points[stub.points.count - 1]
      point = border
      outside = Point(
        x: border.x + stub.outward.x * OutsideRouting.distance, y: border.y + stub.outward.y * OutsideRouting.distance)
    }
  }

  /// The distance of the nearest track from a part: room for an arrow.
  static let distance = 10

  private let xs: [Int]
  private let ys: [Int]
  private let obstacles: Obstacles
  private let greed: Int
  private var rowUse: [Int: Int] = [:]
  private var columnUse: [Int: Int] = [:]

  init(solids: [Rect], frames: [Rect], ends: [End], lineCount: Int) {
    var required = (x: Set<Int>(), y: Set<Int>())
    for end in ends {
      required.x.insert(end.outside.x)
      required.y.insert(end.outside.y)
    }
    var (x, y) = (Set<Int>(), Set<Int>())
    for (rects, distances) in [(solids, [Self.distance, 18]), (frames, [8, 16])] {
      for rect in rects {
        for distance in distances {
          x.formUnion([rect.x - distance, rect.maxX + distance])
          y.formUnion([rect.y - distance, rect.maxY + distance])
        }
      }
    }
    xs = Self.spread(x, required: required.x)
    ys = Self.spread(y, required: required.y)
    obstacles = Obstacles(solids.map { $0.grown(by: 4) }, ys: ys, xs: xs)
    greed = lineCount <= 60 ? 1 : lineCount <= 300 ? 2 : 5
  }

  /// The coordinates in order, without those that are too close to another one.
  private static func spread(_ places: Set<Int>, required: Set<Int>) -> [Int] {
    var result: [Int] = []
    var last = Int.min / 2
    let fixed = required.sorted()
    var next = 0
    for place in places.union(required).sorted() {
      while next < fixed.count, fixed[next] < place { next += 1 }
      let isRequired = next < fixed.count && fixed[next] == place
      let isFree = place - last >= 5 && (next >= fixed.count || fixed[next] - place >= 5)
      guard isRequired || isFree else { continue }
      result.append(place)
      last = place
    }
    return result
  }

  /// The cheapest route between two ends, both included. It stays inside `bounds` and outside `foreign` frames; other
  /// trunks' tracks are avoided.
  mutating func route(from start: End, to end: End, trunk: Int, bounds: Rect?, foreign: [Rect]) -> [Point] {
    let search = Search(self, start: start, end: end, trunk: trunk, bounds: bounds, foreign: foreign)
    let cells = search.path
    guard !cells.isEmpty else {
      return [start.point, start.outside, Point(x: start.outside.x, y: end.outside.y), end.outside, end.point]
        .simplified
    }
    for (one, other) in zip(cells, cells.dropFirst()) {
      if one.row == other.row {
        rowUse[one.row * xs.count + min(one.column, other.column)] = trunk
      } else {
        columnUse[one.column * ys.count + min(one.row, other.row)] = trunk
      }
    }
    return ([start.point] + cells.map { Point(x: xs[$0.column], y: ys[$0.row]) } + [end.point]).simplified
  }
}

extension OutsideRouting {
  /// A crossing of a row and a column of the grid.
  struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// One search.
  private struct Search {
    private let routing: OutsideRouting
    private let goal: Cell
    private let trunk: Int
    private let bounds: Rect?
    private let foreign: [Rect]
    private var best: [Int: (cost: Int, before: Int)] = [:]
    private var isDone = Set<Int>()
    private var queue = Queue()
    /// The cells of the path; empty if there is none.
    private(set) var path: [Cell] = []

    private static let bend = 40
    private static let overlap = 90
    private static let crossing = 25

    init(_ routing: OutsideRouting, start: End, end: End, trunk: Int, bounds: Rect?, foreign: [Rect]) {
      self.routing = routing
      self.trunk = trunk
      self.bounds = bounds
      self.foreign = foreign.map { $0.grown(by: 4) }
      goal = routing.cell(end.outside)
      let first = routing.cell(start.outside)
      let way =
        start.outside.x > start.point.x
        ? 0 : start.outside.x < start.point.x ? 1 : start.outside.y > start.point.y ? 2 : 3
      let lastWay =
        end.outside.x < end.point.x ? 0 : end.outside.x > end.point.x ? 1 : end.outside.y < end.point.y ? 2 : 3
      let state = key(first, way)
      best[state] = (0, -1)
      queue.push(state, priority: estimate(first))
      while let (state, _) = queue.pop() {
        if state < 0 {
          collect(-state - 1)
          return
        }
        guard let cost = best[state]?.cost, !isDone.contains(state) else { continue }
        isDone.insert(state)
        let (cell, way) = (cell(of: state), state % 4)
        if cell == goal {
          queue.push(-state - 1, priority: cost + (way == lastWay ? 0 : Self.bend))
          continue
        }
        for next in 0..<4 where next != way ^ 1 {
          step(from: cell, state: state, cost: cost + (next == way ? 0 : Self.bend), way: next)
        }
      }
    }

    private func key(_ cell: Cell, _ way: Int) -> Int { (cell.row * routing.xs.count + cell.column) * 4 + way }
    private func cell(of state: Int) -> Cell {
      Cell(column: state / 4 % routing.xs.count, row: state / 4 / routing.xs.count)
    }

    private func estimate(_ cell: Cell) -> Int {
      let x = abs(routing.xs[cell.column] - routing.xs[goal.column])
      let y = abs(routing.ys[cell.row] - routing.ys[goal.row])
      return (x + y + (x > 0 && y > 0 ? Self.bend : 0)) * routing.greed
    }

    private mutating func step(from cell: Cell, state: Int, cost: Int, way: Int) {
      let next = Cell(
        column: cell.column + (way == 0 ? 1 : way == 1 ? -1 : 0), row: cell.row + (way == 2 ? 1 : way == 3 ? -1 : 0))
      guard routing.xs.indices.contains(next.column), routing.ys.indices.contains(next.row) else { return }
      let one = Point(x: routing.xs[cell.column], y: routing.ys[cell.row])
      let other = Point(x: routing.xs[next.column], y: routing.ys[next.row])
      if let bounds, !bounds.contains(Rect(x: other.x, y: other.y, width: 0, height: 0)) { return }
      if routing.obstacles.cut(cell, next, one, other) { return }
      if foreign.contains(where: { $0.isCut(from: one, to: other) }) { return }
      var cost = cost + abs(one.x - other.x) + abs(one.y - other.y)
      if let user = routing.user(cell, next), user != trunk { cost += Self.overlap }
      if let user = routing.crossingUser(next, isHorizontal: way < 2), user != trunk { cost += Self.crossing }
      let key = key(next, way)
      if let known = best[key], known.cost <= cost { return }
      best[key] = (cost, state)
      queue.push(key, priority: cost + estimate(next))
    }

    private mutating func collect(_ last: Int) {
      var state = last
      while state >= 0 {
        path.append(cell(of: state))
        state = best[state]?.before ?? -1
      }
      path.reverse()
    }
  }

  private func cell(_ point: Point) -> Cell {
    Cell(column: Self.index(of: point.x, in: xs), row: Self.index(of: point.y, in: ys))
  }

  private static func index(of place: Int, in places: [Int]) -> Int {
    var (low, high) = (0, places.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func user(_ one: Cell, _ other: Cell) -> Int? {
    one.row == other.row
      ? rowUse[one.row * xs.count + min(one.column, other.column)]
      : columnUse[one.column * ys.count + min(one.row, other.row)]
  }

  /// The trunk that passes through a cell in the other direction.
  private func crossingUser(_ cell: Cell, isHorizontal: Bool) -> Int? {
    isHorizontal ? columnUse[cell.column * ys.count + cell.row] : rowUse[cell.row * xs.count + cell.column]
  }
}
