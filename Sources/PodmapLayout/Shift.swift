/// How far something is from its place in an earlier picture.
struct Shift {
  private let x: Int
  private let y: Int
  private let weight: Int

  /// `weight` is the number of cards that moved.
  init(from: Point, to: Point, weight: Int = 1) {
    x = to.x - from.x
    y = to.y - from.y
    self.weight = weight
  }

  /// How far apart two cards that moved together can be, in points.
  private static let tolerance = 7

  /// Whether both moved by the same distance, or nearly so.
  fileprivate func isLike(_ other: Shift) -> Bool {
    abs(x - other.x) <= Self.tolerance && abs(y - other.y) <= Self.tolerance
  }

  fileprivate static func weight(of shifts: some Sequence<Shift>) -> Int { shifts.reduce(0) { $0 + $1.weight } }
}

extension [Shift] {
  /// The share of the cards that aren't where they were, as compared with most of them: from 0 to 1.
  var shareMoved: Double {
    let all = Shift.weight(of: self)
    let kept = map { one in Shift.weight(of: lazy.filter { $0.isLike(one) }) }.max() ?? 0
    return all == 0 ? 0 : Double(all - kept) / Double(all)
  }
}
