import Testing

@testable import PodmapDiagrams

@Suite("Texts of an SVG state their widths")
struct SVGTextTests {
  @Test("Text takes the width of its letters, at its size and weight, in any font")
  func widths() {
    #expect(width(of: "cart") == "16.7")
    #expect(width(of: "cart", size: "17.00") == "28.3")
    #expect(width(of: "cart", size: "12.50") == "20.8")
    #expect(width(of: "cart", weight: "bold") == "18.3")
    #expect(width(of: "cart", weight: "normal") == "16.7")
    #expect(width(of: "i") == "2.2")
  }

  @Test("References count as the characters that they mean")
  func references() {
    #expect(width(of: "a&amp;b") == width(of: "a&#38;b"))
    #expect(width(of: "a&amp;b") == "17.8")
    #expect(width(of: "a&lt;b&gt;c&quot;d&#39;e&#45;f") == "50.5")
    #expect(width(of: "a &#160;b") == "16.7")
    #expect(width(of: "a&#99999999;b") == nil)
    #expect(width(of: "a&eacute;b") == nil)
    #expect(width(of: "a&b") == nil)
  }

  @Test(
    "A blank text, one with spaces at its ends and one of unknown width have none",
    arguments: [
      "", " ", "\u{A0}", "&#160;", " a", "a ", "\u{200B}", "🚀 launch",
    ])
  func withoutWidth(_ words: String) {
    #expect(width(of: words) == nil)
    #expect(
      rewritten(words) == "<text text-anchor=\"middle\" x=\"1\" font-size=\"10.00\" fill=\"#000000\">\(words)</text>\n")
  }

  @Test("Nothing else of the element changes")
  func rest() {
    #expect(
      rewritten("a") == """
        <text text-anchor="middle" x="1" textLength="5.6" lengthAdjust="spacingAndGlyphs" font-size="10.00" \
        fill="#000000">a</text>

        """)
  }

  @Test("A size that Graphviz doesn't write gives no width", arguments: ["", "10", "10.0", "1e3.00", "x", "-1.00"])
  func sizes(_ size: String) {
    #expect(width(of: "a", size: size) == nil)
  }

  @Test(
    "Other elements, and texts in a font of their own, are no such texts",
    arguments: [
      "<polygon font-family=\"Arial\">", "<text x=\"1\" font-family=\"Courier\">a</text>", "<text", "<text x=\"1\"",
      "<text x=\"1\">a font-family=\"Arial\"</text>", "",
    ])
  func others(_ line: String) {
    #expect(SVGText(Array(line.utf8)[...]) == nil)
  }

  private func rewritten(_ words: String, size: String = "10.00", weight: String? = nil) -> String {
    let weight = weight.map { " font-weight=\"\($0)\"" } ?? ""
    let line =
      "<text text-anchor=\"middle\" x=\"1\" font-family=\"Arial\"\(weight) font-size=\"\(size)\" fill=\"#000000\">\(words)</text>\n"
    var bytes: [UInt8] = []
    SVGText(Array(line.utf8)[...])?.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func width(of words: String, size: String = "10.00", weight: String? = nil) -> String? {
    rewritten(words, size: size, weight: weight).firstMatch(of: /textLength="([^"]*)"/).map { String($0.1) }
  }
}
