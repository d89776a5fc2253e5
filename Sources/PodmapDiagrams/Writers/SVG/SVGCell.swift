import PodmapManifests

/// A cell of an HTML-like label, as Graphviz writes it: an anchor whose title is the cell's class (see
/// `DOTIcons.cellClass`).
enum SVGCell {
  /// The class, and the escaped text of a tooltip.
  case styled(String, tooltip: Substring, link: Substring?)
  case icon(IconCell)

  struct IconCell {
    let icon: Icon
    /// Whether it is not on a strong colour.
    let isQuiet: Bool
  }

  /// The cell that a line opens; `nil` if the line is something else.
  init?(opening line: ArraySlice<UInt8>) {
    guard line.starts(with: "<g".utf8), line.suffix(Self.ending.count).elementsEqual(Self.ending) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.firstByteRange(of: "xlink:title=\"")?.upperBound,
      let end = text[start...].firstIndex(of: "\"")
    else { return nil }
    let (name, tooltip) = Self.parts(text[start..<end])
    let words = name.split(separator: " ")
    if words.count == 2, let icon = Icon(rawValue: String(words[0])) {
      self = .icon(IconCell(icon: icon, isQuiet: words[1] == StyleClass.quietIcon.name))
    } else if words.count == 1 {
      self = .styled(String(words[0]), tooltip: tooltip, link: Self.link(text))
    } else {
      return nil
    }
  }

  /// The escaped address that the anchor leads to.
  private static func link(_ text: String) -> Substring? {
    guard let start = text.firstByteRange(of: "xlink:href=\"")?.upperBound,
      let end = text[start...].firstIndex(of: "\"")
    else {
      return nil
    }
    return text[start..<end]
  }

  /// The words before a colon and the text behind it.
  private static func parts(_ title: Substring) -> (name: Substring, tooltip: Substring) {
    guard let colon = title.firstIndex(of: ":") else { return (title, "") }
    return (title[..<colon], title[title.index(after: colon)...].drop { $0 == " " })
  }

  /// Texts in attributes are escaped, so nothing else ends like this.
  private static let ending = Array(" target=\"podmap\">\n".utf8)
}
