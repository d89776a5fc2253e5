import PodmapManifests

/// Texts from manifests, escaped for any place in Markdown: nothing in them is markup, a link or a mention.
package enum MarkdownText {
  /// As ordinary text, in a line, a heading or a cell of a table.
  package static func text(_ text: String) -> String { escaped(text, limit: .markdownText) }

  /// As the text of a heading, on one line.
  package static func heading(_ text: String) -> String { escaped(text, limit: .heading) }

  /// A text as plain words that no host turns into something else; nothing is escaped yet.
  package static func words(_ text: String) -> String { words(text, limit: .markdownText) }

  private static func words(_ text: String, limit: Limit) -> String {
    ActiveText.broken(text.cleaned().shortened(to: limit))
  }

  private static func escaped(_ text: String, limit: Limit) -> String {
    var safe = ""
    var (last, previous): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    let scalars = Array(words(text, limit: limit).unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      switch scalar {
      // GitHub reads dollar signs after it has removed escapes, and documents this to keep them apart.
      case "$": safe += "<span>$</span>"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~":
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
      case ":" where next == "/" || next == ActiveText.joiner: safe += "\\:"
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
