import PodmapManifests

extension Pass {
  /// Adds an edge from each Service to the pods that its selector picks in its namespace.
  static let resolveSelectors = Pass("resolve selectors") { builder in
    let pods = PodIndex(builder.nodes, defaultNamespace: builder.defaultNamespace.name)
    builder.pods = pods
    builder.connect(where: { $0.service?.selector != nil }) { object in
      guard let selector = object.service?.selector else { return [] }
      // The templates of one owner follow each other.
      var last: Int?
      return pods.pods(in: object.namespace, matching: selector).compactMap { entry in
        guard entry.owner != last else { return nil }
        last = entry.owner
        return Edge(
          from: object.positions.object, to: entry.owner, kind: .selects, evidence: selector.evidence)
      }
    }
  }
}
