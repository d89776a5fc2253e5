/// Pod templates by namespace and label, so that a selector looks at few of them.
struct PodIndex: Sendable {
  /// The pods of one template.
  struct Entry: Sendable, Hashable {
    /// The position of the pod owner among the nodes.
    var owner: Int
    /// The position of the template in the owner.
    var template: Int
  }

  private struct Key: Hashable {
    var namespace: String?
    var label: Label
  }

  /// Pods with their labels; positions in here stand in the lists below.
  private var pods: [(entry: Entry, labels: [Label])] = []
  private var byNamespace: [String?: [Int]] = [:]
  private var byLabel: [Key: [Int]] = [:]

  init(_ nodes: [Node]) {
    for (position, node) in nodes.enumerated() {
      guard let workload = node.workload else { continue }
      for (index, template) in workload.templates.enumerated() {
        byNamespace[node.namespace, default: []].append(pods.count)
        for label in template.labels {
          byLabel[Key(namespace: node.namespace, label: label), default: []].append(pods.count)
        }
        pods.append((Entry(owner: position, template: index), template.labels))
      }
    }
  }

  /// The pods of a namespace that a selector picks; selectors never reach into another namespace.
  func pods(in namespace: String?, matching selector: LabelSelector) -> [Entry] {
    var candidates: [Int]?
    for requirement in selector.requirements where requirement.test == .isIn && requirement.values.count == 1 {
      let label = Label(key: requirement.key, value: requirement.values[0])
      let list = byLabel[Key(namespace: namespace, label: label)] ?? []
      if list.count < candidates?.count ?? .max { candidates = list }
    }
    return (candidates ?? byNamespace[namespace] ?? []).filter { selector.matches(pods[$0].labels) }.map {
      pods[$0].entry
    }
  }
}
