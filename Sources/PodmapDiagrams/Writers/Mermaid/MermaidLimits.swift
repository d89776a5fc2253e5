import PodmapManifests

/// The default limits of Mermaid, which a page can't raise on GitHub.
extension MermaidFlowchartWriter {
  /// Whether Mermaid draws a diagram from this writer: `maxTextSize` counts UTF-16 units, `maxEdges` counts links.
  package static func fits(_ text: String) -> Bool {
    text.utf16.count <= Limit.mermaidCharacters.value && linkCount(text) <= Limit.mermaidEdges.value
  }

  /// The links in a text: lines outside labels in which an arrow follows an id.
  static func linkCount(_ text: String) -> Int {
    var count = 0
    var isInLabel = false
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if !isInLabel && beginsWithLink(line) { count += 1 }
      if line.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isInLabel.toggle() }
    }
    return count
  }

  private static func beginsWithLink(_ line: Substring.UTF8View) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: " ") }.drop { $0 != UInt8(ascii: " ") }.dropFirst()
    guard let arrow = rest.first else { return false }
    return arrow == UInt8(ascii: "-") || arrow == UInt8(ascii: "=") || arrow == UInt8(ascii: "~")
  }
}
