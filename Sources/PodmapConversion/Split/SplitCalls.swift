import PodmapManifests
import PodmapTopology

/// Rewrites calls over localhost to the names of Services if the other container is now in another pod.
struct SplitCalls {
  /// The containers of each group as they will be written.
  private(set) var containers: [Int: [Int: Draft]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let plan: SplitPlan

  private var pod: SplitPod { plan.pod }

  init(_ plan: SplitPlan, _ services: inout SplitServices, _ editor: inout ManifestEditor) {
    self.plan = plan
    for (number, group) in plan.groups.enumerated() {
      for container in group.containers { containers[number, default: [:]][container] = pod.container(container) }
    }
    let positions = Dictionary(pod.containerNodes.enumerated().map { ($1, $0) }) { first, _ in first }
    for edge in editor.topology.edges where edge.kind == .calls {
      guard let caller = positions[edge.from], let called = positions[edge.to] else { continue }
      rewrite(edge, from: caller, to: called, &services, &editor)
    }
    namePorts(services)
    reportRest(editor)
    reportConfiguration(&editor)
    reportSecrets(&editor)
  }

  private mutating func rewrite(
    _ edge: Edge, from caller: Int, to called: Int, _ services: inout SplitServices, _ editor: inout ManifestEditor
  ) {
    let targets = plan.groups(with: called)
    guard let target = targets.first,
      let port = edge.port ?? pod.template.containers[called].ports.first?.number
    else { return }
    let callers = plan.groups(with: caller).filter { !targets.contains($0) }
    guard !callers.isEmpty else { return }
    if !pod.resolvesServices {
      let warning = Diagnostic.noNames(pod.title, editor.place(pod.object))
      if !diagnostics.contains(warning) { diagnostics.append(warning) }
    }
    let service = services.name(for: target, port: port, of: called)
    if let draft = pod.container(called), draft.bindsToLocalhost(port) {
      diagnostics.append(.bound(pod.name(of: called), port, editor.place(pod.object)))
    }
    let lines = edge.evidence.map(\.value)
    let rewriting = AddressRewriting(
      hosts: AddressRewriting.localHosts, port: port, newHost: service,
      takesBareHost: { line in lines.contains { line.contains($0) } })
    var isDone = false
    for evidence in edge.evidence {
      if evidence.file == editor.place(pod.object).file, editor.object(at: evidence) == pod.object {
        guard let (container, rest) = pod.container(at: evidence.path) else { continue }
        for group in callers {
          guard var draft = containers[group]?[container] else { continue }
          var hasChanged = false
          draft.change(at: rest) { hasChanged = rewriting.rewrite(&$0) }
          if hasChanged { containers[group]?[container] = draft }
          isDone = isDone || hasChanged
        }
      } else if rewrite(evidence, rewriting, &editor) {
        isDone = true
      }
    }
    if !isDone {
      diagnostics.append(
        .notRewritten(pod.name(of: caller), pod.name(of: called), port, service, editor.place(pod.object)))
    }
  }

  /// Rewrites an address in another object, a ConfigMap, unless something else reads it.
  private mutating func rewrite(
    _ evidence: Evidence, _ rewriting: AddressRewriting, _ editor: inout ManifestEditor
  ) -> Bool {
    guard let object = editor.object(at: evidence), let steps = DraftPath.steps(evidence.path) else { return false }
    let resource = editor.resource(object)
    let title = "\(resource.kind.rawValue)/\(resource.name)"
    guard resource.kind == .configMap else {
      diagnostics.append(.leftInSecret(title, evidence.place))
      return true
    }
    let own = Set([pod.node] + pod.containerNodes)
    let topology = editor.topology
    let node = topology.nodes.indices.first { topology.nodes[$0].kind == .configMap && editor.object(of: $0) == object }
    let others = topology.edges.filter { edge in
      edge.to == node && [.mounts, .reads].contains(edge.kind) && !own.contains(edge.from)
    }
    if let other = others.first {
      diagnostics.append(.sharedConfiguration(title, topology.nodes[other.from].id.text, evidence.place))
      return true
    }
    var hasChanged = false
    var draft = editor.draft(object)
    draft.change(at: steps) { hasChanged = rewriting.rewrite(&$0) }
    if hasChanged { editor.change(object) { $0 = draft } }
    // An address that an earlier call has rewritten counts too.
    return hasChanged || draft.value(at: steps)?.text?.contains(rewriting.newHost) == true
  }

  private mutating func namePorts(_ services: SplitServices) {
    for (container, names) in services.portNames {
      for group in plan.groups(with: container) {
        guard var draft = containers[group]?[container], var ports = draft["ports"]?.items else { continue }
        for (number, transport, name) in names {
          for position in ports.indices
          where ports[position]["containerPort"]?.integer == number
            && (ports[position]["protocol"]?.text ?? "TCP") == transport && ports[position]["name"] == nil
          {
            ports[position].fields.insert(Draft.Field("name", Draft(name)), at: 0)
          }
        }
        draft["ports"] = Draft(ports)
        containers[group]?[container] = draft
      }
    }
  }

  // MARK: - Remaining addresses

  /// Reports addresses on localhost that remain although nothing in the new pod listens there.
  private mutating func reportRest(_ editor: ManifestEditor) {
    for (number, group) in plan.groups.enumerated() {
      let own = Set(group.containers.flatMap { pod.template.containers[$0].ports.map(\.number) })
      for container in group.containers {
        guard let draft = containers[number]?[container] else { continue }
        for (field, port) in draft.askedPorts where !own.contains(port) {
          guard let owner = plan.owner(ofPort: port, named: nil) else { continue }
          diagnostics.append(
            .asked(
              field, pod.name(of: container), port, plan.groups[owner.group].name, editor.place(pod.object)))
        }
        for port in Set(draft.localPorts).sorted() where !own.contains(port) {
          if let owner = plan.owner(ofPort: port, named: nil) {
            diagnostics.append(
              .left(pod.name(of: container), port, plan.groups[owner.group].name, editor.place(pod.object)))
          } else {
            diagnostics.append(.leftUnknown(pod.name(of: container), port, editor.place(pod.object)))
          }
        }
      }
    }
  }
}

extension SplitCalls {
  /// Reports addresses on localhost that remain in ConfigMaps although nothing in a pod that reads them listens there.
  fileprivate mutating func reportConfiguration(_ editor: inout ManifestEditor) {
    let topology = editor.topology
    let positions = Dictionary(pod.containerNodes.enumerated().map { ($1, $0) }) { first, _ in first }
    var readers: [Int: Set<Int>] = [:]
    for edge in topology.edges where [.mounts, .reads].contains(edge.kind) {
      guard topology.nodes[edge.to].kind == .configMap, let reader = positions[edge.from] else { continue }
      readers[edge.to, default: []].formUnion(plan.groups(with: reader))
    }
    for (node, groups) in readers.sorted(by: { $0.key < $1.key }) {
      guard let object = editor.object(of: node) else { continue }
      let title = "ConfigMap/\(topology.nodes[node].name)"
      // A ConfigMap that others read too has already been reported as a whole.
      if diagnostics.contains(where: { $0.message.hasPrefix("\(title) contains localhost") }) { continue }
      let draft = editor.draft(object)
      for port in Set(draft["data"]?.localPorts ?? []).sorted() {
        let isServed = groups.allSatisfy { group in
          plan.groups[group].containers.contains { container in
            pod.template.containers[container].ports.contains { $0.number == port }
          }
        }
        if isServed { continue }
        if let owner = plan.owner(ofPort: port, named: nil) {
          diagnostics.append(.left(title, port, plan.groups[owner.group].name, editor.place(object)))
        } else {
          diagnostics.append(.leftUnknown(title, port, editor.place(object)))
        }
      }
    }
  }

