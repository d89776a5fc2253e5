/// How a Service can be reached, and what it passes traffic to.
package struct Service: Sendable, Hashable {
  package struct Port: Sendable, Hashable {
    package var number: Int
    package var name: String?
    package var transport: String
    /// The port of the pod; the Service's own number if none is given.
    package var target: Target
    package var nodePort: Int?
    /// The protocol that clients speak (`appProtocol`): `kubernetes.io/h2c`, `http`.
    package var appProtocol: String?
    /// Where the target is written, or the port if no target is given.
    package var evidence: Evidence

    package enum Target: Sendable, Hashable {
      case number(Int)
      case name(String)
    }

    package init(
      number: Int, name: String? = nil, transport: String = "TCP", target: Target, nodePort: Int? = nil,
      appProtocol: String? = nil, evidence: Evidence
    ) {
      self.number = number
      self.name = name
      self.transport = transport
      self.target = target
      self.nodePort = nodePort
      self.appProtocol = appProtocol
      self.evidence = evidence
    }
  }

  /// `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`
  package var type: String
  /// `clusterIP: None`: the name resolves to the pods themselves.
  package var isHeadless: Bool
  /// `publishNotReadyAddresses`: pods are endpoints whether or not they are Ready.
  package var publishesNotReady: Bool
  package var ports: [Port]
  /// What picks the Service's pods; `nil` if it has no selector, or an empty one, which selects no pod.
  package var selector: LabelSelector?
  /// The host that an `ExternalName` stands for.
  package var externalName: String?
  /// Where the host is written.
  package var externalNameEvidence: Evidence?
  /// Addresses outside the cluster whose traffic nodes accept for it (`externalIPs`).
  package var externalAddresses: [String]
  /// The blocks of addresses that may use its load balancer (`loadBalancerSourceRanges`); empty for all.
  package var sourceRanges: [String]

  package init(
    type: String, isHeadless: Bool = false, publishesNotReady: Bool = false, ports: [Port] = [],
    selector: LabelSelector? = nil, externalName: String? = nil, externalNameEvidence: Evidence? = nil,
    externalAddresses: [String] = [], sourceRanges: [String] = []
  ) {
    self.type = type
    self.isHeadless = isHeadless
    self.publishesNotReady = publishesNotReady
    self.ports = ports
    self.selector = selector
    self.externalName = externalName
    self.externalNameEvidence = externalNameEvidence
    self.externalAddresses = externalAddresses
    self.sourceRanges = sourceRanges
  }

  /// The port with a number; `nil` if several have it, for different transport protocols.
  package func onlyPort(_ number: Int?) -> Port? {
    let found = ports.filter { $0.number == number }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether it can be reached from outside the cluster.
  package var isOpenToTheOutside: Bool {
    type == "NodePort" || type == "LoadBalancer" || !externalAddresses.isEmpty && type != "ExternalName"
  }
}
