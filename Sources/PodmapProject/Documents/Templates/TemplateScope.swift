internal import PodmapComparison

/// A value that a template sees, in a document of some language.
struct TemplateScope {
  /// Never a deferred value.
  let value: TemplateValue
  let language: MarkupLanguage

  init(_ value: TemplateValue, _ language: MarkupLanguage) {
    self.value = value.settled
    self.language = language
  }

  /// Another value in the same document.
  func with(_ value: TemplateValue) -> TemplateScope { TemplateScope(value, language) }

  /// The value with a name inside this one; `nil` if the name is to be looked up outside it.
  subscript(_ name: String) -> TemplateScope? {
    guard let key = TemplateKey(rawValue: name) else { return nil }
    let child: TemplateValue? =
      switch (value, key) {
      case (.fields(let fields), _): fields[key]
      case (.text(let text), .code): .markup(language.code(text))
      case (.text(let text), .html): .markup(language.html(text))
      case (.sentence(let sentence), .code): .markup(language.code(sentence.plain))
      case (.sentence(let sentence), .html): .markup(language.html(sentence.plain))
      case (.list(let items), .any): .flag(!items.isEmpty)
      case (.list(let items), .count): .number(items.count)
      case (.list(let items), .code): .markup(joined(items) { language.code($0) })
      default: nil
      }
    return child.map(with)
  }

  /// The value as a part of the document: texts are escaped, and a list is its items with commas between them.
  var text: String {
    switch value {
    case .text(let text): language.text(text)
    case .sentence(let sentence): language.sentence(sentence)
    // The template has the line end, or continues the line.
    case .markup(let markup): markup.withoutLineEnd
    case .diagram(let mermaid): language.mermaid(mermaid).withoutLineEnd
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let items): joined(items) { language.text($0) }
    case .fields, .later: ""
    }
  }

  /// Whether a section about the value is left out.
  var isEmpty: Bool {
    switch value {
    case .text(let text), .markup(let text), .diagram(let text): text.isEmpty
    case .sentence(let sentence): sentence.isEmpty
    case .flag(let flag): !flag
    case .list(let items): items.isEmpty
    case .number, .fields, .later: false
    }
  }

  private func joined(_ items: [TemplateValue], _ written: (String) -> String) -> String {
    items.compactMap { item in
      switch item.settled {
      case .text(let text): written(text)
      case .fields(let fields): fields[.name].flatMap { if case .text(let text) = $0 { written(text) } else { nil } }
      case .sentence(let sentence): written(sentence.plain)
      case .markup(let markup): markup
      case .number(let number): String(number)
      case .diagram, .flag, .list, .later: nil
      }
    }.joined(separator: ", ")
  }
}

extension String {
  fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
