/// The content of a table's cell. Spaces and line ends between its tags would be drawn and measured as
/// text, so it is put together without any.
struct DOTCell {
  /// The most characters in one line of a card.
  static let limit = 60
  private(set) var content: DOTLine = ""

  /// Adds a line of text at the left of the cell; blank ones are left out.
  mutating func add(_ raw: String, size: Int = 9, _ colour: Colour = .quietText) {
    if raw.isBlank { return }
    content = "\(content)\(Self.font(size, colour, DOTText(raw, limit: Self.limit)))<br align=\"left\"/>"
  }

  static func font(_ size: Int, _ colour: Colour, _ text: DOTText) -> DOTLine {
    font(size, colour, "\(text)")
  }

  /// An empty `font` element is a syntax error for Graphviz.
  static func font(_ size: Int, _ colour: Colour, _ text: DOTLine) -> DOTLine {
    if text.text.isEmpty { return "" }
    return "<font point-size=\"\(size)\" color=\"\(colour)\">\(text)</font>"
  }
}
