/// The style sheet of an SVG: rules that recolour the classes of a picture if its reader prefers dark pages.
///
/// A rule takes precedence over the attributes that Graphviz writes, so nothing else of the picture changes.
struct SVGStyleSheet {
  /// Empty if nothing changes.
  let text: String

  /// The rules for the classes that a picture uses.
  init(_ theme: Theme, for used: Set<String>) {
    guard let dark = theme.dark else {
      text = ""
      return
    }
    let rules = StyleClass.all.filter { used.contains($0.name) }.flatMap { Self.rules(for: $0, theme.palette, dark) }
    text = rules.isEmpty ? "" : "@media (prefers-color-scheme:dark){\n" + rules.joined(separator: "\n") + "\n}"
  }

  private static func rules(for style: StyleClass, _ palette: Palette, _ dark: Palette) -> [String] {
    // What Graphviz leaves unpainted ("none", "transparent") stays that way.
    let (fill, stroke) = ("[fill^=\"#\"]", "[stroke^=\"#\"]")
    // Small texts are those that were drawn in their colour.
    let small = style.smallText.map { "[fill=\"#\($0.paint(palette).digits)\"]" } ?? ""
    let properties: [(colour: Colour?, selector: String, property: String)] =
      switch style.bearer {
      case .box:
        // Graphviz wraps anything with a tooltip in an anchor.
        [
          (style.fill, ">g>a>:not(text)\(fill)", "fill"), (style.stroke, ">g>a>\(stroke)", "stroke"),
          (style.text, ">g>a>text", "fill"), (style.smallText, ">g>a>text\(small)", "fill"),
        ]
      case .line:
        [
          (style.fill, " :not(text)\(fill)", "fill"), (style.stroke, " \(stroke)", "stroke"),
          (style.text, " text", "fill"),
        ]
      case .cell:
        [
          (style.fill, ">:not(text)\(fill)", "fill"), (style.stroke, ">\(stroke)", "stroke"),
          (style.text, ">text", "fill"), (style.smallText, ">text\(small)", "fill"),
        ]
      case .icon: [(style.text, "", "color")]
      }
    return properties.compactMap { colour, selector, property in
      guard let colour, colour.paint(palette) != colour.paint(dark) else { return nil }
      return ".podmap .\(style.name)\(selector){\(property):#\(colour.paint(dark).digits)}"
    }
  }
}
