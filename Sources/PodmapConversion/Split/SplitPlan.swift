import PodmapManifests
import PodmapTopology

/// A new workload: its containers and its name.
struct SplitGroup {
  var name: String
  /// Positions in the template's containers, in the order of the manifest.
  var containers: [Int]
}

/// What a workload is split into.
struct SplitPlan {
  let pod: SplitPod
  var groups: [SplitGroup]
  /// Containers that are in more than one group.
  let copies: [Int]
  /// The label that distinguishes the new pods.
  let labelKey: String
  let newKind: ResourceKind
  /// The labels by which the new workloads select their pods, without the one that distinguishes them.
  let selector: [Draft.Field]

  init(_ pod: SplitPod, _ groups: SplitGroups) {
    self.pod = pod
    copies = groups.copies
    self.groups = groups.groups.map { SplitGroup(name: Self.main(of: $0, groups.copies, pod), containers: $0) }
    let labels = pod.template.labels.map(\.key)
    labelKey =
      ["app.kubernetes.io/component", "component", "container"].first { !labels.contains($0) } ?? "split-container"
    newKind = pod.kind == .pod ? (pod.template.restartPolicy == "Always" ? .deployment : .job) : pod.kind
    selector = Self.selector(of: pod)
  }

  /// The name of the container that a group is named after.
  private static func main(of group: [Int], _ copies: [Int], _ pod: SplitPod) -> String {
    let group = group.filter { !copies.contains($0) }
    let apps = group.filter { pod.template.containers[$0].role == .app }
    let main = apps.first { pod.template.containers[$0].pattern.map { $0.name == .sharedData } ?? true }
    let running = group.first { pod.template.containers[$0].role == .sidecar }
    return pod.name(of: main ?? apps.first ?? running ?? group[0])
  }

  private static func selector(of pod: SplitPod) -> [Draft.Field] {
    switch pod.kind {
    case .replicationController:
      if let own = pod.draft[path: "spec", "selector"], !own.isEmpty { return own.fields }
    case .pod, .job, .cronJob: break
    default:
      if let own = pod.draft[path: "spec", "selector", "matchLabels"], !own.isEmpty { return own.fields }
    }
    // For a bare pod, or one that is selected by expressions, which a Service can't have: the labels that usually
    //     // identify applications, otherwise all labels.
    let labels = pod.template.labels
    for keys in [["app.kubernetes.io/name", "app.kubernetes.io/instance"], ["app"], ["k8s-app"], ["name"]] {
      let found = labels.filter { keys.contains($0.key) }
      if !found.isEmpty { return found.map { Draft.Field($0.key, Draft($0.value)) } }
    }
    if labels.isEmpty { return [Draft.Field("app.kubernetes.io/name", Draft(pod.name))] }
    return labels.map { Draft.Field($0.key, Draft($0.value)) }
  }

  /// The labels by which a new workload and its Service select its pods.
  func selector(of group: SplitGroup) -> Draft {
    var labels = Draft(selector.filter { $0.key != labelKey })
    labels[labelKey] = Draft(group.name)
    return labels
  }

  /// The labels of the new pods.
  func labels(of group: SplitGroup) -> Draft {
    var labels = pod.draft.value(at: (pod.keys + ["metadata", "labels"]).map { .key($0) }) ?? Draft([Draft.Field]())
    for field in selector where labels[field.key] == nil { labels[field.key] = field.value }
    labels[labelKey] = Draft(group.name)
    return labels
  }

  /// The groups that a container is in.
  func groups(with container: Int) -> [Int] { groups.indices.filter { groups[$0].containers.contains(container) } }

  /// The group of the container that owns a port; the first if several do.
  func owner(ofPort number: Int?, named name: String?, transport: String = "TCP") -> (group: Int, container: Int)? {
    for (position, group) in groups.enumerated() {
      for container in group.containers where !copies.contains(container) {
        let own = pod.template.containers[container]
        guard own.role != .initial else { continue }
        if own.ports.contains(where: { port in
          port.transport == transport && (name.map { $0 == port.name } ?? (port.number == number))
        }) {
          return (position, container)
        }
      }
    }
    return nil
  }
}
