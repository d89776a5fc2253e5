import PodmapManifests

/// Where outside traffic comes in. There is one list for views, sequences, documents and comparisons.
package struct EntryPoint: Sendable, Hashable {
  /// What makes it one.
  package enum Form: Sendable, Hashable, CaseIterable {
    /// An Ingress, a Gateway, or a route that is attached to neither.
    case gate
    /// A Service that is open to the outside: of type LoadBalancer or NodePort, or with `externalIPs`.
    case service
    /// A container that listens on ports of its node.
    case hostPorts
  }

  /// The position of the object, or of the container, in the topology.
  package var node: Int
  package var form: Form
}

extension Topology {
  /// All entry points: gates, then Services, then containers, each by ID.
  package var entryPoints: [EntryPoint] {
    var (isRouted, leadsOn) = (Set<Int>(), Set<Int>())
    for edge in edges where edge.kind == .routes {
      isRouted.insert(edge.to)
      leadsOn.insert(edge.from)
    }
    let all = nodes.indices.compactMap { position -> EntryPoint? in
      let node = nodes[position]
      if node.isGate {
        guard !isRouted.contains(position), !node.isOnlyInside, node.entry != nil || leadsOn.contains(position) else {
          return nil
        }
        return EntryPoint(node: position, form: .gate)
      }
      if let service = node.service {
        return service.isOpenToTheOutside ? EntryPoint(node: position, form: .service) : nil
      }
      return hostPorts(of: position).isEmpty ? nil : EntryPoint(node: position, form: .hostPorts)
    }
    return EntryPoint.Form.allCases.flatMap { form in all.filter { $0.form == form } }
  }

  /// The ports of its node on which a container listens: its host ports, or all of its ports if its pod has its node's
  /// network.
  package func hostPorts(of container: Int) -> [(host: Int, port: Container.Port)] {
    guard let found = nodes[container].container, found.role == .app || found.role == .sidecar else { return [] }
    let template = nodes[container].parent.flatMap { nodes[$0].workload }?.templates.first { template in
      template.containers.contains { $0.key == found.key }
    }
    let isOnHost = template?.isOnHostNetwork ?? false
    return found.ports.compactMap { port in
      let host = port.hostPort.flatMap { $0 == 0 ? nil : $0 } ?? (isOnHost ? port.number : nil)
      return host.map { ($0, port) }
    }
  }
}

extension PodTemplate {
  /// Whether its pods have the address and the ports of their node.
  package var isOnHostNetwork: Bool { hostNamespaces.contains("network") }
}

extension Node {
  /// Whether it is an Ingress, a Gateway or a route, as an object or as a name.
  package var isGate: Bool {
    entry != nil || workload == nil && service == nil && kind != .diagram && kind.family == .entry
  }

  /// A VirtualService that no Gateway leads to is for requests inside the cluster.
  fileprivate var isOnlyInside: Bool { kind == "VirtualService.networking.istio.io" }
}
