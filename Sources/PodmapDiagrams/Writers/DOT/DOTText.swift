import PodmapManifests

/// A text between the tags of an HTML-like label. Graphviz reads the label with an XML parser, then takes
/// `\N`, `\G` and others in its texts to be names of the element.
struct DOTText {
  let text: String

  /// Cleans, shortens and escapes a text from a manifest.
  init(_ raw: String, limit: Int = Limit.labelText.value) {
    text = Self.escaped(Shortened(raw, limit: limit).text)
  }

  /// The same for a text that may begin with no-break spaces, which separate it from the text before it.
  init(spaced raw: String) {
    let spaces = raw.prefix { $0 == "\u{a0}" }
    text = spaces + Self.escaped(Shortened(String(raw.dropFirst(spaces.count)), limit: .listTooltip).text)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "\\"): "\\\\"
      // A text of brackets only is an error: it might have become the end of a CDATA section.
      case UInt8(ascii: "]"): "&#93;"
      default: nil
      }
    }
  }
}

/// A plain label, with its quotes. Graphviz decodes entities there, and takes `\N`, `\G` and others to be names
/// of the element.
struct DOTLabel {
  let quoted: String

  /// Left-aligned lines.
  init(left lines: [String], limit: Int) {
    quoted = "\"" + lines.map { Self.escaped($0, limit) + "\\l" }.joined() + "\""
  }

  /// Centred lines, each short enough already.
  init(centred lines: [String]) {
    quoted = "\"" + lines.map { Self.escaped($0, 200) }.joined(separator: "\\n") + "\""
  }

  private static func escaped(_ raw: String, _ limit: Int) -> String {
    Shortened(raw, limit: limit).text.replacing { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "&"): "&amp;"
      default: nil
      }
    }
  }
}

/// A tooltip, with its quotes. How often Graphviz decodes entities and replaces `\N` by a name depends on its
/// version, so a tooltip has a character that looks like a backslash.
struct DOTTooltip {
  let quoted: String

  /// A blank tooltip doesn't work: Graphviz takes the label or the name instead.
  init(_ raw: String, otherwise: String = "Diagram", limit: Limit = .tooltip) {
    var text = Self.escaped(raw, limit.value)
    let size = text.utf8.count
    // An entity has more bytes than its character.
    let most = Limit.dotString.value
    if size > most { text = Self.escaped(raw, min(limit.value, raw.count) * most / size) }
    quoted = "\"" + (text.isEmpty ? otherwise : text) + "\""
  }

  private static func escaped(_ raw: String, _ limit: Int) -> String {
    Shortened(raw, limit: limit).text.replacing { byte in
      switch byte {
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "\\"): "\u{2216}"
      case UInt8(ascii: "&"): "&amp;"
      default: nil
      }
    }
  }
}

extension String {
  /// The text with some ASCII bytes replaced; the same string if there are none.
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
