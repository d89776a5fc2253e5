import PodmapManifests

extension Pass {
  /// Adds what the policies say to each call, and reports calls that are denied.
  static let judgeCalls = Pass("judge calls") { builder in
    var judge = CallJudge(builder)
    var told: Set<String> = []
    var diagnostics: [Diagnostic] = []
    builder.updateEdges(.calls) { edge in
      guard let verdict = judge.verdict(on: edge) else { return }
      edge.verdict = verdict
      // Nothing says that a possible call is made at all.
      guard verdict.state == .denied, edge.certainty != .possible else { return }
      let diagnostic = Diagnostic.denied(edge, verdict, judge.nodes)
      if told.insert(diagnostic.message).inserted { diagnostics.append(diagnostic) }
    }
    builder.diagnostics += diagnostics + PolicyNotes.notes(builder.nodes)
  }
}

/// Finds the pods at both ends of a call.
private struct CallJudge {
  let nodes: [Node]
  private let policies: NetworkPolicies
  private let pods: PodIndex?
  private let identities: PodIdentities
  /// The template of each container.
  private var templates: [Int: PodIndex.Entry] = [:]
  private var homes: [Int: PolicyPod.Home] = [:]
  /// Pods that have been compared with all policies.
  private var judged: [PodIndex.Entry: JudgedPod] = [:]

