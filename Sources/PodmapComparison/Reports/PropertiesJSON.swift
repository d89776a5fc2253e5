import PodmapDiagrams
import PodmapTopology

/// The properties of both layouts, as JSON.
extension ComparisonJSON {
  /// The lists of `properties`, each with its key.
  static func lists(of comparison: Comparison, _ properties: LayoutProperties) -> [String] {
    [
      list("containers", properties.containers) { container, object in
        object.add("left", container.left) { describe($0, &$1) }
        object.add("right", container.right) { describe($0, &$1) }
      },
      list("calls", comparison.calls) { call, object in
        object.add("caller", call.caller)
        object.add("called", call.target)
        object.add("left", call.left) { describe($0, &$1) }
        object.add("right", call.right) { describe($0, &$1) }
      },
      list("sharedVolumes", properties.sharedVolumes) { describe($0, &$1) },
      list("needs", properties.needs) { describe($0, &$1) },
      list("collisions", properties.collisions) { describe($0, &$1) },
      list("policies", properties.policies) { policy, object in
        object.add("container", policy.container)
        object.add("left", policy.left)
        object.add("right", policy.right)
        object.add("evidence", policy.evidence) { describe($0, &$1) }
      },
    ]
  }

  static func side(_ side: LayoutProperties.Side) -> String {
    var buffer = JSONBuffer()
    buffer.object { object in
      object.add("pods", side.pods) { total, object in
        object.add("stated", total.stated)
        // Zero counts are left out.
        func add(_ key: StaticString, _ count: Int) { object.add(key, count == 0 ? nil : count) }
        add("onePerNode", total.onePerNode)
        add("toCompletion", total.toCompletion)
        add("scheduled", total.scheduled)
        add("notStated", total.notStated)
        object.add("autoscaledFrom", total.autoscaled?.lowerBound)
        object.add("autoscaledTo", total.autoscaled?.upperBound)
      }
      object.add("containers", side.containers)
      object.add("largestLoss", side.largestLoss)
      object.add("nodeLoss", side.nodeLoss) { loss, object in
        object.add("pods", loss.pods)
        object.add("of", loss.all)
        object.add("containers", loss.containers)
        object.add("notStated", loss.notStated == 0 ? nil : loss.notStated)
      }
      object.add("smallestNode", side.nodeSize.smallest) { describe($0, &$1) }
      object.add("smallestNotStated", side.nodeSize.smallestNotStated)
      object.add("totalRequest", side.nodeSize.total) { describe($0, &$1) }
      object.add("totalNotStated", side.nodeSize.notStated)
      object.add("scaledAlone", side.scaledAlone)
      object.add("each", side.each) { describe($0, &$1) }
    }
    return buffer.text
  }

  private static func describe(_ pod: PodProperties, _ object: inout JSONBuffer) {
    object.add("id", pod.id)
    object.add(pod.scale)
    object.add("autoscalers", pod.autoscalers)
    object.add("autoscaling", pod.autoscaling) { scaler, object in
      object.add("id", scaler.id)
      object.add("least", scaler.least)
      object.add("most", scaler.most)
    }
    object.add("disruptionBudgets", pod.budgets) { budget, object in
      object.add("id", budget.id)
      object.add("limit", budget.limit)
    }
    object.add("containers", pod.containers)
    object.add("lostWithOnePod", pod.lostWithOnePod)
    object.add("cpu", pod.cpu.amount?.cores)
    object.add("cpuNotStated", pod.cpu.unstated)
    object.add("memory", pod.memory.amount?.bytes)
    object.add("memoryNotStated", pod.memory.unstated)
    object.add("otherRequests", pod.others) { describe($0, &$1) }
    object.add("nodeLoss", pod.nodeLoss) { loss, object in
      object.add("pods", loss.atMost)
      object.add("of", loss.pods)
      object.add("reason", loss.reason.isEmpty ? nil : loss.reason)
      object.add("evidence", loss.evidence) { describe($0, &$1) }
    }
  }

  private static func describe(_ place: ContainerPlacement, _ object: inout JSONBuffer) {
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
    case .entry(let id):
      object.add("way", "entry")
      object.add("entry", id)
    case .address(let address):
      object.add("way", "address")
      object.add("address", address)
    case .outside(let host):
      object.add("way", "outside")
      object.add("host", host)
    }
    object.add("port", path.port)
  }

  private static func describe(_ amounts: NodeSize.Amounts, _ object: inout JSONBuffer) {
    object.add("cpu", amounts.cpu?.cores)
    object.add("memory", amounts.memory?.bytes)
    object.add("otherRequests", amounts.others) { describe($0, &$1) }
  }

  private static func describe(_ amount: NamedAmount, _ object: inout JSONBuffer) {
    object.add("name", amount.name)
    object.add("amount", amount.amountText)
  }

  private static func describe(_ volume: SharedVolume, _ object: inout JSONBuffer) {
    object.add("side", volume.side.rawValue)
    object.add("pod", volume.pod)
    object.add("volume", volume.name)
    object.add("source", volume.source)
    object.add("containers", volume.sharers)
    object.add("writers", volume.writers)
    object.add("otherSide", volume.fate.rawValue)
    object.add("finding", volume.fate.text)
    object.add("evidence", volume.evidence) { describe($0, &$1) }
  }

  private static func describe(_ need: NeedDifference, _ object: inout JSONBuffer) {
    object.add("side", need.side.rawValue)
    object.add("pod", need.pod)
    object.add("same", need.isSame)
    object.add("subject", need.subject)
    object.add("field", need.field)
    object.add("values", need.values) { value, object in
      object.add("container", value.container)
      object.add("value", value.value)
      object.add("evidence", value.evidence) { describe($0, &$1) }
    }
  }

  private static func describe(_ collision: PortCollision, _ object: inout JSONBuffer) {
    object.add("side", collision.side.rawValue)
    object.add("kind", collision.kind.rawValue)
    object.add("what", collision.what)
    object.add("containers", collision.containers)
    object.add("togetherIn", collision.togetherIn)
    object.add("evidence", collision.evidence) { describe($0, &$1) }
  }
}
