import PodmapManifests

/// Pod templates by namespace and label, so that a selector tests only a few of them.
struct PodIndex: Sendable {
  /// The pods of one template.
  struct Entry: Sendable, Hashable {
    /// The position of the pods' owner among the nodes.
    var owner: Int
    /// The position of the template in the owner.
    var template: Int
  }

  private struct Key: Hashable {
    var namespace: String?
    var label: Label
  }

  fileprivate struct Pod: Sendable {
    var entry: Entry
    var labels: [Label]
    /// The labels that differ from pod to pod.
    var numbered: [ControllerLabels.Numbered]
  }

  /// Pods with their labels; the dictionaries below contain positions in this list.
  private var pods: [Pod] = []
  private var byNamespace: [String?: [Int]] = [:]
  private var byLabel: [Key: [Int]] = [:]

  /// The namespace of pods whose owner names none.
  private let defaultNamespace: String

  init(_ nodes: [Node], defaultNamespace: String) {
    self.defaultNamespace = defaultNamespace
    for (position, node) in nodes.enumerated() {
      // A PodTemplate object runs no pods.
      guard let workload = node.workload, node.kind != .podTemplate, !workload.hasEnded else { continue }
      // Pods are in a namespace, whether or not the custom resource that makes them says so.
      let namespace = node.namespace ?? defaultNamespace
      for (index, template) in workload.templates.enumerated() {
        byNamespace[namespace, default: []].append(pods.count)
        let labels = template.allLabels
        for label in labels {
          byLabel[Key(namespace: namespace, label: label), default: []].append(pods.count)
        }
        pods.append(
          Pod(
            entry: Entry(owner: position, template: index), labels: labels,
            numbered: template.added.value?.numbered ?? []))
      }
    }
  }

  /// The namespaces that have pods.
  var namespaces: [String] { byNamespace.keys.compactMap(\.self).sorted() }

  /// The pods of a namespace that a selector picks.
  func pods(in namespace: String?, matching selector: LabelSelector) -> [Entry] {
    let namespace = namespace ?? defaultNamespace
    let (numbered, rest) = selector.numbered
    let candidates = rest.fewest { byLabel[Key(namespace: namespace, label: $0)] ?? [] }
    return (candidates ?? byNamespace[namespace] ?? []).filter { candidate in
      rest.matches(pods[candidate].labels) && numbered.allSatisfy { $0.picks(pods[candidate]) }
    }.map { pods[$0].entry }
  }
}

extension LabelSelector {
  /// The requirements on labels that differ from pod to pod, and the others.
  fileprivate var numbered: (numbered: [Requirement], rest: LabelSelector) {
    let numbered = requirements.filter { ControllerLabels.numberedKeys.contains($0.key) }
    guard !numbered.isEmpty else { return ([], self) }
    var rest = self
    rest.requirements.removeAll { requirement in ControllerLabels.numberedKeys.contains(requirement.key) }
    return (numbered, rest)
  }
}

extension LabelSelector.Requirement {
  /// Whether it is met by one pod at least of those that have such labels.
  fileprivate func picks(_ pod: PodIndex.Pod) -> Bool {
    let own = pod.numbered.filter { $0.key == key }
    if own.isEmpty { return matches(pod.labels) }
    switch test {
    case .isIn: return values.contains { value in own.contains { $0.has(value) } }
    case .isNotIn:
      let taken = Set(values)
      return own.contains { label in label.numbers.count > taken.count || !taken.allSatisfy(label.has) }
    case .exists: return true
    case .doesNotExist: return false
    }
  }
}
