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
      shared: SharedEntries(objects), known: KnownAddresses(objects), entries: EntryHosts(objects, builder.edges),
      scrapes: ScrapeTargets(objects))
    let found = concurrentFlatMap(callers) { finder.calls(of: objects[$0]) }
    for call in found {
      guard let target = builder.node(of: call.target, call.certainty) else { continue }
      let port = builder.nodes[target].service?.onlyPort(call.port)
      builder.connect(
        call.from, target, call.kind, label: call.label, certainty: call.certainty, port: call.port,
        scheme: call.scheme, protocolName: ApplicationProtocol.name(scheme: call.scheme, port: port),
        evidence: [call.evidence])
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
  /// The node that is called, made if the input doesn't have it. What is merely available to a container is no reason
  /// to say that something is missing.
  fileprivate mutating func node(of target: Call.Target, _ certainty: Certainty = .declared) -> Int? {
    switch target {
    case .own: return nil
    case .node(let position): return position
    case .service(let name, let namespace):
      if let provider = provided.provider(of: .service, name, in: namespace) {
        return objects[provider].positions.object
      }
      let isProvided = ClusterProvided.provides(.service, name, in: namespace)
      let presence: Node.Presence = isProvided ? .external : certainty == .possible ? .notInInput : .missing
      let position = add(
        Node(
          id: NodeID(.service, name, in: namespace), kind: .service, name: name, namespace: namespace,
          presence: presence))
      if presence == .missing, nodes[position].presence == .notInInput {
        update(position) { $0.presence = .missing }
      }
      return position
    case .host(let name): return add(host: name, .outside)
    case .unknownAddress(let name): return add(host: name, .notInInput)
    }
  }

  /// The node of a host, made if there is none.
  mutating func add(host name: String, _ presence: Node.Presence) -> Int {
    let position = add(
      Node(id: NodeID(.host, name, in: nil), kind: .host, name: name, namespace: nil, presence: presence))
    // Another pod may give the same name an address of its own.
    if presence == .outside { update(position) { $0.presence = .outside } }
    return position
  }
}
