import PodmapManifests
import PodmapTopology

/// The cards of one node: one, or one for each of its pod templates.
struct NodeCards: Sendable {
  struct IdentifiedCard: Sendable {
    var card: FlowDiagram.Card
    /// The identity that each element of the card represents.
    var identities: [(identity: String, id: ElementID)]
  }

  let position: Int
  private(set) var cards: [IdentifiedCard] = []
  /// The containers and volumes of the node that are drawn.
  private(set) var parts: [(node: Int, id: ElementID)] = []

  init(
    _ position: Int, of topology: Topology, parts nodes: [Int], group: Int?, _ form: PodContent.Form,
    _ isDetailed: Bool
  ) {
    self.position = position
    let node = topology.nodes[position]
    var names = ElementNames()
    let templates = node.workload?.templates ?? []
    if templates.isEmpty {
      add(node, identity: node.id.text, group: group, &names)
      return
    }
    for template in templates {
      let identity = template.name.map { node.id.inner($0).text } ?? node.id.text
      add(node, identity: identity, group: group, &names)
      let content = PodContentBuilder(template, base: identity, form: form, isDetailed: isDetailed)
      let pod = content.pod(&names)
      let last = cards.count - 1
      cards[last].card.pod = pod
      cards[last].card.isFurther = last > 0
      if let name = template.name {
        cards[last].card.kind += " · \(name)" + (template.count.map { " ×\($0)" } ?? "")
      }
      cards[last].identities += content.identities(pod)
    }
    let elements = cards.map { card in
      Dictionary(card.identities.map { ($0.identity, $0.id) }) { first, _ in first }
    }
    for part in nodes {
      let id = topology.nodes[part].id.text
      for card in elements {
        if let element = card[id] { parts.append((part, element)) }
      }
    }
  }

  private mutating func add(_ node: Node, identity: String, group: Int?, _ names: inout ElementNames) {
    var card = FlowDiagram.Card(node, id: names.name(for: identity))
    card.group = group
    cards.append(IdentifiedCard(card: card, identities: [(identity, card.id)]))
  }
}

extension FlowDiagram.Card {
  /// Gives one of the card's elements another id.
  mutating func rename(_ id: ElementID, to name: ElementID) {
    if self.id == id { self.id = name }
    guard var pod else { return }
    for position in pod.containers.indices where pod.containers[position].id == id {
      pod.containers[position].id = name
    }
    for position in pod.volumes.indices where pod.volumes[position].id == id { pod.volumes[position].id = name }
    self.pod = pod
  }
}
