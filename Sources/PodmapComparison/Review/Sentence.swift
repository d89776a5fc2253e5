import PodmapDiagrams
import PodmapManifests

/// A sentence of our own about names from manifests. Each format writes the names so that they stay names; a text that is
/// interpolated is a name, so a sentence can't forget to say which part comes from a manifest.
package struct Sentence: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case words(String)
    /// A text from a manifest.
    case name(String)
  }

  package private(set) var parts: [Part]

  package init(_ parts: Part...) {
    self.parts = parts
  }

  package var isEmpty: Bool { parts.isEmpty }

  /// On one line, for a terminal and for JSON.
  package var plain: String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .name(let name): name.withoutControlCharacters.shortened(to: .markdownCode)
      }
    }.joined()
  }

  /// For Markdown, with names as code.
  package var markdown: String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .name(let name): MarkdownText.code(name)
      }
    }.joined()
  }

  static func + (left: Sentence, right: Sentence) -> Sentence {
    var sum = left
    sum.parts += right.parts
    return sum
  }
}

extension Sentence: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) {
    parts = words.isEmpty ? [] : [.words(words)]
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { parts.append(.words(words)) }
    }

    package mutating func appendInterpolation(_ name: String) { parts.append(.name(name)) }

    package mutating func appendInterpolation(_ number: Int) { parts.append(.words(String(number))) }

    package mutating func appendInterpolation(_ sentence: Sentence) { parts += sentence.parts }

    /// Words of our own that are chosen at run time.
    package mutating func appendInterpolation(words: StaticString) { parts.append(.words(words.description)) }
  }
}

extension [Sentence] {
  /// "a", "a and b", "a, b and c", or with another separator "a; b; c". Further ones are counted.
  func enumerated(separator: Sentence? = nil) -> Sentence {
    let shown = Limit.enumeratedNames.value - 1
    if count > shown + 1 { return prefix(shown).joined(separator ?? ", ") + " and \(count - shown) more" }
    guard separator == nil, let last, count > 1 else { return joined(separator ?? ", ") }
    return dropLast().joined(", ") + " and \(last)"
  }
}

extension Sequence<Sentence> {
  func joined(_ separator: Sentence) -> Sentence {
    reduce(into: Sentence()) { all, sentence in all = all.isEmpty ? sentence : all + separator + sentence }
  }
}
