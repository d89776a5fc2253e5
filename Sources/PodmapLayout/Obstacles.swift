/// Rectangles that routes must not pass through, sorted by the rows and columns of a grid.
struct Obstacles {
  private let rows: [[ClosedRange<Int>]]
  private let columns: [[ClosedRange<Int>]]

  init(_ rects: [Rect], ys: [Int], xs: [Int]) {
    rows = Self.ranges(rects.map { (low: $0.y, high: $0.maxY, range: $0.x...$0.maxX) }, along: ys)
    columns = Self.ranges(rects.map { (low: $0.x, high: $0.maxX, range: $0.y...$0.maxY) }, along: xs)
  }

  private static func ranges(
    _ rects: [(low: Int, high: Int, range: ClosedRange<Int>)], along places: [Int]
  ) -> [[ClosedRange<Int>]] {
    var result = Array(repeating: [ClosedRange<Int>](), count: places.count)
    for rect in rects.sorted(by: { ($0.range.lowerBound, $0.low) < ($1.range.lowerBound, $1.low) }) {
      for (index, place) in places.enumerated() where rect.low < place && place < rect.high {
        if let last = result[index].last, last.upperBound >= rect.range.lowerBound {
          result[index][result[index].count - 1] =
            last.lowerBound...max(last.upperBound, rect.range.upperBound)
        } else {
          result[index].append(rect.range)
        }
      }
    }
    return result
  }

  /// Whether a piece of a row passes through a rectangle; its border doesn't count.
  func cut(row: Int, _ low: Int, _ high: Int) -> Bool { Self.cut(rows[row], low, high) }

  /// Whether a piece of a column passes through a rectangle; its border doesn't count.
  func cut(column: Int, _ low: Int, _ high: Int) -> Bool { Self.cut(columns[column], low, high) }

  private static func cut(_ ranges: [ClosedRange<Int>], _ low: Int, _ high: Int) -> Bool {
    // The first range that ends after `low` is the only one that can begin before `high`.
    var (first, last) = (0, ranges.count)
    while first < last {
      let middle = (first + last) / 2
      if ranges[middle].upperBound > low { last = middle } else { first = middle + 1 }
    }
    return first < ranges.count && ranges[first].lowerBound < high
  }
}
