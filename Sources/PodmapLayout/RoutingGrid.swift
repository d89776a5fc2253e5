/// The rows and columns on which lines between parts can lead, and what is on them already.
struct RoutingGrid {
  /// A crossing of a row and a column.
  struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  let xs: [Int]
  let ys: [Int]
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

  /// The number of columns.
  var columns: Int { xs.count }
  /// The number of rows.
  var rows: Int { ys.count }
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

  /// Whether the step from one cell to the next passes through a solid.
  func isBlocked(_ one: Cell, _ other: Cell) -> Bool {
    one.row == other.row
      ? obstacles.cut(row: one.row, min(xs[one.column], xs[other.column]), max(xs[one.column], xs[other.column]))
      : obstacles.cut(column: one.column, min(ys[one.row], ys[other.row]), max(ys[one.row], ys[other.row]))
  }

  /// Notes that a trunk leads from one cell to another one in the same row or column. Tracks that are very close to it
  /// are taken too.
  mutating func use(from one: Cell, to other: Cell, trunk: Int) {
    if one.row == other.row {
      for column in min(one.column, other.column)..<max(one.column, other.column) {
        rowUse[number(Cell(column: column, row: one.row))] = Int32(trunk)
        for row in Self.neighbours(of: one.row, in: ys) {
          let cell = number(Cell(column: column, row: row))
          if rowUse[cell] < 0 { rowUse[cell] = Int32(trunk) }
        }
      }
    } else {
      for row in min(one.row, other.row)..<max(one.row, other.row) {
        columnUse[number(Cell(column: one.column, row: row))] = Int32(trunk)
        for column in Self.neighbours(of: one.column, in: xs) {
          let cell = number(Cell(column: column, row: row))
          if columnUse[cell] < 0 { columnUse[cell] = Int32(trunk) }
        }
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

  /// The length that other trunks take between two cells in the same row or column, and how many of them cross it
  /// after the first cell.
  func others(from one: Cell, to other: Cell, besides trunk: Int) -> (length: Int, crossings: Int) {
    let own = Int32(trunk)
    var result = (length: 0, crossings: 0)
    if one.row == other.row {
      let step = one.column < other.column ? 1 : -1
      for column in stride(from: one.column, to: other.column, by: step) {
        let user = rowUse[number(Cell(column: min(column, column + step), row: one.row))]
        if user >= 0, user != own { result.length += abs(xs[column] - xs[column + step]) }
        let crossing = columnUse[number(Cell(column: column + step, row: one.row))]
        if crossing >= 0, crossing != own { result.crossings += 1 }
      }
    } else {
      let step = one.row < other.row ? 1 : -1
      for row in stride(from: one.row, to: other.row, by: step) {
        let user = columnUse[number(Cell(column: one.column, row: min(row, row + step)))]
        if user >= 0, user != own { result.length += abs(ys[row] - ys[row + step]) }
        let crossing = rowUse[number(Cell(column: one.column, row: row + step))]
        if crossing >= 0, crossing != own { result.crossings += 1 }
      }
    }
    return result
  }

  /// Whether another trunk leads on from a cell across the given direction.
  func isCrossed(_ cell: Cell, way: Int, besides trunk: Int) -> Bool {
    let user = way < 2 ? columnUse[number(cell)] : rowUse[number(cell)]
    return user >= 0 && user != Int32(trunk)
  }
}
