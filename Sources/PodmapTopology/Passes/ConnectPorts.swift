import PodmapManifests

extension Pass {
  /// Adds an edge from each Service to the containers that own the ports to which it forwards traffic.
  static let connectPorts = Pass("connect ports") { builder in
    guard let pods = builder.pods else { return }
    let (nodes, objects) = (builder.nodes, builder.containerPositions)
    builder.connect(where: { $0.service?.selector != nil }) { object in
      guard let service = object.service, let selector = service.selector else { return [] }
      let selected = pods.pods(in: object.namespace, matching: selector)
      let templates = selected.compactMap { entry in
        nodes[entry.owner].workload.map { (entry: entry, ports: TemplatePorts($0.templates[entry.template])) }
      }
      return service.ports.flatMap { port in
        let found = templates.map { (entry: $0.entry, target: PortTarget(port, in: $0.ports)) }
        // A pod without a port of that name isn't an endpoint. If no pod has one, the lines show what is wrong.
        let isOwned = port.isNamed && found.contains { $0.target.container != nil }
        return found.compactMap { entry, target -> Edge? in
          if isOwned, target.container == nil { return nil }
          // If several containers may listen, the traffic is only known to reach the pod.
          let container = target.container.flatMap { objects[entry.owner]?[entry.template][$0] }
          return Edge(
            from: object.positions.object, to: container ?? entry.owner, kind: .routes, label: target.label,
            evidence: [port.evidence])
        }
      }
    }
  }
}

/// Where a Service's port leads in a pod: a port by number or by name. `containerPort` is only informational, so
/// a number that no container declares leads to the app container if there is only one.
struct PortTarget {
  /// The position of the container in the template.
  var container: Int?
  /// The port of the pod; `nil` for a name that no container has.
  var number: Int?
  /// "80 → 8080"
  var label: String

  init(_ port: Service.Port, in template: TemplatePorts) {
    let transport = port.transport == "TCP" ? "" : "/\(port.transport)"
    switch port.target {
    case .number(let number):
      self.number = number
      container = template.owner(of: number, port.transport) ?? template.onlyApp
      label = number == port.number ? "\(number)\(transport)" : "\(port.number) → \(number)\(transport)"
    case .name(let name):
      let found = template.port(named: name, port.transport)
      container = found?.container
      number = found?.number
      label =
        number == port.number
        ? "\(port.number)\(transport)" : "\(port.number) → \(number.map { String($0) } ?? name)\(transport)"
    }
  }
}

/// The ports of the containers of a template that run when a Service sends traffic.
struct TemplatePorts {
  private struct Port {
    var name: String?
    var number: Int
    var transport: String
    var container: Int
  }

  private struct Name: Hashable {
    var name: String
    var transport: String
  }

  private var ports: [Port] = []
  /// The positions of ports by name, if there are so many that looking through them takes long.
  private var byName: [Name: Int] = [:]
  private var byNumber: [Name: Int] = [:]
  /// The only app container, if there is only one.
  let onlyApp: Int?

  init(_ template: PodTemplate) {
    var apps = 0
    var last: Int?
    for (position, container) in template.containers.enumerated() {
      // Init containers have ended when a Service sends traffic; native sidecars have not.
      guard container.role == .app || container.role == .sidecar else { continue }
      if container.role == .app { (apps, last) = (apps + 1, position) }
      for port in container.ports {
        ports.append(
          Port(name: port.name, number: port.number, transport: port.transport, container: position))
      }
    }
    onlyApp = apps == 1 ? last : nil
    guard ports.count > 16 else { return }
    for (position, port) in ports.enumerated().reversed() {
      if let name = port.name { byName[Name(name: name, transport: port.transport)] = position }
      byNumber[Name(name: String(port.number), transport: port.transport)] = position
    }
  }

  /// The container that declares a port.
  func owner(of number: Int, _ transport: String) -> Int? {
    if !byNumber.isEmpty {
      return byNumber[Name(name: String(number), transport: transport)].map { ports[$0].container }
    }
    return ports.first { $0.number == number && $0.transport == transport }?.container
  }

  /// The first port of a name.
  func port(named name: String, _ transport: String) -> (container: Int, number: Int)? {
    let found =
      byNumber.isEmpty
      ? ports.first { $0.name == name && $0.transport == transport }
      : byName[Name(name: name, transport: transport)].map { ports[$0] }
    return found.map { ($0.container, $0.number) }
  }
}
