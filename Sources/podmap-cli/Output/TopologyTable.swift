import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// The graph as columns for a terminal: objects with their parts, then edges with their evidence.
struct TopologyTable {
  private let topology: Topology

  init(_ topology: Topology) {
    self.topology = topology
  }

  func write(to output: inout some TextOutputStream) {
    let rows = topology.nodes.map { [$0.id.text.printable, details($0).printable] }
    output.write(TextColumns.text(["OBJECT", "DETAILS"], rows))
    writePatterns(to: &output)
    guard !topology.edges.isEmpty else { return }
    output.write("\n")
    var lines: [[String]] = []
    for edge in topology.edges {
      let relation = "\(topology.nodes[edge.from].id.text) → \(topology.nodes[edge.to].id.text)".printable
      let facts = [edge.protocolName, edge.certainty == .possible ? "possible" : nil].compactMap(\.self)
      let kind = [
        edge.kind.rawValue, edge.words, facts.isEmpty ? "" : "(\(facts.joined(separator: ", ")))", words(edge.verdict),
      ].filter { !$0.isEmpty }.joined(separator: " ").printable
      for (position, evidence) in edge.evidence.enumerated() {
        let reason = "\(evidence.file):\(evidence.line) \(evidence.path) = \(evidence.value)".printable
        lines.append(position == 0 ? [relation, kind, reason] : ["", "", reason])
      }
    }
    output.write(TextColumns.text(["EDGE", "KIND", "EVIDENCE"], lines))
  }

  /// What containers do for each other, with the evidence.
  private func writePatterns(to output: inout some TextOutputStream) {
    var lines: [[String]] = []
    for node in topology.nodes {
      guard let pattern = node.container?.pattern else { continue }
      let start = [node.id.text.printable, pattern.text.printable]
      if pattern.evidence.isEmpty { lines.append(start + [""]) }
      for (position, evidence) in pattern.evidence.enumerated() {
        let reason = "\(evidence.file):\(evidence.line) \(evidence.path) = \(evidence.value)".printable
        lines.append((position == 0 ? start : ["", ""]) + [reason])
      }
    }
    guard !lines.isEmpty else { return }
    output.write("\n")
    output.write(TextColumns.text(["CONTAINER", "PATTERN", "EVIDENCE"], lines))
  }

  /// What NetworkPolicies say about a call: "(denied by deny-all at its ingress)".
  private func words(_ verdict: Verdict?) -> String {
    guard let verdict else { return "" }
    let policies = verdict.policies.map(\.text).joined(separator: ", ")
    switch verdict.state {
    case .noPolicy: return ""
    case .cannotTell: return "(unknown whether it is allowed: \(verdict.reason))"
    case .allowed: return policies.isEmpty ? "" : "(allowed by \(policies))"
    case .denied where verdict.policies.isEmpty: return "(not accepted: \(verdict.reason))"
    case .denied:
      let end =
        switch verdict.end {
        case .egress: "at the caller's egress"
        case .ingress, nil: "at its ingress"
        case .both: "at both ends"
        }
      let part = verdict.workloads.isEmpty ? "" : " for some of its pods (\(verdict.workloadWords))"
      return "(denied\(part) by \(policies) \(end))"
    }
  }

  private func details(_ node: Node) -> String {
    var facts: [String] = []
    switch node.presence {
    case .present: break
    case .missing: facts.append("missing")
    case .notInInput: facts.append("not in input")
    case .external: facts.append("provided by the cluster")
    case .outside: facts.append("outside the cluster")
    }
    if let container = node.container {
      let role = container.step.map { "\(container.role.rawValue) \($0)" } ?? container.role.rawValue
      facts += [role, container.image] + container.ports.map { "\($0.number)/\($0.transport)" }
    }
    if case .replicas(let count)? = node.workload?.scale, node.kind != .pod { facts.append(count.counted("replica")) }
    for template in node.workload?.templates ?? [] {
      if let name = template.name, let count = template.count { facts.append("\(count.counted("pod")) of \(name)") }
    }
    if let drawn = node.drawnByHand { facts += [drawn.kind?.rawValue ?? "", drawn.label] }
    if let service = node.service {
      facts += [service.type] + service.ports.map { "\($0.number)/\($0.transport)" }
    }
    if case .autoscaler(let bounds) = node.facts { facts.append(bounds.words) }
    if let policy = node.networkPolicy { facts += policy.words }
    if let place = node.places.last { facts.append("\(place.file):\(place.line)") }
    return facts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension String {
  /// The text, padded with spaces to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate var printable: String { withoutControlCharacters }
}
