/// The rows and columns of a grid that one route can use.
struct Tracks {
  /// The next column to the right of each one, and to the left; -1 if there is none.
  private var columns: (right: [Int], left: [Int])
  /// The next row below each one, and above; -1 if there is none.
  private var rows: (below: [Int], above: [Int])

  init(columns: [Bool], rows: [Bool]) {
    self.columns = (Self.next(columns), Self.previous(columns))
    self.rows = (Self.next(rows), Self.previous(rows))
  }

  private static func previous(_ isUsed: [Bool]) -> [Int] {
    var result: [Int] = []
    var last = -1
    for (index, isUsed) in isUsed.enumerated() {
      result.append(last)
      if isUsed { last = index }
    }
    return result
  }

  private static func next(_ isUsed: [Bool]) -> [Int] {
    previous(isUsed.reversed()).reversed().map { $0 < 0 ? -1 : isUsed.count - 1 - $0 }
  }

  /// The next cell in a direction: 0 and 1 to the right and left, 2 and 3 down and up.
  func cell(after cell: RoutingGrid.Cell, way: Int) -> RoutingGrid.Cell? {
    var result = cell
    switch way {
    case 0: result.column = columns.right[cell.column]
    case 1: result.column = columns.left[cell.column]
    case 2: result.row = rows.below[cell.row]
    default: result.row = rows.above[cell.row]
    }
    return result.column < 0 || result.row < 0 ? nil : result
  }
}

/// Coordinates on which lines between parts can lead, each with the frames that it is useful in.
struct TrackPlaces {
  /// The coordinates in order.
  private(set) var places: [Int] = []
  /// The frames of each coordinate; -1 is the whole picture.
  private(set) var owners: [Set<Int>] = []

  /// Takes coordinates that can be left out if they are too close to another one, and those that can't.
  init(_ optional: [Int: Set<Int>], required: Set<Int>, spacing: Int) {
    let fixed = required.sorted()
    var next = 0
    var last = Int.min / 2
    for place in Set(optional.keys).union(required).sorted() {
      while next < fixed.count, fixed[next] < place { next += 1 }
      let isRequired = next < fixed.count && fixed[next] == place
      let isFree = place - last >= spacing && (next >= fixed.count || fixed[next] - place >= spacing)
      guard isRequired || isFree else { continue }
      places.append(place)
      owners.append(optional[place] ?? [])
      last = place
    }
  }

  /// Which of the coordinates are useful in some frames.
  func isUseful(in frames: Set<Int>, always: [Int]) -> [Bool] {
    zip(places, owners).map { always.contains($0) || !$1.isDisjoint(with: frames) }
  }
}
