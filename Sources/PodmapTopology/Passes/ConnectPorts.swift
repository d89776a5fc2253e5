import PodmapManifests

extension Pass {
  /// An edge from each Service to the containers that own the ports it passes traffic to.
  static let connectPorts = Pass("connect ports") { builder in
    for edge in builder.edges(.selects) {
      guard let service = builder.nodes[edge.from].service, let workload = builder.nodes[edge.to].workload else {
        continue
      }
      let owner = builder.nodes[edge.to].id
      for port in service.ports {
        for template in workload.templates {
          let target = PortTarget(port, in: template)
          let position = target.container.flatMap { container -> Int? in
            let base = template.name.map { owner.inner($0) } ?? owner
            return builder.position(of: base.inner(container.key))
          }
          // Where several containers may listen, the traffic is known to reach the pod only.
          builder.connect(
            edge.from, position ?? edge.to, .routes, label: target.label, evidence: [port.evidence])
        }
      }
    }
  }
}

/// Where a Service's port leads in a pod: a port by number or by name. `containerPort` is information only, so
/// a number that no container declares goes to the only app container there is.
struct PortTarget {
  var container: Container?
  /// "80 → 8080"
  var label: String

  init(_ port: Service.Port, in template: PodTemplate) {
    // Init containers have ended when a Service sends traffic; native sidecars have not.
    let running = template.containers.filter { $0.role == .app || $0.role == .sidecar }
    let apps = running.filter { $0.role == .app }
    let transport = port.transport == "TCP" ? "" : "/\(port.transport)"
    switch port.target {
    case .number(let number):
      let owner = running.first { container in
        container.ports.contains { $0.number == number && $0.transport == port.transport }
      }
      container = owner ?? (apps.count == 1 ? apps[0] : nil)
      label = number == port.number ? "\(number)\(transport)" : "\(port.number) → \(number)\(transport)"
    case .name(let name):
      container = running.first { container in
        container.ports.contains { $0.name == name && $0.transport == port.transport }
      }
      let number = container?.ports.first { $0.name == name && $0.transport == port.transport }?.number
      label =
        number == port.number
        ? "\(port.number)\(transport)" : "\(port.number) → \(number.map { String($0) } ?? name)\(transport)"
    }
  }
}
