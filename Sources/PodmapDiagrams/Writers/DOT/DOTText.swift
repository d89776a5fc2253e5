/// A text between the tags of an HTML-like label, which Graphviz reads with an XML parser.
struct DOTText {
  let text: String

  /// Cleans, shortens and escapes a text of a manifest.
  init(_ raw: String, limit: Int = 80) {
    text = Shortened(raw, limit: limit).text.replacing { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      default: nil
      }
    }
  }
}

/// A text inside a quoted string: a plain label or a tooltip. Graphviz decodes entities there, and
/// takes `\N`, `\G` and others for names of the element.
struct DOTString {
  let text: String

  init(_ raw: String, limit: Int = 80) {
    text = Self.escaped(Shortened(raw, limit: limit).text)
  }

  /// Lines below each other with some room at both ends, so that they don't touch the line they belong to.
  init(centred lines: [String], limit: Int) {
    text = lines.map { " " + DOTString($0, limit: limit).text + " " }.joined(separator: "\\n")
  }

  /// Lines below each other that start at the left.
  init(left lines: [String], limit: Int) {
    text = lines.map { DOTString($0, limit: limit).text + "\\l" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "&"): "&amp;"
      default: nil
      }
    }
  }
}

extension String {
  /// The text with some ASCII bytes replaced; itself where none is.
  fileprivate func replacing(_ replacement: (UInt8) -> StaticString?) -> String {
    if !utf8.contains(where: { $0 < 0x80 && replacement($0) != nil }) { return self }
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if byte < 0x80, let text = replacement(byte) {
        text.withUTF8Buffer { out.append(contentsOf: $0) }
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
