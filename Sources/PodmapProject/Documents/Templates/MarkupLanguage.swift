internal import PodmapComparison
internal import PodmapDiagrams
internal import PodmapManifests

/// The language that a document is written in, and how texts are escaped so that they stay plain text in it.
package enum MarkupLanguage: Sendable {
  case markdown, html

  /// By the extension of a file; Markdown by default.
  package init(file: String) {
    let end = FileName.extension(of: file)
    self = OutputFormat.all.first { $0.extensions.contains(end) }?.document ?? .markdown
  }

  func text(_ text: String) -> String {
    switch self {
    case .markdown: MarkdownText.text(text)
    case .html: XMLText(text.cleaned().shortened(to: .markdownText)).escaped
    }
  }

  /// A text as HTML, which may also be in a place of a Markdown document where Markdown is read.
  func html(_ text: String) -> String {
    guard self == .markdown else { return self.text(text) }
    // A formula begins after a space, and with a letter.
    let words = MarkdownText.words(text).replacing("$", with: "\u{2060}$\u{2060}")
    let safe = XMLText(words).escaped
    return safe.unicodeScalars.map { Self.marks.contains($0) ? "&#\($0.value);" : String(Character($0)) }.joined()
      .replacing(/([wW][wW][wW])\./) { "\($0.1)&#46;" }
  }

  /// Markdown's special characters that don't occur in HTML entities.
  private static let marks: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "(", ")", "!", "|", "~", "@", ":", "/", "$",
  ]

  func code(_ text: String) -> String {
    switch self {
    // Backticks mean nothing inside HTML, such as a summary of details.
    case .markdown: text.contains("<") ? "<code>\(MarkdownText.text(text))</code>" : MarkdownText.code(text)
    case .html: "<code>\(self.text(text))</code>"
    }
  }

  /// A sentence of our own, with the names in it as code.
  func sentence(_ sentence: Sentence) -> String {
    sentence.parts.map { part in
      switch (part, self) {
      case (.words(let words), .markdown): words
      case (.words(let words), .html): XMLText(words).escaped
      case (.name(let name), _): code(name)
      }
    }.joined()
  }

  /// A Mermaid diagram, as readers of the language draw it.
  func mermaid(_ mermaid: String) -> String {
    switch self {
    case .markdown: MarkdownDocument.fence(mermaid)
    case .html:
      "<pre class=\"mermaid\">\n"
        + mermaid.split(separator: "\n", omittingEmptySubsequences: false).map { XMLText(String($0)).escaped }
        .joined(separator: "\n") + "</pre>\n"
    }
  }
}
