import PodmapManifests

extension Pass {
  /// Adds what the NetworkPolicies say to each call, and reports calls that are denied.
  static let judgeCalls = Pass("judge calls") { builder in
    let judge = CallJudge(builder)
    var told: Set<String> = []
    var diagnostics: [Diagnostic] = []
    builder.updateEdges(.calls) { edge in
      guard let verdict = judge.verdict(on: edge) else { return }
      edge.verdict = verdict
      guard verdict.state == .denied else { return }
      let diagnostic = Diagnostic.denied(edge, verdict, judge.nodes)
      if told.insert(diagnostic.message).inserted { diagnostics.append(diagnostic) }
    }
    builder.diagnostics += diagnostics
  }
}

/// Finds the pods at both ends of a call.
private struct CallJudge {
  let nodes: [Node]
  private let policies: NetworkPolicies
  private let pods: PodIndex?
  /// The template of each container.
  private var templates: [Int: PodIndex.Entry] = [:]
  private var homes: [Int: PolicyPod.Home] = [:]

  init(_ builder: TopologyBuilder) {
    nodes = builder.nodes
    policies = NetworkPolicies(builder.nodes)
    pods = builder.pods
    for object in builder.objects {
      let owner = object.positions.object
      guard !object.templates.isEmpty else { continue }
      homes[owner] = object.home
      for (template, containers) in object.positions.containers.enumerated() {
        for container in containers { templates[container] = PodIndex.Entry(owner: owner, template: template) }
      }
    }
  }

  /// `nil` for a call that isn't made by a pod.
  func verdict(on edge: Edge) -> Verdict? {
    guard let source = templates[edge.from], let caller = pod(source) else { return nil }
    let target = nodes[edge.to]
    if let callee = templates[edge.to] {
      // Traffic between containers of one pod never leaves the pod.
      if callee == source { return Verdict(.allowed, reason: "inside one pod") }
      return pod(callee).map { policies.verdict(from: caller, to: .pod($0), port: edge.port) }
    }
    if let callee = pod(PodIndex.Entry(owner: edge.to, template: 0)) {
      return policies.verdict(from: caller, to: .pod(callee), port: edge.port)
    }
    switch target.kind {
    case .service: return verdict(from: caller, toService: edge.to, port: edge.port)
    case .host: return policies.verdict(from: caller, to: host(target.name), port: edge.port)
    default: return nil
    }
  }

  private func verdict(from caller: PolicyPod, toService position: Int, port: Int?) -> Verdict {
    let node = nodes[position]
    let unknown = NetworkPolicies.Target.unknownPod(namespace: node.namespace ?? DefaultNamespace.fallback.name)
    guard let service = node.service else { return policies.verdict(from: caller, to: unknown, port: nil) }
    if let name = service.externalName { return policies.verdict(from: caller, to: host(name), port: port) }
    let entries = service.selector.flatMap { pods?.pods(in: node.namespace, matching: $0) } ?? []
    if entries.isEmpty { return policies.verdict(from: caller, to: unknown, port: nil) }
    // A call without a port may use any port of the Service.
    let ports = service.ports.filter { port == nil || $0.number == port }
    let verdicts = entries.flatMap { entry -> [Verdict] in
      guard let callee = pod(entry), let template = nodes[entry.owner].workload?.templates[entry.template] else {
        return []
      }
      // The name of a headless Service resolves to its pods: no port is translated.
      if ports.isEmpty || service.isHeadless && port != nil {
        let transport = ports.first?.transport ?? "TCP"
        return [policies.verdict(from: caller, to: .pod(callee), port: port, transport: transport)]
      }
      return ports.map { port in
        policies.verdict(
          from: caller, to: .pod(callee), port: PortTarget(port, in: template).number, transport: port.transport)
      }
    }
    if port == nil, Set(verdicts.map(\.state)).count > 1 {
      return Verdict(.cannotTell, reason: "the call names no port, and the ports of the Service differ")
    }
    return .worst(verdicts)
  }

  private func pod(_ entry: PodIndex.Entry) -> PolicyPod? {
    guard let templates = nodes[entry.owner].workload?.templates, templates.indices.contains(entry.template)
    else { return nil }
    return PolicyPod(templates[entry.template], home: homes[entry.owner] ?? .assumed)
  }

  private func host(_ name: String) -> NetworkPolicies.Target {
    AddressBlock.address(name).map { .address($0) } ?? .hostName
  }
}

extension Diagnostic {
  fileprivate static func denied(_ edge: Edge, _ verdict: Verdict, _ nodes: [Node]) -> Diagnostic {
    let target = nodes[edge.to]
    let policies = Set(verdict.policies.map { $0.shortName.shortened() }).sorted().map { "'\($0)'" }
    let who = (policies.count == 1 ? "NetworkPolicy " : "NetworkPolicies ") + policies.joined(separator: " and ")
    let port = edge.port.map { " port \($0)" } ?? ""
    let (place, remedy) =
      switch verdict.end {
      case .egress: ("at the caller's egress", "add an egress rule for it")
      case .ingress, nil: ("at its ingress", "add an ingress rule for it")
      case .both: ("at both ends", "add an egress and an ingress rule for it")
      }
    let evidence = edge.evidence.first
    return Diagnostic(
      .warning, at: evidence.map { Place(file: $0.file, line: $0.line) }, topic: .deniedCall,
      about: [nodes[edge.from].id.text, target.id.text] + verdict.policies.map(\.text),
      "call from '\(nodes[edge.from].id.text.shortened())' to \(target.kind.name.lowercased()) "
        + "'\(target.name.shortened())'\(port) is denied by \(who) \(place); \(remedy), or remove the call")
  }
}

extension NodeID {
  /// The name of an object.
  fileprivate var shortName: String {
    text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
