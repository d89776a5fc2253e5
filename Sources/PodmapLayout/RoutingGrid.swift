/// The rows and columns on which lines between parts can lead, and what is on them already.
struct RoutingGrid {
  /// A crossing of a row and a column.
  struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private let xs: [Int]
  private let ys: [Int]
  private let obstacles: Obstacles
  private var rowUse: [Int32]
  private var columnUse: [Int32]

  init(xs: [Int], ys: [Int], solids: [Rect]) {
    self.xs = xs
    self.ys = ys
    obstacles = Obstacles(solids, ys: ys, xs: xs)
    rowUse = Array(repeating: -1, count: xs.count * ys.count)
    columnUse = rowUse
  }

  /// The number of cells.
  var count: Int { xs.count * ys.count }

  /// The cell at a point that is on a row and a column.
  func cell(_ point: Point) -> Cell {
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

  /// The place of a cell.
  func point(_ cell: Cell) -> Point { Point(x: xs[cell.column], y: ys[cell.row]) }

  /// The number of a cell.
  func number(_ cell: Cell) -> Int { cell.row * xs.count + cell.column }

  /// The cell with a number.
  func cell(_ number: Int) -> Cell { Cell(column: number % xs.count, row: number / xs.count) }

  /// The next cell in a direction: 0 and 1 to the right and left, 2 and 3 down and up.
  func cell(after cell: Cell, way: Int) -> Cell? {
    switch way {
    case 0: cell.column + 1 < xs.count ? Cell(column: cell.column + 1, row: cell.row) : nil
    case 1: cell.column > 0 ? Cell(column: cell.column - 1, row: cell.row) : nil
    case 2: cell.row + 1 < ys.count ? Cell(column: cell.column, row: cell.row + 1) : nil
    default: cell.row > 0 ? Cell(column: cell.column, row: cell.row - 1) : nil
    }
  }

  /// Whether the step from one cell to the next passes through a solid.
  func isBlocked(_ one: Cell, _ other: Cell) -> Bool {
    one.row == other.row
      ? obstacles.cut(row: one.row, min(xs[one.column], xs[other.column]), max(xs[one.column], xs[other.column]))
      : obstacles.cut(column: one.column, min(ys[one.row], ys[other.row]), max(ys[one.row], ys[other.row]))
  }

  /// Notes that a trunk takes the step from one cell to the next. Tracks that are very close to it are taken too.
  mutating func use(from one: Cell, to other: Cell, trunk: Int) {
    if one.row == other.row {
      let column = min(one.column, other.column)
      rowUse[number(Cell(column: column, row: one.row))] = Int32(trunk)
      for row in Self.neighbours(of: one.row, in: ys) {
        let cell = number(Cell(column: column, row: row))
        if rowUse[cell] < 0 { rowUse[cell] = Int32(trunk) }
      }
    } else {
      let row = min(one.row, other.row)
      columnUse[number(Cell(column: one.column, row: row))] = Int32(trunk)
      for column in Self.neighbours(of: one.column, in: xs) {
        let cell = number(Cell(column: column, row: row))
        if columnUse[cell] < 0 { columnUse[cell] = Int32(trunk) }
      }
    }
  }

  /// The places less than 5 from a place.
  private static func neighbours(of index: Int, in places: [Int]) -> [Int] {
    var result: [Int] = []
    var other = index - 1
    while other >= 0, places[index] - places[other] < 5 {
      result.append(other)
      other -= 1
    }
    other = index + 1
    while other < places.count, places[other] - places[index] < 5 {
      result.append(other)
      other += 1
    }
    return result
  }

  /// Whether another trunk takes the step from one cell to the next.
  func isUsed(_ one: Cell, _ other: Cell, besides trunk: Int) -> Bool {
    let user =
      one.row == other.row
      ? rowUse[number(Cell(column: min(one.column, other.column), row: one.row))]
      : columnUse[number(Cell(column: one.column, row: min(one.row, other.row)))]
    return user >= 0 && user != Int32(trunk)
  }

  /// Whether another trunk leads on from a cell across the given direction.
  func isCrossed(_ cell: Cell, way: Int, besides trunk: Int) -> Bool {
    let user = way < 2 ? columnUse[number(cell)] : rowUse[number(cell)]
    return user >= 0 && user != Int32(trunk)
  }
}
