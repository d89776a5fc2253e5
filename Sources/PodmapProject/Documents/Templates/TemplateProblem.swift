/// A problem in the syntax of a template, and its location.
struct TemplateProblem: Error {
  enum Kind {
    case unendedTag, badName, badDelimiters, unsupported, unendedSection, otherEnd
  }

  let kind: Kind
  let place: TemplatePlace

  var message: String {
    switch kind {
    case .unendedTag: "the tag has no end; write }} after it"
    case .badName: "the tag has no end, or doesn't contain a name; write {{name}}"
    case .badDelimiters: "these aren't delimiters, which have at most 16 bytes each; write {{=<% %>=}}"
    case .unsupported:
      "templates have no parents {{<, blocks {{$ or settings {{%; use {{> name}} for what templates share"
    case .unendedSection: "a section has no end; write {{/name}} after it"
    case .otherEnd: "this ends a section other than the last one that began; end that one first"
    }
  }
}
