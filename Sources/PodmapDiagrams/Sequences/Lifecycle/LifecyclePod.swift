import PodmapManifests
import PodmapTopology

/// A pod whose life is drawn: its template, the object that creates it, and the Services that send it traffic.
struct LifecyclePod {
  let owner: Node
  let workload: Workload
  let template: PodTemplate
  /// Its columns, in start order.
  let containers: [LifecycleContainer]
  /// The Services that select it.
  let services: [Node]
  /// The container that the first Service sends traffic to, and the port: "80 → 8080".
  let route: (container: String, label: String)?
  /// Whether all its Services set `publishNotReadyAddresses`: its address is an endpoint as soon as it has one.
  var isPublishedEarly: Bool { !services.isEmpty && services.allSatisfy { $0.service?.publishesNotReady == true } }
  /// Its Services that set `publishNotReadyAddresses`, and the others, which get its address once it is Ready.
  var earlyServices: [Node] { services.filter { $0.service?.publishesNotReady == true } }
  var lateServices: [Node] { services.filter { $0.service?.publishesNotReady != true } }
  /// Whether no Service has its own address: clients look up the pods' addresses and connect to them.
  /// https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
  var isHeadless: Bool { !services.isEmpty && services.allSatisfy { $0.service?.isHeadless == true } }

  /// The same pod with fewer columns.
  var narrower: LifecyclePod {
    LifecyclePod(
      owner: owner, workload: workload, template: template, containers: LifecycleContainer.joined(containers),
      services: services, route: route)
  }

  /// One for each pod template of the objects that create pods.
  static func all(in topology: Topology) -> [LifecyclePod] {
    var services: [Int: [Int]] = [:]
    var routes: [Int: (container: String, label: String)] = [:]
    // Among several Services, prefer one with its own address.
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
  /// What keeps the pod from starting, as far as the input shows.
  var obstacles: [String] {
    let position = workload.templates.firstIndex { $0.name == template.name } ?? 0
    let missing = (workload.obstacles.value ?? []).filter { $0.template == position }.map(\.words)
    return (missing + (workload.live.value?.failing ?? []).map(\.words)).uniqued
  }
  /// Whether its pods end on their own: https://kubernetes.io/docs/concepts/workloads/controllers/job/
  var isFinite: Bool { owner.kind == .job || owner.kind == .cronJob }

  /// Whether its pod ends with its work rather than when it is deleted.
  var endsWithItsWork: Bool { isFinite || template.runsInTurn }

  var name: String { template.name.map { "\(owner.name)-\($0)" } ?? owner.name }
  /// "Deployment web"
  var title: String { "\(kindName) \(Shortened(name, limit: 60).text)" }
  /// "Deployment"
  var kindName: String { Shortened(owner.kind.name, limit: 40).text }
  /// A container's name as the label of its section in a block.
  func label(_ position: Int) -> String { Shortened(containers[position].name, limit: 40).text }
  var life: WorkloadLife? { workload.life.value }

  /// "How Deployment web starts", "How Deployment web and 2 others start"
  func sentence(_ phase: SequenceOptions.Phase, others: Int = 0) -> String {
    let last = endsWithItsWork ? "end" : "stop"
    let verbs =
      switch phase {
      case .start: ["start"]
      case .run: ["run"]
      case .stop: [last]
      case .all: ["start", "run", last]
      }
    let forms = others == 0 ? verbs.map { "\($0)s" } : verbs
    let what = forms.count == 1 ? forms[0] : "\(forms[0]), \(forms[1]) and \(forms[2])"
    return "How \(title)\(others == 0 ? "" : " and \(others.counted("other"))") \(what)"
  }

  /// Messages about what the diagram leaves out.
  var remarks: [String] {
    if containers.isEmpty {
      return ["\(title) has no containers in the input; if it is a patch, draw the manifests that it patches"]
    }
    guard containers.contains(where: { $0.members.count > 1 }) else { return [] }
    let count = containers.reduce(0) { $0 + $1.members.count }
    return ["the \(count) containers of \(title) share \(containers.count) columns; --view pod shows each of them"]
  }

  /// The name that a StatefulSet gives a pod: its own name and a number.
  /// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-identity
  func podName(_ number: Int) -> String { "\(owner.name)-\((life?.firstOrdinal ?? 0) + number)" }
}

// MARK: - Rules

extension LifecyclePod {
  var replicas: Int? { if case .replicas(let count) = workload.scale { count } else { nil } }

  /// Seconds from the request to delete a pod to SIGKILL.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow
  var gracePeriod: Int { template.life.value?.gracePeriod ?? 30 }

  /// When the kubelet restarts a container.
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
    // An init container that has succeeded is done, whatever the policy.
    default: return container.role == .initial ? .onFailure : .always
    }
  }

  /// Whether all its app containers can end: one that is always restarted keeps the pod running.
  var canEnd: Bool { !apps.contains { restarts(containers[$0]) == .always } }

  /// Init containers and native sidecars, in start order.
  var early: [Int] { containers.indices.filter { [.initial, .sidecar].contains(containers[$0].role) } }
  var sidecars: [Int] { containers.indices.filter { containers[$0].role == .sidecar } }
  var apps: [Int] { containers.indices.filter { containers[$0].role == .app } }
  /// The containers that run once the pod has started.
  var running: [Int] { containers.indices.filter { containers[$0].role != .initial } }
}
