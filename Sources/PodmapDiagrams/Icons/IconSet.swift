package import PodmapManifests

/// The icons of a picture: our own, and those that a user replaces them with.
package struct IconSet: Sendable {
  /// An image that a user provides.
  package struct Image: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
      case svg, png

      var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .png: "image/png"
        }
      }
    }

    package var kind: Kind
    package var bytes: [UInt8]

    /// `nil` for bytes that aren't an image of the kind.
    package init?(kind: Kind, bytes: [UInt8]) {
      self.kind = kind
      switch kind {
      case .png:
        // A truncated file has no end chunk.
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
          bytes.suffix(8).starts(with: Array("IEND".utf8))
        else { return nil }
        self.bytes = bytes
      case .svg:
        guard let bytes = Self.readableSVG(bytes) else { return nil }
        self.bytes = bytes
      }
    }

    /// The whole image as an element that fills the view box of icons.
    fileprivate var element: String {
      "<image width=\"24\" height=\"24\" xlink:href=\"data:\(kind.mediaType);base64,\(Base64.encoded(bytes))\"/>"
    }

    /// Graphviz finds the size of an SVG only if the file begins with an XML declaration and `<svg` begins a line.
    private static func readableSVG(_ bytes: [UInt8]) -> [UInt8]? {
      let mark = Array("<svg".utf8)
      var start = bytes.startIndex
      while let first = bytes[start...].firstIndex(of: mark[0]) {
        if bytes[first...].starts(with: mark) {
          return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + bytes[first...]
        }
        start = first + 1
      }
      return nil
    }
  }

  /// A file that Graphviz loads.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]
  }

  private var brought: [Icon: Image]

  package init(_ brought: [Icon: Image] = [:]) {
    self.brought = brought
  }

  /// The definition of an icon in an SVG. Images are embedded whole, as images, so that nothing in them
  /// can run or load anything.
  func symbol(for icon: Icon, id: String) -> String {
    guard let image = brought[icon] else {
      return "<symbol id=\"\(id)\" viewBox=\"\(Icon.viewBox)\">\(icon.svgFragment(.current))</symbol>"
    }
    return "<symbol id=\"\(id)\" viewBox=\"\(Icon.viewBox)\">\(image.element)</symbol>"
  }

  /// The files that the DOT of a diagram refers to.
  package func files(for diagram: FlowDiagram, theme: Theme) -> [File] {
    // Only the heads of workloads have a strong colour. Empty frames have an icon of their own.
    files(
      ([.custom] + diagram.cards.map(\.icon)).flatMap { [($0, true), ($0, false)] }, theme,
      cell: CardSize.icon)
  }

  /// The files that the DOT of a sequence diagram refers to.
  package func files(for diagram: SequenceDiagram, theme: Theme) -> [File] {
    files(diagram.participants.map { ($0.icon, !$0.isPerson) }, theme, cell: SequenceSize.icon)
  }

  private func files(_ icons: [(icon: Icon, isOnFill: Bool)], _ theme: Theme, cell: Int) -> [File] {
    [true, false].flatMap { isOnFill in
      let used = Set(icons.filter { $0.isOnFill == isOnFill }.map(\.icon))
      return Icon.allCases.filter(used.contains).map { icon in
        let file = IconFile(icon, isOnFill: isOnFill, cell: cell)
        if let image = brought[icon] {
          return File(name: file.name, bytes: Array(Icon.svgFile(image.element, side: file.side).utf8))
        }
        let paint = (isOnFill ? Colour.onFill : Colour.quietText).paint(theme.palette)
        return File(name: file.name, bytes: Array(icon.svgFile(IconColour(paint), side: file.side).utf8))
      }
    }
  }
}
