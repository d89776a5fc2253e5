internal import Mustache
package import PodmapManifests

/// A template that documents are made from: Mustache (https://mustache.github.io/mustache.5.html) over values that
/// docs/templates.md lists.
package struct DocumentTemplate: Sendable {
  /// What is wrong with it; then nothing is made of it.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files that it was read from, as they were then.
  package private(set) var sources: [(file: String, digest: Digest)] = []
  private let language: MarkupLanguage
  private let name: String
  private var library = MustacheLibrary()

  /// What the engine itself would escape is escaped by `TemplateScope`, as the language of the document needs it.
  private static let head = "{{% CONTENT_TYPE:TEXT}}\n"

  /// More than that nobody writes, and the engine takes the square of the size in time.
  private static let maximumSize = 1 << 18
  private static let maximumPartials = 100
  /// How deep sections and partials may stand in each other: the engine calls itself for each.
  private static let maximumDepth = 32
  /// How often partials may be rendered that name others several times.
  private static let maximumUses = 1_000

  /// Reads a template; `name` is the file that messages name, and `partial` gives the texts of those that it names.
  package init(
    _ text: String, name: String, language: MarkupLanguage, partial: (String) -> (file: String, text: String)?
  ) {
    self.name = name
    self.language = language
    var open: [String] = []
    var known: [String: Int] = [:]
    _ = read(text, name, file: name, partial, &open, &known)
  }

  /// Reads a template with those that it names; how often templates are rendered for it.
  private mutating func read(
    _ text: String, _ name: String, file: String, _ partial: (String) -> (file: String, text: String)?,
    _ open: inout [String], _ known: inout [String: Int]
  ) -> Int {
    sources.append((file, Digest(of: Array(text.utf8))))
    open.append(name)
    defer { open.removeLast() }
    if let problem = problem(text, depth: open.count, at: Place(file: file)) {
      diagnostics.append(problem)
      return 0
    }
    let tags = TemplateTags(text)
    if let deep = tags.deepest, deep.depth > Self.maximumDepth {
      diagnostics.append(.tooDeep(at: Place(file: file, line: deep.line, column: deep.column)))
      return 0
    }
    do {
      library.register(try MustacheTemplate(string: Self.head + text), named: name)
    } catch {
      diagnostics.append(Self.diagnostic(error, in: file))
      return 0
    }
    var uses = 1
    for tag in tags.tags {
      let place = tag.place(in: file)
      switch tag.kind {
      case .name:
        for name in tag.names where TemplateKey(rawValue: name) == nil { diagnostics.append(.unknown(name, at: place)) }
      case .function(let name): diagnostics.append(.noFunction(name, at: place))
      case .setting: diagnostics.append(.noSetting(at: place))
      case .partial where open.contains(tag.text): diagnostics.append(.endless(tag.text, at: place))
      case .partial:
        if known[tag.text] == nil {
          guard let inner = partial(tag.text) else {
            diagnostics.append(.noPartial(tag.text, at: place))
            continue
          }
          known[tag.text] = read(inner.text, tag.text, file: inner.file, partial, &open, &known)
        }
        uses += known[tag.text] ?? 0
        guard uses <= Self.maximumUses else {
          diagnostics.append(.tooMany(at: place))
          return 0
        }
      }
    }
    return uses
  }

  /// Why the engine is not asked to read a text.
  private func problem(_ text: String, depth: Int, at place: Place) -> Diagnostic? {
    if text.utf8.count > Self.maximumSize { return .tooLarge(at: place) }
    if text.utf8.contains(0) { return .noText(at: place) }
    return depth > Self.maximumDepth || sources.count > Self.maximumPartials ? .tooMany(at: place) : nil
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
  fileprivate static func tooLarge(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "the template is larger than 256 KiB; divide it into several")
  }

  fileprivate static func noText(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "this is no text; name a template")
  }

  fileprivate static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "sections stand more than 32 deep in each other; end some of them before")
  }

  fileprivate static func tooMany(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "templates name each other too often: 100 of them, 32 in each other, and 1,000 uses are the most")
  }

  fileprivate static func noFunction(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "templates have no function '\(name.shortened())'; in lists there are first(), last(), index(), even() and odd()")
  }

  fileprivate static func noSetting(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "there is no such setting; remove the {{% tag")
  }

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
