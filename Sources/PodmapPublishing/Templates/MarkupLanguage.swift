internal import PodmapDiagrams
internal import PodmapManifests

/// The language that a document is written in, and how texts become a part of it that is nothing but text.
package enum MarkupLanguage: Sendable {
  case markdown, html

  /// By the extension of a file; Markdown where it says nothing.
  package init(file: String) {
    let end = file.split(separator: ".").last?.lowercased()
    self = end == "html" || end == "htm" ? .html : .markdown
  }

  func text(_ text: String) -> String {
    switch self {
    case .markdown: MarkdownText.text(text)
    case .html: HTMLText.text(text.shortened(to: Self.longestText))
    }
  }

  private static let longestText = 600

  func code(_ text: String) -> String {
    switch self {
    // Backticks mean nothing where a page has HTML, such as a summary of details.
    case .markdown: text.contains("<") ? "<code>\(MarkdownText.text(text))</code>" : MarkdownText.code(text)
    case .html: "<code>\(self.text(text))</code>"
    }
  }

  /// A Mermaid diagram, as readers of the language draw it.
  func mermaid(_ mermaid: String) -> String {
    switch self {
    case .markdown: MarkdownDocument.fence(mermaid)
    case .html: "<pre class=\"mermaid\">\n\(HTMLText.text(mermaid, keepingLines: true))</pre>\n"
    }
  }
}

/// Text of an HTML page, or of an attribute in double quotes.
enum HTMLText {
  static func text(_ text: String, keepingLines: Bool = false) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\n" where keepingLines: safe += "\n"
      case _ where scalar.properties.generalCategory == .control: safe += " "
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
