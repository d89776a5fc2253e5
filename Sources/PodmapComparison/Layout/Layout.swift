package import PodmapManifests
package import PodmapTopology

/// How one application is laid out: its pods, the containers in them, its Services, and who calls whom.
///
/// Everything is sorted by ID, as the topology is.
package struct Layout: Sendable {
  /// One pod template of a workload.
  package struct Pod: Sendable {
    /// The workload's ID, followed by the template's name if it has several.
    package var id: String
    /// The kind of the workload: `Deployment`, `Pod`.
    package var kind: String
    /// The position of the workload in the topology.
    package var owner: Int
    package var scale: Workload.Scale
    /// The IDs of `autoscaling`.
    package var autoscalers: [String] { autoscaling.map(\.id) }
    package var autoscaling: [Autoscaler]
    package var budgets: [DisruptionBudget]
    package var template: PodTemplate
    /// Positions in `Layout.containers`.
    package var containers: [Int]
    /// The template in its manifest; `nil` if the sources were not kept.
    var written: WrittenPod?
  }

  package struct Member: Sendable {
    package var id: String
    /// The position of the container in the topology.
    package var node: Int
    /// The position of its pod in `Layout.pods`.
    package var pod: Int
    package var namespace: String?
    /// The name of the workload, followed by its template's if it has several.
    package var ownerName: String
    package var container: Container
    /// The container in its manifest; `nil` if the sources were not kept, or if only a live pod has it.
    package var written: Value?
    /// What it runs and reads, for matching.
    var traits = ContainerTraits()
  }

  package let topology: Topology
  package let pods: [Pod]
  package let containers: [Member]
  package let services: [ServiceFacts]
  package let calls: [CallPath]
  /// Empty if the sources were not kept.
  let sources: LayoutSources

  /// The layout of an input that was read with its sources.
  package init(_ input: LinkedInput) {
    self.init(input.topology, resources: input.resources)
  }

  /// The layout of a topology; without the resources, it lacks whatever the graph doesn't keep.
  package init(_ topology: Topology, resources: [Resource] = []) {
    self.topology = topology
    let sources = LayoutSources(topology, resources)
    self.sources = sources
    let ruling = Dictionary(
      grouping: topology.edges.filter { $0.kind == .scales || $0.kind == .selects }, by: \.to
    ).mapValues { $0.map(\.from) }
    func rules(_ kind: String, of owner: Int) -> [Int] {
      (ruling[owner] ?? []).filter { topology.nodes[$0].kind.name == kind }
    }
    var pods: [Pod] = []
    var containers: [Member] = []
    for (owner, node) in topology.nodes.enumerated() {
      guard let workload = node.workload else { continue }
      let texts = sources.pods(of: owner)
      for (number, template) in workload.templates.enumerated() {
        let pod = texts.count == workload.templates.count ? texts[number] : nil
        let id = template.name.map { node.id.inner($0) } ?? node.id
        let start = containers.count
        // What a mesh adds isn't part of the layout that someone wrote.
        for container in template.containers where container.injector == nil {
          let own = id.inner(container.key)
          guard let position = topology.position(of: own), let known = topology.nodes[position].container else {
            continue
          }
          let text = pod?.container(container.key)?.value
          containers.append(
            Member(
              id: own.text, node: position, pod: pods.count, namespace: node.namespace,
              ownerName: template.name.map { "\(node.name)/\($0)" } ?? node.name, container: known,
              written: text,
              traits: text.map { ContainerTraits($0) } ?? ContainerTraits()))
        }
        pods.append(
          Pod(
            id: id.text, kind: node.kind.rawValue, owner: owner,
            // If an object has several templates, only its controller knows which one a number is meant for.
            scale: workload.templates.count > 1 ? .unstated : workload.scale,
            autoscaling: rules("HorizontalPodAutoscaler", of: owner).map { Autoscaler($0, topology, sources) },
            budgets: rules("PodDisruptionBudget", of: owner).map { DisruptionBudget($0, topology, sources) },
            template: template, containers: Array(start..<containers.count),
            written: pod))
      }
    }
    self.pods = pods
    self.containers = containers
    let finder = LayoutPaths(topology, pods, containers)
    services = finder.services
    calls = finder.calls
  }

  /// The containers that run together in a pod, which excludes init and ephemeral containers.
  package func running(in pod: Int) -> [Int] {
    pods[pod].containers.filter { containers[$0].container.isRunning }
  }
}

extension Container {
  /// Whether it runs as long as its pod does.
  var isRunning: Bool { role == .app || role == .sidecar }
}
