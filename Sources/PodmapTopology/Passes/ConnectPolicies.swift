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
      if selected.isEmpty { builder.markIdle(object.positions.object) }
      var absent: [AbsentPeer] = []
      for direction in policy.directions {
        for rule in policy.rules(direction) {
          for peer in rule.peers {
            let found = builder.connect(object, to: peer, direction, rule, pods, homes, namespaces)
            if let found { absent.append(found) }
          }
        }
      }
      if let note = Diagnostic.noPeers(absent.uniqued, object) { builder.diagnostics.append(note) }
    }
  }
}

extension TopologyBuilder {
  /// The namespaces that contain pods of the input.
  fileprivate var podHomes: [PolicyPod.Home] {
    Set(objects.lazy.filter { !$0.templates.isEmpty }.map(\.home)).sorted { $0.name < $1.name }
  }

  /// Notes that a policy isolates nothing in the input.
  fileprivate mutating func markIdle(_ position: Int) {
    update(position) { node in
      guard var policy = node.networkPolicy else { return }
      policy.isIdle = true
      node.facts = .networkPolicy(policy)
    }
  }

  /// Returns the peer if it is not in the input.
  fileprivate mutating func connect(
    _ object: ObjectDescription, to peer: NetworkPolicy.Peer, _ direction: NetworkPolicy.Direction,
    _ rule: NetworkPolicy.Rule, _ pods: PodIndex, _ homes: [PolicyPod.Home], _ namespaces: NamespaceLabels
  ) -> AbsentPeer? {
    let policy = object.positions.object
    let label = rule.ports.isEmpty ? direction.rawValue : "\(direction.rawValue) \(rule.portWords)"
    let portEvidence = rule.ports.flatMap(\.evidence)
    switch peer {
    case .unreadable: return nil
    case .block(let block, let except, let evidence):
      let node = add(
        Node(
          id: NodeID(.addressBlock, block.text, in: nil), kind: .addressBlock, name: block.text, namespace: nil))
      let exceptions = except.isEmpty ? "" : " except \(except.map(\.text).joined(separator: ", "))"
      connect(policy, node, .allows, label: label + exceptions, evidence: evidence + portEvidence)
    case .pods(let selector, let namespaceSelector):
      if selector.isEverything && namespaceSelector?.isEverything != false { return nil }
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
        return AbsentPeer(direction: direction, words: peer.words, place: place.place)
      }
    }
    return nil
  }
}

extension ObjectDescription {
  /// The namespace of its pods, and whether it is known.
  var home: PolicyPod.Home {
    isNamespaceKnown ? .given(innerNamespace) : .assumed
  }
}

/// A peer of a policy that the input doesn't have.
private struct AbsentPeer: Hashable {
  var direction: NetworkPolicy.Direction
  var words: String
  var place: Place

  /// "'ingress from app=web'"
  var text: String {
    let preposition =
      switch direction {
      case .ingress: "from"
      case .egress: "to"
      }
    return "\(direction.rawValue) \(preposition) \(words.shortened())"
  }
}

extension Diagnostic {
  fileprivate static func noPeers(_ peers: [AbsentPeer], _ object: ObjectDescription) -> Diagnostic? {
    guard let first = peers.first else { return nil }
    let what = peers.count == 1 ? "" : "any of \(peers.count) peers: "
    return Diagnostic(
      .note, at: first.place, topic: .policyPeer, about: [object.id.text],
      "no pod in the input matches \(what)\(peers.map(\.text).listed) of NetworkPolicy '\(object.name.shortened())'; "
        + "read \(peers.count == 1 ? "its" : "their") manifests too, or correct the labels")
  }
}
