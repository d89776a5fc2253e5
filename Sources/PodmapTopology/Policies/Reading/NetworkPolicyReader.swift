import PodmapManifests

/// Reads a NetworkPolicy with the defaults that the API server fills in, and validates it as the API server does
/// (`ValidateNetworkPolicy`).
struct NetworkPolicyReader {
  private var fields: PolicyFields

  static func read(_ resource: Resource) -> (policy: NetworkPolicy, diagnostics: [Diagnostic]) {
    var reader = NetworkPolicyReader(fields: PolicyFields(resource))
    let policy = reader.read(resource.root)
    return (policy, reader.fields.diagnostics)
  }

  private mutating func read(_ root: Value) -> NetworkPolicy {
    let path = FieldPath("spec")
    let spec = fields.mapping(root["spec"], path, ["podSelector", "ingress", "egress", "policyTypes"])
    let selector = spec?["podSelector"]?.present
    let name = root.at("metadata", "name") ?? root
    if selector == nil {
      fields.warn(
        root["spec"] ?? name, path.appending("podSelector"),
        "is missing, which selects every pod of the namespace; write podSelector: {} if you mean that")
    }
    let picked = fields.selector(selector, path.appending("podSelector"))
    let ingress = rules(spec?["ingress"], path.appending("ingress"), peers: "from")
    let egress = rules(spec?["egress"], path.appending("egress"), peers: "to")
    let directions = directions(spec?["policyTypes"], path.appending("policyTypes"), hasEgress: !egress.isEmpty)
    return NetworkPolicy(
      selector: picked,
      selectorEvidence: selector.map {
        Evidence(file: fields.file, line: $0.line, path: "spec.podSelector", value: $0.fields.isEmpty ? "{}" : "")
      } ?? Evidence(name, path: "metadata.name", in: fields.file),
      // Rules of a direction that policyTypes leaves out have no effect.
      directions: directions, ingress: directions.contains(.ingress) ? ingress : [],
      egress: directions.contains(.egress) ? egress : [], gap: fields.isInvalid ? .invalid : nil)
  }

  private mutating func directions(
    _ list: Value?, _ path: FieldPath, hasEgress: Bool
  ) -> [NetworkPolicy.Direction] {
    let items = fields.list(list, path)
    if items.isEmpty { return hasEgress ? [.ingress, .egress] : [.ingress] }
    if items.count > 2 { fields.refuse(items[2].value, path, "must list at most Ingress and Egress") }
    let types = items.map { fields.choice($0.value, $0.path, ["Ingress", "Egress"]) }
    return [types.contains("Ingress") ? .ingress : nil, types.contains("Egress") ? .egress : nil].compactMap(\.self)
  }

  private mutating func rules(_ list: Value?, _ path: FieldPath, peers field: String) -> [NetworkPolicy.Rule] {
    fields.list(list, path).map { item, path in
      // A null rule is an empty one.
      let rule = fields.mapping(item, path, [field, "ports"])
      var peers = fields.list(rule?[field], path.appending(field)).map { peer($0.value, $0.path) }
      if rule?[field]?.isPlaceholder == true || item.isPlaceholder { peers = [.unreadable] }
      let ports = fields.list(rule?["ports"], path.appending("ports")).map { port($0.value, $0.path) }
      return NetworkPolicy.Rule(peers: peers, ports: ports)
    }
  }

