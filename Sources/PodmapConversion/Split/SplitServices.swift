import PodmapManifests
import PodmapTopology

/// Points the Services of a workload to the new ones, and creates those that are missing.
struct SplitServices {
  fileprivate struct Port: Hashable {
    var number: Int
    var transport: String
    /// The target port of the Service, by name or number.
    var target: Draft
    var name: String?
  }

  /// A Service that leads to only one group.
  private struct Known {
    var node: Int
    var object: Int
    var name: String
    var group: Int
    /// The numbers of its ports that lead to the same number in a container.
    var ports: Set<Int>
    var isInternal: Bool
  }

  let plan: SplitPlan
  private(set) var diagnostics: [Diagnostic] = []
  /// Names that container ports must have so that Services can distinguish the new pods by them.
  private(set) var portNames: [Int: [(number: Int, transport: String, name: String)]] = [:]
  private var known: [Known] = []
  /// The groups that some Service leads to.
  private var served: Set<Int> = []
  private var made: [Int: [Port]] = [:]
  private var names: [Int: String] = [:]
  private var extended: [Int: [Port]] = [:]
  /// The group that a StatefulSet's governing Service leads to; all groups if it leads to all of them.
  private var governed: Set<Int> = []

  private var pod: SplitPod { plan.pod }

  init(_ plan: SplitPlan, _ editor: inout ManifestEditor) {
    self.plan = plan
    for service in Self.services(of: plan, in: editor.topology) { lead(service, &editor) }
    nameNew(in: editor.topology)
    for number in plan.groups.indices where !served.contains(number) {
      for port in declaredPorts(of: number) { add(port, to: number) }
    }
  }

  /// The Services that select the pod.
  private static func services(of plan: SplitPlan, in topology: Topology) -> [Int] {
    let own = Set([plan.pod.node] + plan.pod.containerNodes)
    let found = topology.edges.filter { edge in
      (edge.kind == .selects || edge.kind == .routes) && own.contains(edge.to)
        && topology.nodes[edge.from].service != nil && topology.nodes[edge.from].presence == .present
    }
    return Set(found.map(\.from)).sorted()
  }

  // MARK: - Existing Services

  private mutating func lead(_ node: Int, _ editor: inout ManifestEditor) {
    guard let object = editor.object(of: node), let service = editor.topology.nodes[node].service else { return }
    let name = editor.topology.nodes[node].name
    let place = editor.place(object)
    let isGoverning = pod.draft[path: "spec", "serviceName"]?.text == name
    let selectsOthers = editor.topology.edges.contains {
      $0.from == node && $0.kind == .selects && $0.to != pod.node && editor.topology.nodes[$0.to].workload != nil
    }
    var owners: [(port: Service.Port, group: Int, container: Int)] = []
    for port in service.ports {
      let owner =
        switch port.target {
        case .number(let number): plan.owner(ofPort: number, named: nil, transport: port.transport)
        case .name(let name): plan.owner(ofPort: nil, named: name, transport: port.transport)
        }
      if let owner {
        owners.append((port, owner.group, owner.container))
      } else {
        diagnostics.append(.unownedPort(port.number, of: name, of: pod.title, plan.groups[0].name, place))
        owners.append((port, 0, -1))
      }
    }
    let groups = Set(owners.map(\.group))
    served.formUnion(groups)
    if groups.count == 1, let group = groups.first, !selectsOthers {
      editor.change(object) { draft in
        var selector = draft[path: "spec", "selector"] ?? Draft([Draft.Field]())
        selector[plan.labelKey] = Draft(plan.groups[group].name)
        draft[path: "spec", "selector"] = selector
      }
      if isGoverning { governed = [group] }
      known.append(
        Known(
          node: node, object: object, name: name, group: group,
          ports: Set(
            owners.filter { own in
              own.container >= 0 && own.port.number == targetNumber(own.port, in: own.container)
                && own.port.transport == "TCP"
            }.map(\.port.number)),
          isInternal: service.type == "ClusterIP"))
      return
    }
    if isGoverning { governed = Set(plan.groups.indices) }
    guard !owners.isEmpty else { return }
    tellApart(owners, of: name, object, &editor)
  }

