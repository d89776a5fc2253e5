/// Boxes that stay where they were in an earlier picture, as far as their sizes allow, and new ones in the room that is
/// left.
struct HintedPacking {
  /// The upper left corners, in the order of the boxes.
  private(set) var places: [Point]
  /// Where the upper left corner of the whole was in the earlier picture.
  private(set) var anchor = Point(x: 0, y: 0)

  /// The width that is used.
  var width: Int { taken.map(\.maxX).max().map { $0 - anchor.x } ?? 0 }
  /// The height that is used.
  var height: Int { taken.map(\.maxY).max().map { $0 - anchor.y } ?? 0 }
  /// Whether a box couldn't stay because of another one.
  private(set) var isPushed = false

  /// With more boxes than this, new ones and those that can't stay go below all others.
  private static let closeCount = 100

  private var taken: [Rect] = []
  private let gap: Int
  private let strip: Int

  /// `anchors` are the boxes' places in the earlier picture; at least one must have one.
  init(of sizes: [(width: Int, height: Int)], anchors: [Point?], strip: Int, gap: Int) {
    self.gap = gap
    self.strip = strip
    places = sizes.map { _ in Point(x: 0, y: 0) }
    let order = sizes.indices.sorted { one, other in
      let keys = [one, other].map { index in
        anchors[index].map { [0, $0.y, $0.x, index] } ?? [1, -sizes[index].height, -sizes[index].width, index]
      }
      return keys[0].lexicographicallyPrecedes(keys[1])
    }
    var rest: [Int] = []
    for index in order {
      let size = sizes[index]
      guard let rect = rect(for: size, at: anchors[index]) else {
        rest.append(index)
        continue
      }
      places[index] = Point(x: rect.x, y: rect.y)
      taken.append(rect)
    }
    add(rest, sizes)
    anchor = Point(x: places.map(\.x).min() ?? 0, y: places.map(\.y).min() ?? 0)
    places = places.map { Point(x: $0.x - anchor.x, y: $0.y - anchor.y) }
  }

  /// A place for a box; `nil` if the search for one would take too long.
  private mutating func rect(for size: (width: Int, height: Int), at anchor: Point?) -> Rect? {
    let isLarge = taken.count > Self.closeCount
    guard let anchor else { return isLarge ? nil : free(width: size.width, height: size.height) }
    let wanted = Rect(x: anchor.x, y: anchor.y, width: size.width, height: size.height)
    if isLarge, obstacle(of: wanted, gap: gap * 2 / 3) != nil { return nil }
    return nearest(to: wanted)
  }

  /// Packs the boxes that are left below all others.
  private mutating func add(_ rest: [Int], _ sizes: [(width: Int, height: Int)]) {
    guard !rest.isEmpty else { return }
    let packing = Skyline(of: rest.map { sizes[$0] }, strip: strip, gap: gap)
    let (left, top) = (taken.map(\.x).min() ?? 0, (taken.map(\.maxY).max() ?? 0) + gap)
    for (index, place) in zip(rest, packing.places) {
      places[index] = Point(x: left + place.x, y: top + place.y)
      taken.append(
        Rect(x: left + place.x, y: top + place.y, width: sizes[index].width, height: sizes[index].height))
    }
  }

  /// The share of what is in the boxes that isn't where it was, as compared with most of it.
  func moved(anchors: [Point?], weights: [Int]) -> Double {
    let shifts = anchors.indices.compactMap { index in
      anchors[index].map { Shift(from: $0, to: places[index], weight: weights[index]) }
    }
    return shifts.shareMoved
  }

  /// The first rectangle that is closer than the gap allows.
  private func obstacle(of rect: Rect, gap: Int) -> Rect? {
    taken.first { rect.grown(by: gap).overlaps($0) }
  }

  /// The free place nearest to a box's place, to the right or further down.
  private mutating func nearest(to wanted: Rect) -> Rect {
    // A box that grew a little may come closer to its neighbours than others.
    let near = gap * 2 / 3
    guard obstacle(of: wanted, gap: near) != nil else { return wanted }
    isPushed = true
    var (right, below) = (wanted, wanted)
    while let other = obstacle(of: right, gap: near) { right.x = other.maxX + gap }
    while let other = obstacle(of: below, gap: near) { below.y = other.maxY + gap }
    let left = min(wanted.x, taken.map(\.x).min() ?? 0)
    if right.maxX - left > strip { return below }
    return right.x - wanted.x <= below.y - wanted.y ? right : below
  }

  /// A free place with which the whole grows as little as possible.
  private func free(width: Int, height: Int) -> Rect {
    guard let first = taken.first else { return Rect(x: 0, y: 0, width: width, height: height) }
    let whole = taken.dropFirst().reduce(first) { $0.joined(with: $1) }
    var best: (cost: [Int], rect: Rect)?
    for x in Set([whole.x] + taken.map { $0.maxX + gap }).sorted() {
      for y in Set([whole.y] + taken.map { $0.maxY + gap }).sorted() {
        let rect = Rect(x: x, y: y, width: width, height: height)
        let grown = whole.joined(with: rect)
        if grown.width > max(strip, whole.width), x > whole.x { continue }
        guard obstacle(of: rect, gap: gap) == nil else { continue }
        let cost = [grown.width * grown.height, y, x]
        if best.map({ cost.lexicographicallyPrecedes($0.cost) }) ?? true { best = (cost, rect) }
      }
    }
    return best?.rect ?? Rect(x: whole.x, y: whole.maxY + gap, width: width, height: height)
  }
}

extension Rect {
  /// The smallest rectangle around both.
  func joined(with other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
