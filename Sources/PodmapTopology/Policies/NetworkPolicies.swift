/// All policies about network traffic in an input, and what they say together.
struct NetworkPolicies: Sendable {
  /// The other end of a call.
  enum Target: Sendable {
    case pod(JudgedPod)
    /// Some pod in a namespace, which is not in the input.
    case unknownPod(namespace: String)
    /// A caller about which nothing is known.
    case unknownCaller
    /// The bytes of an address that no object in the input has.
    case address([UInt8])
    /// An address that may be that of a pod, a Service, a node or something outside.
    case unknownAddress
    /// A name outside the cluster, which only resolves when the call is made.
    case hostName(String)
    /// Some host outside the cluster.
    case outside
  }

  /// What a call asks for at its target.
  struct Wanted: Sendable {
    /// The port that the target listens on, which for a Service is its target port; `nil` if it is unknown.
    var port: Int?
    var transport = "TCP"
    /// The Service that is called.
    var service: NodeID?

    var words: String { port.map { "\(transport) port \($0)" } ?? transport }
  }

  let index: PolicyIndex

  init(_ nodes: [Node]) {
    index = PolicyIndex(nodes)
  }

  var isEmpty: Bool { index.isEmpty }

  func judged(_ pod: PolicyPod) -> JudgedPod { JudgedPod(pod, index) }

  /// Whether a pod may send requests to a port: both ends must let them through.
  func verdict(from source: JudgedPod, to target: Target, _ wanted: Wanted) -> Verdict {
    let egress = decide(.egress, at: source, other: target, wanted)
    let ingress: Decision
    switch target {
    case .pod(let pod): ingress = decide(.ingress, at: pod, other: .pod(source), wanted)
    case .unknownPod(let namespace):
      ingress = index.mayAffectIngress(in: namespace) ? .unknown("the called pods are not in the input") : .open
    case .address(let bytes):
      ingress =
        index.mayBeInside(bytes) && index.mayAffectIngress
        ? .unknown("the private address may be that of a pod or a Service") : .open
    case .unknownAddress:
      ingress = index.mayAffectIngress ? .unknown("whose address it is, is not in the input") : .open
    case .hostName, .outside, .unknownCaller: ingress = .open
    }
    return Verdict(egress: egress, ingress: ingress, wanted.words)
  }

  /// Whether a caller outside the input may send requests to a pod. An unknown caller, such as a controller's proxy,
  /// certainly may not if policies isolate the pod and none has a rule that lets anybody in.
  func verdict(from caller: Target, to pod: JudgedPod, _ wanted: Wanted) -> Verdict {
    Verdict(egress: .open, ingress: decide(.ingress, at: pod, other: caller, wanted), wanted.words)
  }

  // MARK: - One end

  private func decide(
    _ direction: NetworkPolicy.Direction, at end: JudgedPod, other: Target, _ wanted: Wanted
  ) -> Decision {
    let match = PolicyMatch(direction: direction, pod: end.pod, other: other, wanted: wanted, index: index)
    let network = match.ordered(end.admin) {
      let decision = match.additive(end.standard)
      return decision.isOpen ? match.ordered(end.baseline) { .open } : decision
    }
    let certain = match.doubted(network, end.unread)
    guard direction == .ingress, !end.mesh.isEmpty, wanted.transport == "TCP" else { return certain }
    return .both(certain, match.inMesh(end.mesh, end.isInMesh))
  }
}