  /// The selector still matches all new pods, so each port must select its pod by name.
  private mutating func tellApart(
    _ owners: [(port: Service.Port, group: Int, container: Int)], of service: String, _ object: Int,
    _ editor: inout ManifestEditor
  ) {
    guard Set(owners.map(\.group)).count > 1 || plan.groups.count > 1 else { return }
    for (port, group, container) in owners where container >= 0 {
      let declared = pod.template.containers[container].ports.first { declared in
        switch port.target {
        case .number(let number): declared.number == number && declared.transport == port.transport
        case .name(let name): declared.name == name
        }
      }
      guard let declared else { continue }
      let name = declared.name ?? portNames[container]?.first { $0.number == declared.number }?.name
      let own = name ?? "port-\(declared.number)"
      if name == nil {
        portNames[container, default: []].append((declared.number, declared.transport, own))
      }
      let rivals = plan.groups.indices.filter { other in
        other != group
          && plan.groups[other].containers.contains { other in
            !plan.copies.contains(other) && pod.template.containers[other].ports.contains { $0.name == own }
          }
      }
      if let rival = rivals.first {
        diagnostics.append(
          .sharedPortName(own, of: service, plan.groups[group].name, plan.groups[rival].name, editor.place(object)))
      }
      editor.change(object) { draft in
        var ports = draft[path: "spec", "ports"]?.items ?? []
        for position in ports.indices
        where ports[position]["port"]?.integer == port.number
          && (ports[position]["protocol"]?.text ?? "TCP") == port.transport
        {
          ports[position]["targetPort"] = Draft(own)
        }
        draft[path: "spec", "ports"] = Draft(ports)
      }
    }
    diagnostics.append(.severalGroups(service, of: pod.title, editor.place(object)))
  }

  private func targetNumber(_ port: Service.Port, in container: Int) -> Int? {
    switch port.target {
    case .number(let number): number
    case .name(let name): pod.template.containers[container].ports.first { $0.name == name }?.number
    }
  }

  // MARK: - Missing Services

  private func declaredPorts(of group: Int) -> [Port] {
    let containers = plan.groups[group].containers.filter {
      !plan.copies.contains($0) && pod.template.containers[$0].role != .initial
    }
    return containers.flatMap { pod.template.containers[$0].ports.map(Port.init) }.uniqued
  }

  /// A name that no other Service in the namespace has.
  private mutating func nameNew(in topology: Topology) {
    for (number, group) in plan.groups.enumerated() {
      // The name of a Service begins with a letter and is a single part of a host name.
      var name = group.name.replacing(".", with: "-")
      if name.first?.isNumber == true { name = "s-\(name)" }
      name = String(name.prefix(Limit.dnsLabel.value))
      while name.hasSuffix("-") { name.removeLast() }
      let base = String(name.prefix(Limit.dnsLabel.value - 6))
      var count = 1
      let namespace = pod.namespace ?? topology.defaultNamespace.name
      while let position = topology.position(of: NodeID(.service, name, in: namespace)),
        topology.nodes[position].presence == .present
      {
        name = count == 1 ? "\(base)-local" : "\(base)-\(count)"
        count += 1
      }
      names[number] = name
    }
  }

  private mutating func add(_ port: Port, to group: Int) {
    let isThere = made[group]?.contains { $0.number == port.number && $0.transport == port.transport } ?? false
    if !isThere { made[group, default: []].append(port) }
  }

