import PodmapManifests

/// All rules, sorted by the fields they lead through, so that one walk over an object finds every reference
/// in it.
package struct RuleIndex: Sendable {
  private var roots: [ReferenceRule.Source: FieldNode] = [:]

  package init(_ rules: [ReferenceRule]) {
    for rule in rules { roots[rule.source, default: FieldNode()].insert(rule, Self.steps(of: rule.path)[...]) }
  }

  /// A field that a rule names, found in an object.
  struct Match {
    var rule: ReferenceRule
    /// The scalar that names the object.
    var name: Value
    /// The mapping that the name stands in.
    var siblings: Value
    var path: String
    /// The item of each list on the way.
    var indices: [Int]
  }

  /// Each field of `value` that a rule of `source` names. `path` is where `value` stands.
  func matches(_ source: ReferenceRule.Source, in value: Value, path: @autoclosure () -> FieldPath) -> [Match] {
    guard let root = roots[source] else { return [] }
    var walk = Walk()
    walk.visit(value, root)
    guard !walk.matches.isEmpty else { return [] }
    let base = path().text
    guard !base.isEmpty else { return walk.matches }
    return walk.matches.map { match in
      var match = match
      match.path = "\(base).\(match.path)"
      return match
    }
  }

  enum Step: Hashable {
    case field(String)
    case items
  }

  static func steps(of path: String) -> [Step] {
    path.split(separator: ".").flatMap { part -> [Step] in
      part.hasSuffix("[]") ? [.field(String(part.dropLast(2))), .items] : [.field(String(part))]
    }
  }
}

/// The rules that go on behind one field.
private struct FieldNode: Sendable {
  /// A list, since a walk asks for each of a few names in turn.
  var fields: [(name: String, node: FieldNode)] = []
  var items: [FieldNode] = []  // at most one; an array, since a struct can't hold itself
  var rules: [ReferenceRule] = []

  mutating func insert(_ rule: ReferenceRule, _ steps: ArraySlice<RuleIndex.Step>) {
    switch steps.first {
    case .field(let name):
      let known = fields.firstIndex { $0.name == name }
      if known == nil { fields.append((name, FieldNode())) }
      fields[known ?? fields.count - 1].node.insert(rule, steps.dropFirst())
    case .items:
      if items.isEmpty { items.append(FieldNode()) }
      items[0].insert(rule, steps.dropFirst())
    case nil: rules.append(rule)
    }
  }
}

private struct Walk {
  var path = FieldPath()
  var indices: [Int] = []
  var matches: [RuleIndex.Match] = []

  mutating func visit(_ value: Value, _ node: FieldNode) {
    if let next = node.items.first, value.isSequence {
      for (position, item) in value.items.enumerated() {
        let mark = path.mark
        path.enter(position)
        indices.append(position)
        visit(item, next)
        indices.removeLast()
        path.leave(to: mark)
      }
    }
    guard value.isMapping else { return }
    for (field, next) in node.fields {
      guard let child = value[field] else { continue }
      let mark = path.mark
      path.enter(field)
      for rule in next.rules where child.isScalar {
        guard let name = child.text, !name.isEmpty else { continue }
        matches.append(
          RuleIndex.Match(rule: rule, name: child, siblings: value, path: path.text, indices: indices))
      }
      visit(child, next)
      path.leave(to: mark)
    }
  }
}
