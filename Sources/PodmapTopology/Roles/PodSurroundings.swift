import PodmapManifests

/// What the rest of the graph says about the containers of a pod.
struct PodSurroundings {
  let nodes: [Node]
  /// The edges from Services to containers, by container.
  private(set) var doors: [Int: [Edge]] = [:]
  /// The calls that containers make, by container.
  private(set) var calls: [Int: [Edge]] = [:]
  /// The ConfigMaps in the input.
  private var configMaps: [NodeID: ObjectDescription] = [:]
  /// The Services of each namespace, by name.
  private var services: [String: [String: Service]] = [:]

  init(_ builder: TopologyBuilder) {
    nodes = builder.nodes
    for edge in builder.edges {
      switch edge.kind {
      case .routes where nodes[edge.to].kind == .container: doors[edge.to, default: []].append(edge)
      case .calls where nodes[edge.from].kind == .container: calls[edge.from, default: []].append(edge)
      default: continue
      }
    }
    for object in builder.objects {
      if object.resource.kind == .configMap { configMaps[object.id] = object }
      if case .service(let service) = object.facts {
        services[object.innerNamespace, default: [:]][object.name] = service
      }
    }
  }

  func configMap(_ name: String, in namespace: String) -> ObjectDescription? {
    configMaps[NodeID(.configMap, name, in: namespace)]
  }

  func services(in namespace: String) -> [String: Service] { services[namespace] ?? [:] }
}
