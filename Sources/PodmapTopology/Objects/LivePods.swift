/// What the status of live pods says about the pods of a workload.
package struct LivePods: Sendable, Hashable {
  /// How many pods are being deleted (`metadata.deletionTimestamp`).
  package var terminating = 0
  /// How a bare pod has ended, so that it runs nothing and gets no traffic: "Succeeded", "Evicted".
  package var end: String?
  /// The containers that can't run, each once.
  package var failing: [Failing] = []

  /// A container that the kubelet can't run.
  package struct Failing: Sendable, Hashable {
    package var container: String
    /// `ImagePullBackOff`, `CrashLoopBackOff`
    package var reason: String
    /// In how many pods.
    package var pods = 1

    /// "server: ImagePullBackOff in 2 pods"
    package var words: String { "\(container): \(reason)" + (pods == 1 ? "" : " in \(pods) pods") }
  }

  var isEmpty: Bool { self == LivePods() }

  /// Adds what is said about another pod of the workload.
  mutating func add(_ other: LivePods) {
    terminating += other.terminating
    for new in other.failing {
      if let position = failing.firstIndex(where: { $0.container == new.container && $0.reason == new.reason }) {
        failing[position].pods += new.pods
      } else {
        failing.append(new)
      }
    }
  }
}

/// Why the pods of a template don't start, as far as the input shows.
package struct Obstacle: Sendable, Hashable {
  /// The position of the template.
  package var template: Int
  /// "ConfigMap settings is not in the input", "Secret db has no key password"
  package var words: String
}
