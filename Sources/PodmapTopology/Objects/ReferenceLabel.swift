import PodmapManifests

/// The words on the line of a reference.
enum ReferenceLabel {
  /// The values of fields, joined by slashes: `shop.example/cart`. Fields with several values give every combination.
  static func text(_ paths: [String], in root: Value, indices: [Int]) -> String {
    guard !paths.isEmpty else { return "" }
    var isShortened = false
    var texts = [""]
    for path in paths {
      let found = values(path, in: root, indices: indices).compactMap(\.text).map { Credentials.shownName($0) }
      guard !found.isEmpty else { continue }
      if found.count > Limit.referenceValues.value { isShortened = true }
      texts = texts.flatMap { text in found.prefix(Limit.referenceValues.value).map { joined(text, $0) } }
    }
    return texts.uniqued.joined(separator: ", ") + (isShortened ? ", …" : "")
  }

  private static func joined(_ text: String, _ next: String) -> String {
    text.isEmpty || next.hasPrefix("/") ? text + next : "\(text)/\(next)"
  }

  /// The values of a field: at most one, unless the path asks for every item of a list.
  static func values(_ path: String, in root: Value, indices: [Int]) -> [Value] {
    var values = [root]
    var indices = indices[...]
    for step in RuleIndex.steps(of: path) {
      switch step {
      case .field(let name): values = values.compactMap { $0[name] }
      case .items:
        guard let index = indices.popFirst() else { return [] }
        values = values.compactMap { $0.item(at: index) }
      case .everyItem: values = values.flatMap(\.items)
      }
    }
    return values
  }
}
