import PodmapManifests

/// All rules, sorted by the fields they lead through, so that one walk over an object finds every reference
/// in it, and every field that is not what it must be.
package struct RuleIndex: Sendable {
  private var roots: [ReferenceRule.Source: FieldNode] = [:]

  package init(_ rules: [ReferenceRule], _ shapes: [ShapeRule]) {
    for rule in rules { roots[rule.source, default: FieldNode()].insert(Self.steps(of: rule.path)[...], rule: rule) }
    for rule in shapes {
      roots[rule.source, default: FieldNode()].insert(Self.steps(of: rule.path)[...], shape: rule.shape)
    }
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

  /// A field that is not what it must be.
  struct Misfit {
    var value: Value
    var path: String
    var shape: ShapeRule.Shape
  }

  /// Each field of `value` that a rule of `source` names. `path` is where `value` stands.
  func matches(
    _ source: ReferenceRule.Source, in value: Value, path: @autoclosure () -> FieldPath = FieldPath()
  ) -> (references: [Match], misfits: [Misfit]) {
    guard let root = roots[source] else { return ([], []) }
    var walk = Walk()
    walk.visit(value, root)
    guard !walk.matches.isEmpty || !walk.misfits.isEmpty else { return ([], []) }
    let base = path().text
    guard !base.isEmpty else { return (walk.matches, walk.misfits) }
    for position in walk.matches.indices { walk.matches[position].path = "\(base).\(walk.matches[position].path)" }
    for position in walk.misfits.indices { walk.misfits[position].path = "\(base).\(walk.misfits[position].path)" }
    return (walk.matches, walk.misfits)
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
  var shape: ShapeRule.Shape?

  mutating func insert(
    _ steps: ArraySlice<RuleIndex.Step>, rule: ReferenceRule? = nil, shape: ShapeRule.Shape? = nil
  ) {
    switch steps.first {
    case .field(let name):
      let known = fields.firstIndex { $0.name == name }
      if known == nil { fields.append((name, FieldNode())) }
      fields[known ?? fields.count - 1].node.insert(steps.dropFirst(), rule: rule, shape: shape)
    case .items:
      if items.isEmpty { items.append(FieldNode()) }
      items[0].insert(steps.dropFirst(), rule: rule, shape: shape)
    case nil:
      if let rule { rules.append(rule) }
      if let shape { self.shape = shape }
    }
  }
}

private struct Walk {
  var path = FieldPath()
  var indices: [Int] = []
  var matches: [RuleIndex.Match] = []
  var misfits: [RuleIndex.Misfit] = []

  mutating func visit(_ value: Value, _ node: FieldNode) {
    if let shape = node.shape, !shape.fits(value) {
      misfits.append(RuleIndex.Misfit(value: value, path: path.text, shape: shape))
      return
    }
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
    guard value.isMapping, !node.fields.isEmpty else { return }
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
