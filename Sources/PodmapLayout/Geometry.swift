/// A point of the picture; x grows to the right, y downwards.
package struct Point: Hashable, Sendable {
  /// The distance from the left edge of the picture.
  package var x: Int
  /// The distance from the upper edge of the picture.
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle whose corners have integer coordinates.
package struct Rect: Hashable, Sendable {
  /// The left edge.
  package var x: Int
  /// The upper edge.
  package var y: Int
  /// The distance between the left and the right edge.
  package var width: Int
  /// The distance between the upper and the lower edge.
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  package var maxX: Int { x + width }
  /// The lower edge.
  package var maxY: Int { y + height }

  /// Whether the two rectangles share more than a border.
  package func overlaps(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  /// Whether `other` is inside this rectangle; borders may touch.
  package func contains(_ other: Rect) -> Bool {
    x <= other.x && y <= other.y && other.maxX <= maxX && other.maxY <= maxY
  }

  /// Whether the horizontal or vertical segment from `start` to `end` has a part inside this rectangle, border excluded.
  package func isCut(from start: Point, to end: Point) -> Bool {
    min(start.x, end.x) < maxX && max(start.x, end.x) > x && min(start.y, end.y) < maxY && max(start.y, end.y) > y
  }
}

extension Rect {
  /// The rectangle with the given room around it.
  func grown(by room: Int) -> Rect {
    Rect(x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room)
  }
}
