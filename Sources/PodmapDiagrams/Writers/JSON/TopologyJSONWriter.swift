package import PodmapManifests
package import PodmapTopology

/// Writes a topology as JSON: the machine interface, described in `docs/json.md`.
///
/// One node, edge or diagnostic per line, so that a line diff of two outputs shows what has changed.
package struct TopologyJSONWriter: Sendable {
  /// The version of the schema; it increases when existing readers would break.
  package static let schema = 1

  package init() {}

  /// Writes everything; also the cards and lines of the topology's picture, if there is one.
  package func write(
    _ topology: Topology, diagnostics: [Diagnostic], condensed: CondensedJSON? = nil,
    to output: inout some TextOutputStream
  ) {
    output.write("{\"schema\": \(Self.schema),\n\"nodes\": [")
    write(topology.nodes, to: &output) { node, object in describe(node, in: topology, &object) }
    output.write("],\n\"edges\": [")
    write(topology.edges, to: &output) { edge, object in describe(edge, in: topology, &object) }
    if let condensed {
      output.write("],\n\"cards\": [")
      write(condensed.diagram.cards, to: &output) { condensed.describe($0, &$1) }
      output.write("],\n\"lines\": [")
      write(condensed.diagram.lines, to: &output) { condensed.describe($0, &$1) }
    }
    output.write("],\n\"diagnostics\": [")
    write(diagnostics, to: &output) { diagnostic, object in describe(diagnostic, &object) }
    output.write("]}\n")
  }

  /// Large lists are written on all cores, one slice each; in rounds, so that few of the slices are in memory.
  private func write<Item: Sendable>(
    _ items: [Item], to output: inout some TextOutputStream,
    _ describe: @Sendable (Item, inout JSONBuffer) -> Void
  ) {
    for round in items.slices(of: 512).slices(of: 32) {
      let texts = concurrentMap(Array(round)) { slice in
        var buffer = JSONBuffer()
        for position in slice.indices {
          if position > slice.startIndex { buffer.nextLine() }
          buffer.object { describe(slice[position], &$0) }
        }
        return buffer.text
      }
      for (position, text) in texts.enumerated() {
        output.write(position == 0 && round.startIndex == 0 ? "\n" : ",\n")
        output.write(text)
      }
    }
    if !items.isEmpty { output.write("\n") }
  }

  private func describe(_ node: Node, in topology: Topology, _ object: inout JSONBuffer) {
    object.add("id", node.id.text)
    object.add("kind", node.kind.rawValue)
    object.add("name", node.name)
    object.add("namespace", node.namespace)
    object.add("parent", node.parent.map { topology.nodes[$0].id.text })
    switch node.facts {
    case .container(let container): describe(container, &object)
    case .workload(let workload): describe(workload, &object)
    case .volume(let volume): object.add("source", volume.source.text)
    case .service(let service):
      object.add("type", service.type)
      object.add("ports", service.ports) { describe($0, &$1) }
    case .claim(let claim):
      object.add("size", claim.size)
      object.add("accessModes", claim.accessModes)
    case .autoscaler(let bounds):
      object.add("minReplicas", bounds.least)
      object.add("maxReplicas", bounds.most)
    case .entry(let entry): if node.kind == .ingress { object.add("hosts", entry.hosts) }
    case .networkPolicy(let policy):
      object.add("isolates", NetworkPolicy.Direction.allCases.filter { policy.isolates($0) }.map(\.rawValue))
      object.add("rules", policy.words)
    case .drawn(let drawn):
      object.add("label", drawn.label)
      object.add("drawnAs", drawn.kind?.rawValue)
      object.add("groups", drawn.frames.map(\.label))
    case .none, .volumeResource, .referenceGrant: break
    }
    switch node.presence {
    case .present: break
    case .missing: object.add("missing", true)
    case .notInInput: object.add("notInInput", true)
    case .external: object.add("external", true)
    case .outside: object.add("outside", true)
    }
    object.add("places", node.places) { place, object in
      object.add("file", place.file)
      object.add("line", place.line)
    }
  }

  private func describe(_ workload: Workload, _ object: inout JSONBuffer) {
    object.add(workload.scale)
    object.add("hostNamespaces", workload.templates.flatMap(\.hostNamespaces))
    object.add("sharesProcessNamespace", workload.templates.contains(where: \.sharesProcessNamespace))
  }

  private func describe(_ container: Container, _ object: inout JSONBuffer) {
    object.add("role", container.role.rawValue)
    object.add("step", container.step)
    object.add("image", container.image)
    object.add("ports", container.ports) { port, object in
      object.add("number", port.number)
      object.add("name", port.name)
      object.add("protocol", port.transport)
      object.add("hostPort", port.hostPort)
    }
    object.add("probes", container.probes.map(\.kind.rawValue))
    object.add("requests", container.requests)
    object.add("limits", container.limits)
    object.add("restartPolicy", container.restartPolicy)
    object.add("derived", container.isDerived)
    object.add("injectedBy", container.injector)
    object.add("security", container.security)
    guard let pattern = container.pattern else { return }
    object.add("pattern", pattern.name.rawValue)
    object.add("patternReason", pattern.reason)
    object.add("patternEvidence", pattern.evidence) { describe($0, &$1) }
  }

  private func describe(_ port: Service.Port, _ object: inout JSONBuffer) {
    object.add("number", port.number)
    object.add("name", port.name)
    object.add("protocol", port.transport)
    switch port.target {
    case .number(let number): object.add("targetPort", number)
    case .name(let name): object.add("targetPort", name)
    }
    object.add("nodePort", port.nodePort)
  }

  private func describe(_ edge: Edge, in topology: Topology, _ object: inout JSONBuffer) {
    object.add("from", topology.nodes[edge.from].id.text)
    object.add("to", topology.nodes[edge.to].id.text)
    object.add("kind", edge.kind.rawValue)
    object.add("label", edge.words.isEmpty ? nil : edge.words)
    object.add("protocol", edge.protocolName)
    object.add("certainty", edge.certainty.rawValue)
    object.add("line", edge.line == .solid ? nil : edge.line.rawValue)
    object.add("port", edge.port)
    object.add("verdict", edge.verdict) { verdict, object in
      object.add("state", verdict.state.rawValue)
      object.add("policies", verdict.policies.map(\.text))
      object.add("end", verdict.end?.rawValue)
      object.add("reason", verdict.reason.isEmpty ? nil : verdict.reason)
    }
    object.add("evidence", edge.evidence) { describe($0, &$1) }
  }

  private func describe(_ evidence: Evidence, _ object: inout JSONBuffer) {
    object.add("file", evidence.file)
    object.add("line", evidence.line)
    object.add("path", evidence.path)
    object.add("value", evidence.value)
  }

  private func describe(_ diagnostic: Diagnostic, _ object: inout JSONBuffer) {
    object.add("severity", diagnostic.severity.rawValue)
    object.add("code", diagnostic.topic.code)
    object.add("objects", diagnostic.objects)
    object.add("file", diagnostic.place?.file)
    // A message about a whole file has neither.
    let position = diagnostic.place.flatMap { $0.isWholeFile ? nil : $0 }
    object.add("line", position?.line)
    object.add("column", position?.column)
    object.add("message", diagnostic.wholeMessage)
  }
}
