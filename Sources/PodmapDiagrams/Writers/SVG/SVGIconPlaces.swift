import PodmapManifests

/// The squares of an SVG that stand for icons, and what is drawn in their place.
struct SVGIconPlaces {
  private let icons: IconSet
  private let theme: Theme
  /// What each colour of a square stands for.
  private let marks: [String: (icon: Icon, isOnFill: Bool)]

  init(_ dress: PictureDress) {
    icons = dress.icons
    theme = dress.theme.drawn
    marks = Self.marks
  }

  private static let marks: [String: (icon: Icon, isOnFill: Bool)] = {
    var marks: [String: (icon: Icon, isOnFill: Bool)] = [:]
    for icon in Icon.allCases {
      for isOnFill in [true, false] {
        marks[DOTIcons.mark(of: icon, isOnFill: isOnFill).digits] = (icon, isOnFill)
      }
    }
    return marks
  }()

  /// One definition for each icon of a picture, so that a hundred Services draw theirs once.
  func definitions(in dot: String) -> String {
    let used = ThemeStyle.colours(in: dot)
    let shown = Icon.allCases.filter { icon in
      [true, false].contains { used.contains(DOTIcons.mark(of: icon, isOnFill: $0).rgb) }
    }
    if shown.isEmpty { return "" }
    return "<defs>\n" + shown.map { "\(icons.symbol(for: $0, id: Self.id($0)))\n" }.joined() + "</defs>\n"
  }

  /// The icon that a line stands for; nothing where the line is something else.
  func icon(at line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: Self.beginning) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard let mark = marks[String(text.dropFirst(Self.beginning.count - 2).prefix(6))],
      let start = text.range(ofPoints: "points=\""), let end = text[start...].firstIndex(of: "\"")
    else { return nil }
    let numbers = text[start..<end].split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let across = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    let down = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = across.min(), let right = across.max(), let top = down.min() else { return nil }
    let side = right - left
    let inset = side / 6
    let paint = (mark.isOnFill ? Colour.onFill : Colour.quietText).paint(theme)
    return "<use xlink:href=\"#\(Self.id(mark.icon))\" x=\"\(Self.text(left + inset))\" y=\"\(Self.text(top + inset))\""
      + " width=\"\(Self.text(side - 2 * inset))\" height=\"\(Self.text(side - 2 * inset))\""
      + " color=\"#\(paint.digits)\"/>\n"
  }

  private static let beginning = Array("<polygon fill=\"#fe".utf8)

  private static func id(_ icon: Icon) -> String { "podmap-icon-\(icon.rawValue)" }

  /// At most two digits behind the point.
  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}

extension String {
  /// The place behind the first occurrence of some words.
  fileprivate func range(ofPoints words: StaticString) -> Index? {
    let words = words.description
    var start = startIndex
    while let first = self[start...].firstIndex(of: words[words.startIndex]) {
      if self[first...].hasPrefix(words) { return index(first, offsetBy: words.count) }
      start = index(after: first)
    }
    return nil
  }
}
