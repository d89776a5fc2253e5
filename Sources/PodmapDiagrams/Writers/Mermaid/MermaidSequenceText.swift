import PodmapManifests

/// A text of a sequence diagram, escaped so that every Mermaid from 10.6 on shows it unchanged: a participant's name,
/// a message, a note, the title of a box.
///
/// These are SVG text after the entity codes are decoded, so HTML and Markdown mean nothing in them; but `;` ends the
/// statement and `#` begins a comment.
struct MermaidSequenceText {
  /// Lines are joined by `<br/>`, which no text can contain.
  let text: String

  /// Cleans, shortens and escapes a text from a manifest.
  init(_ raw: String, limit: Int = Limit.messageText.value) {
    text = Self.escaped(Shortened(raw, limit: limit).text)
  }

  /// Breaks the text between words into lines of about `width` characters; its line breaks are kept.
  init(_ raw: String, width: Int, limit: Int = Limit.noteText.value) {
    let lines = Wrapped(raw, width: width).lines
    var left = limit
    var shown: [String] = []
    for line in lines where left > 0 {
      shown.append(Self.escaped(Shortened(line, limit: min(left, max(width, 60))).text))
      left -= line.count
    }
    text = shown.joined(separator: "<br/>")
  }

  /// Several texts, each on its own line.
  init(lines: [MermaidSequenceText]) {
    text = lines.map(\.text).filter { !$0.isEmpty }.joined(separator: "<br/>")
  }

  private static func escaped(_ line: String) -> String {
    var escaped = String.UnicodeScalarView()
    var isSpace = false
    let scalars = Array(line.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      // Two in a row crash 10.9 in some places, and look like one everywhere.
      if scalar == " ", isSpace { continue }
      isSpace = scalar == " "
      if mustBeCode(scalar, at: position, in: scalars) {
        escaped.append(contentsOf: "#\(scalar.value);".unicodeScalars)
      } else {
        if isPlaceholder(scalar, behind: escaped.last) { escaped.append("\u{2060}") }
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func mustBeCode(_ scalar: Unicode.Scalar, at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    func precedes(_ word: String) -> Bool {
      scalars[position...].starts(with: word.unicodeScalars)
    }
    return switch scalar {
    case "#", ";", "<", ">", "&", "%", "$", "\"", "\\", "(", ")", "{", "}": true
    // A message that begins with an activation sign, an actor's type, or the end of a colour.
    case "@", "+", "-", ":", "[", ",": position == 0
    // "wrap:" and "nowrap:" are words of the grammar.
    case "w", "n": position == 0 && (precedes("wrap") || precedes("nowrap"))
    // Mermaid drops the last ";" of a line that matches /style.*:\S*#.*;/, and with it a code's.
    case "s": precedes("style")
    case "c": precedes("classDef")
    default: false
    }
  }

  /// Mermaid writes codes as `ﬂ°°…¶ß` internally; two of these characters next to each other are separated.
  private static func isPlaceholder(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar?) -> Bool {
    scalar == "°" && last == "ﬂ" || scalar == "ß" && last == "¶"
  }
}

/// The label of a block. Mermaid breaks long ones and thereby loses entity codes, so it contains none, and what
/// would need one is replaced by its full-width form.
struct MermaidBlockLabel {
  let text: String

  /// `fallback` replaces an empty text.
  init(_ raw: String, fallback: String) {
    let sentence = MermaidSentence(Shortened(raw.isBlank ? fallback : raw, limit: 60).text)
    text = sentence.text.split(separator: " ").joined(separator: " ")
  }
}
