import PodmapManifests

/// How a graph shows icons.
package enum DOTIcons: Sendable {
  /// Not at all: a DOT file that is used alone must not refer to other files.
  case none
  /// As empty cells with a class, which `SVGPicture` replaces by icons: Graphviz needs no file for them. All other
  /// cells have their class too.
  case places
  /// As image files in a folder that Graphviz searches.
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
    case .places:
      let word: DOTLine = isOnFill ? "icon" : "\(StyleClass.quietIcon)"
      return "<td \(size) bgcolor=\"#000000\" target=\"podmap\" title=\"\(icon) \(word)\"></td>"
    case .images:
      let file = IconFile(icon, isOnFill: isOnFill, cell: side)
      return "<td \(size) cellpadding=\"\(IconFile.padding)\"><img scale=\"true\" src=\"\(file)\"/></td>"
    }
  }

  /// Whether the picture may lead to another: only SVG is a page of its own.
  var mayLink: Bool {
    if case .places = self { true } else { false }
  }

  /// The attributes that give a cell its class. Graphviz has no classes for cells, but it turns a cell
  /// with a target into an anchor, and writes the title there.
  ///
  /// `part` is the part of the picture that the cell leads to.
  func cellClass(_ style: StyleClass, tooltip: String = "", part: String? = nil) -> DOTLine {
    switch self {
    case .none, .images: return ""
    case .places:
      let text: DOTLine = tooltip.isBlank ? "" : ": \(DOTText(tooltip, limit: Limit.listTooltip.value))"
      let link: DOTLine = part.map { " href=\"\(PartLink($0))\"" } ?? ""
      return "\(link) target=\"podmap\" title=\"\(style)\(text)\""
    }
  }
}

/// The file with an icon in one of its two colours, for a cell.
struct IconFile {
  let name: String
  /// The side of the icon, in points.
  let side: Int

  /// What is left free on each side of a cell.
  static let padding = 4

  /// `cell` is the side of the cell.
  init(_ icon: Icon, isOnFill: Bool, cell: Int) {
    side = cell - 2 * Self.padding
    name = "\(icon.rawValue)\(isOnFill ? "" : "-quiet")-\(side).svg"
  }
}
