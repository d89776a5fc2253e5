import PodmapManifests

/// The bounds within which an autoscaler keeps the number of pods (autoscaling/v2 `HorizontalPodAutoscalerSpec`).
package struct AutoscalerBounds: Sendable, Hashable {
  /// `minReplicas`; 1 if absent.
  package var least: Int
  /// `maxReplicas`; `nil` if it can't be read.
  package var most: Int?

  /// "2 to 10 pods", "1 pod or more"
  package var words: String {
    guard let most else { return "\(least) \(least == 1 ? "pod" : "pods") or more" }
    return "\(least) to \(most) pods"
  }

  init(_ spec: Value?) {
    least = spec?["minReplicas"]?.integer ?? 1
    most = spec?["maxReplicas"]?.integer
  }
}
