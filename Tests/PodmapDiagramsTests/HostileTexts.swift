import Foundation

/// Texts that a manifest may hold and that a picture must show as they are: everything that Mermaid,
/// Markdown, HTML, XML or DOT would read as more than text.
enum HostileTexts {
  static let all: [String] = {
    var seen: Set<[UInt8]> = []
    return (phrases + combined).filter { seen.insert(Array($0.utf8)).inserted }
  }()

  static let phrases = [
    // Words and signs of Mermaid's grammar.
    "end", "End", "graph TB", "subgraph x", "style a fill:red", "my style x:\"b\"", "style a:#b;", "style:#35;x;",
    "classDef x:\"b\"", "classDef a:#f00;", "linkStyle 0", "click a href \"x\"", "class a b", "default",
    "%%{init: {}}%%",
    "%%{", "}%%", "%% comment", "a --> b", "a -- b --- c", "A---oB", "x --o y", "---", "===", "-.->", "==>", "~~~", "&",
    "a & b", "a;b", ":::x", "@{ shape: circle }", "e1@-->", "accTitle: x", "direction LR", "a direction  TB b",
    "direction", "___", "o", "x", "v", "A|B|C",
    "|x|", "[x]", "(x)", "{x}", "[[x]]", "((x))", "{{x}}", "[(x)]", "[/x/]", ">x]", "\"]", "\"];end", "]:::evil",
    "\"] --> b[\"", "\n\"]\nclick a \"https://example.com\"",
    // Entity codes and what looks like them.
    "#35;", "#quot;", "&amp;", "&lt;b&gt;", "&#35;", "&#x41;", "#", "##", "#9829;", "a#b;c", "&nbsp;", "ﬂ°°35¶ß", "&",
    "&;", "&#0;", "&bogus;", "a&b=c&d",
    // HTML.
    "<none>", "<script>alert(1)</script>", "<b>bold</b>", "<br>", "a<br/>b", "</div>", "<img src=x onerror=alert(1)>",
    "List<String>", "a < b > c", "<", ">", "<!-- x -->", "<![CDATA[x]]>", "]]>", "<?xml?>", "<td>", "</table>", "<B>",
    "\">",
    "javascript:alert(1)", "' onload='x", "\" onload=\"x",
    // Markdown.
    "1. x", "1) x", "12. y", "1.", "10.0.0.1", "- x", "+ x", "* x", "# x", "> x", "`x`", "```", "~~x~~", "***", "**x**",
    "*x*", "_x_", "__x__", "a_b_c", "_", "a _b_ c", "![x](y)", "[x](y)", "[x]: y", "***x***", "    code", "| a | b |",
    "http://example.com", "https://example.com/a?b=c&d", "ftp://x", "www.example.com", "WWW.example.com",
    "a@example.com",
    "mailto:a@example.com", "://", "\\*x\\*", "\\", "\\\\", "a\\nb", "C:\\new", "\\n", "\\N", "\\G", "\\l", "\\r",
    "x\\",
    "$$x$$", "$x$", "$", "${HOME}", "$(POD_NAME)", "fa:fa-home", "fab:fa-github", "FA:fa-home", "fa-home", ":fa", "::",
    ":",
    "a:/b", "a:b", "nginx:1.27", "nginx:", ":8080", "wrap: x", "title: x", "---\ntitle: x\n---", "'", "''", "\"",
    "\"\"",
    "\"a\"", "-", "--", "+", "=", "|", "!", "?", ",", ".", "..", "./x", "/", "//", "/x/", "^", "~", "~x", "%", "%20",
    "@",
    "100%", "a%b", "(", ")", "1)", "2) x", "{", "}", "[", "]", ";", "*", "*.example.com", "`", "<>", "()", "[]", "{}",
    // Characters.
    "\u{0}", "a\u{0}b", "\u{1}\u{2}", "\u{1b}[31mred", "tab\there", "line\nbreak", "line\r\nbreak", "a\u{2028}b",
    "\u{7f}x",
    "a\u{85}b", "\u{fffe}x", "x\u{ffff}", "\u{feff}bom", "a\u{202e}cod.exe", "\u{2066}x", "a\u{ad}b", "a\u{200b}b",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}", "🚢 ship", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "日本語", "שלום עולם", "مرحبا بالعالم", "e\u{301}", "é",
    "Ǆ", "ß", "İ", "ﷺ",
    "\u{1fffe}", "\u{10ffff}", "\u{e000}", "a\u{a0}b", " lead", "trail ", "two  spaces", "   ", "", "constructor",
    "__proto__", "toString", "undefined", "null", "NaN", "true",
    // Lengths.
    String(repeating: "a", count: 10_000), String(repeating: "long word ", count: 1_000),
    String(repeating: "👩‍👩‍👧", count: 300),
    String(repeating: "\"", count: 10_000), "e" + String(repeating: "\u{301}", count: 5_000),
    String(repeating: "]", count: 200), String(repeating: "&lt;", count: 200),
    "short-" + String(repeating: "é", count: 61),
  ]

  /// Every sign alone, at both ends, inside a word, doubled, and next to every other troublesome sign.
  private static let combined: [String] = {
    let signs = "\"#&<>`\\*~$%@[]_:.)(-+=|;{}/^!?,'".map(String.init)
    var texts: [String] = []
    for sign in signs {
      texts += [
        sign, sign + "a", "a" + sign, "a" + sign + "b", "a " + sign + " b", sign + " a", "1" + sign + "2", sign + sign,
        sign + sign + "a" + sign + sign, "style a:" + sign + "b" + sign + ";", "www" + sign + "x", "fa" + sign + "fa-x",
      ]
      for other in signs.prefix(18) { texts.append("x" + sign + other + "y") }
    }
    return texts
  }()
}

/// What a reader should see of a text, worked out apart from the writers.
func seen(_ text: String, limit: Int) -> String {
  let spaces = CharacterSet.controlCharacters.union(.newlines)
  let dropped = CharacterSet(
    charactersIn: "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{feff}")
  var clean = ""
  for scalar in text.unicodeScalars where !dropped.contains(scalar) {
    if scalar.properties.isNoncharacterCodePoint { continue }
    let isSpace = spaces.contains(scalar) && scalar.properties.generalCategory != .format
    clean.unicodeScalars.append(isSpace ? " " : scalar)
  }
  clean = clean.trimmingCharacters(in: CharacterSet(charactersIn: " "))
  func cut(_ limit: Int) -> String {
    let tail = (limit - 1) / 3
    let text = clean.count > limit ? clean.prefix(limit - 1 - tail) + "…" + clean.suffix(tail) : clean[...]
    return String(text.map { $0.utf8.count > 64 ? "\u{fffd}" : $0 })
  }
  clean = cut(limit).utf8.count > limit * 16 ? cut(limit / 4) : cut(limit)
  return asShown(clean)
}

/// Browsers show a row of spaces as one, and nothing of a word joiner.
func asShown(_ text: String) -> String {
  text.replacingOccurrences(of: "\u{2060}", with: "")
    .replacingOccurrences(of: "[ \\t\u{a0}]+", with: " ", options: .regularExpression)
    .trimmingCharacters(in: .whitespacesAndNewlines)
}
