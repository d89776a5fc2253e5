import PodmapManifests

/// All policies in an input, by the pods that they may be about.
struct PolicyIndex: Sendable {
  struct Entry: Sendable {
    var id: NodeID
    var policy: NetworkPolicy
    /// The policy's own namespace; `nil` if it has none.
    var home: String?
  }

  /// Policies by a label that they require of pods, so that a pod is compared with few of them.
  private struct Bucket: Sendable {
    var byLabel: [Label: [Int]] = [:]
    var rest: [Int] = []

    mutating func add(_ position: Int, _ label: Label?) {
      if let label { byLabel[label, default: []].append(position) } else { rest.append(position) }
    }

    func candidates(_ labels: [Label]) -> [Int] {
      byLabel.isEmpty ? rest : (rest + labels.flatMap { byLabel[$0] ?? [] }).sorted()
    }
  }

  private(set) var entries: [Entry] = []
  private var byNamespace: [String: Bucket] = [:]
  /// The policies that aren't about pods of one namespace.
  private var wide = Bucket()
  private var wideLabels: [(position: Int, label: Label?)] = []
  /// Those that may be about pods of a namespace, with the answer whether they are.
  private var wideByHome: [PolicyPod.Home: (bucket: Bucket, answers: [Int: Answer])] = [:]
  let namespaces: NamespaceLabels
  /// The blocks of addresses that egress rules name, except those of all addresses.
  private let blocks: Set<AddressBlock>
  /// Whether any policy may affect what some pod receives.
  private(set) var mayAffectIngress = false

  init(_ nodes: [Node]) {
    namespaces = NamespaceLabels(nodes)
    let policies = nodes.compactMap(\.networkPolicy).flatMap(\.all)
    blocks = Set(
      policies.flatMap(\.egress).flatMap(\.peers).compactMap { peer -> AddressBlock? in
        if case .block(let block, _, _) = peer, !block.isEverything { block } else { nil }
      })
    for node in nodes {
      guard let policy = node.networkPolicy else { continue }
      for policy in policy.all {
        let position = entries.count
        entries.append(Entry(id: node.id, policy: policy, home: node.namespace))
        let label = policy.gap == nil ? policy.selector.requiredLabel : nil
        if policy.isWide(in: node.namespace) {
          wide.add(position, label)
          wideLabels.append((position, label))
        } else {
          byNamespace[node.namespace ?? "default", default: Bucket()].add(position, label)
        }
      }
    }
    let homes = nodes.lazy.filter { $0.workload != nil }.map {
      $0.namespace.map { .given($0) } ?? PolicyPod.Home.assumed
    }
    compareNamespaces(wideLabels.isEmpty ? [] : Set(homes))
    mayAffectIngress = entries.contains { $0.policy.mayAffect(.ingress) }
  }

  var isEmpty: Bool { entries.isEmpty }

  func id(_ applied: JudgedPod.Applied) -> NodeID { entries[applied.position].id }

  func policy(_ applied: JudgedPod.Applied) -> NetworkPolicy { entries[applied.position].policy }

  /// The positions of the policies that may be about a pod, in the order of the input, each with the answer whether it
  /// is.
  func policies(on pod: PolicyPod) -> [(position: Int, selection: Answer)] {
    let local = byNamespace[pod.home.name]?.candidates(pod.labels) ?? []
    let home = wideByHome[pod.home]
    return (local + (home?.bucket ?? wide).candidates(pod.labels)).compactMap { position in
      let isAtHome = home?.answers[position] ?? isAtHome(pod.home, position)
      let selection =
        isAtHome == .no ? .no : Answer.all([isAtHome, pod.isPicked(by: entries[position].policy.selector)])
      return selection == .no ? nil : (position, selection)
    }
  }

  /// Whether a policy may be about pods of a namespace.
  private func isAtHome(_ home: PolicyPod.Home, _ position: Int) -> Answer {
    let entry = entries[position]
    if case .unread(let reach) = entry.policy.gap {
      return Answer(reach.pods == .everywhere || entry.home.map { $0 == home.name } ?? true)
    }
    return entry.policy.namespaces.map { namespaces.isPicked(home, by: $0) } ?? .yes
  }

  /// Compares the namespaces of the input with the policies that aren't about one namespace, once for all pods.
  private mutating func compareNamespaces(_ homes: Set<PolicyPod.Home>) {
    for home in homes {
      var (bucket, answers): (Bucket, [Int: Answer]) = (Bucket(), [:])
      for (position, label) in wideLabels {
        let answer = isAtHome(home, position)
        guard answer != .no else { continue }
        answers[position] = answer
        bucket.add(position, label)
      }
      wideByHome[home] = (bucket, answers)
    }
  }

  /// Whether a policy may affect what pods of a namespace that aren't in the input receive.
  func mayAffectIngress(in namespace: String) -> Bool {
    guard mayAffectIngress else { return false }
    let local = byNamespace[namespace].map { $0.rest + $0.byLabel.values.flatMap(\.self) } ?? []
    return (local + wide.rest + wide.byLabel.values.flatMap(\.self)).contains { position in
      let entry = entries[position]
      guard entry.policy.mayAffect(.ingress) else { return false }
      return entry.policy.namespaces.map { namespaces.isPicked(.given(namespace), by: $0) != .no } ?? true
    }
  }

  /// Whether an address may be that of a pod or a Service: a private one that no policy names as another end.
  func mayBeInside(_ address: [UInt8]) -> Bool {
    AddressBlock.isPrivate(address) && !blocks.contains { $0.contains(address) }
  }
}

extension LabelSelector {
  /// A label that every selected pod has in its manifest; `nil` if the selector requires none.
  fileprivate var requiredLabel: Label? {
    guard !isBroken else { return nil }
    return requirements.firstNonNil { requirement in
      guard requirement.test == .isIn, requirement.values.count == 1,
        !PolicyPod.labelsOfControllers.contains(requirement.key), !CiliumLabel.all.contains(requirement.key)
      else { return nil }
      return Label(key: requirement.key, value: requirement.values[0])
    }
  }
}

extension NetworkPolicy {
  /// Whether it may be about pods outside its own namespace.
  fileprivate func isWide(in namespace: String?) -> Bool {
    if case .unread(let reach) = gap { return reach.pods == .everywhere || namespace == nil }
    return namespaces != nil
  }

  fileprivate func mayAffect(_ direction: Direction) -> Bool {
    switch gap {
    case .unread(let reach): reach.directions.contains(direction) && !reach.isAboutOutside
    case .invalid: true
    case nil: affected.contains(direction)
    }
  }
}
