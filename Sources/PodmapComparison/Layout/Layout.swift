package import PodmapManifests
package import PodmapTopology

/// How one application is laid out: its pods, the containers in them, its Services, and who calls whom.
///
/// Everything is sorted by id, as the topology is.
package struct Layout: Sendable {
  /// One pod template of a workload.
  package struct Pod: Sendable {
    /// The workload's id, and behind it the template's name where it has several.
    package var id: String
    /// The kind of the workload: `Deployment`, `Pod`.
    package var kind: String
    /// The position of the workload in the topology.
    package var owner: Int
    package var scale: Workload.Scale
    /// The ids of the HorizontalPodAutoscalers that set the number of pods.
    package var autoscalers: [String]
    package var template: PodTemplate
    /// Positions in `Layout.containers`.
    package var containers: [Int]
    /// `spec` as it is written, and its path; nothing where the sources are not known.
    package var written: WrittenPod?
  }

  package struct Member: Sendable {
    package var id: String
    /// The position of the container in the topology.
    package var node: Int
    /// The position of its pod in `Layout.pods`.
    package var pod: Int
    package var namespace: String?
    /// The name of the workload, and of its template where it has several.
    package var ownerName: String
    package var container: Container
    /// As it is written; nothing where the sources are not known, or where only a live pod has it.
    package var written: Value?
    /// What it runs and what it reads, as far as it tells it apart.
    var marks = ContainerMarks()
  }

  package let topology: Topology
  /// The objects as they are written, by their position in the topology; empty where the sources are not known.
  package let resources: [Int: Resource]
  package let pods: [Pod]
  package let containers: [Member]
  package let services: [ServiceFacts]
  package let calls: [CallPath]

  package init(_ input: LinkedInput) {
    self.init(input.topology, resources: input.resources)
  }

  /// `resources` is what the topology was made from. Without them only what the topology knows is compared.
  package init(_ topology: Topology, resources: [Resource] = []) {
    self.topology = topology
    let sources = topology.sources(among: resources)
    self.resources = sources
    var autoscalers: [Int: [String]] = [:]
    for edge in topology.edges where edge.kind == .scales {
      let scaler = topology.nodes[edge.from]
      if scaler.kind.name == "HorizontalPodAutoscaler" { autoscalers[edge.to, default: []].append(scaler.id.text) }
    }
    var pods: [Pod] = []
    var containers: [Member] = []
    for (owner, node) in topology.nodes.enumerated() {
      guard let workload = node.workload else { continue }
      let written = sources[owner].map { WrittenPod.all(in: $0) } ?? []
      for (number, template) in workload.templates.enumerated() {
        let pod = written.count == workload.templates.count ? written[number] : nil
        let id = template.name.map { node.id.inner($0) } ?? node.id
        let start = containers.count
        for container in template.containers {
          let own = id.inner(container.key)
          guard let position = topology.position(of: own), let known = topology.nodes[position].container else {
            continue
          }
          containers.append(
            Member(
              id: own.text, node: position, pod: pods.count, namespace: node.namespace,
              ownerName: template.name.map { "\(node.name)/\($0)" } ?? node.name, container: known,
              written: pod?.containers[container.key],
              marks: pod?.containers[container.key].map { ContainerMarks($0) } ?? ContainerMarks()))
        }
        pods.append(
          Pod(
            id: id.text, kind: node.kind.rawValue, owner: owner,
            // Which template a number of an object with several is meant for, only its controller knows.
            scale: workload.templates.count > 1 ? .unstated : workload.scale, autoscalers: autoscalers[owner] ?? [],
            template: template, containers: Array(start..<containers.count), written: pod))
      }
    }
    self.pods = pods
    self.containers = containers
    let finder = LayoutPaths(topology, pods, containers)
    services = finder.services
    calls = finder.calls
  }

  /// The containers that run together in a pod: neither init nor ephemeral ones.
  package func running(in pod: Int) -> [Int] {
    pods[pod].containers.filter { containers[$0].container.isRunning }
  }
}

extension Container {
  /// Whether it runs as long as its pod does.
  var isRunning: Bool { role == .app || role == .sidecar }
}
