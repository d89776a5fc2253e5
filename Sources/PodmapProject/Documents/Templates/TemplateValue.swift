package import PodmapComparison
package import PodmapManifests

/// What a template sees under one name.
///
/// Texts come from manifests and are escaped wherever they are written, with two braces or with three: a template can't
/// write them unescaped. Only our own texts contain markup.
package indirect enum TemplateValue: Sendable {
  case text(String)
  /// Words of our own with names from manifests, which are written as code.
  case sentence(Sentence)
  /// Something that is already in the language of the document.
  case markup(String)
  /// A diagram as Mermaid, without anything around it.
  case diagram(String)
  case number(Int)
  case flag(Bool)
  case list([TemplateValue])
  case fields([TemplateKey: TemplateValue])
  /// Made once, when a template asks for it.
  case later(Deferred)

  package static func later(_ make: @escaping @Sendable () -> TemplateValue) -> TemplateValue { .later(Deferred(make)) }

  package static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map(TemplateValue.text)) }

  /// The value itself, computed if necessary.
  var settled: TemplateValue {
    if case .later(let deferred) = self { deferred.value.settled } else { self }
  }
}

extension TemplateValue {
  /// A value that is expensive to make.
  package typealias Deferred = OnDemand<TemplateValue>
}

extension OnDemand<TemplateValue> {
  /// One of its fields, computed on demand.
  subscript(_ key: TemplateKey) -> TemplateValue {
    .later { [self] in if case .fields(let fields) = value { fields[key] ?? .list([]) } else { .list([]) } }
  }
}
