import PodmapManifests

/// All rules in a tree of the fields in their paths, so that one walk over an object finds all its references and all
/// fields of the wrong shape.
package struct RuleIndex: Sendable {
  private var roots: [ReferenceRule.Source: FieldNode] = [:]

  /// `kinds` are the kinds in the input, usually few of those that have rules.
  init(_ rules: [ReferenceRule], _ shapes: [ShapeRule], for kinds: Set<ResourceKind>) {
    func isNeeded(_ source: ReferenceRule.Source) -> Bool {
      if case .object(let kind) = source { kinds.contains(kind) } else { true }
    }
    for rule in rules where isNeeded(rule.source) {
      roots[rule.source, default: FieldNode()].insert(Self.steps(of: rule.path)[...], rule: rule)
    }
    for rule in shapes where isNeeded(rule.source) {
      roots[rule.source, default: FieldNode()].insert(Self.steps(of: rule.path)[...], shape: rule.shape)
    }
  }

  /// A field that a rule names, found in an object.
  struct Match {
    var rule: ReferenceRule
    /// The scalar that names the object.
    var name: Value
    /// The mapping that contains the name.
    var siblings: Value
    var path: String
    /// The item of each list on the way.
    var indices: [Int]
  }

  /// A field of the wrong shape.
  struct Misfit {
    var value: Value
    var path: String
    var shape: ShapeRule.Shape
  }

  /// Each field of `value` that a rule of `source` names. `path` is the path of `value`.
  func matches(
    _ source: ReferenceRule.Source, in value: Value, path: @autoclosure () -> FieldPath = FieldPath()
  ) -> (references: [Match], misfits: [Misfit]) {
    guard let root = roots[source] else { return ([], []) }
    var walk = Walk()
    walk.visit(value, root)
    guard !walk.matches.isEmpty || !walk.misfits.isEmpty else { return ([], []) }
    let base = path()
    for position in walk.matches.indices { walk.matches[position].path = base.text(of: walk.matches[position].path) }
    for position in walk.misfits.indices { walk.misfits[position].path = base.text(of: walk.misfits[position].path) }
    return (walk.matches, walk.misfits)
  }

  enum Step: Hashable {
    case field(String)
    case items
    /// Each item of a list, for a label.
    case everyItem
  }

  static func steps(of path: String) -> [Step] {
    // A quoted field comes last, since it is a label or an annotation: `metadata.labels["example.com/app"]`.
    let quote = path.utf8.firstIndex(of: UInt8(ascii: "\""))
    let plain = quote.map { path[..<$0].dropLast() } ?? path[...]
    var steps: [Step] = []
    for part in plain.utf8.split(separator: UInt8(ascii: ".")) {
      let name = part.prefix { $0 != UInt8(ascii: "[") }
      steps.append(.field(String(Substring(name))))
      // A list of lists has two brackets: `steps[][]`.
      for mark in part[name.endIndex...].split(separator: UInt8(ascii: "]")) {
        steps.append(mark.count == 1 ? .items : .everyItem)
      }
    }
    if let quote { steps.append(.field(String(path[quote...].dropFirst().dropLast(2)))) }
    return steps
  }
}

/// The rules that continue after one field.
private struct FieldNode: Sendable {
  /// A list, since a walk looks up only a few names.
  var fields: [(name: String, node: FieldNode)] = []
  var items: [FieldNode] = []  // at most one; an array, since a struct can't contain itself
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
    case .items, .everyItem:
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

  mutating func visit(_ value: Value, _ node: FieldNode, siblings: Value? = nil) {
    if let shape = node.shape, !shape.fits(value) {
      misfits.append(RuleIndex.Misfit(value: value, path: path.text, shape: shape))
      return
    }
    if let next = node.items.first, value.isSequence {
      for (position, item) in value.items.enumerated() {
        let mark = path.mark
        path.enter(position)
        indices.append(position)
        match(item, next, siblings: siblings)
        visit(item, next, siblings: siblings)
        indices.removeLast()
        path.leave(to: mark)
      }
    }
    guard value.isMapping, !node.fields.isEmpty else { return }
    for (field, next) in node.fields {
      guard let child = value[field] else { continue }
      let mark = path.mark
      path.enter(field)
      match(child, next, siblings: value)
      visit(child, next, siblings: value)
      path.leave(to: mark)
    }
  }

  private mutating func match(_ value: Value, _ node: FieldNode, siblings: Value?) {
    guard !node.rules.isEmpty, value.isScalar, let siblings, let name = value.text, !name.isEmpty else { return }
    for rule in node.rules {
      matches.append(
        RuleIndex.Match(rule: rule, name: value, siblings: siblings, path: path.text, indices: indices))
    }
  }
}
