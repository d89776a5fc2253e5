package import PodmapManifests

/// A template that documents are made from: Mustache (https://mustache.github.io/mustache.5.html) over values that
/// docs/templates.md lists.
package struct DocumentTemplate: Sendable {
  /// The problems; if there are any, no document is made from the template.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files that it was read from, with the digests of what was read.
  package private(set) var sources: [(file: String, digest: Digest)] = []
  private let language: MarkupLanguage
  private let name: String
  /// The parts of the template and of those that it names.
  private var templates: [String: [TemplatePart]] = [:]

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

  /// Reads a template with those that it names; returns how many templates are written for one use of it.
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
    let lexer = TemplateLexer(text)
    if let deep = lexer.deepest, deep.depth > Limit.templateDepth.value {
      diagnostics.append(.tooDeep(at: deep.place.in(file)))
      return 0
    }
    do throws(TemplateProblem) {
      templates[name] = try TemplateParser.parts(of: lexer)
    } catch {
      diagnostics.append(Diagnostic(.error, at: error.place.in(file), error.message))
      return 0
    }
    var uses = 1
    for tag in lexer.tags {
      let place = tag.place.in(file)
      switch tag.sign {
      case .variable, .section, .inverted:
        if let name = tag.unknownFunction { diagnostics.append(.noFunction(name, at: place)) }
        for name in tag.names where TemplateKey(rawValue: name) == nil { diagnostics.append(.unknown(name, at: place)) }
      case .end, .comment, .delimiters, .unsupported: break
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
        guard uses <= Limit.partialUses.value else {
          diagnostics.append(.tooMany(at: place))
          return 0
        }
      }
    }
    return uses
  }

  /// Why a text can't be read at all.
  private func problem(_ text: String, depth: Int, at place: Place) -> Diagnostic? {
    if text.utf8.count > Limit.templateSize.value { return .tooLarge(at: place) }
    if text.utf8.contains(0) { return .noText(at: place) }
    return depth > Limit.templateDepth.value || sources.count > Limit.templatePartials.value ? .tooMany(at: place) : nil
  }

  /// The document; empty if the template has problems. Throws if it would be longer, or take longer, than is allowed.
  package func text(of values: TemplateValue) throws(RequestError) -> String {
    guard diagnostics.isEmpty else { return "" }
    var renderer = TemplateRenderer(templates, scope: TemplateScope(values, language))
    renderer.write(template: name)
    guard let limit = renderer.exceeded else { return renderer.text }
    throw RequestError(
      """
      the document that the template '\(name.shortened())' makes needs more than \(limit.text); repeat less in the \
      template, or \(limit.advice)
      """, isAboutInput: true)
  }
}

extension TemplatePlace {
  fileprivate func `in`(_ file: String) -> Place { Place(file: file, line: line, column: column) }
}

extension Diagnostic {
  fileprivate static func tooLarge(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "the template is larger than \(Limit.templateSize.text); divide it into several")
  }

  fileprivate static func noText(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "this isn't text; name a template")
  }

  fileprivate static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "sections nest deeper than \(Limit.templateDepth.text); close some of them earlier")
  }

  fileprivate static func tooMany(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "templates include each other too often; at most \(Limit.templatePartials.text), \(Limit.templateDepth.text) "
        + "and \(Limit.partialUses.text) are possible")
  }

  fileprivate static func noFunction(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place,
      "templates have no function '\(name.shortened())'; lists have first(), last(), index(), even() and odd()")
  }

  fileprivate static func unknown(_ name: String, at place: Place) -> Diagnostic {
    let hint = Spelling.nearest(to: name, among: TemplateKey.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
    return Diagnostic(
      .error, at: place,
      "templates have no name '\(name.shortened())'; \(hint ?? "docs/templates.md lists the names")")
  }

  fileprivate static func noPartial(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "there is no template '\(name.shortened())'; name a file next to this one")
  }

  fileprivate static func endless(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, at: place, "the template '\(name.shortened())' would contain itself; remove one of the tags")
  }
}
