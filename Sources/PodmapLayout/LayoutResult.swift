/// Where everything is. The upper left corner of the picture is (0, 0); there is no margin.
package struct LayoutResult: Hashable, Sendable {
  /// The place of each card, in the order of the input.
  package var cards: [Rect]
  /// The place of each frame, in the order of the input.
  package var frames: [Rect]
  /// For each line, in the order of the input: a polyline of horizontal and vertical segments from the border of its
  /// first card to the border of its last one.
  package var routes: [[Point]]
  /// The place of each line's label; `nil` if it has none.
  package var labels: [Rect?]
  /// Whether each line leads against the direction of the others.
  package var isReversed: [Bool]
  /// The width of the picture.
  package var width: Int
  /// The height of the picture.
  package var height: Int
  /// How often two trunks cross.
  package var crossings: Int
  /// How many segments of lines pass through a card.
  package var throughCards: Int
}
