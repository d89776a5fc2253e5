internal import PodmapComparison
internal import PodmapDiagrams
internal import PodmapManifests
internal import PodmapTopology

/// The tables of an application: everything in it, in the order of IDs.
struct Inventory {
  let topology: Topology
  let layout: Layout

  /// The sources have what the graph does not keep: the bounds of autoscalers.
  init(_ topology: Topology, _ sources: [Resource]) {
    self.topology = topology
    layout = Layout(topology, resources: sources)
  }

  /// "3 workloads with 4 containers, 2 Services, 1 call"
  var summary: String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let calls = topology.edges.count { $0.kind == .calls }
    let rest = [(layout.services.count, "Service"), (calls, "call")].filter { $0.0 > 0 }.map { count($0.0, $0.1) }
    let start = "\(count(layout.pods.count, "workload")) with \(count(layout.containers.count, "container"))"
    return ([start] + rest).joined(separator: ", ")
  }

  var pods: TemplateValue {
    .list(
      layout.pods.indices.map { number in
        let pod = layout.pods[number]
        let owner = topology.nodes[pod.owner]
        let running = layout.running(in: number)
        return .fields([
          .id: .text(pod.id),
          .kind: .text(owner.kind.name),
          .name: .text(owner.name + (pod.template.name.map { "/\($0)" } ?? "")),
          .namespace: .text(owner.namespace ?? ""),
          .replicas: .texts(
            pod.autoscaling.isEmpty ? [pod.scale.text] : pod.autoscaling.map { "\($0.text) pods" }),
          .place: .text(owner.places.last.map { "\($0.file):\($0.line)" } ?? ""),
          .isShared: .flag(running.count > 1),
          .together: .texts(running.map { layout.containers[$0].container.name }),
          .containers: .list(pod.containers.map(container)),
          .volumes: .list(pod.template.volumes.map { volume($0, of: number) }),
        ])
      })
  }

  var containers: TemplateValue { .list(layout.containers.indices.map(container)) }

  private func container(_ position: Int) -> TemplateValue {
    let member = layout.containers[position]
    let container = member.container
    return .fields([
      .id: .text(member.id),
      .pod: .text(layout.pods[member.pod].id),
      .name: .text(container.name),
      .role: .text(container.step.map { "\(container.role.rawValue) \($0)" } ?? container.role.rawValue),
      .step: .text(container.step.map(String.init) ?? ""),
      .image: .text(container.image),
      .purpose: .text(container.purpose),
      .ports: .texts(container.portTexts),
      .requests: .texts(container.requests),
      .limits: .texts(container.limits),
    ])
  }

  var images: TemplateValue {
    let byImage = Dictionary(grouping: layout.containers.filter { !$0.container.image.isEmpty }) { $0.container.image }
    return .list(
      byImage.sorted { $0.key < $1.key }.map { image, members in
        .fields([.image: .text(image), .containers: .texts(members.map(\.id))])
      })
  }

  var volumes: TemplateValue {
    .list(
      layout.pods.indices.flatMap { pod in layout.pods[pod].template.volumes.map { volume($0, of: pod) } })
  }

  private func volume(_ volume: Volume, of pod: Int) -> TemplateValue {
    let template = layout.pods[pod].template
    return .fields([
      .pod: .text(layout.pods[pod].id),
      .name: .text(volume.name),
      .source: .text(volume.source.text),
      .mounts: .list(
        volume.mounts.map { mount in
          .fields([
            .container: .text(
              template.containers.indices.contains(mount.container)
                ? template.containers[mount.container].name : ""),
            .path: .text(mount.path),
            .access: .text(mount.isReadOnly || volume.isReadOnly ? "reads" : "reads and writes"),
          ])
        }),
    ])
  }

  /// ConfigMaps, Secrets and the objects that create them, with the containers and pods that read them.
  var configuration: TemplateValue {
    let readers = Dictionary(grouping: topology.edges, by: \.to)
    return .list(
      topology.nodes.indices.filter { topology.nodes[$0].kind.isShown(in: .configuration) }.map { position in
        let node = topology.nodes[position]
        let ids = (readers[position] ?? []).map { topology.nodes[$0.from].id.text }
        return .fields([
          .id: .text(node.id.text), .kind: .text(node.kind.name), .name: .text(node.name),
          .namespace: .text(node.namespace ?? ""), .state: .text(node.presence.words), .readers: .texts(ids.uniqued),
        ])
      })
  }
}

extension Node.Presence {
  fileprivate var words: String {
    switch self {
    case .present: ""
    case .missing: "missing"
    case .notInInput: "not in the input"
    case .external: "provided by the cluster"
    case .outside: "outside the cluster"
    }
  }
}

extension Container {
  /// What it does for the others in its pod, unless its role already says so.
  fileprivate var purpose: String {
    guard let pattern, pattern.isTelling else { return "" }
    return pattern.name.rawValue == role.rawValue ? pattern.reason : pattern.text
  }
}
