internal import PodmapManifests

/// A selection in `podmap.yaml`.
package struct ProjectSelection: Sendable, Hashable {
  package var namespaces: [String] = []
  package var selector: String?
  package var kinds: [String] = []
  package var excluded: [String] = []
  package var focus: [String] = []
  /// The maximum number of edges between a selected object and the focus.
  package var depth: Int?

  static let keys = ["namespaces", "selector", "kinds", "exclude", "focus", "depth"]

  /// The selection of a request.
  var settings: SelectionSettings {
    SelectionSettings(
      namespaces: namespaces, selector: selector, kinds: kinds, excluded: excluded, focus: focus,
      depth: depth ?? Limit.focusDepth.value)
  }

  /// Everything.
  package init() {}

  init(_ written: [String: Value], _ fields: inout StrictFields, of what: String) {
    func list(_ key: String, _ item: String) -> [String] {
      fields.list(written[key], "'\(key)' of \(what)") { $1.text($0, item) }
    }
    namespaces = list("namespaces", "the namespace")
    selector = fields.text(written["selector"], "'selector' of \(what)")
    kinds = list("kinds", "the kind")
    excluded = list("exclude", "the excluded object")
    focus = list("focus", "the focus")
    depth = fields.number(written["depth"], "'depth' of \(what)", in: Limit.focusDepth)
  }
}

extension StrictFields {
  mutating func list<Item>(
    _ value: Value?, _ what: String, _ read: (Value, inout StrictFields) -> Item?
  ) -> [Item] {
    guard let value else { return [] }
    var items: [Item] = []
    for item in self.items(of: value, what) {
      if let item = read(item, &self) { items.append(item) }
    }
    return items
  }

  mutating func truth(_ value: Value?, _ what: String) -> Bool? {
    guard let value, let word = text(value, what) else { return nil }
    if word == "true" || word == "false" { return word == "true" }
    add(.noTruth(word, what), at: value)
    return nil
  }

  mutating func number(_ value: Value?, _ what: String, in limit: Limit) -> Int? {
    guard let value, let word = text(value, what) else { return nil }
    if let number = Int(word), limit.flag?.accepted.contains(Double(number)) ?? true { return number }
    add(.noNumber(word, what, limit), at: value)
    return nil
  }
}

extension StrictFields.Message {
  fileprivate static func noTruth(_ word: String, _ what: String) -> Self {
    Self("\(what) can't be '\(word.shortened())'; write true or false")
  }

  fileprivate static func noNumber(_ word: String, _ what: String, _ limit: Limit) -> Self {
    Self(
      "\(what) can't be '\(word.shortened())'; write a whole number\(limit.flag.map { " between \($0.range)" } ?? "")")
  }
}
