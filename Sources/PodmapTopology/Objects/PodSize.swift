import PodmapManifests

/// The resources that the pod itself requests, beyond those of its containers.
package struct PodSize: Sendable, Hashable {
  /// "cpu 100m", "memory 64Mi" of the pod's own `resources`; in the order of the manifest.
  package var requests: [String]
  package var limits: [String]
  /// What running the pod itself costs (`overhead`).
  package var overhead: [String]

  /// Reads a pod's specification; `nil` if it sets none of these fields.
  init?(_ spec: Value) {
    requests = spec.at("resources", "requests").map(Container.quantities) ?? []
    limits = spec.at("resources", "limits").map(Container.quantities) ?? []
    overhead = spec["overhead"].map(Container.quantities) ?? []
    if requests.isEmpty && limits.isEmpty && overhead.isEmpty { return nil }
  }
}
