import PodmapManifests

extension Pass {
  /// Finds the pods of the subsets that VirtualServices send requests to, by the labels in the DestinationRule of the
  /// same host.
  static let resolveSubsets = Pass("resolve subsets") { builder in
    guard let pods = builder.pods else { return }
    let concerned = builder.objects.filter { object in
      guard case .entry(let entry) = object.facts else { return false }
      return entry.ways.contains { $0.subset != nil }
    }
    guard !concerned.isEmpty else { return }
    let subsets = Subsets(builder)
    for object in concerned {
      guard case .entry(var entry) = object.facts else { continue }
      let hosts = Dictionary(object.references.map { ($0.evidence.path, $0) }) { first, _ in first }
      for index in entry.ways.indices {
        guard let subset = entry.ways[index].subset, let reference = hosts[entry.ways[index].field],
          let service = builder.service(reference.name, near: object.innerNamespace)
        else { continue }
        guard let found = subsets.byService[service], let labels = found[subset] else {
          if subsets.contested.contains(service) { continue }
          builder.diagnostics.append(
            .noSubset(subset, reference, object, isKnownHost: subsets.byService[service] != nil))
          continue
        }
        guard let position = builder.position(of: service), var selector = builder.nodes[position].service?.selector
        else { continue }
        selector.requirements += labels.requirements
        let owners = pods.pods(in: builder.nodes[position].namespace, matching: selector).map(\.owner).uniqued
        entry.ways[index].owners = owners.map { builder.nodes[$0].id }
      }
      builder.update(object.positions.object) { $0.facts = .entry(entry) }
    }
  }
}

/// The labels of the subsets of each Service.
private struct Subsets {
  private(set) var byService: [NodeID: [String: LabelSelector]] = [:]
  /// Services whose subsets the input defines in different ways.
  private(set) var contested: Set<NodeID> = []

  init(_ builder: TopologyBuilder) {
    for object in builder.objects where object.resource.kind == "DestinationRule.networking.istio.io" {
      let spec = object.resource.root["spec"]
      guard let host = spec?["host"]?.text, let service = builder.service(host, near: object.innerNamespace) else {
        continue
      }
      if object.isContested { contested.insert(service) }
      for (index, subset) in (spec?["subsets"]?.items ?? []).enumerated() {
        guard let name = subset["name"]?.text else { continue }
        let path = FieldPath("spec.subsets").appending(index).appending("labels")
        byService[service, default: [:]][name] = subset["labels"].map {
          LabelSelector(plain: $0, path: path, file: object.resource.file)
        }
      }
      if byService[service] == nil { byService[service] = [:] }
    }
  }
}

extension TopologyBuilder {
  /// The Service that a host means.
  fileprivate func service(_ host: String, near namespace: String) -> NodeID? {
    let found = HostName(host, near: namespace) { id in
      position(of: id).map { nodes[$0].presence == .present } ?? false
    }
    guard case .service(let name, let namespace) = found else { return nil }
    return NodeID(.service, name, in: namespace)
  }
}

extension Diagnostic {
  fileprivate static func noSubset(
    _ subset: String, _ reference: ObjectDescription.Reference, _ object: ObjectDescription, isKnownHost: Bool
  ) -> Diagnostic {
    Diagnostic(
      // The DestinationRule of another team is in another repository.
      isKnownHost ? .warning : .note, at: reference.evidence.place, topic: .missingObject,
      "\(object.words) sends traffic to the subset '\(subset.shortened())' of '\(reference.name.shortened())', which no "
        + "DestinationRule in the input defines; add it, or correct the name")
  }
}
