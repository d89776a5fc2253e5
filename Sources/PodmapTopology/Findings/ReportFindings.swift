import PodmapManifests

extension Pass {
  /// Reports what the author probably didn't intend, although all of it can be read and drawn.
  static let reportFindings = Pass("report findings") { builder in
    let whole = builder
    builder.diagnostics += concurrentMap(Finding.all) { $0.look(whole) }.joined()
  }
}

/// One check of the whole graph.
struct Finding: Sendable {
  let name: String
  let look: @Sendable (TopologyBuilder) -> [Diagnostic]

  init(_ name: String, _ look: @escaping @Sendable (TopologyBuilder) -> [Diagnostic]) {
    self.name = name
    self.look = look
  }

  static let all: [Finding] = [
    .missingObjects, .missingKeys, .emptySelectors, .ownSelectors, .namedPorts, .calledPorts, .probePorts,
    .portCollisions, .scaleTargets, .sharedClaims, .referenceGrants, .failingContainers, .unfilledVariables,
  ]
}
