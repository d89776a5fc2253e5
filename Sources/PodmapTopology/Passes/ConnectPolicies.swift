import PodmapManifests

extension Pass {
  /// Adds an edge from each policy to the workloads whose pods it is about, and to the peers that it admits.
  ///
  /// A policy that is about all pods of all namespaces, or a peer that matches everyone, makes no edges: lines to all
  /// pods say less than the policy's own words.
  static let connectPolicies = Pass("connect policies") { builder in
    guard let pods = builder.pods, builder.nodes.contains(where: { $0.networkPolicy != nil }) else { return }
    let namespaces = NamespaceLabels(builder.nodes)
    let homes = builder.podHomes
    for object in builder.objects {
      guard case .networkPolicy(let whole) = object.facts else { continue }
      var strangers = Strangers()
      var isIdle = true
      for policy in whole.all {
        if policy.isUnread {
          isIdle = false
          continue
        }
        if builder.connectSubject(of: policy, object, pods, homes, namespaces) { isIdle = false }
        if policy.gap != nil { continue }
        for direction in NetworkPolicy.Direction.allCases {
          for rule in policy.rules(direction) where rule.action == .allow {
            for peer in rule.peers {
              builder.connect(object, to: peer, direction, rule, pods, homes, namespaces, &strangers)
            }
          }
        }
      }
      if isIdle { builder.markIdle(object.positions.object) }
      if let note = strangers.note(about: object) { builder.diagnostics.append(note) }
    }
  }
}

/// The peers of one policy that no pod in the input matches.
private struct Strangers {
  var peers: [(direction: NetworkPolicy.Direction, peer: NetworkPolicy.Peer, evidence: Evidence)] = []

  func note(about object: ObjectDescription) -> Diagnostic? {
    guard let first = peers.first else { return nil }
    let preposition = first.direction == .ingress ? "from" : "to"
    let policy = "\(object.resource.kind.name) '\(object.name.shortened())'"
    let names = peers.flatMap(\.peer.cardWords).uniqued
    if names.count == 1 {
      return Diagnostic(
        .note, at: first.evidence.place, topic: .policyPeer, about: [object.id.text],
        "no pod in the input matches '\(first.direction.rawValue) \(preposition) \(first.peer.words.shortened())' of "
          + "\(policy); read its manifests too, or correct the labels")
    }
    return Diagnostic(
      .note, at: first.evidence.place, topic: .policyPeer, about: [object.id.text],
      "no pod in the input matches \(names.count) peers of \(policy): "
        + names.map { $0.shortened(to: .quotedName) }.briefList + "; read their manifests too, or correct the labels")
  }
}

extension TopologyBuilder {
  /// The namespaces that contain pods of the input.
  fileprivate var podHomes: [PolicyPod.Home] {
    Set(objects.lazy.filter { !$0.templates.isEmpty }.map(\.home)).sorted { $0.name < $1.name }
  }

  /// Returns whether the policy is about any pod of the input.
  fileprivate mutating func connectSubject(
    of policy: NetworkPolicy, _ object: ObjectDescription, _ pods: PodIndex, _ homes: [PolicyPod.Home],
    _ namespaces: NamespaceLabels
  ) -> Bool {
    let isAboutAll = policy.selector.isEverything && policy.namespaces?.isEverything == true
    if isAboutAll { return true }
    let meant = policy.namespaces.map { Self.names(homes, $0, namespaces) } ?? [object.namespace]
    let selected = Set(meant.flatMap { pods.pods(in: $0, matching: policy.selector) }.map(\.owner)).sorted()
    let evidence = policy.selector.evidence.isEmpty ? [policy.selectorEvidence] : policy.selector.evidence
    for owner in selected { connect(object.positions.object, owner, .selects, evidence: evidence) }
    return !selected.isEmpty
  }

  /// Notes that a policy isolates nothing in the input.
  fileprivate mutating func markIdle(_ position: Int) {
    update(position) { node in
      guard var policy = node.networkPolicy else { return }
      policy.isIdle = true
      node.facts = .networkPolicy(policy)
    }
  }

  /// The namespaces that a selector certainly selects.
  private static func names(
    _ homes: [PolicyPod.Home], _ selector: LabelSelector, _ namespaces: NamespaceLabels
  ) -> [String?] {
    homes.filter { namespaces.isPicked($0, by: selector) == .yes }.map(\.name)
  }

  fileprivate mutating func connect(
    _ object: ObjectDescription, to peer: NetworkPolicy.Peer, _ direction: NetworkPolicy.Direction,
    _ rule: NetworkPolicy.Rule, _ pods: PodIndex, _ homes: [PolicyPod.Home], _ namespaces: NamespaceLabels,
    _ strangers: inout Strangers
  ) {
    let policy = object.positions.object
    let label = rule.ports.isEmpty ? direction.rawValue : "\(direction.rawValue) \(rule.portWords)"
    let portEvidence = rule.ports.flatMap(\.evidence)
    switch peer {
    case .unreadable, .entity, .nodes, .hosts, .service, .caller, .unjudged: return
    case .block(let block, let except, let evidence):
      let node = add(
        Node(
          id: NodeID(.addressBlock, block.text, in: nil), kind: .addressBlock, name: block.text, namespace: nil))
      let exceptions = except.isEmpty ? "" : " except \(except.map(\.text).joined(separator: ", "))"
      connect(policy, node, .allows, label: label + exceptions, evidence: evidence + portEvidence)
    case .pods(let selector, let namespaceSelector):
      if selector.isEverything && namespaceSelector?.isEverything != false { return }
      let meant = namespaceSelector.map { Self.names(homes, $0, namespaces) } ?? [object.innerNamespace]
      let owners = Set(meant.flatMap { pods.pods(in: $0, matching: selector) }.map(\.owner)).sorted()
      for owner in owners {
        connect(
          policy, owner, .allows, label: label,
          evidence: (namespaceSelector?.evidence ?? []) + selector.evidence + portEvidence)
      }
      // The cluster's own pods aren't in any repository, and Cilium's own labels in no manifest.
      let isClusters =
        namespaceSelector.map { namespaces.isPicked(.given("kube-system"), by: $0) == .yes } ?? false
      if owners.isEmpty, !isClusters, !selector.isBroken, !selector.isAboutIdentities,
        let place = (selector.evidence + (namespaceSelector?.evidence ?? [])).first
      {
        strangers.peers.append((direction, peer, place))
      }
    }
  }
}

extension LabelSelector {
  /// Whether it requires labels that Cilium derives.
  fileprivate var isAboutIdentities: Bool { requirements.contains { CiliumLabel.all.contains($0.key) } }
}

extension ObjectDescription {
  /// The namespace of its pods, and whether it is known.
  var home: PolicyPod.Home {
    isNamespaceKnown ? .given(innerNamespace) : .assumed
  }
}
