/// One shape of an icon, on a grid of 24 × 24 units with y pointing down.
enum IconShape: Sendable {
  /// How a shape is painted, in the icon's only colour.
  enum Style: Sendable {
    /// A line of 2 units with round ends and corners.
    case stroke
    case fill
  }

  /// Path data as in SVG, absolute commands only. It comes only from our own source, so it needs no escaping.
  case path(StaticString, Style)
  case circle(x: Double, y: Double, radius: Double, Style)
  case rectangle(x: Double, y: Double, width: Double, height: Double, corner: Double, Style)
}
