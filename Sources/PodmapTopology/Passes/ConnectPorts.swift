import PodmapManifests

extension Pass {
  /// Adds an edge from each Service to the containers that own the ports to which it forwards traffic.
  static let connectPorts = Pass("connect ports") { builder in
    guard let pods = builder.pods else { return }
    let (nodes, objects) = (builder.nodes, builder.containerPositions)
    builder.connect(where: { $0.service?.selector != nil }) { object in
      guard let service = object.service, let selector = service.selector else { return [] }
      let selected = pods.pods(in: object.namespace, matching: selector)
      return service.ports.flatMap { port in
        let found = selected.compactMap { entry -> (entry: PodIndex.Entry, target: PortTarget)? in
          guard let template = nodes[entry.owner].workload?.templates[entry.template] else { return nil }
          return (entry, PortTarget(port, in: template))
        }
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

  init(_ port: Service.Port, in template: PodTemplate) {
    // Init containers have ended when a Service sends traffic; native sidecars have not.
    let running = template.containers.indices.filter {
      template.containers[$0].role == .app || template.containers[$0].role == .sidecar
    }
    let apps = running.filter { template.containers[$0].role == .app }
    func find(_ container: Int, _ isMeant: (Container.Port) -> Bool) -> Container.Port? {
      template.containers[container].ports.first { $0.transport == port.transport && isMeant($0) }
    }
    let transport = port.transport == "TCP" ? "" : "/\(port.transport)"
    switch port.target {
    case .number(let number):
      let owner = running.first { find($0) { $0.number == number } != nil }
      self.number = number
      container = owner ?? (apps.count == 1 ? apps[0] : nil)
      label = number == port.number ? "\(number)\(transport)" : "\(port.number) → \(number)\(transport)"
    case .name(let name):
      container = running.first { find($0) { $0.name == name } != nil }
      number = container.flatMap { find($0) { $0.name == name } }?.number
      label =
        number == port.number
        ? "\(port.number)\(transport)" : "\(port.number) → \(number.map { String($0) } ?? name)\(transport)"
    }
  }
}
