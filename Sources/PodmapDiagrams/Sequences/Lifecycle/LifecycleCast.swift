import PodmapManifests
import PodmapTopology

/// The participants in a pod's life, from left to right: who asks for it, who decides, who does it, the containers in
/// start order, who sends traffic.
struct LifecycleCast {
  private(set) var participants: [SequenceDiagram.Participant] = []
  let user: Int
  /// The controller that creates the pods; `nil` for a pod that a user creates.
  let controller: Int?
  /// The controller that creates the Jobs that create the pods.
  let cronJob: Int?
  let controlPlane: Int
  let kubelet: Int
  let containers: [Int]
  let service: Int?
  let hasBox: Bool
  let boxName: String

  init(_ pod: LifecyclePod) {
    var cast: [SequenceDiagram.Participant] = []
    var ids = ElementNames()
    func add(
      _ id: String, _ style: FlowDiagram.Card.Style, _ icon: Icon, _ name: String, _ detail: String = ""
    ) -> Int {
      cast.append(.init(id: ids.name(for: id), style: style, icon: icon, name: name, detail: detail))
      return cast.count - 1
    }
    user = add("user", .user, .user, "User")
    let kind = pod.owner.kind
    let icon = kind.icon
    switch kind {
    case .pod:
      controller = nil
      cronJob = nil
    case .cronJob:
      cronJob = add("cronjob", .job, icon, pod.owner.name, pod.controllerDetail)
      controller = add("job", .job, .job, "Job", "created by \(Shortened(pod.owner.name, limit: 30).text)")
    default:
      cronJob = nil
      controller = add("controller", kind == .job ? .job : .workload, icon, pod.owner.name, pod.controllerDetail)
    }
    controlPlane = add("controlplane", .cluster, .cluster, "Control plane", "API server, scheduler")
    if case .node(let name) = pod.template.placement {
      kubelet = add("kubelet", .node, .node, "kubelet", "on \(Shortened(name, limit: 40).text)")
    } else {
      kubelet = add("kubelet", .node, .node, "kubelet")
    }
    containers = pod.containers.map { container in
      add("container/\(container.first.key)", .container, .container, container.name, container.detail)
    }
    switch pod.services.count {
    case 0: service = nil
    case 1: service = add("service", .service, .service, pod.services[0].name, "Service")
    default:
      let names = pod.services.map(\.name).joined(separator: ", ").shortenedList(to: 60)
      service = add("service", .service, .service, "\(pod.services.count) Services", names)
    }
    participants = cast
    hasBox = true
    boxName = pod.boxName
  }
}

extension LifecycleCast {
  /// The four participants of the simple diagram: the pod also represents the kubelet, and one container
  /// represents all.
  init(simple pod: LifecyclePod) {
    user = 0
    controlPlane = 1
    kubelet = 2
    containers = [3]
    controller = nil
    cronJob = nil
    service = nil
    hasBox = false
    boxName = ""
    var ids = ElementNames()
    participants = [
      .init(id: ids.name(for: "user"), style: .user, icon: .user, name: "User"),
      .init(id: ids.name(for: "api"), style: .cluster, icon: .cluster, name: "Kubernetes API"),
      .init(id: ids.name(for: "pod"), style: .workload, icon: .pod, name: "Pod"),
      .init(id: ids.name(for: "container"), style: .container, icon: .container, name: "Container"),
    ]
  }
}

extension LifecyclePod {
  /// "Deployment · 3 replicas"
  fileprivate var controllerDetail: String {
    let kind = template.name.map { "\(owner.kind.name) · \($0)" } ?? owner.kind.name
    switch workload.scale {
    case .replicas(let count) where count != 1: return "\(kind) · \(count) replicas"
    case .onePerNode: return "\(kind) · one pod per node"
    case .completions(let count, _) where count > 1: return "\(kind) · \(count) completions"
    case .schedule(let schedule) where !schedule.isEmpty: return "\(kind) · \(schedule)"
    case .replicas, .completions, .schedule, .unstated: return kind
    }
  }

  fileprivate var boxName: String {
    switch owner.kind {
    case .pod: return "Pod \(name)"
    case .statefulSet: return "Pod \(podName(0))"
    default: return "Pod of \(name)"
    }
  }
}
