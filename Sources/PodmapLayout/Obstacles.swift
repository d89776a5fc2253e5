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

  /// Whether the step from one cell to the next passes through a rectangle; its border doesn't count.
  func cut(_ one: OutsideRouting.Cell, _ other: OutsideRouting.Cell, _ start: Point, _ end: Point) -> Bool {
    one.row == other.row
      ? Self.cut(rows[one.row], min(start.x, end.x), max(start.x, end.x))
      : Self.cut(columns[one.column], min(start.y, end.y), max(start.y, end.y))
  }

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

/// States with priorities; those with equal priorities come out in the order in which they went in.
struct Queue {
  private var heap: [(priority: Int, number: Int, state: Int)] = []
  private var count = 0

  mutating func push(_ state: Int, priority: Int) {
    heap.append((priority, count, state))
    count += 1
    var index = heap.count - 1
    while index > 0, isBefore(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> (state: Int, priority: Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return (first.state, first.priority) }
    heap[0] = last
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && isBefore(child, least) { least = child }
      if least == index { break }
      heap.swapAt(index, least)
      index = least
    }
    return (first.state, first.priority)
  }

  private func isBefore(_ one: Int, _ other: Int) -> Bool {
    (heap[one].priority, heap[one].number) < (heap[other].priority, heap[other].number)
  }
}
