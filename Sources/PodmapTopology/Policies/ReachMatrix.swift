package import PodmapManifests

/// Who may reach whom, as far as the policies decide: each workload, and the world outside, as a caller and as called.
package struct ReachMatrix: Sendable {
  /// A caller, or what is called.
  package struct Party: Sendable, Hashable {
    /// The ID of the workload's node, followed by the template's name if it has several; or `entry`, or `outside`.
    package var name: String
  }

  /// What the policies say about the requests of a caller to one port.
  package struct PortReach: Sendable, Hashable {
    /// `nil` for all ports that the called pod, or the caller's policies, don't name.
    package var number: Int?
    package var transport: String
    package var verdict: Verdict
  }

  /// `nil` where no request can come from: an entry that doesn't lead to the workload.
  package typealias Cell = [PortReach]

  package let callers: [Party]
  package let called: [Party]
  /// By caller, then by what is called.
  package let cells: [[Cell?]]
  /// The number of workloads that are left out.
  package let leftOut: Int

  /// `rows` are the IDs of the nodes that are shown.
  package init(_ topology: Topology, showing rows: Set<NodeID>, limit: Limit = .matrix) {
    let policies = NetworkPolicies(topology.nodes)
    let identities = PodIdentities(topology.nodes, policies.isEmpty ? [] : topology.edges)
    let open = topology.workloadsBehindEntries
    var (names, pods, isOpen): ([Party], [JudgedPod], [Bool]) = ([], [], [])
    var leftOut = 0
    for (position, node) in topology.nodes.enumerated() where rows.contains(node.id) && node.kind != .podTemplate {
      let templates = node.workload?.templates ?? []
      if templates.isEmpty { continue }
      guard names.count + templates.count <= limit.value else {
        leftOut += 1
        continue
      }
      for template in templates {
        names.append(Party(name: template.name.map { "\(node.id.text)/\($0)" } ?? node.id.text))
        isOpen.append(open.contains(position))
        pods.append(
          policies.judged(
            PolicyPod(
              template, home: topology.home(of: node),
              serviceAccount: identities.account(of: position, templates: templates.count))))
      }
    }
    func ingress(from caller: NetworkPolicies.Target, _ pod: JudgedPod) -> Cell {
      pod.listening.map { port in
        PortReach(port, policies.verdict(from: caller, to: pod, NetworkPolicies.Wanted(port)))
      }
    }
    let entry = pods.indices.map { isOpen[$0] ? ingress(from: .unknownCaller, pods[$0]) : nil } + [nil]
    let outside = pods.map { ingress(from: .outside, $0) } + [nil]
    let inside = pods.map { caller -> [Cell?] in
      let workloads = pods.map { pod in
        pod.listening.map { port in
          PortReach(port, policies.verdict(from: caller, to: .pod(pod), NetworkPolicies.Wanted(port)))
        }
      }
      let world = caller.portsOfEgressRules(policies.index).map { port in
        PortReach(port, policies.verdict(from: caller, to: .outside, NetworkPolicies.Wanted(port)))
      }
      return workloads + [world]
    }
    callers = [Party(name: "entry"), Party(name: "outside")] + names
    called = names + [Party(name: "outside")]
    cells = [entry, outside] + inside
    self.leftOut = leftOut
  }
}

/// A port to ask about; without a number, any that nothing names.
private struct AskedPort: Hashable {
  var number: Int?
  var transport: String
  /// Whether it stands for all ports that are not named.
  var isRest = false
}

extension ReachMatrix.PortReach {
  fileprivate init(_ port: AskedPort, _ verdict: Verdict) {
    self.init(number: port.number, transport: port.transport, verdict: verdict)
  }
}

extension NetworkPolicies.Wanted {
  /// No rule that names ports names port 0.
  fileprivate init(_ port: AskedPort) {
    self.init(port: port.isRest ? 0 : port.number, transport: port.transport)
  }
}

extension JudgedPod {
  /// The ports that the pod declares, or one that is unknown.
  fileprivate var listening: [AskedPort] {
    let declared = pod.ports.map { AskedPort(number: $0.number, transport: $0.transport) }
    return declared.isEmpty ? [AskedPort(number: nil, transport: "TCP")] : declared.uniqued
  }

  /// The first port of each range in egress rules, and one for all others.
  fileprivate func portsOfEgressRules(_ index: PolicyIndex) -> [AskedPort] {
    let policies = (admin + [standard] + baseline).flatMap(\.self).map { index.policy($0) }
    let named = policies.flatMap(\.egress).flatMap(\.ports).compactMap { port -> AskedPort? in
      guard case .numbers(let numbers) = port.target else { return nil }
      return AskedPort(number: numbers.lowerBound, transport: port.transport ?? "TCP")
    }
    return named.uniqued + [AskedPort(number: nil, transport: "TCP", isRest: true)]
  }
}

extension Topology {
  /// The namespace of an object's pods; the default one is only an assumption unless something says so.
  fileprivate func home(of node: Node) -> PolicyPod.Home {
    guard let namespace = node.namespace else { return .assumed }
    return namespace == defaultNamespace.name && !defaultNamespace.isKnown ? .assumed : .given(namespace)
  }

  /// The positions of the objects to whose pods an entry point leads.
  fileprivate var workloadsBehindEntries: Set<Int> {
    var next: [Int: [Int]] = [:]
    for edge in edges where edge.kind == .routes { next[edge.from, default: []].append(edge.to) }
    var queue = entryPoints.map(\.node)
    var seen = Set(queue)
    while let position = queue.popLast() {
      for target in next[position] ?? [] where seen.insert(target).inserted { queue.append(target) }
    }
    return Set(seen.map { owner(of: $0) })
  }
}
