internal import Mustache

/// A value as the template engine asks for it, in a document of some language.
struct TemplateScope: MustacheParent, MustacheCustomRenderable {
  let value: TemplateValue
  let language: MarkupLanguage

  /// What the engine takes for a value: flags decide about sections, lists repeat them, and nothing else does.
  static func object(_ value: TemplateValue, _ language: MarkupLanguage) -> Any {
    switch value.settled {
    case .flag(let flag): flag
    case .list(let items): TemplateList(items: items, language: language)
    case let other: TemplateScope(value: other, language: language)
    }
  }

  func child(named name: String) -> Any? {
    switch value {
    case .fields(let fields):
      guard let key = TemplateKey(rawValue: name), let field = fields[key] else { return nil }
      return Self.object(field, language)
    case .text(let text):
      let markup: String? =
        switch TemplateKey(rawValue: name) {
        case .code: language.code(text)
        case .html: language.html(text)
        default: nil
        }
      return markup.map { TemplateScope(value: .markup($0), language: language) }
    case .markup, .diagram, .number, .flag, .list, .later: return nil
    }
  }

  var renderText: String {
    switch value {
    case .text(let text): language.text(text)
    // The line of a template goes on, or ends by itself.
    case .markup(let markup): markup.withoutLineEnd
    case .diagram(let mermaid): language.mermaid(mermaid).withoutLineEnd
    case .number(let number): String(number)
    case .flag, .list, .fields, .later: ""
    }
  }

  /// A section about nothing is left out.
  var isNull: Bool {
    switch value {
    case .text(let text), .markup(let text), .diagram(let text): text.isEmpty
    case .number, .flag, .list, .fields, .later: false
    }
  }
}

/// A list: a section repeats for each of its items, and a variable has them all with commas between them.
struct TemplateList: MustacheSequence, MustacheParent, MustacheCustomRenderable {
  let items: [TemplateValue]
  let language: MarkupLanguage

  func makeIterator() -> AnyIterator<Any> {
    var rest = items.makeIterator()
    let language = language
    return AnyIterator { rest.next().map { TemplateScope.object($0, language) } }
  }

  func child(named name: String) -> Any? {
    switch TemplateKey(rawValue: name) {
    case .any: !items.isEmpty
    case .count: TemplateScope(value: .number(items.count), language: language)
    case .code: TemplateScope(value: .markup(joined { language.code($0) }), language: language)
    default: nil
    }
  }

  var renderText: String { joined { language.text($0) } }

  private func joined(_ written: (String) -> String) -> String {
    items.compactMap { item in
      switch item.settled {
      case .text(let text): written(text)
      case .fields(let fields): fields[.name].flatMap { if case .text(let text) = $0 { written(text) } else { nil } }
      case .markup(let markup): markup
      case .number(let number): String(number)
      case .diagram, .flag, .list, .later: nil
      }
    }.joined(separator: ", ")
  }

  var isNull: Bool { items.isEmpty }
}

extension String {
  fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
