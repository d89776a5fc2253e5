import PodmapManifests

extension Finding {
  /// Services that send traffic to a named port that no container declares.
  ///
  /// A number needs no declaration: `containerPort` is only information.
  static let namedPorts = Finding("named ports") { builder in
    guard let pods = builder.pods else { return [] }
    let nodes = builder.nodes
    return builder.objects.flatMap { object -> [Diagnostic] in
      guard let service = object.service, service.ports.contains(where: \.isNamed), let selector = service.selector
      else { return [] }
      let entries = pods.pods(in: object.namespace, matching: selector)
      let templates = entries.compactMap { nodes[$0.owner].workload?.templates[$0.template] }
      // A template without containers, such as a patch, may declare the port elsewhere.
      guard let first = entries.first, templates.allSatisfy({ !$0.containers.isEmpty }) else { return [] }
      let ports = templates.map { TemplatePorts($0) }
      return service.ports.compactMap { port in
        guard case .name(let name) = port.target,
          ports.allSatisfy({ PortTarget(port, in: $0).container == nil })
        else { return nil }
        let declared = templates.flatMap(\.containers).filter { $0.role != .initial }.flatMap(\.ports)
        return .unknownPort(name, port, of: object, nodes[first.owner], declared)
      }
    }
  }
}

extension Service.Port {
  /// Whether its target is a name.
  var isNamed: Bool {
    if case .name = target { true } else { false }
  }
}

extension Diagnostic {
  fileprivate static func unknownPort(
    _ name: String, _ port: Service.Port, of service: ObjectDescription, _ owner: Node, _ declared: [Container.Port]
  ) -> Diagnostic {
    var names: [String] = []
    for case let name? in declared.map(\.name) where !names.contains(name) { names.append(name) }
    let advice: String
    if let other = declared.first(where: { $0.name == name }) {
      advice = "the port with that name is \(other.transport), this one is \(port.transport)"
    } else if names.isEmpty {
      advice = "give the containerPort the name '\(name.shortened())', or use its number"
    } else {
      advice = "use one of these names: \(names.listed)"
    }
    return Diagnostic(
      .warning, at: port.evidence.place, topic: .targetPort, about: [service.id.text, owner.id.text],
      "\(service.words) sends traffic to the port '\(name.shortened())', "
        + "which no container of \(owner.words) declares; \(advice)")
  }
}
