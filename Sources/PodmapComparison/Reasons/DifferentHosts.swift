import PodmapManifests
import PodmapTopology

/// Do containers have to run on different nodes, or can they?
extension ReasonJudge {
  var differentHosts: Conclusion {
    for own in [right, left] {
      guard own.longRunning.count > 1 else { continue }
      if let conclusion = differentNodes(own) ?? daemons(own) ?? keptApart(own) ?? hostPorts(own) { return conclusion }
    }
    for own in sides {
      if let conclusion = oneNode(own) { return conclusion }
    }
    let asking = sides.flatMap { own in own.longRunning.map { (own, $0) } }.filter { !demands($0, $1).isEmpty }
    if let (own, pod) = asking.first {
      let needs = demands(own, pod)
      let words = needs.map { "\($0.field) \($0.value)" }.enumeration
      let evidence = own.evidence(needs.flatMap(\.evidence))
      if own.mains(in: pod).count > 1 {
        return .cannotTell(
          "\(own.layout.pods[pod].id) asks for \(words), but which of its containers need that is not stated", evidence)
      }
      return .doesNotApply("all pods on the \(own.side.rawValue) ask for the same: \(words)", evidence)
    }
    return .doesNotApply("no pod on either side asks for particular nodes or has to run apart from another workload")
  }

  /// What a pod demands of its node. A toleration demands nothing, and containers run on Linux anyway.
  private func demands(_ own: ComparedLayout, _ pod: Int) -> [PodNeed] {
    own.nodeNeeds(of: own.layout.pods[pod]).filter { need in
      !need.field.hasPrefix("toleration")
        && !(need.value == "linux"
          && ["os", "nodeSelector kubernetes.io/os", "nodeSelector beta.kubernetes.io/os"]
            .contains(need.field))
    }
  }

  private func differentNodes(_ own: ComparedLayout) -> Conclusion? {
    let needs = own.longRunning.map { pod in (pod: pod, needs: demands(own, pod)) }
    func words(_ needs: [PodNeed]) -> String { needs.map { "\($0.field) \($0.value)" }.sorted().enumeration }
    var seen: Set<String> = []
    // Pods that demand something come first.
    let kinds = needs.sorted { ($0.needs.isEmpty ? 1 : 0, $0.pod) < ($1.needs.isEmpty ? 1 : 0, $1.pod) }
      .filter { seen.insert(words($0.needs)).inserted }
    guard kinds.count > 1 else { return nil }
    let listed = kinds.prefix(Limit.differentNeeds.value).map { pod, needs in
      "\(own.words(for: pod)) \(needs.isEmpty ? "can run on any node" : "needs \(words(needs))")"
    }
    var sentence = "on the \(own.side.rawValue) \(Array(listed).enumeration)"
    if let ignored = ignored(kinds.map(\.pod), of: own) { sentence += "; \(ignored.place)" }
    return .applies(sentence, own.evidence(kinds.flatMap { $0.needs.flatMap(\.evidence) }))
  }

  private func daemons(_ own: ComparedLayout) -> Conclusion? {
    let all = own.longRunning.filter { own.layout.pods[$0].scale == .onePerNode }
    guard let first = all.first, all.count < own.longRunning.count else { return nil }
    let others = own.longRunning.filter { !all.contains($0) }
    return .applies(
      "on the \(own.side.rawValue) \(own.words(for: first)) runs on each node, but "
        + "\(others.map(own.words).enumeration) only on some",
      own.evidence(own.layout.pods[first].written?.root["kind"]?.evidence))
  }

  /// A workload that has to run apart from another one.
  private func keptApart(_ own: ComparedLayout) -> Conclusion? {
    affinity("podAntiAffinity", own).map { pod, other, evidence in
      .applies(
        "on the \(own.side.rawValue) \(own.words(for: pod)) must run apart from \(own.words(for: other))",
        own.evidence(evidence))
    }
  }

  private func hostPorts(_ own: ComparedLayout) -> Conclusion? {
    let found = collisions.first { $0.side == own.side && $0.kind == .hostPort }
    return found.map { collision in
      .applies(
        "\(collision.containers.enumeration) take the same host port \(collision.what), which each node has only once",
        own.evidence(collision.evidence))
    }
  }

  /// What ties several workloads to one node.
  private func oneNode(_ own: ComparedLayout) -> Conclusion? {
    if let (pod, other, evidence) = affinity("podAffinity", own) {
      return .doesNotApply(
        "on the \(own.side.rawValue) \(own.words(for: pod)) must run next to \(own.words(for: other))",
        own.evidence(evidence))
    }
    let claim = own.claimsOfSeveralPods.first { $0.claim.modes == ["ReadWriteOnce"] }
    return claim.map { claim, pods, evidence in
      .doesNotApply(
        "on the \(own.side.rawValue) \(pods.map(own.words).enumeration) mount the claim \(claim.name), which is "
          + "ReadWriteOnce, so they run on one node", evidence)
    }
  }

  /// A required affinity rule of one workload for the pods of another one.
  private func affinity(_ kind: String, _ own: ComparedLayout) -> (pod: Int, other: Int, evidence: [Evidence])? {
    for pod in own.longRunning {
      let affinity = own.layout.pods[pod].written?.spec?.at("affinity")
      for term in affinity?.at(kind, "requiredDuringSchedulingIgnoredDuringExecution")?.items ?? [] {
        guard let field = term["labelSelector"], term["topologyKey"] != nil, term["namespaces"] == nil else { continue }
        let selector = LabelSelector(field.value, path: field.path, file: field.file)
        let other = own.longRunning.first { other in
          other != pod && own.namespace(of: other) == own.namespace(of: pod)
            && selector.matches(own.layout.pods[other].template.labels)
        }
        if let other { return (pod, other, field.allEvidence + (term["topologyKey"]?.allEvidence ?? [])) }
      }
    }
    return nil
  }
}

extension ComparedLayout {
  fileprivate func namespace(of pod: Int) -> String? { layout.topology.nodes[layout.pods[pod].owner].namespace }
}