  /// The values of Secrets are never written, so an address in one must be changed by hand.
  fileprivate mutating func reportSecrets(_ editor: inout ManifestEditor) {
    let own = Set([pod.node] + pod.containerNodes)
    let topology = editor.topology
    let secrets = topology.edges.filter { edge in
      [.mounts, .reads].contains(edge.kind) && own.contains(edge.from) && topology.nodes[edge.to].kind == .secret
    }.map(\.to)
    for node in Set(secrets).sorted() {
      guard let object = editor.object(of: node) else { continue }
      let root = editor.resource(object).root
      let texts =
        (root["stringData"]?.fields ?? []).map(\.value.written)
        + (root["data"]?.fields ?? []).compactMap { Base64.decoded($0.value.written) }
      if texts.contains(where: { !AddressRewriting.localPorts(in: $0).isEmpty }) {
        diagnostics.append(.leftInSecret("Secret/\(topology.nodes[node].name)", editor.place(object)))
      }
    }
  }
}

extension AddressRewriting {
  /// Changes a scalar if it contains the address; returns whether it does.
  func rewrite(_ draft: inout Draft) -> Bool {
    guard case .scalar(let text, let style) = draft.content, let new = rewritten(text) else { return false }
    draft.content = .scalar(new, style)
    return true
  }
}

extension Draft {
  /// Whether a container is configured to listen on the pod's own address only.
  fileprivate func bindsToLocalhost(_ port: Int) -> Bool {
    let words = ["command", "args"].flatMap { self[$0]?.items.compactMap(\.text) ?? [] }
    var pairs = zip([""] + words, words).map { before, word in
      let parts = word.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : (before, word)
    }
    pairs += (self["env"]?.items ?? []).map { ($0["name"]?.text ?? "", $0["value"]?.text ?? "") }
    return pairs.contains { name, text in
      AddressRewriting.localHosts.contains { host in
        // `API_HOST=localhost` names the host that is called.
        text == host && Self.saysWhereToListen(name) || text.hasSuffix("\(host):\(port)") && !text.contains("://")
      }
    }
  }

