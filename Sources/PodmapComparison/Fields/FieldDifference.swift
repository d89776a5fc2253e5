import PodmapManifests
import PodmapTopology

/// A field that differs, with the text that may be shown for it on either side.
struct FieldDifference: Sendable, Hashable {
  var path: String
  /// `nil` on the side that lacks it.
  var from: String?
  var to: String?

  /// "spec.strategy.type: Recreate"; `nil` on the side that lacks it.
  var texts: (from: String?, to: String?) { (from.map { "\(path): \($0)" }, to.map { "\(path): \($0)" }) }

  /// The last field of the path: `protocol` in `ports[80].protocol`, `nil` for `ports[80]`.
  var leaf: Substring? {
    let end = path.lastIndex(of: ".").map { path.index(after: $0) } ?? path.startIndex
    return path.hasSuffix("]") || path[end...].contains("]") ? nil : path[end...]
  }

  /// What differs between two values, by path.
  static func all(_ old: Declared?, _ new: Declared?, at path: String = "") -> [FieldDifference] {
    if old == new { return [] }
    switch (old, new) {
    case (.mapping(let old)?, .mapping(let new)?):
      return Set(old.keys).union(new.keys).sorted().flatMap {
        all(old[$0], new[$0], at: FieldPath(path).appending($0).text)
      }
    case (.list(let old, let order)?, .list(let new, _)?):
      return ListAlignment(old, new, order).pairs.flatMap { pair in
        all(pair.old, pair.new, at: "\(path)[\(pair.name)]")
      }
    case (.scalar(let old)?, .scalar(let new)?):
      let (from, to) = shown(old, new)
      return [FieldDifference(path: path, from: from, to: to)]
    case (let old?, nil): return whole(old, at: path) { FieldDifference(path: $0, from: $1) }
    case (nil, let new?): return whole(new, at: path) { FieldDifference(path: $0, to: $1) }
    case (let old?, let new?):
      return all(old, nil, at: path) + all(nil, new, at: path)
    case (nil, nil): return []
    }
  }

  /// What only one side has: on one line if it is short, otherwise field by field.
  private static func whole(
    _ value: Declared, at path: String, _ difference: (String, String) -> FieldDifference
  ) -> [FieldDifference] {
    let text = value.text
    switch value {
    case .mapping(let fields) where text.utf8.count > Limit.comparedValue.value:
      return fields.sorted { $0.key < $1.key }.flatMap {
        whole($0.value, at: FieldPath(path).appending($0.key).text, difference)
      }
    case .list(let items, let order):
      if text.utf8.count <= Limit.comparedValue.value, items.allSatisfy({ $0.shown != nil }) {
        return [difference(path, text)]
      }
      return ListAlignment(items, [], order).pairs.flatMap { pair in
        pair.old.map { whole($0, at: "\(path)[\(pair.name)]", difference) } ?? []
      }
    case .mapping, .scalar: return [difference(path, shortened(text))]
    }
  }

  /// How two different scalars are shown: long ones from the point where they begin to differ.
  static func shown(_ old: Declared.Scalar, _ new: Declared.Scalar) -> (String, String) {
    if old.isLong && new.isLong { return (old.text, "\(new.text), \(changedLines(old.lines, new.lines)) changed") }
    if old.isLong || new.isLong || max(old.shown.utf8.count, new.shown.utf8.count) <= Limit.comparedValue.value {
      return (shortened(old.text), shortened(new.text))
    }
    let common = zip(old.shown, new.shown).prefix { $0 == $1 }.count
    guard common > 30 else { return (shortened(old.text), shortened(new.text)) }
    func excerpt(_ text: String) -> String { "…" + shortened(String(text.dropFirst(common - 20))) }
    return (excerpt(old.shown), excerpt(new.shown))
  }

  static func shortened(_ text: String) -> String { text.shortened(to: .comparedValue) }

  /// The number of lines of either text that the other lacks, whatever their order; the larger of the two.
  private static func changedLines(_ old: [Substring], _ new: [Substring]) -> Int {
    var counts: [Substring: Int] = [:]
    for line in old { counts[line, default: 0] += 1 }
    for line in new { counts[line, default: 0] -= 1 }
    let gone = counts.values.filter { $0 > 0 }.reduce(0, +)
    let added = -counts.values.filter { $0 < 0 }.reduce(0, +)
    return max(gone, added, 1)
  }
}
