import PodmapManifests

/// The icons of an SVG: each is defined once and used wherever a cell is reserved for it.
struct SVGIcons {
  private let icons: IconSet
  private let palette: Palette
  private var used: Set<Icon> = []

  init(_ style: PictureLook) {
    icons = style.icons
    palette = style.theme.palette
  }

  /// The definitions of the icons that were used, so that a hundred Services draw theirs once.
  var definitions: String {
    let shown = Icon.allCases.filter(used.contains)
    if shown.isEmpty { return "" }
    return "<defs>\n" + shown.map { "\(icons.symbol(for: $0, id: Self.id($0)))\n" }.joined() + "</defs>\n"
  }

  /// The icon on a polygon; `nil` if the line is something else.
  mutating func icon(_ cell: SVGCell.IconCell, on line: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("<polygon "), let start = text.firstByteRange(of: " points=\"")?.upperBound,
      let end = text[start...].firstIndex(of: "\"")
    else { return nil }
    let numbers = text[start..<end].split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let across = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let down = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = across.min(), let right = across.max(), let top = down.min() else { return nil }
    used.insert(cell.icon)
    let side = right - left
    let inset = side / 6
    let style = cell.isQuiet ? " class=\"\(StyleClass.quietIcon.name)\"" : ""
    let paint = (cell.isQuiet ? Colour.quietText : .onFill).paint(palette)
    return "<use xlink:href=\"#\(Self.id(cell.icon))\"\(style) x=\"\(Self.text(left + inset))\""
      + " y=\"\(Self.text(top + inset))\" width=\"\(Self.text(side - 2 * inset))\""
      + " height=\"\(Self.text(side - 2 * inset))\" color=\"#\(paint.digits)\"/>\n"
  }

  private static func id(_ icon: Icon) -> String { "podmap-icon-\(icon.rawValue)" }

  /// At most two decimal places.
  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
