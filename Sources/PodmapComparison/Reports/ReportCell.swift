import PodmapManifests

/// What stands in one cell of a report: words of ours, a number, or texts from manifests, which only this type turns
/// into Markdown.
enum ReportCell {
  case words(StaticString)
  case number(Int)
  /// Texts one below the other.
  case data([String])

  static func text(_ text: String?) -> ReportCell { .data(text.map { [$0] } ?? []) }

  /// For a terminal: one line.
  var plain: String {
    switch self {
    case .words(let words): words.description
    case .number(let number): String(number)
    case .data(let texts):
      texts.isEmpty ? "-" : texts.map { $0.withoutControlCharacters }.joined(separator: "; ")
    }
  }

  /// For a Markdown table: texts from manifests are code, in which nothing is markup, a link or a mention.
  var markdown: String {
    switch self {
    case .words(let words): words.description
    case .number(let number): String(number)
    case .data(let texts): texts.isEmpty ? "–" : texts.map(Self.code).joined(separator: "<br>")
    }
  }

  /// A text as code. What would end the code or the cell is replaced; no name in Kubernetes has either.
  static func code(_ text: String) -> String {
    let safe = text.withoutControlCharacters.shortened(to: 200).replacing("`", with: "'").replacing("|", with: "¦")
    return safe.allSatisfy(\.isWhitespace) ? "–" : "`\(safe)`"
  }
}
