import PodmapManifests

/// Which part of a topology is drawn.
///
/// Each filter narrows the selection; an empty filter admits everything. Containers and volumes always stay with the
/// owner of their pod, and hand-written nodes with the objects that they are joined to.
package struct Selection: Sendable {
  /// Objects in these namespaces, and the objects without a namespace that they refer to.
  package var namespaces: [String] = []
  /// Objects, or pods, whose labels match.
  package var labels: LabelSelector?
  /// Objects of these kinds.
  package var kinds: [NamePattern] = []
  /// Objects to leave out.
  package var excluded: [NamePattern] = []
  /// Objects to start from, with everything that is up to `depth` edges away.
  package var focus: [NamePattern] = []
  package var depth = Limit.focusDepth.value

  package init() {}
}

extension Topology {
  /// The selected part of the topology.
  package func selecting(_ selection: Selection) -> Topology {
    var isKept = [Bool](repeating: true, count: nodes.count)
    if !selection.namespaces.isEmpty {
      let chosen = Set(selection.namespaces)
      narrow(&isKept, keepingNeighbours: { $0.namespace == nil && $0.workload == nil }) { node in
        (node.namespace ?? (node.workload == nil ? nil : defaultNamespace.name)).map(chosen.contains)
          ?? (node.kind == .namespace && chosen.contains(node.name))
      }
    }
    if let labels = selection.labels {
      narrow(&isKept, keepingNeighbours: { $0.presence != .present }) { $0.matches(labels) }
    }
    if !selection.kinds.isEmpty {
      narrow(&isKept, keepingNeighbours: { _ in false }) { node in
        selection.kinds.contains { $0.matchesKind(of: node) }
      }
    }
    if !selection.excluded.isEmpty {
      narrow(&isKept, keepingNeighbours: { _ in false }) { node in
        !selection.excluded.contains { $0.matches(node) || $0.matchesKind(of: node) }
      }
    }
    keepHandWritten(&isKept, selection)
    if !selection.focus.isEmpty {
      let near = neighbourhood(of: selection.focus, depth: selection.depth, isKept)
      for position in nodes.indices where !near.contains(owner(of: position)) { isKept[position] = false }
    }
    return keeping { isKept[$0] }
  }

  /// The object that a container or volume is a part of; for any other node, the node itself.
  package func owner(of position: Int) -> Int { nodes[position].parent ?? position }

  private func narrow(
    _ isKept: inout [Bool], keepingNeighbours isNeighbour: (Node) -> Bool, _ test: (Node) -> Bool
  ) {
    var passes = nodes.map { $0.parent == nil && $0.drawnByHand == nil && test($0) }
    for position in nodes.indices {
      if let parent = nodes[position].parent { passes[position] = passes[parent] }
    }
    let chosen = passes
    for edge in edges {
      let (from, to) = (owner(of: edge.from), owner(of: edge.to))
      if chosen[from] && !chosen[to] && isNeighbour(nodes[to]) { passes[to] = true }
      if chosen[to] && !chosen[from] && isNeighbour(nodes[from]) { passes[from] = true }
    }
    for position in nodes.indices where !passes[position] { isKept[position] = false }
  }

  private func neighbourhood(of focus: [NamePattern], depth: Int, _ isKept: [Bool]) -> Set<Int> {
    var neighbours: [Int: [Int]] = [:]
    for edge in edges where isKept[edge.from] && isKept[edge.to] {
      let (from, to) = (owner(of: edge.from), owner(of: edge.to))
      neighbours[from, default: []].append(to)
      neighbours[to, default: []].append(from)
    }
    var frontier = nodes.indices.filter { position in
      isKept[position] && focus.contains { $0.matches(nodes[position]) }
    }.map { owner(of: $0) }
    var near = Set(frontier)
    for _ in 0..<max(0, depth) {
      frontier = frontier.flatMap { neighbours[$0] ?? [] }.filter { near.insert($0).inserted }
    }
    return near
  }

  /// The nodes that pass a test, by position, and the edges between them.
  package func keeping(where test: (Int) -> Bool) -> Topology {
    let isKept = nodes.indices.map(test)
    return isKept.allSatisfy(\.self) ? self : keeping(isKept)
  }

  private func keeping(_ isKept: [Bool]) -> Topology {
    var newPosition = [Int?](repeating: nil, count: nodes.count)
    var kept: [Node] = []
    for position in nodes.indices where isKept[position] {
      newPosition[position] = kept.count
      kept.append(nodes[position])
    }
    for position in kept.indices { kept[position].parent = kept[position].parent.flatMap { newPosition[$0] } }
    let keptEdges = edges.compactMap { edge -> Edge? in
      guard let from = newPosition[edge.from], let to = newPosition[edge.to] else { return nil }
      var edge = edge
      (edge.from, edge.to) = (from, to)
      return edge
    }
    return Topology(
      nodes: kept, edges: keptEdges, diagnostics: diagnostics, namespaces: namespaces,
      defaultNamespace: defaultNamespace, usedSettings: usedSettings)
  }
}

extension Topology {
  /// The names that a user may mean.
  package enum NameFamily {
    case namespaces, kinds, objects, workloads, labels
  }

  /// The names of a family, sorted and without duplicates.
  package func names(_ family: NameFamily) -> [String] {
    let names: [String] =
      switch family {
      case .namespaces:
        nodes.compactMap { $0.namespace ?? ($0.kind == .namespace ? $0.name : nil) }
      case .kinds: nodes.filter { $0.parent == nil }.map(\.kind.name)
      case .workloads: nodes.filter { $0.workload != nil && $0.presence == .present }.map(\.name)
      case .labels: nodes.flatMap(\.allLabels).map { "\($0.key)=\($0.value)" }
      case .objects: nodes.flatMap { [$0.name, "\($0.kind.name)/\($0.name)", $0.id.text] }
      }
    return Set(names).sorted()
  }

  package func hasLabels(_ selector: LabelSelector) -> Bool {
    nodes.contains { $0.parent == nil && $0.drawnByHand == nil && $0.matches(selector) }
  }

  package func hasKind(_ pattern: NamePattern) -> Bool {
    nodes.contains { pattern.matches(kind: $0.kind) }
  }

  /// The nodes that a name may mean.
  package func positions(of pattern: NamePattern) -> [Int] {
    nodes.indices.filter { pattern.matches(nodes[$0]) }
  }

  /// The objects of the kinds that a name may mean.
  package func positions(ofKind pattern: NamePattern) -> [Int] {
    nodes.indices.filter { nodes[$0].parent == nil && pattern.matches(kind: nodes[$0].kind) }
  }

  package func hasNode(_ pattern: NamePattern) -> Bool {
    nodes.contains { pattern.matches($0) }
  }
}

extension Node {
  /// The labels of the object and of its pods.
  fileprivate var allLabels: [Label] {
    labels + (workload?.templates.flatMap(\.labels) ?? [])
  }

  /// Whether the labels of an object, or those of its pods, are the ones that are selected.
  fileprivate func matches(_ selector: LabelSelector) -> Bool {
    ([labels] + (workload?.templates.map(\.labels) ?? [])).contains { own in
      // A requirement such as `!legacy` applies to the object and its pods together.
      selector.matches(own + allLabels.filter { label in !own.contains { $0.key == label.key } })
    }
  }
}
