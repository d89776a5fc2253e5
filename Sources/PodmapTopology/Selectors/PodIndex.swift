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

  /// Pods with their labels; the dictionaries below contain positions in this list.
  private var pods: [(entry: Entry, labels: [Label])] = []
  private var byNamespace: [String?: [Int]] = [:]
  private var byLabel: [Key: [Int]] = [:]

  private struct StatefulSetKey: Hashable {
    var namespace: String?
    var name: String
  }

  /// The pods of each StatefulSet, and how many there are.
  private var statefulSets: [StatefulSetKey: [(pod: Int, count: Int)]] = [:]
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
        for label in template.labels {
          byLabel[Key(namespace: namespace, label: label), default: []].append(pods.count)
        }
        pods.append((Entry(owner: position, template: index), template.labels))
        if node.kind == .statefulSet, case .replicas(let count) = workload.scale {
          statefulSets[StatefulSetKey(namespace: namespace, name: node.name), default: []].append(
            (pods.count - 1, count))
        }
      }
    }
  }

  /// The namespaces that have pods.
  var namespaces: [String] { byNamespace.keys.compactMap(\.self).sorted() }

  /// The pods of a namespace that a selector picks.
  func pods(in namespace: String?, matching selector: LabelSelector) -> [Entry] {
    let namespace = namespace ?? defaultNamespace
    if let name = selector.podName { return pods(in: namespace, named: name, matching: selector.withoutPodName) }
    let candidates = selector.fewest { byLabel[Key(namespace: namespace, label: $0)] ?? [] }
    return (candidates ?? byNamespace[namespace] ?? []).filter { selector.matches(pods[$0].labels) }.map {
      pods[$0].entry
    }
  }

  /// A pod of a StatefulSet by its name, which the controller sets as a label: `db-0`.
  private func pods(in namespace: String, named name: String, matching rest: LabelSelector) -> [Entry] {
    guard let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...]) else { return [] }
    let key = StatefulSetKey(namespace: namespace, name: String(name[..<dash]))
    return (statefulSets[key] ?? []).filter { number < $0.count && rest.matches(pods[$0.pod].labels) }.map {
      pods[$0.pod].entry
    }
  }
}

extension LabelSelector {
  /// The label with the pod's name that the StatefulSet controller sets.
  private static let podNameLabel = "statefulset.kubernetes.io/pod-name"

  fileprivate var podName: String? {
    requirements.first { $0.key == Self.podNameLabel && $0.test == .isIn && $0.values.count == 1 }?.values[0]
  }

  fileprivate var withoutPodName: LabelSelector {
    var rest = self
    rest.requirements.removeAll { $0.key == Self.podNameLabel }
    return rest
  }
}
