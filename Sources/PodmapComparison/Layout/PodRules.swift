import PodmapManifests
package import PodmapTopology

/// A HorizontalPodAutoscaler and the range of pods that it may choose.
package struct Autoscaler: Sendable, Hashable {
  package var id: String
  /// `spec.minReplicas`, by default 1.
  package var least: Int
  /// `spec.maxReplicas`; `nil` if it can't be parsed.
  package var most: Int?
  package var evidence: [Evidence]

  init(_ node: Int, _ topology: Topology, _ sources: LayoutSources) {
    id = topology.nodes[node].id.text
    let spec = sources.root(of: node)?["spec"]
    let fields = (spec?["minReplicas"], spec?["maxReplicas"])
    least = fields.0?.value.integer ?? 1
    most = fields.1?.value.integer
    evidence = [fields.0, fields.1].compactMap { $0?.evidence }
  }

  /// "2 to 10", "1 or more"
  package var text: String { most.map { "\(least) to \($0)" } ?? "\(least) or more" }
}

/// A PodDisruptionBudget and how many pods it keeps when nodes are drained.
package struct DisruptionBudget: Sendable, Hashable {
  package var id: String
  /// "minAvailable 1", "maxUnavailable 50%"; `nil` if it states neither.
  package var limit: String?
  package var evidence: [Evidence]

  init(_ node: Int, _ topology: Topology, _ sources: LayoutSources) {
    id = topology.nodes[node].id.text
    let spec = sources.root(of: node)?["spec"]
    let field = ["minAvailable", "maxUnavailable"].firstNonNil { name in
      spec?[name].map { (name, $0) }
    }
    limit = field.map { "\($0.0) \($0.1.value.written)" }
    evidence = field?.1.allEvidence ?? []
  }
}
