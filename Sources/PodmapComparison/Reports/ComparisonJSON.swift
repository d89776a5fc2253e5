import PodmapDiagrams
import PodmapTopology

/// Writes a comparison as JSON: the machine interface, described in `docs/compare.md`.
///
/// One match, change, pod, container or call a line, so that a line diff of two outputs shows what has changed.
package struct ComparisonJSON: Sendable {
  /// The version of the schema; it grows when a reader of the old one would break.
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
    text += Self.list("matches", comparison.matches) { match, object in
      object.add("left", comparison.left.containers[match.left].id)
      object.add("right", comparison.right.containers[match.right].id)
      object.add("strength", match.strength.rawValue)
      object.add("reasons", match.reasons)
    }
    text += ",\n" + Self.list("changes", comparison.changes) { Self.describe(ChangeEntry($0), &$1) }
    text += ",\n\"properties\": {\n"
    text += "\"left\": \(Self.side(properties.left)),\n\"right\": \(Self.side(properties.right)),\n"
    text += Self.list("containers", properties.containers) { container, object in
      object.add("left", container.left) { Self.describe($0, &$1) }
      object.add("right", container.right) { Self.describe($0, &$1) }
    }
    text += ",\n"
    text += Self.list("calls", comparison.calls) { call, object in
      object.add("caller", call.caller)
      object.add("called", call.target)
      object.add("left", call.left) { Self.describe($0, &$1) }
      object.add("right", call.right) { Self.describe($0, &$1) }
    }
    self.text = text + "}}\n"
  }

  private static func list<Item>(
    _ key: StaticString, _ items: [Item], _ describe: (Item, inout JSONBuffer) -> Void
  ) -> String {
    var buffer = JSONBuffer()
    for (position, item) in items.enumerated() {
      if position > 0 { buffer.nextLine() }
      buffer.object { describe(item, &$0) }
    }
    return "\"\(key)\": [\(items.isEmpty ? "" : "\n\(buffer.text)\n")]"
  }

  private static func side(_ side: LayoutProperties.Side) -> String {
    var buffer = JSONBuffer()
    buffer.object { object in
      object.add("pods", side.pods) { total, object in
        object.add("stated", total.stated)
        // What no workload is counted under is left out.
        func add(_ key: StaticString, _ count: Int) { object.add(key, count == 0 ? nil : count) }
        add("onePerNode", total.onePerNode)
        add("toCompletion", total.toCompletion)
        add("scheduled", total.scheduled)
        add("notStated", total.notStated)
      }
      object.add("containers", side.containers)
      object.add("largestLoss", side.largestLoss)
      object.add("scaledAlone", side.scaledAlone)
      object.add("each", side.each) { describe($0, &$1) }
    }
    return buffer.text
  }

  private static func describe(_ change: ChangeEntry, _ object: inout JSONBuffer) {
    object.add("kind", change.kind)
    object.add("left", change.left)
    object.add("right", change.right)
    object.add("called", change.target)
    object.add("from", change.from)
    object.add("to", change.to)
  }

  private static func describe(_ pod: PodProperties, _ object: inout JSONBuffer) {
    object.add("id", pod.id)
    object.add(pod.scale)
    object.add("autoscalers", pod.autoscalers)
    object.add("containers", pod.containers)
    object.add("lostWithOnePod", pod.lostWithOnePod)
    object.add("cpu", pod.cpu.amount?.cores)
    object.add("cpuNotStated", pod.cpu.unstated)
    object.add("memory", pod.memory.amount?.bytes)
    object.add("memoryNotStated", pod.memory.unstated)
  }

  private static func describe(_ place: ContainerPlace, _ object: inout JSONBuffer) {
    object.add("id", place.id)
    object.add("pod", place.pod)
    object.add("sharesPodWith", place.sharesPodWith)
    switch place.scaling {
    case .alone: object.add("scaling", "alone")
    case .with(let names):
      object.add("scaling", "together")
      object.add("scalesWith", names)
    case .no(let reason):
      object.add("scaling", "none")
      object.add("reason", reason)
    case .cannotTell: object.add("scaling", "unknown")
    }
  }

  private static func describe(_ path: CallPath, _ object: inout JSONBuffer) {
    switch path.way {
    case .localhost: object.add("way", "localhost")
    case .service(let id):
      object.add("way", "service")
      object.add("service", id)
    case .outside(let host):
      object.add("way", "outside")
      object.add("host", host)
    }
    object.add("port", path.port)
  }
}
