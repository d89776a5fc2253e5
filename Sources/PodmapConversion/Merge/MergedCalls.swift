import PodmapManifests
import PodmapTopology

/// Calls between merged containers, which now go over localhost.
struct MergedCalls {
  /// A call from a merged container to a Service whose pods are all merged.
  private struct Found {
    var edge: Edge
    var service: MergedServices.Inner
  }

  private let found: [Found]
  private let owners: [Int: Int]
  private let namespace: String
  /// Calls that need no further message: their addresses were rewritten, or reported as unchanged.
  private(set) var settled: Set<[Int]> = []
  /// Calls whose addresses were rewritten.
  private var rewritten: Set<[Int]> = []
  /// Calls whose addresses are composed of others.
  private(set) var open: [Edge] = []

  init(_ members: [MergeMember], _ services: [MergedServices.Inner], namespace: String, _ topology: Topology) {
    var owners: [Int: Int] = [:]
    for (position, member) in members.enumerated() { owners[member.node] = position }
    for (number, node) in topology.nodes.enumerated() {
      if let parent = node.parent, let owner = owners[parent] { owners[number] = owner }
    }
    self.owners = owners
    self.namespace = namespace
    let byNode = Dictionary(services.map { ($0.node, $0) }) { first, _ in first }
    found = topology.edges.filter { $0.kind == .calls && owners[$0.from] != nil }.compactMap { edge in
      byNode[edge.to].map { Found(edge: edge, service: $0) }
    }
  }

  mutating func rewrite(
    _ members: inout [MergeMember], _ editor: inout ManifestEditor, _ report: inout MergeReport
  ) {
    let topology = editor.topology
    for call in found {
      let caller = topology.nodes[call.edge.from]
      warnOfWaiting(call, caller, &members, &report)
      for evidence in call.edge.evidence {
        let what = "the address of the Service '\(call.service.name.shortened())'"
        let key = [call.edge.from, call.edge.to]
        func stays(_ reason: String) {
          settled.insert(key)
          report.warn(
            at: evidence.place,
            "\(what) is unchanged, although '\(caller.name.shortened())' and what it calls are now in one pod: "
              + reason
          )
        }
        guard let object = editor.object(at: evidence), let steps = DraftPath.steps(evidence.path) else { continue }
        switch editor.resource(object).kind {
        case .secret:
          stays("it is in a Secret, which is never changed")
        case .configMap:
          if let other = stranger(of: editor.resource(object), topology) {
            stays("'\(other.shortened())', which is not merged, reads this ConfigMap too")
            continue
          }
          var draft = editor.draft(object)
          if rewrite(&draft, steps, call, evidence) {
            editor.change(object) { $0 = draft }
            settle(call, members)
          } else if !isDone(draft, steps) {
            stays("its notation can't be changed")
          }
        default:
          guard let owner = owners[call.edge.from], members[owner].object == object else {
            stays("it is in \(editor.resource(object).kind.name) '\(editor.resource(object).name.shortened())'")
            continue
          }
          let isProbe = evidence.path.contains("Probe.")
          if isProbe || evidence.path.contains("annotations") {
            stays(isProbe ? "probes come from the node" : "other programs read annotations")
          } else if rewrite(&members[owner].draft, steps, call, evidence) {
            settle(call, members)
          } else if let text = members[owner].draft.value(at: steps)?.text, text.contains("$") {
            if rewritten.contains(key) { rewritePorts(behindVariables: steps, call, &members[owner].draft) }
            open.append(call.edge)
          } else if !isDone(members[owner].draft, steps) {
            stays("its notation can't be changed")
          }
        }
      }
    }
  }

  /// The result contains a rewritten call if a container declares its port.
  private mutating func settle(_ call: Found, _ members: [MergeMember]) {
    rewritten.insert([call.edge.from, call.edge.to])
    let declared = Set(
      call.service.members.flatMap { members[$0].running }.flatMap { $0["ports"]?.items ?? [] }
        .compactMap { $0["containerPort"]?.integer })
    if !call.service.ports.contains(where: { $0.target.map(declared.contains) ?? false }) {
      settled.insert([call.edge.from, call.edge.to])
    }
  }

  /// Whether another piece of evidence for the same text was sufficient.
  private func isDone(_ draft: Draft, _ steps: [DraftPath.Step]) -> Bool {
    draft.value(at: steps)?.text?.contains("localhost") ?? false
  }

  private func rewrite(_ draft: inout Draft, _ steps: [DraftPath.Step], _ call: Found, _ evidence: Evidence) -> Bool {
    guard let old = draft.value(at: steps)?.text else { return false }
    let names = Self.names(of: call.service.name, in: namespace)
    var text = old
    let line = evidence.value
    let ports = call.service.isHeadless ? [] : call.service.ports
    for port in ports {
      guard let target = port.target else { continue }
      let rewriting = AddressRewriting(
        hosts: names, port: port.number, newHost: "localhost", newPort: target == port.number ? nil : target,
        isOnlyPort: ports.count == 1,
        takesBareHost: { $0.trimmed == line })
      text = rewriting.rewritten(text) ?? text
    }
    if call.service.isHeadless {
      let rewriting = AddressRewriting(
        hosts: names, newHost: "localhost", takesBareHost: { $0.trimmed == line })
      text = rewriting.rewritten(text) ?? text
    }
    guard text != old else { return false }
    // A bare host, whose port is elsewhere or nowhere, would be called on the wrong port.
    if !old.contains(":"), !old.contains("/"), !old.contains(" "),
      !ports.isEmpty, ports.allSatisfy({ $0.target != $0.number }), !hasPort(near: steps, draft, ports)
    {
      return false
    }
    text = Self.withPorts(text, ports)
    draft.change(at: steps) { scalar in
      guard case .scalar(_, let style) = scalar.content else { return }
      scalar.content = .scalar(text, style)
    }
    rewritePort(near: steps, old, &draft, ports)
    return true
  }

