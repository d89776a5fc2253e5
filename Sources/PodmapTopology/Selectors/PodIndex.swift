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

  private var byNamespace: [String?: [Entry]] = [:]
  private var byLabel: [Key: [Entry]] = [:]
  private var labels: [Entry: [Label]] = [:]

  init(_ nodes: [Node]) {
    for (position, node) in nodes.enumerated() {
      guard let workload = node.workload else { continue }
      for (index, template) in workload.templates.enumerated() {
        let entry = Entry(owner: position, template: index)
        labels[entry] = template.labels
        byNamespace[node.namespace, default: []].append(entry)
        for label in template.labels {
          byLabel[Key(namespace: node.namespace, label: label), default: []].append(entry)
        }
      }
    }
  }

  /// The pods of a namespace that a selector picks; selectors never reach into another namespace.
  func pods(in namespace: String?, matching selector: LabelSelector) -> [Entry] {
    let lists = selector.requirements.compactMap { requirement -> [Entry]? in
      guard requirement.test == .isIn, requirement.values.count == 1 else { return nil }
      let label = Label(key: requirement.key, value: requirement.values[0])
      return byLabel[Key(namespace: namespace, label: label)] ?? []
    }
    let candidates = lists.min { $0.count < $1.count } ?? byNamespace[namespace] ?? []
    return candidates.filter { selector.matches(labels[$0] ?? []) }
  }
}
