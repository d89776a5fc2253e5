package import PodmapTopology

/// One thing that differs between two layouts.
package enum Change: Sendable, Hashable {
  /// A container or an object on both sides, by its ids; they differ where it has moved or has another name.
  package struct Pair: Sendable, Hashable {
    package var left: String
    package var right: String
  }

  case workloadAdded(id: String, Workload.Scale)
  case workloadRemoved(id: String, Workload.Scale)
  /// All its containers are in one workload of another name.
  case workloadRenamed(Pair, from: String, to: String)
  /// All its containers are in one workload of another kind.
  case workloadKindChanged(Pair, from: String, to: String)
  case replicasChanged(Pair, from: Workload.Scale, to: Workload.Scale)
  case containerAdded(id: String, image: String)
  case containerRemoved(id: String, image: String)
  /// By the ids of the pods.
  case containerMoved(Pair, from: String, to: String)
  case containerRenamed(Pair, from: String, to: String)
  case roleChanged(Pair, from: Container.Role, to: Container.Role)
  case imageChanged(Pair, from: String, to: String)
  case portsChanged(Pair, from: [String], to: [String])
  case requestsChanged(Pair, from: [String], to: [String])
  case limitsChanged(Pair, from: [String], to: [String])
  case probesChanged(Pair, from: [String], to: [String])
  case serviceAdded(id: String, ports: [String])
  case serviceRemoved(id: String, ports: [String])
  case serviceTypeChanged(id: String, from: String, to: String)
  case servicePortsChanged(id: String, from: [String], to: [String])
  /// By the ids of what it leads to.
  case serviceTargetsChanged(id: String, from: [String], to: [String])
  case policyAdded(id: String)
  case policyRemoved(id: String)
  /// An object that is neither a workload, nor a Service, nor a policy.
  case objectAdded(id: String)
  case objectRemoved(id: String)
  /// Single fields that no other change tells, each as a text on the side that has it: `spec.paused: true`.
  case partChanged(ChangedPart, Pair, from: [String], to: [String])
  /// By the ids of who calls and who is called.
  case callAdded(caller: String, target: String, CallPath)
  case callRemoved(caller: String, target: String, CallPath)
  case callChanged(caller: Pair, target: String, from: CallPath, to: CallPath)
}
