/// Boxes packed into a strip: each one goes to the lowest, then leftmost place that is free.
///
/// Source: the bottom-left heuristic, B. S. Baker, E. G. Coffman, R. L. Rivest, "Orthogonal Packings in Two
/// Dimensions", SIAM Journal on Computing 9, 1980, with the free places kept as a skyline.
struct Skyline {
  /// The upper left corners, in the order of the boxes.
  private(set) var places: [Point] = []
  /// The width that is used.
  private(set) var width = 0
  /// The height that is used.
  private(set) var height = 0

  private var steps: [(start: Int, top: Int, end: Int)]
  private let strip: Int
  private let gap: Int

  init(of sizes: [(width: Int, height: Int)], strip: Int, gap: Int) {
    self.strip = strip
    self.gap = gap
    steps = [(0, 0, .max)]
    for size in sizes {
      let place = self.place(for: size.width)
      places.append(place)
      width = max(width, place.x + size.width)
      height = max(height, place.y + size.height)
      raise(from: place.x, to: place.x + size.width + gap, top: place.y + size.height + gap)
    }
  }

  private func place(for width: Int) -> Point {
    var best: Point?
    for (index, step) in steps.enumerated() {
      if step.start + width > strip, step.start > 0 { continue }
      var top = 0
      for other in steps[index...] {
        if other.start >= step.start + width + gap { break }
        top = max(top, other.top)
      }
      if best.map({ top < $0.y }) ?? true { best = Point(x: step.start, y: top) }
    }
    return best ?? Point(x: 0, y: height)
  }

  private mutating func raise(from start: Int, to end: Int, top: Int) {
    var result: [(start: Int, top: Int, end: Int)] = []
    var isAdded = false
    for step in steps {
      if step.start < start { result.append((step.start, step.top, min(step.end, start))) }
      if step.end > start, !isAdded {
        result.append((start, top, end))
        isAdded = true
      }
      if step.end > end { result.append((max(step.start, end), step.top, step.end)) }
    }
    steps = result
  }
}
