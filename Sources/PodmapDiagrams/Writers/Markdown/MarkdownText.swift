import PodmapManifests

/// Texts from manifests, escaped for any place in Markdown: nothing in them is markup, a link or a mention.
package enum MarkdownText {
  /// As ordinary text, in a line, a heading or a cell of a table.
  package static func text(_ text: String) -> String {
    var safe = ""
    var (last, previous): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    let scalars = Array(text.cleaned().shortened(to: .markdownText).unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      switch scalar {
      // A reference to an issue.
      case "#" where next.isDigit: safe += "\\#\u{2060}"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$":
        safe += "\\\(Character(scalar))"
      // These also work inside HTML on a page.
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      // The beginning of a list, of a horizontal rule, or of front matter.
      case "-", "+", "=": safe += (last.isWord ? "" : "\\") + String(Character(scalar))
      case ")" where last.isDigit && next == " ": safe += "\\)"
      // GitLab treats a line that begins with a slash as a command.
      case "/" where safe.isEmpty: safe += "\\/"
      case ".": safe += startsMarkup(last, previous, next) ? "\\." : "."
      // GitHub turns addresses into links, and names after an @ into mentions, even in escaped text.
      case ":" where next == "/": safe += "\\:"
      case "@": safe += "@\u{2060}"
      default: safe.unicodeScalars.append(scalar)
      }
      (previous, last) = (last, scalar)
    }
    return safe
  }

  /// As code. What would end the code or a cell is replaced; no name in Kubernetes contains either.
  package static func code(_ text: String) -> String {
    let safe = text.withoutControlCharacters.shortened(to: .markdownCode).replacing("`", with: "'").replacing(
      "|", with: "¦")
    return safe.allSatisfy(\.isWhitespace) ? "–" : "`\(safe)`"
  }

  /// "1." begins a list, and "www." a link.
  private static func startsMarkup(_ last: Unicode.Scalar, _ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    last.isDigit && next == " " || (last == "w" || last == "W") && (previous == "w" || previous == "W")
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isWord: Bool { properties.isAlphabetic || isDigit }
}
