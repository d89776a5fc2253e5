import PodmapDiagrams
import PodmapTopology

/// Writes a comparison as JSON: the machine interface, described in `docs/compare.md`.
///
/// Each match, change, pod, container and call is on its own line, so that a line diff of two outputs shows what has
/// changed.
package struct ComparisonJSON: Sendable {
  /// The version of the schema, which increases when existing readers would break.
  package static let schema = 1

  package let text: String

  package init(_ comparison: Comparison, left: String, right: String) {
    let properties = LayoutProperties(comparison)
    var start = JSONBuffer()
    start.object {
      $0.add("left", left)
      $0.add("right", right)
    }
    var text = "{\"schema\": \(Self.schema),\n\"inputs\": \(start.text),\n"
    text += "\"subject\": \"\(comparison.subject.rawValue)\",\n"
    text += Self.lists(of: Review(comparison)).joined(separator: ",\n") + ",\n"
    text += Self.list("matches", comparison.matches) { match, object in
      object.add("left", comparison.left.containers[match.left].id)
      object.add("right", comparison.right.containers[match.right].id)
      object.add("strength", match.strength.rawValue)
      object.add("reasons", match.reasons)
    }
    text += ",\n" + Self.list("changes", comparison.changes) { Self.describe($0, &$1) }
    text += ",\n" + Self.list("reasons", properties.reasons) { Self.describe($0, &$1) }
    text += ",\n\"properties\": {\n"
    text += "\"left\": \(Self.side(properties.left)),\n\"right\": \(Self.side(properties.right)),\n"
    self.text = text + Self.lists(of: comparison, properties).joined(separator: ",\n") + "}}\n"
  }

  static func list<Item>(
    _ key: StaticString, _ items: [Item], _ describe: (Item, inout JSONBuffer) -> Void
  ) -> String {
    var buffer = JSONBuffer()
    for (position, item) in items.enumerated() {
      if position > 0 { buffer.nextLine() }
      buffer.object { describe(item, &$0) }
    }
    return "\"\(key)\": [\(items.isEmpty ? "" : "\n\(buffer.text)\n")]"
  }

  private static func describe(_ change: Change, _ object: inout JSONBuffer) {
    object.add("kind", change.kind.name)
    object.add("left", change.left)
    object.add("right", change.right)
    object.add("called", change.target)
    object.add("from", change.from)
    object.add("to", change.to)
  }
}
