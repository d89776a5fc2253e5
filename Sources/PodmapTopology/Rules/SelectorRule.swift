import PodmapManifests

/// A field that picks other objects by their labels: one row of `Tables/SelectorTable.swift`.
struct SelectorRule: Sendable {
  /// What is picked.
  enum Target: Sendable, Hashable {
    /// Pods, by the labels of their templates.
    case pods
    /// Objects of a kind, by their own labels.
    case objects(ResourceKind)
  }

  enum Notation: Sendable, Hashable {
    /// `matchLabels` and `matchExpressions`; an empty one picks everything.
    case selector
    /// A map of labels; an empty one picks nothing.
    case plain
  }

  /// Where the objects are looked up.
  enum Home: Sendable, Hashable {
    case sameNamespace
    case allNamespaces
    /// The namespaces that a field lists: `any: true`, or `matchNames`; the object's own if the field is absent.
    case listed(path: String)
    /// The namespaces whose labels a selector picks; the object's own if there is no selector.
    case selected(path: String)
  }

  var source: ResourceKind
  /// The path of the selector's mapping; `[]` follows a list.
  var path: String
  var target: Target
  var edge: EdgeKind
  var notation: Notation
  var home: Home

  init(
    _ source: ResourceKind, _ path: String, picks target: Target, _ edge: EdgeKind = .selects,
    notation: Notation = .selector, home: Home = .sameNamespace
  ) {
    self.source = source
    self.path = path
    self.target = target
    self.edge = edge
    self.notation = notation
    self.home = home
  }

  /// Each selector of an object at the rule's path.
  func selectors(in root: Value, file: String) -> [LabelSelector] {
    Fields.all(path, in: root).compactMap { value, path in
      guard value.isMapping else { return nil }
      var selector =
        notation == .plain
        ? LabelSelector(plain: value, path: path, file: file) : LabelSelector(value, path: path, file: file)
      if selector.requirements.isEmpty {
        guard notation == .selector, !selector.isBroken else { return nil }
        selector.evidence = [Evidence(file: file, line: value.line, path: path.text, value: "")]
      }
      return selector
    }
  }
}
