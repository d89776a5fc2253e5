import Foundation

/// What GitHub and GitLab would make of texts in a Markdown document besides its own markup: links, mentions, references,
/// pictures of emoji, formulas. It is worked out apart from the writers, as cmark-gfm and the hosts' filters do.
package struct ActiveMarkdown {
  /// What was found, each with the line that it is in.
  package private(set) var found: [String] = []

  package init(_ markdown: String) {
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
      if let open = fence {
        if mark.hasPrefix(open) { fence = nil }
      } else if mark.count >= 3 {
        fence = mark
      } else {
        judge(String(line))
      }
    }
  }

  private mutating func judge(_ line: String) {
    let prose = Self.withoutCode(line)
    for pattern in Self.inSource where prose.range(of: pattern, options: .regularExpression) != nil {
      found.append("\(pattern): \(line)")
    }
    let shown = Self.shown(prose)
    for pattern in Self.inPage where shown.range(of: pattern, options: .regularExpression) != nil {
      found.append("\(pattern): \(line)")
    }
  }

  /// What the reader of Markdown itself takes for a link or for HTML, unless it is escaped.
  private static let inSource = [
    #"(?i)(?<!\\)(https?|ftp)://\S"#, #"(?i)(^|[\s*_~(|])www\.\S"#, #"<[a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*>"#,
    #"<(?!!-- podmap:(begin|end) p -->|/?(span|br|code|details|summary)>)[a-zA-Z!/?]"#,
    #"(?<!\\)!\[(\\.|[^\]\\])*\]\([^)]*evil"#,
    #"(?<!\\)\]\((?!#)[^)]*evil"#,
  ]

  /// What the filters of the hosts find in the text of the finished page.
  private static let inPage = [
    #"@[A-Za-z0-9_]"#, #"[A-Za-z0-9.+_-]@[A-Za-z0-9-]+\.[A-Za-z]"#, #"[#!&]\d"#, #"(?i)(?<![A-Za-z0-9])gh-\d"#,
    #":[a-z0-9_+-]+:"#, #"(?<!\x{2060})\$(?!\x{2060})[^\x01]*\$"#, #"(?<![A-Za-z0-9])[0-9a-fA-F]{40}"#,
    #"(?<![A-Za-z0-9])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![A-Za-z0-9])"#, #"(?i)[a-z][a-z0-9+.-]*://\S"#,
    #"[%~][A-Za-z0-9"]"#, #"\[(\[|[a-z_]+:\d)"#,
  ]

  /// The line without code in backticks or tags.
  private static func withoutCode(_ line: String) -> String {
    line.replacingOccurrences(of: #"<code>.*?</code>"#, with: "\u{1}", options: .regularExpression)
      .replacingOccurrences(of: #"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)"#, with: "\u{1}", options: .regularExpression)
  }

  /// The text that is shown: without tags, escapes and the targets of links, with entities resolved. A tag separates two
  /// texts.
  private static func shown(_ line: String) -> String {
    var text = line.replacingOccurrences(of: #"</?[a-z]+>"#, with: "\u{1}", options: .regularExpression)
    text = text.replacingOccurrences(of: #"(?<!\\)\]\([^)]*\)"#, with: "\u{1}", options: .regularExpression)
    text = text.replacingOccurrences(of: #"\\([!-/:-@\[-`{-~])"#, with: "$1", options: .regularExpression)
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&commat;", "@")] {
      text = text.replacingOccurrences(of: entity, with: sign)
    }
    while let number = text.range(of: #"&#\d+;"#, options: .regularExpression) {
      let scalar = UInt32(text[number].dropFirst(2).dropLast()).flatMap(Unicode.Scalar.init) ?? " "
      text.replaceSubrange(number, with: String(Character(scalar)))
    }
    return text.replacingOccurrences(of: "&amp;", with: "&")
  }
}

/// Texts that a host would make a link, a mention, a picture or a formula of.
package enum ActiveTexts {
  /// One of each kind, for checks that take long.
  package static let some = [
    "http://evil.example/auto", "www.evil.example", "@evilorg/team", "a@evil.example", "[x](http://evil.example)",
    "![x](http://evil.example)", "#12345", "GH-1", ":smile:", "$$x$$", "[[evil]]", "<img src=//evil.example>",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
  ]

  package static let all = [
    "http://evil.example/auto", "https://evil.example", "ftp://evil.example", "www.evil.example", "WWW.evil.example",
    "irc://evil.example", "@evilorg/team", "@evil", "x @evil x", "a@evil.example", "mailto:a@evil.example",
    "xmpp:a@evil.example", "<http://evil.example>", "[x](http://evil.example)", "![x](http://evil.example)", "#12345",
    "evil/repo#12", "a #1 b", "GH-1", "gh-12", "a GH-1 b", "!12", "&12", "%12", "%evil", "~evil", "[issue:12]",
    "[[evil]]", "[vulnerability:1]", ":smile:", ":+1:", "a :100: b", ":a:b:", "$$x$$", "$x$", "a $x$ b $y$",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709", "1234567890123456789012345678901234567890",
    "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
    "evil@da39a3ee5e6b4b0d3255bfef95601890afd80709", "da39a3e", "app-5d59d67564", "<b>evil</b>",
    "<img src=//evil.example>",
    "`x` @evil `y`", "\\@evil", "\\\\@evil", "`@evil", "``` @evil", "&#64;evil", "&commat;evil", "@\u{200B}evil @evil",
  ]
}
