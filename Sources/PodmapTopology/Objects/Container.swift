/// A container of a pod as its manifest describes it.
package struct Container: Sendable, Hashable {
  /// What the container is in its pod, as far as the list that contains it says.
  package enum Role: String, Sendable, Hashable {
    /// Runs to completion before the app containers start (`initContainers`).
    case initial = "init"
    /// A native sidecar: an init container with `restartPolicy: Always`.
    case sidecar
    /// `containers`
    case app
    /// `ephemeralContainers`
    case ephemeral
  }

  package struct Port: Sendable, Hashable {
    package var number: Int
    package var name: String?
    /// `TCP`, `UDP` or `SCTP`
    package var transport: String
    package var hostPort: Int?
    /// The address of the node at which the host port listens; `nil` for all of its addresses.
    package var hostAddress: String?

    package init(
      number: Int, name: String? = nil, transport: String = "TCP", hostPort: Int? = nil, hostAddress: String? = nil
    ) {
      self.hostAddress = hostAddress
      self.number = number
      self.name = name
      self.transport = transport
      self.hostPort = hostPort
    }
  }

  package var name: String
  /// Identifies the container in its pod: its name, followed by `#2` if the name is taken, which Kubernetes rejects.
  package var key: String
  package var role: Role
  /// The position among init containers and native sidecars, counted from 1; `nil` for other containers.
  package var step: Int?
  package var image: String
  package var ports: [Port]
  /// In the order in which they start.
  package var probes: [Probe]
  /// "cpu 100m", "memory 64Mi"; in the order of the manifest.
  package var requests: [String]
  package var limits: [String]
  /// The container's own `restartPolicy`.
  package var restartPolicy: String?
  package var life: Rare<ContainerLife>
  /// What its own security context, or its pod's, sets: "user 1000", "read-only root".
  package var security: [String]
  /// Whether it follows from what a custom resource says in words of its own, rather than being written as a container.
  package var isDerived = false
  /// What adds it to the pod if its manifest doesn't have it: "Istio".
  package var injector: String?
  /// What it does for the other containers of its pod, if the manifests show it.
  package var pattern: ContainerPattern?

  package init(
    name: String, role: Role, step: Int? = nil, image: String = "", ports: [Port] = [], probes: [Probe] = [],
    requests: [String] = [], limits: [String] = [], restartPolicy: String? = nil, security: [String] = [],
    life: ContainerLife? = nil
  ) {
    self.name = name
    key = name
    self.role = role
    self.step = step
    self.image = image
    self.ports = ports
    self.probes = probes
    self.requests = requests
    self.limits = limits
    self.restartPolicy = restartPolicy
    self.security = security
    self.life = Rare(life)
  }
}
