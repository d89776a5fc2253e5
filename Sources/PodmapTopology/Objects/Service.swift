/// How a Service can be reached, and what it passes traffic to.
package struct Service: Sendable, Hashable {
  package struct Port: Sendable, Hashable {
    package var number: Int
    package var name: String?
    package var transport: String
    /// A port's number or name; the port's own number where none is given.
    package var target: Target
    package var nodePort: Int?
    /// Where the target is written; the port itself where none is given.
    package var evidence: Evidence

    package enum Target: Sendable, Hashable {
      case number(Int)
      case name(String)
    }

    package init(
      number: Int, name: String? = nil, transport: String = "TCP", target: Target, nodePort: Int? = nil,
      evidence: Evidence
    ) {
      self.number = number
      self.name = name
      self.transport = transport
      self.target = target
      self.nodePort = nodePort
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
  /// The host that an `ExternalName` stands for.
  package var externalName: String?

  package init(
    type: String, isHeadless: Bool = false, publishesNotReady: Bool = false, ports: [Port] = [],
    externalName: String? = nil
  ) {
    self.type = type
    self.isHeadless = isHeadless
    self.publishesNotReady = publishesNotReady
    self.ports = ports
    self.externalName = externalName
  }

  /// Whether it can be reached from outside the cluster.
  package var isOpenToTheOutside: Bool { type == "NodePort" || type == "LoadBalancer" }
}

/// What a PersistentVolumeClaim asks for.
package struct Claim: Sendable, Hashable {
  /// "10Gi"
  package var size: String?
  /// `ReadWriteOnce`, …
  package var accessModes: [String]

  package init(size: String?, accessModes: [String]) {
    self.size = size
    self.accessModes = accessModes
  }
}
