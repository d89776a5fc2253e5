/// One line of DOT. It accepts only ids, numbers, colours and escaped texts:
/// `"\(card.name)"` doesn't compile.
struct DOTLine: ExpressibleByStringInterpolation {
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
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { text.append(literal) }
    mutating func appendInterpolation(_ id: ElementID) { text.append(id.text) }
    mutating func appendInterpolation(_ number: Int) { text.append(String(number)) }
    mutating func appendInterpolation(_ escaped: DOTText) { text.append(escaped.text) }
    mutating func appendInterpolation(_ line: DOTLine) { text.append(line.text) }

    mutating func appendInterpolation(_ label: DOTLabel) { text.append(label.quoted) }
    mutating func appendInterpolation(_ tooltip: DOTTooltip) { text.append(tooltip.quoted) }

    /// With its `#`, without quotes.
    mutating func appendInterpolation(_ paint: Paint) {
      text.append("#")
      text.append(paint.digits)
    }

    mutating func appendInterpolation(_ length: DOTInches) { text.append(length.text) }

    mutating func appendInterpolation(_ link: PartLink) {
      text.append(PartLink.scheme)
      text.append(link.name)
    }

    mutating func appendInterpolation(_ file: IconFile) { text.append(file.name) }

    mutating func appendInterpolation(_ style: StyleClass) { text.append(style.name) }

    /// The name of one of our own cases.
    mutating func appendInterpolation(_ name: some RawRepresentable<String> & CaseIterable) {
      text.append(name.rawValue)
    }
  }
}

/// The text of the graph written so far.
struct DOTOutput {
  private(set) var text = ""
  /// The number of braces around the next line.
  var depth = 0

  mutating func reserve(_ bytes: Int) {
    text.reserveCapacity(bytes)
  }

  mutating func line(_ line: DOTLine) {
    for _ in 0..<min(depth, 20) { text.append("  ") }
    text.append(line.text)
    text.append("\n")
  }
}
