import PodmapManifests

/// What has an IP address, or a port of a node, that the input states.
struct KnownAddresses: Sendable {
  /// A node of the graph, and the namespace of its object.
  struct Owner: Sendable, Hashable {
    var position: Int
    var namespace: String?
    /// The container of each port, if it is a pod.
    var containers: [Int: Int] = [:]
  }

  private var owners: [IPAddress: [Owner]] = [:]
  /// The names that a cloud gives to load balancers.
  private var names: [String: [Owner]] = [:]
  /// The addresses of the cluster's nodes.
  private var nodes: Set<IPAddress> = []
  /// The Services and containers that listen on a port of nodes.
  private var ports: [Int: [Owner]] = [:]

  init(_ objects: [ObjectDescription]) {
    for object in objects {
      let owner = Owner(position: object.positions.object, namespace: object.namespace)
      let root = object.resource.root
      if let service = object.service {
        add(owner, Self.texts(root["spec"], ["clusterIP", "clusterIPs", "externalIPs", "loadBalancerIP"]))
        for port in service.ports { if let number = port.nodePort { ports[number, default: []].append(owner) } }
      }
      if object.service != nil || object.resource.kind == .ingress || object.entry != nil {
        addBalancer(owner, root)
      }
      if !object.podAddresses.isEmpty { addPods(object) }
      if object.resource.kind == .node {
        let addresses = root.at("status", "addresses")?.items ?? []
        nodes.formUnion(addresses.compactMap { $0["address"]?.text.flatMap { IPAddress($0) } })
      }
      addHostPorts(object)
    }
  }

  private mutating func add(_ owner: Owner, _ texts: [String]) {
    for address in Set(texts.compactMap { IPAddress($0) }) where owners[address]?.last != owner {
      owners[address, default: []].append(owner)
    }
  }

  /// What a load balancer's controller has written into the status.
  private mutating func addBalancer(_ owner: Owner, _ root: Value) {
    let balancers = root.at("status", "loadBalancer", "ingress")?.items ?? []
    let addresses = balancers + (root.at("status", "addresses")?.items ?? [])
    add(owner, addresses.compactMap { ($0["ip"] ?? $0["value"])?.text })
    for name in balancers.compactMap({ $0["hostname"]?.text?.lowercased() }) {
      names[name, default: []].append(owner)
    }
  }

  private mutating func addPods(_ object: ObjectDescription) {
    // Pods on the network of their nodes have the nodes' addresses.
    if object.templates.contains(where: \.isOnHostNetwork) {
      nodes.formUnion(object.podAddresses.compactMap { IPAddress($0) })
      return
    }
    var owner = Owner(position: object.positions.object, namespace: object.namespace)
    for (template, containers) in zip(object.templates, object.positions.containers) {
      for (container, position) in zip(template.containers, containers) where container.role != .initial {
        for port in container.ports where owner.containers[port.number] == nil {
          owner.containers[port.number] = position
        }
      }
    }
    add(owner, object.podAddresses)
  }

  private mutating func addHostPorts(_ object: ObjectDescription) {
    for (template, containers) in zip(object.templates, object.positions.containers) {
      for (container, position) in zip(template.containers, containers) where container.role != .initial {
        for port in container.ports {
          guard let number = port.hostPort ?? (template.isOnHostNetwork ? port.number : nil), number > 0 else {
            continue
          }
          ports[number, default: []].append(Owner(position: position, namespace: object.namespace))
        }
      }
    }
  }

  private static func texts(_ spec: Value?, _ fields: [String]) -> [String] {
    fields.flatMap { field -> [String] in
      guard let value = spec?[field] else { return [] }
      return value.isSequence ? value.items.compactMap(\.text) : value.text.map { [$0] } ?? []
    }
  }

  // MARK: - Questions

  /// The only object with the address, or the only one in a namespace; two clusters may use the same addresses.
  func owner(of address: IPAddress, near namespace: String) -> Owner? { Self.one(owners[address], near: namespace) }

  func owner(ofName name: String, near namespace: String) -> Owner? { Self.one(names[name], near: namespace) }

  func isNode(_ address: IPAddress) -> Bool { nodes.contains(address) }

  /// What listens on a port of every node, or of the caller's own.
  func owner(ofNodePort port: Int, near namespace: String) -> Owner? { Self.one(ports[port], near: namespace) }

  private static func one(_ owners: [Owner]?, near namespace: String) -> Owner? {
    guard let owners, owners.count > 1 else { return owners?.first }
    let near = owners.filter { $0.namespace == namespace }
    return near.count == 1 ? near[0] : nil
  }
}
