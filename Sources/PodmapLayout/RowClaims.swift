/// The places along the sides of cards where lines start and end already.
struct RowClaims {
  private var taken: [[Int]]

  /// The least distance between two of them.
  private static let spacing = 5

  init(cards: Int) {
    taken = Array(repeating: [], count: 2 * cards)
  }

  /// Whether a line of one side of a card would be too close to another one.
  func isTaken(_ place: Int, card: Int, isAfter: Bool) -> Bool {
    taken[2 * card + (isAfter ? 1 : 0)].contains { abs($0 - place) < Self.spacing }
  }

  /// Takes the free place that is nearest to `wanted`; that one itself if there is none.
  mutating func claim(_ wanted: Int, card: Int, isAfter: Bool, size: Int) -> Int {
    let wanted = max(1, min(wanted, size - 1))
    let others = taken[2 * card + (isAfter ? 1 : 0)]
    var result = wanted
    search: for spacing in [Self.spacing, 3, 2] {
      for distance in 0..<size {
        for place in [wanted + distance, wanted - distance] where place > 0 && place < size {
          if others.contains(where: { abs($0 - place) < spacing }) { continue }
          result = place
          break search
        }
      }
    }
    taken[2 * card + (isAfter ? 1 : 0)].append(result)
    return result
  }
}
