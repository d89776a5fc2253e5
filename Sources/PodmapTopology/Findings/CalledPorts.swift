import PodmapManifests

extension Finding {
  /// Calls to a port that the Service doesn't have.
  ///
  /// The name of a headless Service resolves to the pods themselves, so any port of theirs can be called.
  static let calledPorts = Finding("called ports") { builder in
    let nodes = builder.nodes
    return builder.edges.compactMap { edge in
      guard edge.kind == .calls, edge.certainty != .possible, let port = edge.port, let evidence = edge.evidence.first,
        nodes[edge.to].presence == .present, let service = nodes[edge.to].service, !service.isHeadless,
        service.externalName == nil, !service.ports.isEmpty,
        !service.ports.contains(where: { $0.number == port || $0.nodePort == port })
      else { return nil }
      return .noSuchPort(port, service, nodes[edge.to], nodes[edge.from], nodes, evidence.place)
    }
  }
}

extension Diagnostic {
  fileprivate static func noSuchPort(
    _ port: Int, _ service: Service, _ node: Node, _ caller: Node, _ nodes: [Node], _ place: Place
  ) -> Diagnostic {
    let ports = service.ports.map { String($0.number) }
    return Diagnostic(
      .warning, at: place, topic: .calledPort, about: [caller.id.text, node.id.text],
      "\(caller.words(in: nodes)) calls port \(port) of \(node.words), which has \(ports.count == 1 ? "only " : "")\(ports.listed); "
        + "correct one of them")
  }
}
