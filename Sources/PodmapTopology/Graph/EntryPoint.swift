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
      // A route that its Gateway doesn't accept has no other way in.
      isRouted.insert(edge.to)
      if !edge.isDenied { leadsOn.insert(edge.from) }
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

  /// The ports of its node on which a container listens for others: its host ports, or all of its ports if its pod has
  /// its node's network.
  package func hostPorts(of container: Int) -> [HostPort] {
    guard let found = nodes[container].container, !found.ports.isEmpty, found.role == .app || found.role == .sidecar
    else { return [] }
    let template = nodes[container].parent.flatMap { nodes[$0].workload }?.templates.first { template in
      template.containers.contains { $0.key == found.key }
    }
    let isOnHost = template?.isOnHostNetwork ?? false
    return found.ports.compactMap { port in
      let host = port.hostPort.flatMap { $0 == 0 ? nil : $0 } ?? (isOnHost ? port.number : nil)
      // On the node's network, the program alone decides on which addresses it listens.
      let address = isOnHost ? nil : port.hostAddress
      guard let host, address.map(HostPort.isLoopback) != true else { return nil }
      return HostPort(number: host, address: address, port: port)
    }
  }
}

/// A port of a node on which a container listens.
package struct HostPort: Sendable, Hashable {
  package var number: Int
  /// `nil` for all addresses of the node.
  package var address: String?
  package var port: Container.Port

  /// "8080", "192.0.2.1:53/UDP"
  package var words: String {
    let host = address.map { $0.contains(":") ? "[\($0)]:" : "\($0):" } ?? ""
    return "\(host)\(number)\(port.transport == "TCP" ? "" : "/\(port.transport)")"
  }

  /// "host port 8080", "host ports 53, 53/UDP"
  package static func words(_ ports: [HostPort]) -> String {
    let words = ports.map(\.words).uniqued
    return "\(words.count == 1 ? "host port" : "host ports") \(words.joined(separator: ", "))"
  }

  /// Whether only programs on the node reach the address.
  static func isLoopback(_ address: String) -> Bool {
    address.hasPrefix("127.") || address == "::1" || address == "localhost"
  }
}

extension Service {
  /// Other ways to a port from outside the cluster than the Service's own address: "203.0.113.5:8080",
  /// "node port 30080".
  package func otherAddresses(of port: Port) -> [String] {
    guard isOpenToTheOutside else { return [] }
    let addresses = externalAddresses.map { "\($0.contains(":") ? "[\($0)]" : $0):\(port.number)" }
    let nodePort = isClosed ? nil : port.nodePort.map { "node port \($0)" }
    return addresses + [nodePort].compactMap(\.self)
  }

  /// How clients outside the cluster reach a port: "80", "80 (node port 30080)", "203.0.113.5:8080", "53/UDP".
  package func openWords(of port: Port) -> String {
    let transport = port.transport == "TCP" ? "" : "/\(port.transport)"
    let others = otherAddresses(of: port).joined(separator: ", ")
    if isClosed { return others + transport }
    return "\(port.number)\(transport)" + (others.isEmpty ? "" : " (\(others))")
  }

  /// Whether only its external addresses are open to the outside.
  private var isClosed: Bool { type != "LoadBalancer" && type != "NodePort" }
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
  fileprivate var isOnlyInside: Bool { entry?.isOnlyInside ?? false }
}
