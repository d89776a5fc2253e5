import PodmapManifests

/// A title in the front matter: a JSON string, which is YAML too. Mermaid shows it without
/// decoding entity codes and drops what looks like a tag.
struct MermaidTitle {
  /// The text with its quotes.
  let quoted: String

  init(_ raw: String) {
    var text = "\""
    for character in Shortened(raw, limit: .title).text.withoutPlaceholders.unicodeScalars {
      switch character {
      case "\"": text += "\\u0022"
      case "\\": text += "\\\\"
      case "<", ">", "&": text.unicodeScalars.append(character.wide)
      default: text.unicodeScalars.append(character)
      }
    }
    quoted = text + "\""
  }
}

/// A text after `accTitle:` or `accDescr:`: one line without any character that Mermaid interprets, since
/// codes aren't decoded everywhere there. Screen readers read full-width forms like the usual ones.
struct MermaidSentence {
  let text: String

  init(_ raw: String) {
    var text = ""
    for character in Shortened(raw, limit: .description).text.withoutPlaceholders.unicodeScalars {
      switch character {
      case "<", ">", "&", "#", ";", "%", "{", "}", "\\", "$", "\"": text.unicodeScalars.append(character.wide)
      default: text.unicodeScalars.append(character)
      }
    }
    self.text = text
  }
}

extension Unicode.Scalar {
  /// The full-width form of an ASCII character.
  fileprivate var wide: Unicode.Scalar {
    Unicode.Scalar(value + 0xfee0) ?? self
  }
}

extension String {
  /// Mermaid mistakes `ﬂ°` and `¶ß` for its own entity codes; invisible joiners separate them.
  fileprivate var withoutPlaceholders: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch (text.last, scalar) {
      case ("ﬂ", "°"), ("¶", "ß"): text.append("\u{2060}")
      default: break
      }
      text.append(scalar)
    }
    return String(text)
  }
}