  /// A URL without a port means the default port of its scheme, which is that of the Service but not necessarily that
  /// of the container: `redis://localhost` if the container listens elsewhere.
  private static func withPorts(_ text: String, _ ports: [MergedServices.Port]) -> String {
    guard ports.count == 1, let target = ports[0].target, target != ports[0].number else { return text }
    var result = text
    for found in text.ranges(of: "://").reversed() {
      let rest = text[found.upperBound...]
      let authority = rest.prefix { !"/?# \n\"'".contains($0) }
      let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
      if host == "localhost" { result.insert(contentsOf: ":\(target)", at: host.endIndex) }
    }
    return result
  }

  /// `$(HOST):80`, if the variable already has the new host.
  private func rewritePorts(behindVariables steps: [DraftPath.Step], _ call: Found, _ draft: inout Draft) {
    draft.change(at: steps) { scalar in
      guard case .scalar(var text, let style) = scalar.content else { return }
      for found in text.ranges(of: "):").reversed() {
        let digits = text[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), let target = call.service.ports.first(where: { $0.number == number })?.target
        else { continue }
        text.replaceSubrange(digits.startIndex..<digits.endIndex, with: String(target))
      }
      scalar.content = .scalar(text, style)
    }
  }

  /// Whether the port of a host can be found: in a variable next to it, or after the host's own variable.
  private func hasPort(near steps: [DraftPath.Step], _ draft: Draft, _ ports: [MergedServices.Port]) -> Bool {
    var changed = draft
    rewritePort(near: steps, "", &changed, ports)
    if changed != draft { return true }
    guard case .key("value") = steps.last, let name = draft.value(at: steps.dropLast() + [.key("name")])?.text else {
      return false
    }
    // A container is at `…containers[0]`, its variable at `env[0].value` in it.
    return draft.value(at: Array(steps.dropLast(3)))?.names("$(\(name)):") ?? false
  }

  /// The port of `FOO_HOST` is the value of `FOO_PORT`.
  private func rewritePort(
    near steps: [DraftPath.Step], _ old: String, _ draft: inout Draft, _ ports: [MergedServices.Port]
  ) {
    guard !old.contains(":"), !old.contains("/") else { return }
    func partner(_ name: String) -> String? {
      for (end, port) in [
        ("HOSTNAME", "PORT"), ("HOST", "PORT"), ("ADDRESS", "PORT"), ("ADDR", "PORT"), ("SERVER", "PORT"),
        ("host", "port"), ("Host", "Port"),
      ] where name.hasSuffix(end) {
        return name.dropLast(end.count) + port
      }
      return nil
    }
    func change(_ scalar: inout Draft) {
      guard let number = scalar.integer, let port = ports.first(where: { $0.number == number }),
        let target = port.target, case .scalar(_, let style) = scalar.content
      else { return }
      scalar.content = .scalar(String(target), style)
    }
    if case .key("value") = steps.last, steps.count > 2 {
      guard let name = draft.value(at: steps.dropLast() + [.key("name")])?.text, let other = partner(name) else {
        return
      }
      let list = Array(steps.dropLast(2))
      for (index, item) in (draft.value(at: list)?.items ?? []).enumerated() where item["name"]?.text == other {
        draft.change(at: list + [.index(index), .key("value")], change)
      }
    } else if case .key(let name) = steps.last, steps.first == .key("data"), let other = partner(name) {
      draft.change(at: steps.dropLast() + [.key(other)], change)
    }
  }

  static func names(of service: String, in namespace: String) -> [String] {
    let start = "\(service).\(namespace)"
    return [service, start, "\(start).svc", "\(start).svc.cluster.local"]
  }

  /// What else reads a ConfigMap.
  private func stranger(of resource: Resource, _ topology: Topology) -> String? {
    guard let node = topology.position(of: NodeID(.configMap, resource.name, in: resource.namespace ?? namespace))
    else {
      return nil
    }
    for edge in topology.edges where edge.to == node && edge.kind != .owns {
      if owners[edge.from] != nil { continue }
      let reader = topology.nodes[edge.from]
      if let parent = reader.parent, owners[parent] != nil { continue }
      return reader.parent.map { topology.nodes[$0].name } ?? reader.name
    }
    return nil
  }

  /// Init containers finish before any app container starts, so they can't wait for one.
  private func warnOfWaiting(
    _ call: Found, _ caller: Node, _ members: inout [MergeMember], _ report: inout MergeReport
  ) {
    guard caller.container?.role == .initial, let owner = owners[call.edge.from] else { return }
    let name = call.service.name.shortened()
    report.warn(
      at: call.edge.evidence.first?.place,
      "the init container '\(caller.name.shortened())' calls '\(name)', whose containers start after it in the merged "
        + "pod; if it waits for them, the pod never starts, so remove it")
    members[owner].comment(caller.name, "calls \(name), whose containers start after this one has finished")
  }
}

extension Draft {
  /// Whether some text in it contains a part.
  fileprivate func names(_ part: String) -> Bool {
    switch content {
    case .scalar(let text, _): text.contains(part)
    case .sequence(let items): items.contains { $0.names(part) }
    case .mapping(let fields): fields.contains { $0.value.names(part) }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }
}
