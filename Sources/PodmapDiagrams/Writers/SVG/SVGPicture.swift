/// Graphviz's SVG, prepared for a page: without a version, with a title and a description for screen readers, fonts
/// that most systems have, texts that fit in any other, icons, classes for everything coloured, and colours for dark
/// pages.
package struct SVGPicture: Sendable {
  package let bytes: [UInt8]

  /// Prepares the SVG that Graphviz made from DOT for SVG (`PictureLook.writerForSVG`).
  package init(_ rendered: [UInt8], title: String, description: String, _ style: PictureLook) {
    var rewriter = SVGRewriter(style)
    for line in Self.lines(of: rendered) { rewriter.add(line) }
    bytes = rewriter.picture(title: title, description: description)
  }

  /// Each with the line break at its end.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(rest[...end])
      rest = rest[(end + 1)...]
    }
    return lines + [rest]
  }
}

/// One run over the lines of an SVG: Graphviz starts every element on its own line.
private struct SVGRewriter {
  private let style: PictureLook
  private var icons: SVGIcons
  /// What precedes the first element of the picture.
  private var head: [UInt8] = []
  private var body: [UInt8] = []
  private var hasBody = false
  /// The classes of the picture.
  private var classes: Set<String> = []
  /// The anchors around the next line; `nil` for one that isn't a cell.
  private var anchors: [SVGCell?] = []
  private var isInDocumentType = false
  private var isInComment = false
  private var skipsGroupEnd = false

  init(_ style: PictureLook) {
    self.style = style
    icons = SVGIcons(style)
  }

  mutating func add(_ line: ArraySlice<UInt8>) {
    if isDropped(line) { return }
    if line.starts(with: Self.picture) {
      append("<svg role=\"img\" class=\"podmap\" aria-labelledby=\"podmap-title podmap-description\" ".utf8)
      append("font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" ".utf8)
      append(line.dropFirst(Self.picture.count))
      return
    }
    if line.starts(with: Self.group) { hasBody = true }
    if let cell = SVGCell(opening: line) {
      anchors.append(cell)
      if case .styled(let name, let tooltip, let link) = cell {
        classes.insert(name)
        let title = tooltip.isEmpty ? "" : "<title>\(tooltip)</title>"
        let anchor = link.map { "<a xlink:href=\"\($0)\" target=\"_top\">" } ?? ""
        append("<g class=\"\(name)\">\(title)\(anchor)\n".utf8)
      }
      return
    }
    if line.starts(with: Self.anchorEnd) {
      switch anchors.popLast() ?? nil {
      case .styled(_, _, let link)?:
        if link != nil { append("</a>\n".utf8) }
        return
      case .icon?:
        skipsGroupEnd = true
        return
      case nil: break
      }
    }
    if skipsGroupEnd, line.starts(with: Self.groupEnd) {
      skipsGroupEnd = false
      return
    }
    if case .icon(let cell)? = anchors.last ?? nil, let icon = icons.icon(cell, on: line) {
      if cell.isQuiet { classes.insert(StyleClass.quietIcon.name) }
      append(icon.utf8)
      return
    }
    if line.starts(with: Self.group) {
      noteClasses(line)
      if line.position(of: Self.anchor) != nil { anchors.append(nil) }
    }
    if let text = SVGText(line) {
      if hasBody { text.append(to: &body) } else { text.append(to: &head) }
    } else {
      append(line)
    }
  }

  func picture(title: String, description: String) -> [UInt8] {
    guard hasBody else { return head }
    var whole = head
    whole.reserveCapacity(head.count + body.count + title.utf8.count + description.utf8.count + 20_000)
    whole += "<title id=\"podmap-title\">\(XMLText(title).escaped)</title>\n".utf8
    whole += "<desc id=\"podmap-description\">\(XMLText(description).escaped)</desc>\n".utf8
    let sheet = SVGStyleSheet(style.theme, for: classes).text
    if !sheet.isEmpty { whole += "<style>\n\(sheet)\n</style>\n".utf8 }
    whole += icons.definitions.utf8
    whole += body
    return whole
  }

  /// Whether a line is left out: the document type, which a page doesn't need and which contains an external address,
  /// and comments with the version of Graphviz.
  private mutating func isDropped(_ line: ArraySlice<UInt8>) -> Bool {
    if line.starts(with: Self.documentType) { isInDocumentType = true }
    if isInDocumentType {
      isInDocumentType = !line.contains(UInt8(ascii: ">"))
      return true
    }
    if line.starts(with: Self.versionComment) || line.starts(with: Self.titleComment) { isInComment = true }
    if isInComment {
      isInComment = line.position(of: Self.commentEnd) == nil
      return true
    }
    return false
  }

  private mutating func noteClasses(_ line: ArraySlice<UInt8>) {
    guard let start = line.position(of: Self.classes) else { return }
    let names = line[(start + Self.classes.count)...].prefix { $0 != UInt8(ascii: "\"") }
    for name in names.split(separator: UInt8(ascii: " ")) { classes.insert(String(decoding: name, as: UTF8.self)) }
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) {
    if hasBody { body += bytes } else { head += bytes }
  }

  private static let versionComment = Array("<!-- Generated by graphviz".utf8)
  private static let documentType = Array("<!DOCTYPE".utf8)
  private static let titleComment = Array("<!-- Title:".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let picture = Array("<svg ".utf8)
  private static let group = Array("<g ".utf8)
  private static let groupEnd = Array("</g>".utf8)
  private static let anchor = Array("><a".utf8)
  private static let anchorEnd = Array("</a>".utf8)
  private static let classes = Array(" class=\"".utf8)
}
