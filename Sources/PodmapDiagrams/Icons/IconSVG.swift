package import PodmapManifests

/// The colour of an icon, as SVG reads it.
package struct IconColour: Sendable, Hashable {
  /// `#rrggbb`, or `currentColor`.
  package let text: String

  /// The colour of the text around the icon.
  package static let current = IconColour(text: "currentColor")
  package static let white = IconColour(Colour.onFill.light)

  /// One of our own colours.
  init(_ paint: Paint) {
    self.init(text: "#" + paint.digits)
  }

  /// A colour such as `0x326ce5`.
  package init(rgb: UInt32) {
    let digits = String(rgb & 0xff_ffff, radix: 16)
    self.init(text: "#" + String(repeating: "0", count: 6 - digits.count) + digits)
  }

  private init(text: String) {
    self.text = text
  }
}

extension Icon {
  /// The grid that the icons are drawn on, as a `viewBox`.
  package static let viewBox = "0 0 24 24"

  /// One `<g>`, for the content of a `<symbol>` or an `<svg>` whose `viewBox` is that of the icons. It contains
  /// shapes and nothing else: no id, no style sheet, no reference.
  package func svgFragment(_ colour: IconColour) -> String {
    let paint = colour.text
    var text = #"<g fill="none" stroke="\#(paint)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">"#
    for shape in shapes { text += shape.svg(filledWith: paint) }
    return text + "</g>"
  }

  /// A whole file that Graphviz accepts as an image: that needs the XML declaration, `<svg` at the start of a
  /// line, and a width and height. They must be the size in points that it is drawn in, without a unit: since
  /// Graphviz 12.1.2, an image that has to be scaled is scaled twice.
  package func svgFile(_ colour: IconColour, side: Int) -> String { Self.svgFile(svgFragment(colour), side: side) }

  /// A file with a content that is drawn for the view box of icons.
  static func svgFile(_ content: String, side: Int) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(side)" height="\(side)" viewBox="\(viewBox)">
    \(content)
    </svg>

    """
  }
}

extension IconShape {
  fileprivate func svg(filledWith paint: String) -> String {
    switch self {
    case .path(let data, let style):
      #"<path d="\#(data)"\#(style.attributes(paint))/>"#
    case .circle(let x, let y, let radius, let style):
      #"<circle cx="\#(number(x))" cy="\#(number(y))" r="\#(number(radius))"\#(style.attributes(paint))/>"#
    case .rectangle(let x, let y, let width, let height, let corner, let style):
      #"<rect x="\#(number(x))" y="\#(number(y))" width="\#(number(width))" height="\#(number(height))""#
        + #" rx="\#(number(corner))"\#(style.attributes(paint))/>"#
    }
  }

  /// Whole numbers without ".0".
  private func number(_ value: Double) -> String {
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension IconShape.Style {
  /// What a shape adds to the attributes of its group.
  fileprivate func attributes(_ paint: String) -> String {
    switch self {
    case .stroke: ""
    case .fill: #" fill="\#(paint)" stroke="none""#
    }
  }
}
