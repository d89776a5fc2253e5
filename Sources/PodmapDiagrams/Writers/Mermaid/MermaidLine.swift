/// One line of Mermaid text. It accepts only ids, numbers, colours and escaped texts:
/// `"\(card.name)"` doesn't compile.
struct MermaidLine: ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      if literalCapacity > 0 { text.reserveCapacity(literalCapacity + interpolationCount * 32) }
    }

    mutating func appendLiteral(_ literal: String) { text.append(literal) }
    mutating func appendInterpolation(_ id: ElementID) { text.append(id.text) }
    mutating func appendInterpolation(_ number: Int) { text.append(String(number)) }
    mutating func appendInterpolation(_ escaped: MermaidText) {
      // Most lines of labels are one text, which is used unchanged.
      if text.isEmpty { text = escaped.text } else { text.append(escaped.text) }
    }
    mutating func appendInterpolation(_ label: MermaidLabel) { text.append(label.text) }
    mutating func appendInterpolation(_ escaped: MermaidSequenceText) { text.append(escaped.text) }
    mutating func appendInterpolation(_ label: MermaidBlockLabel) { text.append(label.text) }
    mutating func appendInterpolation(_ line: MermaidLine) { text.append(line.text) }
    mutating func appendInterpolation(_ title: MermaidTitle) { text.append(title.quoted) }
    mutating func appendInterpolation(_ sentence: MermaidSentence) { text.append(sentence.text) }
    mutating func appendInterpolation(_ colour: Colour) {
      text.append("#")
      text.append(colour.light.digits)
    }
  }
}

/// The lines of a label, joined by real line breaks: with `<br/>`, 11.0 to 11.12 decode entity codes
/// early and read the rest as Markdown.
struct MermaidLabel {
  private(set) var text = ""

  mutating func add(_ line: MermaidLine) {
    if text.isEmpty {
      text = line.text
    } else if !line.text.isEmpty {
      text.append("\n")
      text.append(line.text)
    }
  }
}

/// The text of a diagram so far.
struct MermaidOutput {
  private(set) var text = ""
  /// The number of frames around the next line.
  var depth = 0
  /// The number of its links; Mermaid numbers them from 0.
  private(set) var linkCount = 0

  mutating func reserve(_ bytes: Int) {
    text.reserveCapacity(bytes)
  }

  /// Writes a line that is one link.
  mutating func link(_ link: MermaidLine) {
    line(link)
    linkCount += 1
  }

  mutating func line(_ line: MermaidLine) {
    for _ in 0..<min(depth, 20) { text.append("  ") }
    text.append(line.text)
    text.append("\n")
  }
}
