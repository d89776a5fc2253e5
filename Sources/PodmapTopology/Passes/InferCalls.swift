import PodmapManifests

extension Pass {
  /// Adds an edge from each container to what it calls, as far as its manifests show, and to what it gathers by label.
  static let inferCalls = Pass("infer calls") { builder in
    guard let pods = builder.pods else { return }
    let objects = builder.objects
    let callers = objects.indices.filter {
      !objects[$0].templates.isEmpty && objects[$0].resource.kind != .podTemplate
        || objects[$0].resource.kind == .ingress
    }
    let finder = CallFinder(
      index: ConfigurationIndex(objects), services: ServiceIndex(objects, pods, builder.provided),
      shared: SharedEntries(objects))
    let found = concurrentMap(callers.slices(of: 256)) { slice in slice.flatMap { finder.calls(of: objects[$0]) } }
    for call in found.joined() {
      guard let target = builder.node(of: call.target) else { continue }
      builder.connect(
        call.from, target, call.kind, label: call.port.map { String($0) } ?? "", certainty: call.certainty,
        port: call.port, scheme: call.scheme, evidence: [call.evidence])
    }
    for object in objects {
      guard let service = object.service, let name = service.externalName, let evidence = service.externalNameEvidence,
        let target = finder.target(ofExternalName: name), let node = builder.node(of: target),
        node != object.positions.object
      else { continue }
      builder.connect(object.positions.object, node, .routes, evidence: [evidence])
    }
  }
}

extension TopologyBuilder {
  /// The node that is called, made if the input doesn't have it.
  fileprivate mutating func node(of target: Call.Target) -> Int? {
    switch target {
    case .own: nil
    case .node(let position): position
    case .service(let name, let namespace):
      provided.provider(of: .service, name, in: namespace).map { objects[$0].positions.object }
        ?? add(
          Node(
            id: NodeID(.service, name, in: namespace), kind: .service, name: name, namespace: namespace,
            presence: ClusterProvided.provides(.service, name, in: namespace) ? .external : .missing))
    case .host(let name):
      add(Node(id: NodeID(.host, name, in: nil), kind: .host, name: name, namespace: nil, presence: .external))
    }
  }
}
