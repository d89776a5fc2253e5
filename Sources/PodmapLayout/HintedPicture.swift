/// A picture that is like an earlier one, unless that makes it much worse than one drawn from scratch.
///
/// Drawing a picture that was drawn with a hint again, with itself as the hint, changes nothing: a result is the
/// picture from scratch, or one that repeats itself.
struct HintedPicture {
  /// The picture.
  private(set) var result: LayoutResult

  /// How many times a picture is drawn with the places it has got, until nothing moves.
  private static let rounds = 6

  init(of sorted: CanonicalInput, original: LayoutInput, scratch: Block) {
    result = LayoutResult(of: scratch, sorted, original: original)
    var known = sorted.known
    if known.allSatisfy({ $0 == nil }) || known == sorted.places(in: result) { return }
    var last: LayoutResult?
    for _ in 0..<(original.cards.count > 200 ? 3 : Self.rounds) {
      let next = LayoutResult(of: draw(sorted, known: known), sorted, original: original)
      if next == last {
        if isGood(next, original) { result = next }
        return
      }
      known = sorted.places(in: next)
      if known == sorted.places(in: result) { return }
      last = next
    }
  }

  /// Whether the picture is nearly as good as the one from scratch.
  private func isGood(_ picture: LayoutResult, _ input: LayoutInput) -> Bool {
    if picture.throughCards > result.throughCards { return false }
    let limit = max(input.page.width, result.width)
    if picture.width > limit { return false }
    if picture.crossings > result.crossings + 3 + result.crossings / 4 { return false }
    return cost(picture, input) <= cost(result, input) * 1.35
  }

  private func cost(_ picture: LayoutResult, _ input: LayoutInput) -> Double {
    let width = max(picture.width, input.page.preferredMinimumWidth)
    let routes = picture.routes.reduce(0) { sum, points in
      sum + zip(points, points.dropFirst()).reduce(0) { $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y) }
    }
    return Double(width) * Double(picture.height + 40) + 9_000 * Double(picture.crossings) + 40 * Double(routes)
  }
}

extension CanonicalInput {
  /// Where the cards are in a picture of the original input.
  fileprivate func places(in picture: LayoutResult) -> [Point?] {
    cards.map { Point(x: picture.cards[$0].x, y: picture.cards[$0].y) }
  }
}
