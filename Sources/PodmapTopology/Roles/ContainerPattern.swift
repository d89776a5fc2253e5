/// What a container does for the others in its pod, as the manifests show it, beyond its role.
///
/// The names are those of "Design patterns for container-based distributed systems" (Burns, Oppenheimer, 2016) and of
/// the Kubernetes documentation.
package struct ContainerPattern: Sendable, Hashable {
  package enum Name: String, Sendable, Hashable, CaseIterable {
    /// Runs to completion before the others start.
    case initial = "init"
    /// Helps another container and has no clients of its own.
    case sidecar
    /// Forwards what the pod sends or receives.
    case ambassador
    /// Translates what another container exposes into a format that outside systems read from every pod.
    case adapter
    /// Writes or reads data that it shares with another container.
    case sharedData = "shared-data"
  }

  package var name: Name
  /// What it does, for a sentence that begins with the container: "reads what server writes to logs".
  package var reason: String
  /// Whether the reason says more than the container's role alone.
  package var isTelling: Bool
  /// The fields that show it.
  package var evidence: [Evidence]

  package init(_ name: Name, _ reason: String, isTelling: Bool = true, evidence: [Evidence]) {
    self.name = name
    self.reason = reason
    self.isTelling = isTelling
    self.evidence = evidence
  }

  /// "adapter: reads what server writes to logs"
  package var text: String { "\(name.rawValue): \(reason)" }
}
