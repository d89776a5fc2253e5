internal import Mustache
package import PodmapManifests

/// A template that documents are made from: Mustache (https://mustache.github.io/mustache.5.html) over values that
/// docs/templates.md lists.
package struct DocumentTemplate: Sendable {
  /// What is wrong with it; then nothing is made of it.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files of partials that it was read with.
  package private(set) var partials: [String] = []
  private let language: MarkupLanguage
  private let name: String
  private var library = MustacheLibrary()

  /// What the engine itself would escape is escaped by `TemplateScope`, as the language of the document needs it.
  private static let head = "{{% CONTENT_TYPE:TEXT}}\n"

  /// Reads a template; `name` is the file that messages name, and `partial` gives the texts of those that it names.
  package init(
    _ text: String, name: String, language: MarkupLanguage, partial: (String) -> (file: String, text: String)?
  ) {
    self.name = name
    self.language = language
    var open: [String] = []
    var known: Set<String> = []
    read(text, name, file: name, partial, &open, &known)
  }

  private mutating func read(
    _ text: String, _ name: String, file: String, _ partial: (String) -> (file: String, text: String)?,
    _ open: inout [String], _ known: inout Set<String>
  ) {
    open.append(name)
    defer { open.removeLast() }
    do {
      library.register(try MustacheTemplate(string: Self.head + text), named: name)
    } catch {
      diagnostics.append(Self.diagnostic(error, in: file))
      return
    }
    for tag in TemplateTags(text).tags {
      switch tag.kind {
      case .name:
        for name in tag.names where TemplateKey(rawValue: name) == nil {
          diagnostics.append(.unknown(name, at: tag.place(in: file)))
        }
      case .partial where open.contains(tag.text): diagnostics.append(.endless(tag.text, at: tag.place(in: file)))
      case .partial where known.contains(tag.text): continue
      case .partial:
        guard let inner = partial(tag.text) else {
          diagnostics.append(.noPartial(tag.text, at: tag.place(in: file)))
          continue
        }
        known.insert(tag.text)
        partials.append(inner.file)
        read(inner.text, tag.text, file: inner.file, partial, &open, &known)
      }
    }
  }

  /// The document.
  package func text(of values: TemplateValue) -> String {
    guard diagnostics.isEmpty else { return "" }
    return library.render(TemplateScope(value: values.settled, language: language), withTemplate: name) ?? ""
  }

  private static func diagnostic(_ error: any Error, in file: String) -> Diagnostic {
    guard let error = error as? MustacheTemplate.ParserError else {
      return Diagnostic(.error, at: Place(file: file), "this is no template: \(error)")
    }
    let line = max(1, error.context.lineNumber - 1)
    return Diagnostic(
      .error, at: Place(file: file, line: line, column: error.context.columnNumber), words(error.error))
  }

  private static func words(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this ends another section than the last one that began; end that one first"
    case .unfinishedName: "the tag has no end, or what stands in it is no name; write {{name}}"
    case .expectedSectionEnd: "a section has no end; write {{/name}} behind it"
    case .invalidSetDelimiter: "these are no delimiters; write {{=<% %>=}}"
    case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
      "only blocks {{$name}} can stand here"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "there is no such setting; remove the {{% tag"
    case nil: "the tag has no end; write }} behind it"
    }
  }
}

extension Diagnostic {
  fileprivate static func unknown(_ name: String, at place: Place) -> Diagnostic {
    let hint = Spelling.nearest(to: name, among: TemplateKey.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
    return Diagnostic(
      .error, at: place,
      "templates see nothing that is called '\(name.shortened())'; \(hint ?? "docs/templates.md lists what they see")")
  }

  fileprivate static func noPartial(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "there is no template '\(name.shortened())'; name a file beside this one")
  }

  fileprivate static func endless(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "the template '\(name.shortened())' would hold itself; remove one of the tags")
  }
}
