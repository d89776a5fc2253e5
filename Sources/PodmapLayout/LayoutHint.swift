/// Where cards were in an earlier picture of the same application.
///
/// A layout that gets a hint leaves cards where they were as long as the picture stays good. Ids that no card has and
/// cards without a place do no harm.
package struct LayoutHint: Hashable, Sendable {
  /// The upper left corner of each card, by its id.
  package var places: [String: Point]

  package init(places: [String: Point]) {
    self.places = places
  }

  /// What to remember of a picture: `result` must be that of `input`.
  package init(of result: LayoutResult, input: LayoutInput) {
    places = [:]
    for (card, rect) in zip(input.cards, result.cards) { places[card.id] = Point(x: rect.x, y: rect.y) }
  }
}

extension CanonicalInput {
  /// Where each card was, in the order of the sorted input; `nil` if it is new or its place makes no sense.
  var known: [Point?] {
    let limit = -100_000...100_000
    return input.cards.map { card in
      guard let place = input.hint?.places[card.id], limit ~= place.x, limit ~= place.y else { return nil }
      return place
    }
  }
}
