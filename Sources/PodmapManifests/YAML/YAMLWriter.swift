/// Writes drafts as YAML in block style, as people write manifests.
package struct YAMLWriter: Sendable {
  /// Whether the dashes of a list are indented further than the key above them.
  private let indentsLists: Bool
  private var lines: [String] = []

  private static let step = 2

  /// The text of a YAML document, without a marker before it.
  package static func text(_ draft: Draft, indentsLists: Bool = true) -> String {
    var writer = YAMLWriter(indentsLists: indentsLists)
    writer.write(comments: draft.comments, at: 0)
    writer.write(block: draft, at: 0)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private init(indentsLists: Bool) {
    self.indentsLists = indentsLists
  }

  private mutating func line(_ text: String, at column: Int) {
    lines.append(text.isEmpty ? "" : String(repeating: " ", count: column) + text)
  }

  private mutating func write(comments: [String], at column: Int) {
    for comment in comments {
      // A comment must remain one, whatever it quotes.
      for part in comment.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        line(part.isEmpty ? "#" : "# \(String(part).withoutControlCharacters)", at: column)
      }
    }
  }

  private mutating func write(block draft: Draft, at column: Int) {
    switch draft.content {
    case .mapping(let fields) where !fields.isEmpty:
      for field in fields {
        write(comments: field.value.comments, at: column)
        write(field, at: column)
      }
    case .sequence(let items) where !items.isEmpty:
      for item in items { write(item: item, at: column) }
    default: write("", draft, at: column)
    }
  }

  private mutating func write(_ field: Draft.Field, at column: Int) {
    var start = (YAMLScalar.isPlainText(field.key) ? field.key : YAMLScalar.quoted(field.key)) + ":"
    // Longer keys need an explicit indicator.
    if start.utf8.count > 1000 {
      line("? \(start.dropLast())", at: column)
      start = ":"
    }
    switch field.value.content {
    case .mapping(let inner) where !inner.isEmpty:
      line(start + remark(of: field.value), at: column)
      write(block: field.value, at: column + Self.step)
    case .sequence(let items) where !items.isEmpty:
      line(start + remark(of: field.value), at: column)
      write(block: field.value, at: indentsLists ? column + Self.step : column)
    default: write(start, field.value, at: column)
    }
  }

  private mutating func write(item: Draft, at column: Int) {
    var item = item
    // Comments above the first field go above the dash.
    if case .mapping(var fields) = item.content, !fields.isEmpty {
      item.comments += fields[0].value.comments
      fields[0].value.comments = []
      item.content = .mapping(fields)
    }
    write(comments: item.comments, at: column)
    switch item.content {
    case .mapping(let fields) where !fields.isEmpty: join(item, at: column)
    case .sequence(let items) where !items.isEmpty: join(item, at: column)
    default: write("-", item, at: column)
    }
  }

  /// Writes a block whose first line follows the dash.
  private mutating func join(_ item: Draft, at column: Int) {
    let first = lines.count
    write(block: item, at: column + Self.step)
    lines[first] = String(repeating: " ", count: column) + "- " + lines[first].dropFirst(column + Self.step)
  }

  /// Writes a scalar or an empty collection after a key or a dash.
  private mutating func write(_ start: String, _ draft: Draft, at column: Int) {
    let lead = start.isEmpty ? "" : "\(start) "
    switch draft.content {
    case .mapping: line(lead + "{}" + remark(of: draft), at: column)
    case .sequence: line(lead + "[]" + remark(of: draft), at: column)
    case .scalar(let text, let style):
      if style == .literal || style == .folded || style != .plain && text.utf8.count > 100,
        let block = YAMLScalar.literal(text, indentation: Self.step)
      {
        line(lead + block.mark + remark(of: draft), at: column)
        for part in block.lines { line(String(part), at: column + Self.step) }
      } else {
        let inline = Self.inline(text, style)
        line((inline.isEmpty ? start : lead + inline) + remark(of: draft), at: column)
      }
    }
  }

  private static func inline(_ text: String, _ style: Value.Style) -> String {
    switch style {
    case .plain:
      text.isEmpty || YAMLScalar.canStandPlain(text) ? text : YAMLScalar.quoted(text)
    case .singleQuoted: YAMLScalar.singleQuoted(text) ?? YAMLScalar.quoted(text)
    case .doubleQuoted: YAMLScalar.quoted(text)
    case .literal, .folded: YAMLScalar.isPlainText(text) ? text : YAMLScalar.quoted(text)
    }
  }

  private func remark(of draft: Draft) -> String {
    draft.remark.map { text in
      let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return line.isEmpty ? "" : " # \(line.withoutControlCharacters)"
    } ?? ""
  }
}
