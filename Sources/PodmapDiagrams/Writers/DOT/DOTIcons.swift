import PodmapManifests

/// How icons come into a drawing.
package enum DOTIcons: Sendable {
  /// Not at all: a DOT file that stands alone refers to no others.
  case none
  /// As empty squares in colours that nothing else has. Graphviz needs no file for them, and in its SVG they are
  /// found and replaced.
  case places
  /// As image files in the folder that Graphviz is told to look in.
  case images

  /// Whether cards leave room for an icon.
  var takeRoom: Bool {
    switch self {
    case .none: false
    case .places, .images: true
    }
  }

  func cell(for icon: Icon, isOnFill: Bool, side: Int, rows: Int = 2) -> DOTLine {
    let span: DOTLine = rows > 1 ? "rowspan=\"\(rows)\" " : ""
    let size: DOTLine = "\(span)fixedsize=\"true\" width=\"\(side)\" height=\"\(side)\""
    switch self {
    case .none: return ""
    case .places: return "<td \(size) bgcolor=\"\(Self.mark(of: icon, isOnFill: isOnFill))\"></td>"
    case .images:
      return "<td \(size) cellpadding=\"4\"><img scale=\"true\" src=\"\(IconFile(icon, isOnFill: isOnFill))\"/></td>"
    }
  }

  /// The colour of the square that stands for an icon.
  static func mark(of icon: Icon, isOnFill: Bool) -> Paint {
    let position = UInt32(Icon.allCases.firstIndex(of: icon) ?? 0)
    return Paint(0xfe_0000 | (isOnFill ? 0x100 : 0) | position)
  }
}

/// The name of the file with an icon in one of its two colours.
struct IconFile {
  let name: String

  init(_ icon: Icon, isOnFill: Bool) {
    name = icon.rawValue + (isOnFill ? "" : "-quiet") + ".svg"
  }
}
