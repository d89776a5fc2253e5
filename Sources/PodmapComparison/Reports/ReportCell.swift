import PodmapDiagrams
import PodmapManifests

/// The content of one cell in a report: our own words, a number, or texts from manifests, which only this type turns
/// into Markdown.
enum ReportCell {
  case words(StaticString)
  case number(Int)
  /// Texts from manifests, one below the other.
  case data([String])
  /// A sentence of our own that contains names from manifests.
  case sentence(String)
  /// A sentence that knows which of its parts are names from manifests.
  case statement(Sentence)
  /// Locations in manifests, of which the first few are enough.
  case places([String])

  static func text(_ text: String?) -> ReportCell { .data(text.map { [$0] } ?? []) }

  /// One line, for a terminal.
  var plain: String {
    switch self {
    case .words(let words): words.description
    case .number(let number): String(number)
    case .data(let texts):
      texts.isEmpty ? "-" : texts.map { $0.withoutControlCharacters }.joined(separator: "; ")
    case .sentence(let sentence): sentence.withoutControlCharacters.shortened(to: .markdownText)
    case .statement(let sentence): sentence.plain
    case .places(let places): Self.data(Self.first(places, 1)).plain
    }
  }

  /// For a Markdown table: texts from manifests become code, in which nothing is markup, a link or a mention.
  var markdown: String {
    switch self {
    case .words(let words): words.description
    case .number(let number): String(number)
    case .data(let texts): texts.isEmpty ? "–" : texts.map(Self.code).joined(separator: "<br>")
    case .sentence(let sentence): Self.prose(sentence)
    case .statement(let sentence): sentence.markdown
    case .places(let places): Self.data(Self.first(places, 3)).markdown
    }
  }

  private static func first(_ places: [String], _ count: Int) -> [String] {
    places.count <= count ? places : places.prefix(count) + ["\(places.count - count) more"]
  }

  /// A sentence in which every word that isn't plain letters or a number becomes code, so that it is neither markup nor
  /// a link or a mention.
  private static func prose(_ sentence: String) -> String {
    let words = sentence.withoutControlCharacters.shortened(to: .markdownText).split(whereSeparator: \.isWhitespace)
    return words.map { word in
      let start = word.prefix { $0 == "(" }
      let rest = word.dropFirst(start.count)
      let end = rest.reversed().prefix { ",;:)".contains($0) }
      let middle = rest.dropLast(end.count)
      let isPlain = middle.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "'")
      }
      let isNumber = middle.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { digits in
        digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
      return "\(start)\(isPlain || isNumber ? String(middle) : code(String(middle)))\(String(end.reversed()))"
    }.joined(separator: " ")
  }

  static func code(_ text: String) -> String { MarkdownText.code(text) }
}
