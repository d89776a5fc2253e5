import PodmapManifests

extension Pass {
  /// Adds and removes the calls that the project's settings name.
  static let applyCalls = Pass("apply calls") { builder in
    for call in builder.settings.calls {
      if call.isRemoved { builder.remove(call) } else { builder.add(call) }
    }
  }
}

extension TopologyBuilder {
  fileprivate mutating func remove(_ call: WrittenCall) {
    let nodes = self.nodes
    let count = edges.count
    removeEdges { edge in
      edge.kind == .calls && (call.port == nil || edge.port == call.port)
        && nodes.isMeant(edge.from, by: call.from) && nodes.isMeant(edge.to, by: call.to)
    }
    if edges.count < count { used.insert(call.place) }
  }

  fileprivate mutating func add(_ call: WrittenCall) {
    let pods = containerPositions
    let callers = nodes.indices.filter { nodes[$0].presence == .present && call.from.matches(nodes[$0]) }
      .flatMap { containers(callingFor: $0, pods) }.uniqued
    var targets = nodes.indices.filter { call.to.matches(nodes[$0]) && nodes[$0].kind != .volume }
    guard !callers.isEmpty else { return }
    if targets.isEmpty {
      // Names of objects have a kind before them; anything else with a dot is a host.
      guard call.to.isHost else { return }
      targets = [add(host: call.to.text, .outside)]
    }
    used.insert(call.place)
    for caller in callers {
      for target in targets where target != caller {
        connect(
          caller, target, .calls, label: call.port.map { String($0) } ?? "", port: call.port,
          evidence: [call.evidence])
      }
    }
  }

  /// A container itself, or the containers of a workload that run with it.
  private func containers(callingFor position: Int, _ pods: [Int: [[Int]]]) -> [Int] {
    if nodes[position].container != nil { return [position] }
    return (pods[position] ?? []).joined().first { nodes[$0].container?.role == .app }.map { [$0] } ?? []
  }
}

extension [Node] {
  /// Whether a pattern means a node, or the workload that it is a part of.
  fileprivate func isMeant(_ position: Int, by pattern: NamePattern) -> Bool {
    pattern.matches(self[position]) || self[position].parent.map { pattern.matches(self[$0]) } ?? false
  }
}

extension NamePattern {
  fileprivate var isHost: Bool { text.contains(".") && !text.contains("*") && !text.contains("/") }
}
