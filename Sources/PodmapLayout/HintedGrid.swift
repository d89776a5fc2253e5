/// A grid whose cards stay in the rows and columns that they had in an earlier picture; new ones fill free cells first.
struct HintedGrid {
  /// The left edges of the columns.
  private(set) var columns: [Int]
  /// The cards of each row, by column.
  private(set) var rows: [[Int: Int]]
  /// Where the rows started.
  let starts: [Int?]

  /// Takes the cards of a grid, the places they had, and the least distance between two columns; `nil` if less than two
  /// cards have a place.
  init?(_ cards: [Int], known: [Point?], step: Int, room: Int) {
    let old = cards.filter { known[$0] != nil }
    let ys = Set(old.compactMap { known[$0]?.y }).sorted()
    var xs = Set(old.compactMap { known[$0]?.x }).sorted()
    guard old.count >= 2, old.count * 2 >= cards.count, zip(xs, xs.dropFirst()).allSatisfy({ $1 - $0 >= step }) else {
      return nil
    }
    let first = xs[0]
    // A single row can still get more columns.
    if ys.count == 1 {
      let next = zip(xs, xs.dropFirst()).map { $1 - $0 }.min() ?? step
      while xs.count < cards.count, xs[xs.count - 1] + 2 * next - first <= room { xs.append(xs[xs.count - 1] + next) }
    }
    var rows = ys.map { _ in [Int: Int]() }
    for card in old {
      guard let place = known[card], let row = ys.firstIndex(of: place.y), let column = xs.firstIndex(of: place.x)
      else { return nil }
      guard rows[row].updateValue(card, forKey: column) == nil else { return nil }
    }
    for card in cards where known[card] == nil {
      let row = rows.firstIndex { $0.count < xs.count } ?? rows.count
      if row == rows.count { rows.append([:]) }
      let column = xs.indices.first { rows[row][$0] == nil } ?? 0
      rows[row][column] = card
    }
    columns = xs.map { $0 - first }
    starts = rows.indices.map { $0 < ys.count ? ys[$0] - ys[0] : nil }
    self.rows = rows
  }
}
