import PodmapLayout

/// Where the cards of a picture are: a later picture of the same diagram leaves them there as far as it can.
package struct PicturePlaces: Sendable, Equatable {
  /// The upper left corner of each card, by its id.
  private var corners: [String: Point]

  init(_ placed: PlacedDiagram) {
    corners = Dictionary(
      zip(placed.cards, placed.layout.cards).map { ($0.card.id.text, Point(x: $1.x, y: $1.y)) }
    ) { first, _ in first }
  }

  /// Reads what `lines` wrote; ignores anything else.
  package init(reading lines: [String]) {
    corners = [:]
    for line in lines {
      let words = line.split(separator: " ")
      guard words.count == 3, let x = Int(words[1]), let y = Int(words[2]) else { continue }
      corners[String(words[0])] = Point(x: x, y: y)
    }
  }

  /// "web_Deployment_shop 20 140": the id of a card, and its distances from the left and upper edges in points.
  package var lines: [String] { corners.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.x) \($0.value.y)" } }

  /// The ids of the cards.
  package var cards: [String] { corners.keys.sorted() }

  var hint: LayoutHint { LayoutHint(places: corners) }
}