  private mutating func peer(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Peer {
    let value = fields.mapping(item, path, ["podSelector", "namespaceSelector", "ipBlock"])
    if value == nil, !item.isNull { return .unreadable }
    let (pods, namespaces) = (value?["podSelector"]?.present, value?["namespaceSelector"]?.present)
    if let block = value?["ipBlock"]?.present {
      if pods != nil || namespaces != nil {
        fields.refuse(block, path.appending("ipBlock"), "can't be beside a selector; write two peers")
        return .unreadable
      }
      return self.block(block, path.appending("ipBlock"))
    }
    if pods == nil && namespaces == nil {
      fields.refuse(item, path, "names no peer; add a podSelector, namespaceSelector or ipBlock")
      return .unreadable
    }
    return .pods(
      fields.selector(pods, path.appending("podSelector")),
      namespaces: namespaces.map { fields.selector($0, path.appending("namespaceSelector")) })
  }

  private mutating func block(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Peer {
    guard let value = fields.mapping(item, path, ["cidr", "except"]) else { return .unreadable }
    guard let cidr = value["cidr"]?.present else {
      fields.refuse(value, path.appending("cidr"), "is missing; write a block of addresses such as 10.0.0.0/8")
      return .unreadable
    }
    guard let block = fields.block(cidr, path.appending("cidr")) else { return .unreadable }
    var evidence = [fields.evidence(cidr, path.appending("cidr"))]
    var except: [AddressBlock] = []
    for (item, path) in fields.list(value["except"], path.appending("except")) {
      guard let part = fields.block(item, path) else { return .unreadable }
      if !block.strictlyContains(part) {
        fields.refuse(item, path, "must be a part of the block \(block.text), and smaller")
      }
      evidence.append(fields.evidence(item, path))
      except.append(part)
    }
    return .block(block, except: except, evidence: evidence)
  }

  private mutating func port(_ item: Value, _ path: FieldPath) -> NetworkPolicy.Port {
    guard item.isNull || item.isMapping else {
      fields.refuse(item, path, ShapeRule.Shape.mapping.words)
      return NetworkPolicy.Port(transport: nil, target: .unreadable)
    }
    let value = fields.mapping(item, path, ["protocol", "port", "endPort"])
    var (evidence, target): ([Evidence], NetworkPolicy.Port.Target) = ([], .any)
    let (port, end) = (value?["port"]?.present, value?["endPort"]?.present)
    if let port {
      evidence.append(fields.evidence(port, path.appending("port")))
      target = self.target(port, path.appending("port"))
    }
    if let end {
      evidence.append(fields.evidence(end, path.appending("endPort")))
      target = range(target, to: end, path.appending("endPort"))
    }
    var transport: String? = "TCP"
    if let written = value?["protocol"]?.present {
      transport = fields.choice(written, path.appending("protocol"), ["TCP", "UDP", "SCTP"])
      if transport == nil { target = .unreadable }
      if port == nil { evidence.append(fields.evidence(written, path.appending("protocol"))) }
    }
    return NetworkPolicy.Port(transport: transport, target: target, evidence: evidence)
  }

  private mutating func target(_ port: Value, _ path: FieldPath) -> NetworkPolicy.Port.Target {
    if port.isPlaceholder { return .unreadable }
    if port.style == .plain, let number = port.integer {
      if ShapeRule.Shape.ports.contains(number) { return .numbers(number...number) }
      fields.refuse(port, path, "must be a port; write a number from 1 to 65535 or a port's name")
      return .unreadable
    }
    if PortName.isValid(port.written) { return .name(port.written) }
    fields.refuse(
      port, path,
      Int(port.written) != nil
        ? "is a text, which means a port's name; write the number without quotes"
        : "is not a port's name, which has at most 15 lower-case letters, digits and '-', and a letter")
    return .unreadable
  }

  private mutating func range(
    _ target: NetworkPolicy.Port.Target, to end: Value, _ path: FieldPath
  ) -> NetworkPolicy.Port.Target {
    switch target {
    case .numbers(let numbers):
      if end.style == .plain, let last = end.integer, last >= numbers.lowerBound, ShapeRule.Shape.ports.contains(last) {
        return .numbers(numbers.lowerBound...last)
      }
      fields.refuse(end, path, "must be a number no lower than its port; correct it")
    case .any: fields.refuse(end, path, "needs a port, the first of the range; add it")
    case .name: fields.refuse(end, path, "needs a number as its port, not a name; correct it")
    case .allBut, .none, .unreadable: break
    }
    return .unreadable
  }
}

/// What Kubernetes accepts as the name of a port (apimachinery `IsValidPortName`).
enum PortName {
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    let (letters, digits) = (UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"))
    guard (1...Limit.portName.value).contains(bytes.count), bytes.first != dash, bytes.last != dash,
      bytes.contains(where: letters.contains), !text.contains("--")
    else { return false }
    return bytes.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == dash }
  }
}

extension LabelSelector {
  /// A selector that selects everything.
  init() {
    requirements = []
    evidence = []
  }
}
