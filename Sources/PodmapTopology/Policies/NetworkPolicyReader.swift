import PodmapManifests

/// Reads a NetworkPolicy with the defaults that the API server fills in.
struct NetworkPolicyReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String

  init(_ resource: Resource) {
    file = resource.file
  }

  mutating func read(_ root: Value) -> NetworkPolicy {
    let spec = root["spec"]
    let path = FieldPath("spec")
    let selector = spec?["podSelector"].flatMap(\.present)
    let egress = rules(spec?["egress"], path: path.appending("egress"), peers: "to")
    let types = (spec?["policyTypes"]?.items ?? []).compactMap(\.text)
    let directions: [NetworkPolicy.Direction] =
      types.isEmpty
      ? [.ingress] + (egress.isEmpty ? [] : [.egress])
      : [types.contains("Ingress") ? .ingress : nil, types.contains("Egress") ? .egress : nil].compactMap(\.self)
    return NetworkPolicy(
      selector: labelSelector(selector, path: path.appending("podSelector")),
      selectorEvidence: selector.map {
        Evidence(file: file, line: $0.line, path: "spec.podSelector", value: $0.fields.isEmpty ? "{}" : "")
      } ?? Evidence(root.at("metadata", "name") ?? root, path: "metadata.name", in: file),
      directions: directions, ingress: rules(spec?["ingress"], path: path.appending("ingress"), peers: "from"),
      egress: egress)
  }

  private mutating func rules(_ list: Value?, path: FieldPath, peers field: String) -> [NetworkPolicy.Rule] {
    (list?.items ?? []).enumerated().map { index, rule in
      let path = path.appending(index)
      let peers = (rule[field]?.items ?? []).enumerated().map { number, item in
        peer(item, path: path.appending(field).appending(number))
      }
      let ports = (rule["ports"]?.items ?? []).enumerated().map { number, item in
        port(item, path: path.appending("ports").appending(number))
      }
      return NetworkPolicy.Rule(peers: peers, ports: ports)
    }
  }

  private mutating func peer(_ value: Value, path: FieldPath) -> NetworkPolicy.Peer {
    if let block = value["ipBlock"].flatMap(\.present) { return self.block(block, path: path.appending("ipBlock")) }
    let (pods, namespaces) = (value["podSelector"].flatMap(\.present), value["namespaceSelector"].flatMap(\.present))
    if pods == nil && namespaces == nil {
      diagnostics.append(.emptyPeer(path.text, value.place(in: file)))
      return .unreadable
    }
    return .pods(
      labelSelector(pods, path: path.appending("podSelector")),
      namespaces: namespaces.map { labelSelector($0, path: path.appending("namespaceSelector")) })
  }

  private mutating func block(_ value: Value, path: FieldPath) -> NetworkPolicy.Peer {
    var evidence: [Evidence] = []
    func read(_ value: Value, _ path: FieldPath, _ diagnostics: inout [Diagnostic]) -> AddressBlock? {
      evidence.append(Evidence(value, path: path.text, in: file))
      if let block = AddressBlock(value.written) { return block }
      if !value.isPlaceholder { diagnostics.append(.noBlock(path.text, value.written, value.place(in: file))) }
      return nil
    }
    guard let cidr = value["cidr"], let block = read(cidr, path.appending("cidr"), &diagnostics) else {
      return .unreadable
    }
    var except: [AddressBlock] = []
    for (index, item) in (value["except"]?.items ?? []).enumerated() {
      guard let block = read(item, path.appending("except").appending(index), &diagnostics) else { return .unreadable }
      except.append(block)
    }
    return .block(block, except: except, evidence: evidence)
  }

  private mutating func port(_ value: Value, path: FieldPath) -> NetworkPolicy.Port {
    var evidence: [Evidence] = []
    var target = NetworkPolicy.Port.Target.any
    if let port = value["port"].flatMap(\.present) {
      evidence.append(Evidence(port, path: path.appending("port").text, in: file))
      if let number = port.integer {
        target = .numbers(number...number)
        if let end = value["endPort"].flatMap(\.present) {
          evidence.append(Evidence(end, path: path.appending("endPort").text, in: file))
          if let last = end.integer, last >= number {
            target = .numbers(number...last)
          } else {
            target = .unreadable
            if !end.isPlaceholder { diagnostics.append(.noEnd(path.text, end.place(in: file))) }
          }
        }
      } else {
        target = port.isPlaceholder ? .unreadable : .name(port.written)
      }
    } else if let transport = value["protocol"] {
      evidence.append(Evidence(transport, path: path.appending("protocol").text, in: file))
    }
    return NetworkPolicy.Port(transport: value["protocol"]?.text ?? "TCP", target: target, evidence: evidence)
  }

  private func labelSelector(_ value: Value?, path: FieldPath) -> LabelSelector {
    value.map { LabelSelector($0, path: path, file: file) } ?? LabelSelector()
  }
}

extension LabelSelector {
  /// A selector that selects everything.
  init() {
    requirements = []
    evidence = []
  }
}

extension Value {
  /// The value, unless it is null, which counts as absent.
  fileprivate var present: Value? { isNull ? nil : self }

  /// Whether it is a placeholder for another program.
  fileprivate var isPlaceholder: Bool { written.contains { "${%<".contains($0) } }
}

extension Diagnostic {
  fileprivate static func emptyPeer(_ path: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .invalidField,
      "\(path) of the NetworkPolicy names no peer; add a podSelector, namespaceSelector or ipBlock")
  }

  fileprivate static func noBlock(_ path: String, _ written: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .invalidField,
      "\(path) of the NetworkPolicy must be a block of addresses such as 10.0.0.0/8, but is '\(written.shortened())'")
  }

  fileprivate static func noEnd(_ path: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, at: place, topic: .invalidField,
      "\(path).endPort of the NetworkPolicy must be a number no lower than its port; correct it")
  }
}
