internal import PodmapComparison
internal import PodmapManifests
internal import PodmapTopology

/// How the containers of an application are reached, and whom they call.
extension Inventory {
  var services: TemplateValue {
    .list(
      layout.services.map { service in
        .fields([
          .id: .text(service.id),
          .name: .text(service.id.split(separator: "/").last.map(String.init) ?? service.id),
          .type: .text(service.type),
          .ports: .texts(service.ports),
          .containers: .texts(service.targets.map(text)),
        ])
      })
  }

  /// The entry points.
  var entries: TemplateValue {
    let routes = Dictionary(grouping: topology.edges.filter { $0.kind == .routes }, by: \.from)
    return .list(
      topology.nodes.enumerated().compactMap { position, node in
        guard let entry = node.entry, node.presence == .present else { return nil }
        let targets = (routes[position] ?? []).filter { !$0.isDenied }.map { edge in
          let id = topology.nodes[edge.to].id.text
          return edge.words.isEmpty ? id : "\(edge.words) → \(id)"
        }
        return .fields([
          .id: .text(node.id.text), .kind: .text(node.kind.name), .name: .text(node.name),
          .namespace: .text(node.namespace ?? ""), .hosts: .texts(entry.hosts.uniqued), .to: .texts(targets),
        ])
      })
  }

  /// The ports of containers, with the Services that lead to each.
  var ports: TemplateValue {
    let routes = Dictionary(grouping: topology.edges.filter { $0.kind == .routes }, by: \.to)
    return .list(
      layout.containers.flatMap { member -> [TemplateValue] in
        let services = (routes[member.node] ?? []).map { topology.nodes[$0.from].id.text }.uniqued
        return member.container.ports.map { port in
          .fields([
            .container: .text(member.id), .number: .number(port.number), .transport: .text(port.transport),
            .name: .text(port.name ?? ""), .services: .texts(services),
          ])
        }
      })
  }

  var calls: TemplateValue {
    .list(
      topology.edges.filter { $0.kind == .calls }.map { edge in
        .fields([
          .from: .text(topology.nodes[edge.from].id.text),
          .to: .text(topology.nodes[edge.to].id.text),
          .label: .text(edge.label),
          .certainty: .text(edge.certainty.rawValue),
          .verdict: .text(edge.verdict?.word ?? ""),
          .evidence: .list(
            edge.evidence.map { evidence in
              .fields([
                .place: .text("\(evidence.file):\(evidence.line)"), .field: .text(evidence.path),
                .value: .text(evidence.value),
              ])
            }),
        ])
      })
  }

  private func text(_ endpoint: Endpoint) -> String {
    switch endpoint {
    case .container(let position): layout.containers[position].id
    case .object(let id): id
    case .host(let name): name
    }
  }
}

extension Verdict {
  /// What NetworkPolicies say about a call, if anything.
  fileprivate var word: String? {
    switch state {
    case .noPolicy: nil
    case .cannotTell: "can't be told"
    case .allowed: "allowed"
    case .denied: "denied"
    }
  }
}
