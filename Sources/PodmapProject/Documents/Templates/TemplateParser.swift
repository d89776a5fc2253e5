/// Makes the parts of a template from its tokens.
///
/// A line that contains only spaces and one tag other than a variable is not written; the Mustache specification calls
/// such a tag standalone.
struct TemplateParser {
  private let tokens: [TemplateLexer.Token]
  /// The parts inside the innermost open section.
  private var parts: [TemplatePart] = []
  /// The tags of the open sections, each with the parts before it.
  private var open: [(tag: TemplateTag, before: [TemplatePart])] = []
  /// Whether nothing has been added for the current line yet.
  private var isLineStart = true

  /// Returns the parts of a template.
  static func parts(of lexer: TemplateLexer) throws(TemplateProblem) -> [TemplatePart] {
    if let problem = lexer.problem { throw problem }
    var parser = TemplateParser(tokens: lexer.tokens)
    parser.parse()
    return parser.parts
  }

  private init(tokens: [TemplateLexer.Token]) {
    self.tokens = tokens
  }

  private mutating func parse() {
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .text(let text):
        if !isStandalone(index + 1) || !isBlank(index) { append(.text(text)) }
      case .lineEnd(let text):
        append(.text(text))
        isLineStart = true
      case .tag(let tag) where isStandalone(index):
        add(tag, indentation: index > 0 ? spaces(index - 1) : "")
        if index + 1 < tokens.count, isBlank(index + 1) { index += 1 }
        if index + 1 < tokens.count, isLineEnd(index + 1) { index += 1 }
      case .tag(let tag):
        markLine()
        add(tag, indentation: "")
      }
      index += 1
    }
  }

  private mutating func append(_ part: TemplatePart) {
    markLine()
    parts.append(part)
  }

  private mutating func markLine() {
    if isLineStart { parts.append(.lineStart) }
    isLineStart = false
  }

  private mutating func add(_ tag: TemplateTag, indentation: String) {
    switch tag.sign {
    case .variable: parts.append(.variable(TemplateName(tag.text)))
    case .partial: parts.append(.partial(tag.text, indentation: indentation))
    case .section, .inverted:
      open.append((tag, parts))
      parts = []
    case .end:
      guard var section = open.popLast() else { break }
      let isInverted = section.tag.sign == .inverted
      section.before.append(.section(TemplateName(section.tag.text), isInverted: isInverted, parts))
      parts = section.before
    case .comment, .delimiters, .unsupported: break
    }
  }
}

extension TemplateParser {
  /// Whether the tag at an index is alone on its line.
  private func isStandalone(_ index: Int) -> Bool {
    guard index < tokens.count, case .tag(let tag) = tokens[index], tag.sign != .variable else { return false }
    let before = index > 0 && isBlank(index - 1) ? index - 2 : index - 1
    let after = index + 1 < tokens.count && isBlank(index + 1) ? index + 2 : index + 1
    return (before < 0 || isLineEnd(before)) && (after >= tokens.count || isLineEnd(after))
  }

  private func isBlank(_ index: Int) -> Bool {
    if case .text(let text) = tokens[index] { text.utf8.allSatisfy { $0 == 32 || $0 == 9 } } else { false }
  }

  private func isLineEnd(_ index: Int) -> Bool { if case .lineEnd = tokens[index] { true } else { false } }

  private func spaces(_ index: Int) -> String { if case .text(let text) = tokens[index] { text } else { "" } }
}
