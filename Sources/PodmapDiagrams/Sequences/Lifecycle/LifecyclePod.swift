import PodmapManifests
import PodmapTopology

/// A pod whose life is told: its template, who makes it, and the Services that send it traffic.
struct LifecyclePod {
  let owner: Node
  let workload: Workload
  let template: PodTemplate
  /// Its columns, in the order in which they start.
  let containers: [LifecycleContainer]
  /// The Services that select it.
  let services: [Node]
  /// The container that the first Service sends traffic to, and the port: "80 → 8080".
  let route: (container: String, label: String)?
  /// `publishNotReadyAddresses` of all its Services: its address is an endpoint as soon as there is one.
  var isPublishedEarly: Bool { !services.isEmpty && services.allSatisfy { $0.service?.publishesNotReady == true } }
  /// No Service has an address of its own: clients ask for the pods' addresses and connect to them.
  /// https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
  var isHeadless: Bool { !services.isEmpty && services.allSatisfy { $0.service?.isHeadless == true } }

  /// One for each pod template of the objects that make pods.
  static func all(in topology: Topology) -> [LifecyclePod] {
    var services: [Int: [Int]] = [:]
    var routes: [Int: (container: String, label: String)] = [:]
    // Of several Services one that has an address of its own.
    let isHeadless = { (edge: Edge) in topology.nodes[edge.from].service?.isHeadless == true }
    let serving = topology.edges.filter { topology.nodes[$0.from].kind == .service }
    for edge in serving.filter({ !isHeadless($0) }) + serving.filter(isHeadless) {
      let target = topology.nodes[edge.to]
      switch edge.kind {
      case .selects: services[edge.to, default: []].append(edge.from)
      case .routes:
        guard let container = target.container, let parent = target.parent, routes[parent] == nil else { continue }
        routes[parent] = (container.key, edge.label)
      default: continue
      }
    }
    // A PodTemplate object runs no pods.
    return topology.nodes.indices.flatMap { position -> [LifecyclePod] in
      let node = topology.nodes[position]
      guard let workload = node.workload, node.presence == .present, node.kind != .podTemplate else { return [] }
      return workload.templates.map { template in
        let isPicked: (Node) -> Bool = { service in
          workload.templates.count == 1 || template.containers.contains { $0.key == routes[position]?.container }
        }
        return LifecyclePod(
          owner: node, workload: workload, template: template, containers: LifecycleContainer.all(of: template),
          services: (services[position] ?? []).map { topology.nodes[$0] }.filter(isPicked), route: routes[position])
      }
    }
  }
}

// MARK: - Names

extension LifecyclePod {
  var isBare: Bool { owner.kind == .pod }
  /// Whether its pods end by themselves: https://kubernetes.io/docs/concepts/workloads/controllers/job/
  var isFinite: Bool { owner.kind == .job || owner.kind == .cronJob }

  var name: String { template.name.map { "\(owner.name)-\($0)" } ?? owner.name }
  /// "Deployment web"
  var title: String { "\(kindName) \(Shortened(name, limit: 60).text)" }
  /// "Deployment"
  var kindName: String { Shortened(owner.kind.name, limit: 40).text }
  /// A container's name over its part of a block.
  func label(_ position: Int) -> String { Shortened(containers[position].name, limit: 40).text }
  var life: WorkloadLife? { workload.life.value }

  /// "How Deployment web starts"
  func sentence(_ phase: SequenceOptions.Phase) -> String {
    switch phase {
    case .start: "How \(title) starts"
    case .run: "How \(title) runs"
    case .stop: isFinite ? "How \(title) ends" : "How \(title) stops"
    case .all: isFinite ? "How \(title) starts, runs and ends" : "How \(title) starts, runs and stops"
    }
  }

  /// What the pictures leave out.
  var remarks: [String] {
    if containers.isEmpty { return ["the \(title) has no containers in the input; draw what it is applied to"] }
    guard containers.contains(where: { $0.members.count > 1 }) else { return [] }
    let count = containers.reduce(0) { $0 + $1.members.count }
    return ["the \(count) containers of \(title) share \(containers.count) columns; --view pod shows each of them"]
  }

  /// The names that a StatefulSet gives its pods: the name and a number.
  /// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-identity
  func podName(_ number: Int) -> String { "\(owner.name)-\((life?.firstOrdinal ?? 0) + number)" }
}

// MARK: - Rules

extension LifecyclePod {
  var replicas: Int? { if case .replicas(let count) = workload.scale { count } else { nil } }

  /// Seconds from the request to delete a pod to SIGKILL.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow
  var gracePeriod: Int { template.life.value?.gracePeriod ?? 30 }

  /// Whether the kubelet starts a container again.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
  func restarts(_ container: LifecycleContainer) -> LifecycleContainer.Restarts {
    switch container.role {
    // A native sidecar ignores the pod's policy.
    case .sidecar: return .always
    // Ephemeral containers are never restarted: …/workloads/pods/ephemeral-containers/
    case .ephemeral: return .never
    case .initial, .app: break
    }
    switch container.first.restartPolicy ?? template.restartPolicy {
    case "OnFailure": return .onFailure
    case "Never": return .never
    // An init container that has ended well is done, whatever the policy.
    default: return container.role == .initial ? .onFailure : .always
    }
  }

  /// Whether its app containers can all have ended: one that is always started again keeps the pod running.
  var canEnd: Bool { !apps.contains { restarts(containers[$0]) == .always } }

  /// Native sidecars among the init containers, in the order in which they start.
  var early: [Int] { containers.indices.filter { [.initial, .sidecar].contains(containers[$0].role) } }
  var sidecars: [Int] { containers.indices.filter { containers[$0].role == .sidecar } }
  var apps: [Int] { containers.indices.filter { containers[$0].role == .app } }
  /// What runs once the pod has started.
  var running: [Int] { containers.indices.filter { containers[$0].role != .initial } }
}
