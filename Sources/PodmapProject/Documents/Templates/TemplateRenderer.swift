internal import PodmapManifests

/// Writes templates with their values.
struct TemplateRenderer {
  /// The parts of each template, by its name.
  let templates: [String: [TemplatePart]]
  private(set) var text = ""
  /// The limit that made it stop.
  private(set) var exceeded: Limit?
  /// How many items of lists, and other sections, have been written.
  private var sections = 0
  /// The values whose names can be seen, from the outermost to the item.
  private var scopes: [TemplateScope]
  /// The position of the item in its list.
  private var position: (index: Int, isLast: Bool)?
  /// Written at the beginning of every line of a partial.
  private var indentation = ""

  init(_ templates: [String: [TemplatePart]], scope: TemplateScope) {
    self.templates = templates
    scopes = [scope]
  }

  /// Writes a template.
  mutating func write(template name: String) { write(templates[name] ?? []) }

  private mutating func write(_ parts: [TemplatePart]) {
    for part in parts {
      if exceeded != nil { return }
      switch part {
      case .lineStart: text += indentation
      case .text(let text): self.text += text
      case .variable(let name): text += scope(of: name)?.text ?? ""
      case .section(let name, isInverted: false, let parts): writeSection(scope(of: name), parts)
      case .section(let name, isInverted: true, let parts): writeInverted(scope(of: name), parts)
      case .partial(let name, let indentation): writePartial(name, indentation)
      }
      if text.utf8.count > Limit.documentSize.value { exceeded = .documentSize }
    }
  }

  private mutating func writeSection(_ scope: TemplateScope?, _ parts: [TemplatePart]) {
    guard let scope, !scope.isEmpty else { return }
    switch scope.value {
    case .flag: write(parts)
    case .list(let items):
      for (index, item) in items.enumerated() where exceeded == nil {
        write(parts, in: scope.with(item), at: (index, index == items.count - 1))
      }
    case .text, .sentence, .markup, .diagram, .number, .fields, .later: write(parts, in: scope, at: nil)
    }
  }

  private mutating func writeInverted(_ scope: TemplateScope?, _ parts: [TemplatePart]) {
    guard let scope else { return write(parts) }
    guard scope.isEmpty else { return }
    // The names of every list, such as `count`, are those of the empty one.
    if case .list = scope.value { write(parts, in: scope, at: nil) } else { write(parts) }
  }

  private mutating func write(
    _ parts: [TemplatePart], in scope: TemplateScope, at position: (index: Int, isLast: Bool)?
  ) {
    sections += 1
    if sections > Limit.templateSections.value { exceeded = .templateSections }
    if exceeded != nil { return }
    let outer = self.position
    scopes.append(scope)
    self.position = position
    write(parts)
    self.position = outer
    scopes.removeLast()
  }

  private mutating func writePartial(_ name: String, _ indentation: String) {
    let outer = (self.indentation, position)
    self.indentation += indentation
    position = nil
    write(template: name)
    (self.indentation, position) = outer
  }
}

extension TemplateRenderer {
  private func scope(of name: TemplateName) -> TemplateScope? {
    guard let item = scopes.last else { return nil }
    switch name {
    case .item: return item
    case .function(let function): return position.map { item.with(Self.value(of: function, $0.index, $0.isLast)) }
    case .path(let names, let isInItem):
      guard let first = names.first else { return item }
      let found = isInItem ? item[first] : scopes.reversed().firstNonNil { $0[first] }
      return names.dropFirst().reduce(found) { $0?[$1] }
    }
  }

  private static func value(of function: TemplateName.Function, _ index: Int, _ isLast: Bool) -> TemplateValue {
    switch function {
    case .first: .flag(index == 0)
    case .last: .flag(isLast)
    case .index: .number(index)
    case .even: .flag(index.isMultiple(of: 2))
    case .odd: .flag(!index.isMultiple(of: 2))
    }
  }
}
