import PodmapManifests

extension Pass {
  /// Adds an edge from each NetworkPolicy to the workloads whose pods it isolates, and to the peers that it admits.
  ///
  /// A peer that matches everyone makes no edge: lines to all pods say less than the policy's own words.
  static let connectPolicies = Pass("connect policies") { builder in
    guard let pods = builder.pods, builder.nodes.contains(where: { $0.networkPolicy != nil }) else { return }
    let namespaces = NamespaceLabels(builder.nodes)
    let homes = builder.podHomes
    for object in builder.objects {
      guard case .networkPolicy(let policy) = object.facts else { continue }
      let selected = Set(pods.pods(in: object.namespace, matching: policy.selector).map(\.owner)).sorted()
      let evidence = policy.selector.evidence.isEmpty ? [policy.selectorEvidence] : policy.selector.evidence
      for owner in selected { builder.connect(object.positions.object, owner, .selects, evidence: evidence) }
      for direction in policy.directions {
        for rule in policy.rules(direction) {
          for peer in rule.peers {
            builder.connect(object, to: peer, direction, rule, pods, homes, namespaces)
          }
        }
      }
    }
  }
}

extension TopologyBuilder {
  /// The namespaces that contain pods of the input.
  fileprivate var podHomes: [PolicyPod.Home] {
    Set(objects.lazy.filter { !$0.templates.isEmpty }.map(\.home)).sorted { $0.name < $1.name }
  }

  fileprivate mutating func connect(
    _ object: ObjectDescription, to peer: NetworkPolicy.Peer, _ direction: NetworkPolicy.Direction,
    _ rule: NetworkPolicy.Rule, _ pods: PodIndex, _ homes: [PolicyPod.Home], _ namespaces: NamespaceLabels
  ) {
    let policy = object.positions.object
    let label = rule.ports.isEmpty ? direction.rawValue : "\(direction.rawValue) \(rule.portWords)"
    let portEvidence = rule.ports.flatMap(\.evidence)
    switch peer {
    case .unreadable: return
    case .block(let block, let except, let evidence):
      let node = add(
        Node(
          id: NodeID(.addressBlock, block.text, in: nil), kind: .addressBlock, name: block.text, namespace: nil))
      let exceptions = except.isEmpty ? "" : " except \(except.map(\.text).joined(separator: ", "))"
      connect(policy, node, .allows, label: label + exceptions, evidence: evidence + portEvidence)
    case .pods(let selector, let namespaceSelector):
      if selector.isEverything && namespaceSelector?.isEverything != false { return }
      let meant =
        namespaceSelector.map { selector in
          homes.filter { namespaces.isPicked($0, by: selector) == .yes }.map(\.name)
        } ?? [object.innerNamespace]
      let owners = Set(meant.flatMap { pods.pods(in: $0, matching: selector) }.map(\.owner)).sorted()
      for owner in owners {
        connect(
          policy, owner, .allows, label: label,
          evidence: (namespaceSelector?.evidence ?? []) + selector.evidence + portEvidence)
      }
      // The cluster's own pods aren't in any repository.
      let isClusters =
        namespaceSelector.map { namespaces.isPicked(.given("kube-system"), by: $0) == .yes } ?? false
      if owners.isEmpty, !isClusters, !selector.isBroken,
        let place = (selector.evidence + (namespaceSelector?.evidence ?? [])).first
      {
        diagnostics.append(.noPeer(peer, direction, object, place))
      }
    }
  }
}

extension ObjectDescription {
  /// The namespace of its pods, and whether it is known.
  var home: PolicyPod.Home {
    isNamespaceKnown ? .given(innerNamespace) : .assumed
  }
}

extension Diagnostic {
  fileprivate static func noPeer(
    _ peer: NetworkPolicy.Peer, _ direction: NetworkPolicy.Direction, _ object: ObjectDescription, _ evidence: Evidence
  ) -> Diagnostic {
    let preposition =
      switch direction {
      case .ingress: "from"
      case .egress: "to"
      }
    return Diagnostic(
      .note, at: evidence.place,
      "no pod in the input matches '\(direction.rawValue) \(preposition) \(peer.words.shortened())' of "
        + "NetworkPolicy '\(object.name.shortened())'; read its manifests too, or correct the labels")
  }
}
