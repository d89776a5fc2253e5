import PodmapManifests
import PodmapTopology

/// Must, or may, containers run on different nodes?
extension ReasonJudge {
  var differentHosts: Ruling {
    for own in [right, left] {
      guard own.lasting.count > 1 else { continue }
      if let ruling = differentNodes(own) ?? daemons(own) ?? keptApart(own) ?? hostPorts(own) { return ruling }
    }
    for own in sides {
      if let ruling = oneNode(own) { return ruling }
    }
    let asking = sides.flatMap { own in own.lasting.map { (own, $0) } }.filter { !demands($0, $1).isEmpty }
    if let (own, pod) = asking.first {
      let needs = demands(own, pod)
      let words = needs.map { "\($0.field) \($0.value)" }.enumeration
      let evidence = own.evidence(needs.flatMap(\.evidence))
      if own.mains(in: pod).count > 1 {
        return .cantTell(
          "\(own.layout.pods[pod].id) asks for \(words); which of its containers need that is not stated", evidence)
      }
      return .doesNot("all pods on the \(own.side.rawValue) ask for the same: \(words)", evidence)
    }
    return .doesNot("no pod of either side asks for certain nodes, or keeps away from those of another workload")
  }

  /// What a pod demands of its node. A toleration demands nothing, and Linux is what containers run on anyway.
  private func demands(_ own: LayoutSide, _ pod: Int) -> [PodNeed] {
    own.nodeNeeds(of: own.layout.pods[pod]).filter { need in
      !need.field.hasPrefix("toleration")
        && !(need.value == "linux"
          && ["os", "nodeSelector kubernetes.io/os", "nodeSelector beta.kubernetes.io/os"]
            .contains(need.field))
    }
  }

  private func differentNodes(_ own: LayoutSide) -> Ruling? {
    let needs = own.lasting.map { pod in (pod: pod, needs: demands(own, pod)) }
    func words(_ needs: [PodNeed]) -> String { needs.map { "\($0.field) \($0.value)" }.sorted().enumeration }
    var seen: Set<String> = []
    // Those that demand something stand first.
    let kinds = needs.sorted { ($0.needs.isEmpty ? 1 : 0, $0.pod) < ($1.needs.isEmpty ? 1 : 0, $1.pod) }
      .filter { seen.insert(words($0.needs)).inserted }
    guard kinds.count > 1 else { return nil }
    let told = kinds.prefix(3).map { pod, needs in
      "\(own.words(for: pod)) \(needs.isEmpty ? "can run on any node" : "needs \(words(needs))")"
    }
    var sentence = "on the \(own.side.rawValue) \(Array(told).enumeration)"
    if let ignored = ignored(kinds.map(\.pod), of: own) { sentence += "; \(ignored.place)" }
    return .holds(sentence, own.evidence(kinds.flatMap { $0.needs.flatMap(\.evidence) }))
  }

  private func daemons(_ own: LayoutSide) -> Ruling? {
    let all = own.lasting.filter { own.layout.pods[$0].scale == .onePerNode }
    guard let first = all.first, all.count < own.lasting.count else { return nil }
    let others = own.lasting.filter { !all.contains($0) }
    return .holds(
      "on the \(own.side.rawValue) \(own.words(for: first)) runs on each node, "
        + "\(others.map(own.words).enumeration) on some",
      own.evidence(own.layout.pods[first].written?.root["kind"]?.evidence))
  }

  /// A workload that keeps away from the pods of another one.
  private func keptApart(_ own: LayoutSide) -> Ruling? {
    affinity("podAntiAffinity", own).map { pod, other, evidence in
      .holds(
        "on the \(own.side.rawValue) \(own.words(for: pod)) keeps away from the nodes of \(own.words(for: other))",
        own.evidence(evidence))
    }
  }

  private func hostPorts(_ own: LayoutSide) -> Ruling? {
    let found = collisions.first { $0.side == own.side && $0.kind == .hostPort }
    return found.map { collision in
      .holds(
        "\(collision.containers.enumeration) take the same host port \(collision.what), which a node has once",
        own.evidence(collision.evidence))
    }
  }

  /// What ties several workloads to one node.
  private func oneNode(_ own: LayoutSide) -> Ruling? {
    if let (pod, other, evidence) = affinity("podAffinity", own) {
      return .doesNot(
        "on the \(own.side.rawValue) \(own.words(for: pod)) must run beside \(own.words(for: other))",
        own.evidence(evidence))
    }
    let claim = own.claimsOfSeveralPods.first { $0.claim.modes == ["ReadWriteOnce"] }
    return claim.map { claim, pods, evidence in
      .doesNot(
        "on the \(own.side.rawValue) \(pods.map(own.words).enumeration) mount the claim \(claim.name), which is "
          + "ReadWriteOnce: they run on one node", evidence)
    }
  }

  /// A required rule of one workload for the pods of another one.
  private func affinity(_ kind: String, _ own: LayoutSide) -> (pod: Int, other: Int, evidence: [Evidence])? {
    for pod in own.lasting {
      let affinity = own.layout.pods[pod].written?.spec?.at("affinity")
      for term in affinity?.at(kind, "requiredDuringSchedulingIgnoredDuringExecution")?.items ?? [] {
        guard let field = term["labelSelector"], term["topologyKey"] != nil, term["namespaces"] == nil else { continue }
        let selector = LabelSelector(field.value, path: field.path, file: field.file)
        let other = own.lasting.first { other in
          other != pod && own.namespace(of: other) == own.namespace(of: pod)
            && selector.matches(own.layout.pods[other].template.labels)
        }
        if let other { return (pod, other, field.allEvidence + (term["topologyKey"]?.allEvidence ?? [])) }
      }
    }
    return nil
  }
}

extension LayoutSide {
  fileprivate func namespace(of pod: Int) -> String? { layout.topology.nodes[layout.pods[pod].owner].namespace }
}
