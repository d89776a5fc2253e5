import PodmapTopology

/// A change as a row: what every report shows of it.
package struct ChangeEntry: Sendable {
  /// `imageChanged`
  package var kind: String
  /// "image changed"
  package var words: StaticString
  /// The id on either side; nothing on the side that lacks it.
  package var left: String?
  package var right: String?
  /// Who is called.
  package var target: String?
  package var from: [String]
  package var to: [String]

  private init(
    _ kind: String, _ words: StaticString, left: String?, right: String?, target: String? = nil, from: [String] = [],
    to: [String] = []
  ) {
    self.kind = kind
    self.words = words
    self.left = left
    self.right = right
    self.target = target
    self.from = from
    self.to = to
  }

  /// The id by which the change is listed.
  package var subject: String { right ?? left ?? "" }

  /// "+" where something is new, "-" where it is gone, "~" for everything else.
  package var sign: String { left == nil ? "+" : right == nil ? "-" : "~" }

  package init(_ change: Change) {
    func pair(_ kind: String, _ words: StaticString, _ pair: Change.Pair, _ from: [String], _ to: [String]) -> Self {
      Self(kind, words, left: pair.left, right: pair.right, from: from, to: to)
    }
    func same(_ kind: String, _ words: StaticString, _ id: String, _ from: [String], _ to: [String]) -> Self {
      Self(kind, words, left: id, right: id, from: from, to: to)
    }
    self =
      switch change {
      case .workloadAdded(let id, let scale):
        Self("workloadAdded", "workload added", left: nil, right: id, to: [scale.text])
      case .workloadRemoved(let id, let scale):
        Self("workloadRemoved", "workload removed", left: id, right: nil, from: [scale.text])
      case .workloadRenamed(let ids, let from, let to):
        pair("workloadRenamed", "workload renamed", ids, [from], [to])
      case .workloadKindChanged(let ids, let from, let to):
        pair("workloadKindChanged", "workload of another kind", ids, [from], [to])
      case .replicasChanged(let ids, let from, let to):
        pair(
          "replicasChanged", from.isSchedule && to.isSchedule ? "schedule changed" : "replicas changed", ids,
          [from.text], [to.text])
      case .containerAdded(let id, let image):
        Self("containerAdded", "container added", left: nil, right: id, to: image.isEmpty ? [] : [image])
      case .containerRemoved(let id, let image):
        Self("containerRemoved", "container removed", left: id, right: nil, from: image.isEmpty ? [] : [image])
      case .containerMoved(let ids, let from, let to):
        pair("containerMoved", "container moved", ids, [from], [to])
      case .containerRenamed(let ids, let from, let to):
        pair("containerRenamed", "container renamed", ids, [from], [to])
      case .roleChanged(let ids, let from, let to):
        pair("roleChanged", "role changed", ids, [from.rawValue], [to.rawValue])
      case .imageChanged(let ids, let from, let to):
        pair("imageChanged", "image changed", ids, from.isEmpty ? [] : [from], to.isEmpty ? [] : [to])
      case .portsChanged(let ids, let from, let to): pair("portsChanged", "ports changed", ids, from, to)
      case .requestsChanged(let ids, let from, let to): pair("requestsChanged", "requests changed", ids, from, to)
      case .limitsChanged(let ids, let from, let to): pair("limitsChanged", "limits changed", ids, from, to)
      case .probesChanged(let ids, let from, let to): pair("probesChanged", "probes changed", ids, from, to)
      case .serviceAdded(let id, let ports): Self("serviceAdded", "Service added", left: nil, right: id, to: ports)
      case .serviceRemoved(let id, let ports):
        Self("serviceRemoved", "Service removed", left: id, right: nil, from: ports)
      case .serviceTypeChanged(let id, let from, let to):
        same("serviceTypeChanged", "Service type changed", id, [from], [to])
      case .servicePortsChanged(let id, let from, let to):
        same("servicePortsChanged", "Service ports changed", id, from, to)
      case .serviceTargetsChanged(let id, let from, let to):
        same("serviceTargetsChanged", "Service leads elsewhere", id, from, to)
      case .policyAdded(let id): Self("policyAdded", "policy added", left: nil, right: id)
      case .policyRemoved(let id): Self("policyRemoved", "policy removed", left: id, right: nil)
      case .objectAdded(let id): Self("objectAdded", "object added", left: nil, right: id)
      case .objectRemoved(let id): Self("objectRemoved", "object removed", left: id, right: nil)
      case .partChanged(let part, let ids, let from, let to):
        pair("\(part.rawValue)Changed", part.words, ids, from, to)
      case .callAdded(let caller, let target, let path):
        Self("callAdded", "call added", left: nil, right: caller, target: target, to: [path.text])
      case .callRemoved(let caller, let target, let path):
        Self("callRemoved", "call removed", left: caller, right: nil, target: target, from: [path.text])
      case .callChanged(let caller, let target, let from, let to):
        Self(
          "callChanged", "call changed", left: caller.left, right: caller.right, target: target, from: [from.text],
          to: [to.text])
      }
  }
}

extension Workload.Scale {
  /// "3 pods", "one pod per node"
  package var text: String {
    switch self {
    case .replicas(let count): count == 1 ? "1 pod" : "\(count) pods"
    case .onePerNode: "one pod per node"
    case .completions(let count, let parallelism): "\(count) to completion, \(min(count, parallelism)) at once"
    case .schedule(let schedule): schedule.isEmpty ? "on a schedule" : "on the schedule \(schedule)"
    case .unstated: "not stated"
    }
  }
}

extension Workload.Scale {
  fileprivate var isSchedule: Bool { if case .schedule = self { true } else { false } }
}
