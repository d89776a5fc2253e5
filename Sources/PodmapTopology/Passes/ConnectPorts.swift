import PodmapManifests

extension Pass {
  /// An edge from each Service to the containers that own the ports it passes traffic to.
  static let connectPorts = Pass("connect ports") { builder in
    guard let pods = builder.pods else { return }
    let (nodes, objects) = (builder.nodes, builder.containerPositions)
    builder.connect(where: { $0.resource.kind == .service }) { object in
      guard case .service(let service) = object.facts, let selector = LabelSelector(ofService: object.resource)
      else { return [] }
      let selected = pods.pods(in: object.namespace, matching: selector)
      return service.ports.flatMap { port in
        let found = selected.compactMap { entry -> (entry: PodIndex.Entry, target: PortTarget)? in
          guard let template = nodes[entry.owner].workload?.templates[entry.template] else { return nil }
          return (entry, PortTarget(port, in: template))
        }
        // A pod without the port of that name is no endpoint for it; where none has one, something is wrong, and drawn.
        let isOwned = port.isNamed && found.contains { $0.target.container != nil }
        return found.compactMap { entry, target -> Edge? in
          if isOwned, target.container == nil { return nil }
          // Where several containers may listen, the traffic is known to reach the pod only.
          let container = target.container.flatMap { objects[entry.owner]?[entry.template][$0] }
          return Edge(
            from: object.positions.object, to: container ?? entry.owner, kind: .routes, label: target.label,
            evidence: [port.evidence])
        }
      }
    }
  }
}

/// Where a Service's port leads in a pod: a port by number or by name. `containerPort` is information only, so
/// a number that no container declares goes to the only app container there is.
struct PortTarget {
  /// The position of the container in the template.
  var container: Int?
  /// The port of the pod; nothing for a name that no container has.
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
