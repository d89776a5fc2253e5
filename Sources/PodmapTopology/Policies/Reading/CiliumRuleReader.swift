import PodmapManifests

/// Reads one rule of Cilium's policies.
struct CiliumRuleReader {
  let file: String
  let isNamespaced: Bool
  let direction: NetworkPolicy.Direction

  /// A rule for each combination of its ports and what it asks of their requests; none if it matches nothing.
  func rules(_ item: Value, _ path: FieldPath, _ action: NetworkPolicy.Action) -> [NetworkPolicy.Rule] {
    let groups = peerFields.compactMap { field -> [NetworkPolicy.Peer]? in
      guard let list = item[field]?.present else { return nil }
      return list.items.enumerated().flatMap {
        self.peers($0.element, field, path.appending(field).appending($0.offset))
      }
    }
    // A list of nobody.
    if groups.contains(where: { $0.isEmpty }) { return [] }
    var condition: String?
    if item["icmps"]?.present != nil { condition = "ICMP" }
    if item["authentication"]?.present != nil { condition = "authentication" }
    if groups.count > 1 { condition = "several kinds of peers" }
    let peers = groups.first ?? []
    guard let ports = item["toPorts"]?.present else {
      // A rule without peers and ports matches nothing.
      return groups.isEmpty && condition == nil
        ? [] : [NetworkPolicy.Rule(action: action, peers: peers, ports: [], condition: condition)]
    }
    return ports.items.enumerated().map { index, group in
      NetworkPolicy.Rule(
        action: action, peers: peers,
        ports: self.ports(group, path.appending("toPorts").appending(index)),
        condition: condition ?? Self.condition(group))
    }
  }

  private var prefix: String { direction == .ingress ? "from" : "to" }

  private var peerFields: [String] {
    ["Endpoints", "Entities", "CIDR", "CIDRSet", "Requires", "Groups", "Nodes"].map { prefix + $0 }
      + (direction == .egress ? ["toServices", "toFQDNs"] : [])
  }

  private func peers(_ item: Value, _ field: String, _ path: FieldPath) -> [NetworkPolicy.Peer] {
    switch field.dropFirst(prefix.count) {
    case "Endpoints": return [endpoints(item, path)]
    case "Entities":
      return [
        PolicyEntity(named: item.written).map { .entity($0) } ?? .unjudged("the entity '\(item.quotable)'")
      ]
    case "CIDR": return [block(item, except: nil, path)]
    case "CIDRSet":
      guard let cidr = item["cidr"]?.present else {
        return [.unjudged(item["cidrGroupRef"] != nil ? "cidrGroupRef" : "cidrGroupSelector")]
      }
      return [block(cidr, except: item["except"], path.appending("cidr"))]
    case "Services": return [service(item)]
    case "FQDNs":
      guard let name = (item["matchName"] ?? item["matchPattern"])?.text else { return [.unjudged("toFQDNs")] }
      return [.hosts([HostPattern(text: name, wildcard: .oneLabel)])]
    default: return [.unjudged(field)]
    }
  }

  private func endpoints(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Peer {
    let selector = LabelSelector(item, path: path, file: file)
    if let entity = Self.reserved(selector) { return .entity(entity) }
    let split = CiliumLabel.split(selector)
    return .pods(split.pods, namespaces: split.namespaces ?? (isNamespaced ? nil : LabelSelector()))
  }

  /// `reserved:host` is an entity.
  private static func reserved(_ selector: LabelSelector) -> PolicyEntity? {
    guard selector.requirements.count == 1, let colon = selector.requirements[0].key.firstIndex(of: ":"),
      selector.requirements[0].key[..<colon] == "reserved"
    else { return nil }
    let key = selector.requirements[0].key
    return PolicyEntity(named: String(key[key.index(after: colon)...]))
  }

  private func block(_ cidr: Value, except: Value?, _ path: FieldPath) -> NetworkPolicy.Peer {
    guard let block = AddressBlock(cidr.written) ?? AddressBlock(address: cidr.written) else { return .unreadable }
    let parts = (except?.items ?? []).map { AddressBlock($0.written) }
    guard !parts.contains(nil) else { return .unreadable }
    return .block(block, except: parts.compactMap(\.self), evidence: [Evidence(cidr, path: path.text, in: file)])
  }

  private func service(_ item: Value) -> NetworkPolicy.Peer {
    guard let service = item["k8sService"]?.present, let name = service["serviceName"]?.text else {
      return .unjudged("k8sServiceSelector")
    }
    return .service(name: name, namespace: service["namespace"]?.text)
  }

  private func ports(_ group: Value, _ path: FieldPath) -> [NetworkPolicy.Port] {
    let list = (group["ports"]?.items ?? []).enumerated()
    return list.map { index, item in
      let path = path.appending("ports").appending(index).appending("port")
      let transport = item["protocol"]?.text?.uppercased() ?? "ANY"
      var target = NetworkPolicy.Port.Target.unreadable
      if let port = item["port"]?.present {
        if let number = port.integer {
          let last = item["endPort"]?.integer ?? 0
          target = number == 0 ? .any : .numbers(number...max(number, last))
        } else {
          target = .name(port.written)
        }
      }
      return NetworkPolicy.Port(
        transport: transport == "ANY" ? nil : transport, target: target,
        evidence: item["port"].map { [Evidence($0, path: path.text, in: file)] } ?? [])
    }
  }

  /// What a group of ports asks of the requests themselves.
  private static func condition(_ group: Value) -> String? {
    if group["serverNames"]?.present != nil { return "server names" }
    if group["ports"]?.items.isEmpty ?? true { return "ports in another form" }
    for rule in group["rules"]?.present?.fields ?? [] where !rule.value.isNull {
      // A proxy that reads all names lets all through.
      if rule.key.written == "dns", rule.value.items.contains(where: { $0["matchPattern"]?.text == "*" }) { continue }
      return "\(rule.key.written) requests of some kind"
    }
    return nil
  }
}