  /// The name of a Service that leads to a port of a container in a group; it is created if there is none.
  mutating func name(for group: Int, port: Int, of container: Int) -> String {
    if let found = known.first(where: { $0.group == group && $0.ports.contains(port) }) { return found.name }
    let declared = pod.template.containers[container].ports.first { $0.number == port }
    let wanted = declared.map(Port.init) ?? Port(number: port, transport: "TCP", target: Draft(port), name: nil)
    if let position = known.firstIndex(where: {
      $0.group == group && $0.isInternal && $0.name == plan.groups[group].name
    }) {
      known[position].ports.insert(port)
      extended[known[position].object, default: []].append(wanted)
      return known[position].name
    }
    add(wanted, to: group)
    return names[group] ?? plan.groups[group].name
  }

  /// The governing Service of a StatefulSet; `nil` for other kinds.
  mutating func governingName(of group: Int) -> String? {
    guard pod.kind == .statefulSet, let old = pod.draft[path: "spec", "serviceName"]?.text else { return nil }
    if governed.contains(group) { return old }
    if made[group] == nil { made[group] = [] }
    return names[group]
  }

  /// Adds ports to existing Services.
  func extend(_ editor: inout ManifestEditor) {
    for (object, ports) in extended.sorted(by: { $0.key < $1.key }) {
      editor.change(object) { draft in
        var items = draft[path: "spec", "ports"]?.items ?? []
        let isOneOfSeveral = items.count + ports.count > 1
        for position in items.indices where isOneOfSeveral && items[position]["name"] == nil {
          items[position]["name"] = Draft("port-\(items[position]["port"]?.text ?? "")")
        }
        items += ports.map { $0.draft(isOneOfSeveral: isOneOfSeveral) }
        draft[path: "spec", "ports"] = Draft(items)
      }
    }
  }

  /// The Service that is created for a group; `nil` if the existing ones suffice.
  func draft(for number: Int) -> Draft? {
    guard let ports = made[number] else { return nil }
    let group = plan.groups[number]
    var metadata: Draft = ["name": Draft(names[number] ?? group.name)]
    if let namespace = pod.draft[path: "metadata", "namespace"] { metadata["namespace"] = namespace }
    var spec = Draft([Draft.Field]())
    if pod.kind == .statefulSet, !governed.contains(number) { spec["clusterIP"] = "None" }
    // Calls that stayed on the node still stay there.
    if pod.kind == .daemonSet { spec["internalTrafficPolicy"] = "Local" }
    spec["selector"] = plan.selector(of: group)
    if !ports.isEmpty {
      var taken: Set<String> = []
      spec["ports"] = Draft(
        ports.map { port in
          var port = port
          if let name = port.name, !taken.insert(name).inserted { port.name = nil }
          return port.draft(isOneOfSeveral: ports.count > 1)
        })
    }
    return ["apiVersion": "v1", "kind": "Service", "metadata": metadata, "spec": spec]
  }
}

extension SplitServices.Port {
  fileprivate init(_ port: Container.Port) {
    self.init(
      number: port.number, transport: port.transport, target: port.name.map { Draft($0) } ?? Draft(port.number),
      name: port.name)
  }

  fileprivate func draft(isOneOfSeveral: Bool) -> Draft {
    var draft = Draft([Draft.Field]())
    if let name = name
      ?? (isOneOfSeveral ? "port-\(number)\(transport == "TCP" ? "" : "-\(transport.lowercased())")" : nil)
    {
      draft["name"] = Draft(name)
    }
    draft["port"] = Draft(number)
    draft["targetPort"] = target
    if transport != "TCP" { draft["protocol"] = Draft(transport) }
    return draft
  }
}

extension Diagnostic {
  fileprivate static func unownedPort(
    _ port: Int, of service: String, of title: String, _ group: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "no container of \(title) declares the target of port \(port) of Service/\(service); it now leads to \(group), "
        + "check whether that is right")
  }

  fileprivate static func sharedPortName(
    _ port: String, of service: String, _ group: String, _ rival: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "Service/\(service) can't distinguish \(group) and \(rival), whose ports are both named '\(port)'; rename one")
  }

  fileprivate static func severalGroups(_ service: String, of title: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "Service/\(service) still selects all pods split from \(title) and distinguishes them by the names of their ports"
    )
  }
}
