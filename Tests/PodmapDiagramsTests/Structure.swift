import PodmapDiagrams

/// The boxes, frames and lines that a diagram should become in Mermaid, worked out apart from the
/// writer: the legend and boxes for notes left out.
struct Structure: Equatable {
  var nodes: Set<String> = []
  var frames: Set<String> = []
  var edges: Set<String> = []

  init(of diagram: FlowDiagram) {
    var drawn: [ElementID: ElementID] = [:]
    var around: [ElementID: [ElementID]] = [:]
    func groups(_ position: Int?) -> [ElementID] {
      guard let position else { return [] }
      return [diagram.groups[position].id] + groups(diagram.groups[position].parent)
    }
    for (position, group) in diagram.groups.enumerated() {
      drawn[group.id] = group.id
      around[group.id] = groups(group.parent)
      let isFrame =
        diagram.cards.contains { $0.group == position } || diagram.groups.contains { $0.parent == position }
      if isFrame { frames.insert(group.id.text) } else { nodes.insert(group.id.text) }
    }
    for card in diagram.cards {
      drawn[card.id] = card.id
      around[card.id] = groups(card.group)
      let rows = (card.pod?.containers.map(\.id) ?? []) + (card.pod?.volumes.map(\.id) ?? [])
      let isFrame = card.pod?.form == .expanded && !rows.isEmpty
      for row in rows {
        drawn[row] = isFrame ? row : card.id
        around[row] = (isFrame ? [card.id] : []) + groups(card.group)
      }
      if isFrame { frames.insert(card.id.text) }
      nodes.formUnion(isFrame ? rows.map(\.text) : [card.id.text])
      if isFrame, let pod = card.pod { insertEdges(within: pod) }
    }
    for link in diagram.links {
      guard let from = drawn[link.from], let to = drawn[link.to] else { continue }
      // No picture has lines from a box to itself or to a frame around it.
      if from == to || around[link.from, default: []].contains(to) || around[link.to, default: []].contains(from) {
        continue
      }
      edges.insert("\(from.text) → \(to.text)")
    }
  }

  private mutating func insertEdges(within pod: PodContent) {
    var steps: [(Int, ElementID)] = []
    for container in pod.containers {
      switch container.role {
      case .initial(let step), .sidecar(let step): steps.append((step, container.id))
      case .app, .ephemeral: break
      }
    }
    steps.sort { $0.0 < $1.0 }
    for (one, next) in zip(steps, steps.dropFirst()) { edges.insert("\(one.1.text) → \(next.1.text)") }
    if let last = steps.last {
      for container in pod.containers where container.role == .app {
        edges.insert("\(last.1.text) → \(container.id.text)")
      }
    }
    for volume in pod.volumes {
      let writers = Set(volume.mounts.filter { !$0.isReadOnly }.map(\.container))
      for mount in volume.mounts {
        let container = pod.containers[mount.container].id.text
        let isReader = writers.count == 1 && !writers.contains(mount.container)
        edges.insert(isReader ? "\(volume.id.text) → \(container)" : "\(container) → \(volume.id.text)")
      }
    }
  }
}
