/// A pod as NetworkPolicies see it.
struct PolicyPod: Sendable {
  /// Its namespace, and how certain that is.
  enum Home: Sendable, Hashable {
    case given(String)
    /// It is left to the command that applies the manifest; `default` is only an assumption.
    case assumed

    var name: String {
      switch self {
      case .given(let name): name
      case .assumed: "default"
      }
    }
  }

  var home: Home
  var labels: [Label]
  /// The ports that its containers declare, to look up port names.
  var ports: [Container.Port] = []
  /// Whether it has its node's address, which policies don't recognise as a pod's.
  var isOnHostNetwork = false

  init(home: Home, labels: [Label], ports: [Container.Port] = [], isOnHostNetwork: Bool = false) {
    self.home = home
    self.labels = labels
    self.ports = ports
    self.isOnHostNetwork = isOnHostNetwork
  }

  init(_ template: PodTemplate, home: Home) {
    self.init(
      home: home, labels: template.allLabels,
      ports: template.containers.filter { $0.role == .app || $0.role == .sidecar }.flatMap(\.ports),
      isOnHostNetwork: template.isOnHostNetwork)
  }

  /// Whether a selector selects it.
  func isPicked(by selector: LabelSelector) -> Answer {
    selector.answer(labels) { key in
      Self.labelsOfControllers.contains(key) ? "a controller sets the label '\(key)'" : nil
    }
  }

  /// Labels that pods have, but no manifest of a workload has.
  private static let labelsOfControllers: Set<String> = [
    "pod-template-hash", "controller-revision-hash", "pod-template-generation", "controller-uid", "job-name",
    "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index",
    "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index",
  ]
}

extension LabelSelector {
  /// Whether it selects an object with these labels.
  ///
  /// `doubt` says why the value of a key that is not among the labels is unknown; `nil` if the label is certainly
  /// absent.
  func answer(_ labels: [Label], doubt: (String) -> String?) -> Answer {
    if isBroken { return .unknown("a selector can't be read") }
    return .all(
      requirements.map { requirement in
        if !labels.contains(where: { $0.key == requirement.key }), let reason = doubt(requirement.key) {
          return .unknown(reason)
        }
        return Answer(requirement.matches(labels))
      })
  }
}