  init(_ builder: TopologyBuilder) {
    nodes = builder.nodes
    policies = NetworkPolicies(builder.nodes)
    pods = builder.pods
    identities = PodIdentities(builder.nodes, policies.isEmpty ? [] : builder.edges)
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
  mutating func verdict(on edge: Edge) -> Verdict? {
    guard let source = templates[edge.from], let caller = pod(source) else { return nil }
    let target = nodes[edge.to]
    let transports = CallTransport.candidates(scheme: edge.scheme, port: edge.port)
    if let callee = templates[edge.to] {
      // Traffic between containers of one pod never leaves the pod.
      if callee == source { return Verdict(.allowed, reason: "inside one pod") }
      // The address is the node's, by which policies don't recognise the pod.
      if isHostPort(edge) { return verdict(from: caller, to: .unknownAddress, port: edge.port, transports) }
      return pod(callee).map { verdict(from: caller, to: $0, port: edge.port, transports) }
    }
    if let callee = pod(PodIndex.Entry(owner: edge.to, template: 0)) {
      return verdict(from: caller, to: callee, port: edge.port, transports)
    }
    switch target.kind {
    case .service: return verdict(from: caller, toService: edge.to, port: edge.port, transports)
    case .host: return verdict(from: caller, to: host(target.name), port: edge.port, transports)
    // Policies may see the address of a load balancer, or that of the proxy's pods.
    case _ where target.isGate: return verdict(from: caller, to: .unknownAddress, port: nil, transports)
    // What a controller runs for an object.
    case _ where target.presence == .present && target.namespace != nil:
      return policies.verdict(
        from: caller, to: .unknownPod(namespace: target.namespace ?? ""), NetworkPolicies.Wanted(port: nil))
    default: return nil
    }
  }

  /// A pod listens with the protocols that its port declares, if it declares the port.
  private func verdict(from caller: JudgedPod, to pod: JudgedPod, port: Int?, _ transports: [String]) -> Verdict {
    let declared = pod.pod.ports.filter { $0.number == port }.map(\.transport)
    let known = transports.filter(declared.contains)
    return verdict(from: caller, to: .pod(pod), port: port, known.isEmpty ? transports : known)
  }

  private func verdict(
    from caller: JudgedPod, to target: NetworkPolicies.Target, port: Int?, _ transports: [String]
  ) -> Verdict {
    agreed(
      transports.map {
        policies.verdict(from: caller, to: target, NetworkPolicies.Wanted(port: port, transport: $0))
      })
  }

  /// The verdict on a call that may use any of several protocols.
  private func agreed(_ verdicts: [Verdict]) -> Verdict {
    if Set(verdicts.map(\.state)).count <= 1, let first = verdicts.first { return first }
    if let unknown = verdicts.first(where: { $0.state == .cannotTell }) { return unknown }
    return Verdict(.cannotTell, reason: "the call names no transport protocol, and the policies tell them apart")
  }

  private func isHostPort(_ edge: Edge) -> Bool {
    guard let port = edge.port, let container = nodes[edge.to].container else { return false }
    let isOnHost = nodes[edge.to].parent.flatMap { nodes[$0].workload?.templates.first }?.isOnHostNetwork ?? false
    return isOnHost || container.ports.contains { $0.hostPort == port }
  }

  private mutating func verdict(
    from caller: JudgedPod, toService position: Int, port: Int?, _ transports: [String]
  ) -> Verdict {
    let node = nodes[position]
    let unknown = NetworkPolicies.Target.unknownPod(namespace: node.namespace ?? DefaultNamespace.fallback.name)
    let wanted = NetworkPolicies.Wanted(port: nil, service: node.id)
    guard let service = node.service else { return policies.verdict(from: caller, to: unknown, wanted) }
    if let name = service.externalName { return verdict(from: caller, to: host(name), port: port, transports) }
    let entries = service.selector.flatMap { pods?.pods(in: node.namespace, matching: $0) } ?? []
    if entries.isEmpty { return policies.verdict(from: caller, to: unknown, wanted) }
    // A call without a port may use any port of the Service.
    let numbered = service.ports.filter { port == nil || $0.number == port }
    let fitting = numbered.filter { transports.contains($0.transport) }
    let ports = fitting.isEmpty ? numbered : fitting
    // The name of a headless Service resolves to its pods: no port is translated.
    if ports.isEmpty || service.isHeadless && port != nil {
      let known = ports.isEmpty ? transports : ports.map(\.transport).uniqued
      return agreed(
        known.map { transport in
          overall(from: caller, entries) { _ in
            NetworkPolicies.Wanted(port: port, transport: transport, service: node.id)
          }
        })
    }
    let templates = entries.map { entry in
      nodes[entry.owner].workload.map { TemplatePorts($0.templates[entry.template]) }
    }
    let verdicts = ports.map { port in
      let targets = templates.map { $0.map { PortTarget(port, in: $0) } }
      // A pod without a port of that name isn't an endpoint.
      let isOwned = port.isNamed && targets.contains { $0?.container != nil }
      let endpoints = entries.indices.filter { !isOwned || targets[$0]?.container != nil }
      return overall(from: caller, endpoints.map { entries[$0] }) { index in
        NetworkPolicies.Wanted(
          port: targets[endpoints[index]]?.number, transport: port.transport, service: node.id)
      }
    }
    if port == nil, Set(verdicts.map(\.state)).count > 1 {
      return Verdict(.cannotTell, reason: "the call names no port, and the ports of the Service differ")
    }
    return agreed(verdicts)
  }

  /// The verdict on a call to any of several pods.
  private mutating func overall(
    from caller: JudgedPod, _ entries: [PodIndex.Entry], _ wanted: (Int) -> NetworkPolicies.Wanted
  ) -> Verdict {
    var verdicts: [(workload: String, verdict: Verdict)] = []
    for (index, entry) in entries.enumerated() {
      guard let callee = pod(entry) else { continue }
      verdicts.append((nodes[entry.owner].name, policies.verdict(from: caller, to: .pod(callee), wanted(index))))
    }
    return .worst(verdicts)
  }

  private mutating func pod(_ entry: PodIndex.Entry) -> JudgedPod? {
    if let known = judged[entry] { return known }
    guard let templates = nodes[entry.owner].workload?.templates, templates.indices.contains(entry.template)
    else { return nil }
    let pod = policies.judged(
      PolicyPod(
        templates[entry.template], home: homes[entry.owner] ?? .assumed,
        serviceAccount: identities.account(of: entry.owner, templates: templates.count)))
    judged[entry] = pod
    return pod
  }

  private func host(_ name: String) -> NetworkPolicies.Target {
    guard let address = IPAddress(name) else { return .hostName(name) }
    return address.reach == .everywhere ? .address(address.bytes) : .unknownAddress
  }
}

extension Diagnostic {
  fileprivate static func denied(_ edge: Edge, _ verdict: Verdict, _ nodes: [Node]) -> Diagnostic {
    let target = nodes[edge.to]
    let port = edge.port.map { " port \($0)" } ?? ""
    let part = verdict.workloads.isEmpty ? "" : " for some of its pods (\(verdict.workloadWords))"
    let (place, rule) =
      switch verdict.end {
      case .egress: ("at the caller's egress", "an egress rule")
      case .ingress, nil: ("at its ingress", "an ingress rule")
      case .both: ("at both ends", "an egress and an ingress rule")
      }
    let remedy = verdict.isByRule ? "change the rule that denies it" : "add \(rule) for it"
    let evidence = edge.evidence.first
    return Diagnostic(
      .warning, at: evidence.map { Place(file: $0.file, line: $0.line) }, topic: .deniedCall,
      about: [nodes[edge.from].id.text, target.id.text] + verdict.policies.map(\.text),
      "call from '\(nodes[edge.from].id.text.shortened())' to \(target.kind.isBuiltIn ? target.kind.name.lowercased() : target.kind.name) "
        + "'\(target.name.shortened())'\(port) is denied\(part) by \(verdict.policies.kindsAndNames) \(place); "
        + "\(remedy), or remove the call")
  }
}
