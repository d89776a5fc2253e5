import PodmapManifests

extension Pass {
  /// Decides which routes the listeners of their Gateways accept. The edge to a route that none accepts is denied, and
  /// a finding says why.
  static let acceptRoutes = Pass("accept routes") { builder in
    let gateways = builder.attachments
    guard !gateways.isEmpty else { return }
    let namespaces = NamespaceLabels(builder.nodes)
    var refused: [Attachment: String] = [:]
    var diagnostics: [Diagnostic] = []
    for object in builder.objects {
      guard let entry = builder.nodes[object.positions.object].entry, !entry.parents.isEmpty, !object.isContested else {
        continue
      }
      for parent in entry.parents {
        let attachment = Attachment(route: object.positions.object, field: parent.field)
        // Of alternatives in one input, only the last is drawn, and the route may belong to another.
        guard let gateway = gateways[attachment], !builder.objects[gateway].isContested,
          let reason = Acceptance(object, entry, parent, builder.objects[gateway], namespaces).refusal
        else { continue }
        refused[attachment] = reason
        diagnostics.append(.refused(object, parent, builder.objects[gateway], reason))
      }
    }
    guard !refused.isEmpty else { return }
    builder.updateEdges(.routes) { edge in
      guard let path = edge.evidence.first?.path,
        let reason = refused[Attachment(route: edge.to, field: path)]
      else { return }
      edge.verdict = Verdict(.denied, reason: reason)
    }
    builder.diagnostics += diagnostics
  }
}

/// A field of a route that names the Gateway, or the set of listeners, that it is attached to.
private struct Attachment: Hashable {
  /// The position of the route among the nodes.
  var route: Int
  var field: String
}

extension TopologyBuilder {
  /// The object in the input that each such field names, as its position among the objects.
  fileprivate var attachments: [Attachment: Int] {
    var gates: [Int: Int] = [:]
    for (position, object) in objects.enumerated() {
      // A Gateway of another API has no rules about its routes.
      if nodes[object.positions.object].entry?.setAdmission != nil || object.resource.kind.isListenerSet {
        gates[object.positions.object] = position
      }
    }
    guard !gates.isEmpty else { return [:] }
    var found: [Attachment: Int] = [:]
    for edge in edges where edge.kind == .routes {
      guard let gate = gates[edge.from], let path = edge.evidence.first?.path else { continue }
      found[Attachment(route: edge.to, field: path)] = gate
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func refused(
    _ route: ObjectDescription, _ parent: Entry.Parent, _ gateway: ObjectDescription, _ reason: String
  ) -> Diagnostic {
    let place = route.references.first { $0.evidence.path == parent.field }?.evidence.place ?? route.resource.place
    return Diagnostic(
      .warning, at: place, topic: .refusedRoute,
      "\(gateway.words) does not accept \(route.words): \(reason); no request reaches the route through it")
  }
}
