/// An object that makes pods: its pod templates, and how many pods there are.
package struct Workload: Sendable {
  /// How many pods a workload keeps running.
  package enum Scale: Sendable, Hashable {
    /// A number of identical pods: `spec.replicas`, or the pods that were found.
    case replicas(Int)
    /// One pod on each suitable node: a DaemonSet.
    case onePerNode
    /// Pods that run to completion; the numbers of a Job's `spec.completions` and `spec.parallelism`.
    case completions(Int, parallelism: Int)
    /// Pods that are started on a schedule: a CronJob's `spec.schedule`.
    case schedule(String)
    /// The manifest doesn't say.
    case unstated
  }

  package var scale: Scale
  /// Whether the manifest sets `spec.replicas`; if not, an autoscaler may.
  package var statesReplicas: Bool
  package var templates: [PodTemplate]
  package var life: Rare<WorkloadLife>
  /// When a tool creates it, if it isn't always there: "on install/upgrade".
  package var hook: String?
  /// How requests are divided among versions of it, if the manifest says (Knative's `spec.traffic`).
  package var shares: Rare<[RevisionShare]>
  /// What the status of its live pods says, if it is unusual.
  package var live = Rare<LivePods>()
  /// What keeps its pods from starting.
  package var obstacles = Rare<[Obstacle]>()

  package init(
    scale: Scale, statesReplicas: Bool = false, templates: [PodTemplate], life: WorkloadLife? = nil,
    hook: String? = nil, shares: [RevisionShare] = []
  ) {
    self.shares = Rare(shares.isEmpty ? nil : shares)
    self.hook = hook
    self.scale = scale
    self.statesReplicas = statesReplicas
    self.templates = templates
    self.life = Rare(life)
  }
}

extension Workload {
  /// Whether it creates no pods until somebody resumes it: a Job or CronJob with `suspend`.
  package var isSuspended: Bool {
    switch scale {
    case .completions, .schedule: life.value?.isSuspended ?? false
    case .replicas, .onePerNode, .unstated: false
    }
  }

  /// Whether it is a pod that has ended.
  package var hasEnded: Bool { live.value?.end != nil }

  /// Whether it runs no pods, whatever its scale.
  package var runsNoPods: Bool { isSuspended || hasEnded }
}

/// A pod as a workload describes it (`PodTemplateSpec`), or a pod itself.
package struct PodTemplate: Sendable {
  /// The template's own name if the workload has several; `nil` if it is the only one.
  package var name: String?
  /// The labels of the pods (`metadata.labels`).
  package var labels: [Label]
  /// Init containers in their order, then app containers, then ephemeral ones.
  package var containers: [Container]
  package var volumes: [Volume]
  /// `spec.restartPolicy`
  package var restartPolicy: String
  /// Namespaces of the host that the pod shares: `network`, `PID`, `IPC`.
  package var hostNamespaces: [String]
  /// `spec.shareProcessNamespace`
  package var sharesProcessNamespace: Bool
  package var placement: Placement
  /// Whether a required pod affinity ties the pods to the node of other pods.
  package var followsOtherPods = false
  /// Whether each app container waits until the one before it has ended, as the steps of a Tekton Task do.
  package var runsInTurn = false
  /// The labels that a controller adds.
  package var added = Rare<ControllerLabels>()
  /// What its metadata says about containers that others add.
  var injection = Rare<[InjectionRequest]>()
  /// How many of the workload's pods are from this template, if that is known for each of several.
  package var count: Int?
  /// The annotation that asks for a proxy of Istio's mesh, or against it (`sidecar.istio.io/inject`).
  package var meshInjection: String?
  package var life: Rare<PodLife>
  package var size = Rare<PodSize>()

  package init(
    name: String? = nil, labels: [Label] = [], containers: [Container] = [], volumes: [Volume] = [],
    restartPolicy: String = "Always", hostNamespaces: [String] = [], sharesProcessNamespace: Bool = false,
    placement: Placement = .anyNode, life: PodLife? = nil
  ) {
    self.name = name
    self.labels = labels
    self.containers = containers
    self.volumes = volumes
    self.restartPolicy = restartPolicy
    self.hostNamespaces = hostNamespaces
    self.sharesProcessNamespace = sharesProcessNamespace
    self.placement = placement
    self.life = Rare(life)
  }
}

/// Where pods may run.
package enum Placement: Sendable, Hashable, Comparable {
  /// The scheduler chooses among all nodes.
  case anyNode
  /// Nodes that a `nodeSelector` or a required node affinity names: "disk=ssd".
  case nodes(matching: String)
  /// `spec.nodeName`
  case node(String)
}