  private static func saysWhereToListen(_ name: String) -> Bool {
    let name = name.drop { $0 == "-" }.lowercased()
    return name.contains("bind") || name.contains("listen")
      || ["host", "hostname", "addr", "address", "ip", "interface", "http-host", "http_host", "server.host"]
        .contains(name)
  }

  /// The numbers of the ports that probes and hooks contact on the pod's own address.
  fileprivate var askedPorts: [(field: String, port: Int)] {
    let hooks = ["postStart", "preStop"].map { ("lifecycle.\($0)", self[path: "lifecycle", $0]) }
    let probes = ["startupProbe", "livenessProbe", "readinessProbe"].map { ($0, self[$0]) }
    return (hooks + probes).flatMap { field, value in
      ["httpGet", "tcpSocket", "grpc"].compactMap { way in
        guard let ask = value?[way], ask["host"] == nil, let port = ask["port"]?.integer else { return nil }
        return (field, port)
      }
    }
  }

  /// The ports of all localhost addresses in a container's variables, commands and probes.
  fileprivate var localPorts: [Int] {
    switch content {
    case .scalar(let text, _): AddressRewriting.localPorts(in: text)
    case .sequence(let items): items.flatMap(\.localPorts)
    case .mapping(let fields): fields.flatMap(\.value.localPorts)
    }
  }
}

extension AddressRewriting {
  /// The ports that follow hosts that mean the pod itself.
  static func localPorts(in text: String) -> [Int] {
    var ports: [Int] = []
    for host in localHosts {
      var rest = text[...]
      while let found = rest.firstByteRange(of: host) {
        rest = rest[found.upperBound...]
        if rest.first == ":" {
          if let port = Int(rest.dropFirst().prefix { $0.isASCII && $0.isNumber }) { ports.append(port) }
        } else if rest.first.map({ " \n/?#,;\"'".contains($0) }) ?? true,
          let port = scheme(before: text[..<found.lowerBound]).flatMap({ Scheme(named: $0)?.port }), port != 80,
          port != 443
        {
          // Not `http://localhost`, which is usually an allowed origin.
          ports.append(port)
        }
      }
    }
    return ports
  }
}

extension Diagnostic {
  fileprivate static func notRewritten(
    _ caller: String, _ called: String, _ port: Int, _ service: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(caller) calls \(called) on localhost:\(port) in a way that can't be rewritten; "
        + "use \(service):\(port) instead")
  }

  fileprivate static func bound(_ container: String, _ port: Int, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(container) seems to listen on localhost only, so no other pod can reach port \(port); "
        + "let it listen on all addresses")
  }

  fileprivate static func leftInSecret(_ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(.warning, at: place, "\(title) contains localhost and is not rewritten; change it by hand")
  }

  fileprivate static func sharedConfiguration(_ title: String, _ other: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(title) contains localhost and is not rewritten because \(other) reads it too; give each its own")
  }

  fileprivate static func asked(
    _ field: String, _ container: String, _ port: Int, _ group: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(field) of \(container) fails because \(group), which listens on port \(port), is now another pod; "
        + "change it by hand"
    )
  }

  fileprivate static func noNames(_ title: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the pods of \(title) now call Services by name but don't use the cluster's DNS; "
        + "set dnsPolicy: ClusterFirst, or ClusterFirstWithHostNet with hostNetwork")
  }

  fileprivate static func left(_ container: String, _ port: Int, _ group: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "\(container) still uses localhost:\(port), but \(group), which listened there, is now another pod; "
        + "change it by hand"
    )
  }

  fileprivate static func leftUnknown(_ container: String, _ port: Int, _ place: Place) -> Diagnostic {
    Diagnostic(
      .note, at: place,
      "\(container) still uses localhost:\(port), a port that no container in its pod declares; "
        + "check what listens there"
    )
  }
}
