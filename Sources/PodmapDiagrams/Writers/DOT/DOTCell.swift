/// The content of a table's cell. Spaces and line breaks between its tags would be drawn and measured as
/// text, so it has none.
struct DOTCell {
  private(set) var content: DOTLine = ""

  /// Adds a left-aligned line of text, unless it is blank.
  mutating func add(_ raw: String, size: Int = CardSize.text, _ paint: Paint) {
    if raw.isBlank { return }
    content = "\(content)\(Self.font(size, paint, DOTText(raw)))<br align=\"left\"/>"
  }

  mutating func addBold(_ raw: String, size: Int, _ paint: Paint) {
    if raw.isBlank { return }
    content = "\(content)\(Self.font(size, paint, "<b>\(DOTText(raw))</b>"))<br align=\"left\"/>"
  }

  static func font(_ size: Int, _ paint: Paint, _ text: DOTText) -> DOTLine {
    font(size, paint, "\(text)")
  }

  /// An empty `font` element is a syntax error for Graphviz.
  static func font(_ size: Int, _ paint: Paint, _ text: DOTLine) -> DOTLine {
    if text.text.isEmpty { return "" }
    return "<font point-size=\"\(size)\" color=\"\(paint)\">\(text)</font>"
  }
}
