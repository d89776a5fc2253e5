/// A pod as policies see it.
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
  /// The name of its identity; `nil` if it is unknown.
  var serviceAccount: String?
  /// Whether it asks for a proxy of Istio's mesh; `nil` if its namespace decides.
  var asksForMesh: Bool?

  init(home: Home, labels: [Label], ports: [Container.Port] = [], isOnHostNetwork: Bool = false) {
    self.home = home
    self.labels = labels
    self.ports = ports
    self.isOnHostNetwork = isOnHostNetwork
  }

  init(_ template: PodTemplate, home: Home, serviceAccount: String? = nil) {
    self.init(
      home: home, labels: template.allLabels,
      ports: template.containers.filter { $0.role == .app || $0.role == .sidecar }.flatMap(\.ports),
      isOnHostNetwork: template.isOnHostNetwork)
    self.serviceAccount = serviceAccount
    asksForMesh = MeshMembership.wish(of: template)
  }

  /// Whether a container declares a port with a name.
  func has(_ port: String, _ transport: String) -> Bool {
    ports.contains { $0.name == port && $0.transport == transport }
  }

  /// Whether a selector selects it.
  func isPicked(by selector: LabelSelector) -> Answer {
    selector.answer(labels, more: ciliumLabels) { key in
      if Self.labelsOfControllers.contains(key) { return "a controller sets the label '\(key)'" }
      return Self.labelsOfCilium[key]
    }
  }

  /// Labels that Cilium gives pods for their identity.
  private var ciliumLabels: [Label] {
    serviceAccount.map { [Label(key: CiliumLabel.serviceAccount, value: $0)] } ?? []
  }

  /// Labels that pods have, but no manifest of a workload has.
  static let labelsOfControllers: Set<String> = [
    "pod-template-hash", "controller-revision-hash", "pod-template-generation", "controller-uid", "job-name",
    "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "batch.kubernetes.io/job-completion-index",
    "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index",
  ]

  private static let labelsOfCilium = [
    CiliumLabel.serviceAccount: "the pod's service account is unknown",
    CiliumLabel.cluster: "the name of the cluster is not in the input",
  ]
}

extension LabelSelector {
  /// Whether it selects an object with these labels.
  ///
  /// `doubt` says why the value of a key that is not among the labels is unknown; `nil` if the label is certainly
  /// absent.
  func answer(_ labels: [Label], more: [Label] = [], doubt: (String) -> String?) -> Answer {
    if isBroken { return .unknown("a selector can't be read") }
    var answers = Answer.yes
    for requirement in requirements {
      let answer: Answer =
        if let label = more.first(where: { $0.key == requirement.key }) {
          Answer(requirement.matches([label]))
        } else if !labels.contains(where: { $0.key == requirement.key }), let reason = doubt(requirement.key) {
          .unknown(reason)
        } else {
          Answer(requirement.matches(labels))
        }
      // Nothing else matters then.
      if answer == .no { return .no }
      if answers == .yes { answers = answer }
    }
    return answers
  }
}
