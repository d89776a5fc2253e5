import PodmapDiagrams
import PodmapTopology

/// A layout as the view `workloads` draws it, with what each element of the picture represents.
struct DrawnLayout {
  let layout: Layout
  let diagram: FlowDiagram
  /// The ID of the node that an element represents.
  private var identities: [ElementID: String] = [:]
  private var cards: [ElementID: Int] = [:]
  private let elements: [ElementID?]

  init(_ layout: Layout) {
    self.layout = layout
    let drawing = FlowView.workloads.drawing(of: layout.topology)
    diagram = drawing.diagram
    elements = drawing.elements
    for (node, element) in zip(layout.topology.nodes, drawing.elements) {
      if let element { identities[element] = node.id.text }
    }
    for (position, card) in diagram.cards.enumerated() {
      cards[card.id] = position
      for container in card.pod?.containers ?? [] { cards[container.id] = position }
      for volume in card.pod?.volumes ?? [] { cards[volume.id] = position }
    }
    // If an object has several templates, each has a card, but the node has only one element.
    for pod in layout.pods {
      guard let first = pod.containers.first, let element = elements[layout.containers[first].node],
        let card = cards[element]
      else { continue }
      identities[diagram.cards[card].id] = pod.id
    }
  }

  /// The ID of what an element represents, or one made from the element if it isn't an object.
  func identity(of element: ElementID) -> String { identities[element] ?? "element/\(element.text)" }

  /// The position of the card that an element is, or is part of.
  func position(of element: ElementID) -> Int? { cards[element] }

  func card(of id: String) -> FlowDiagram.Card? {
    guard let position = layout.topology.position(of: NodeID(id)), let element = elements[position] else { return nil }
    return cards[element].map { diagram.cards[$0] }
  }

  func card(ofPod pod: Int) -> FlowDiagram.Card? {
    let pod = layout.pods[pod]
    let node = pod.containers.first.map { layout.containers[$0].node } ?? pod.owner
    return elements[node].flatMap { cards[$0] }.map { diagram.cards[$0] }
  }
}

extension PodContent {
  /// "shared volume logs: app, shipper"
  var sharedVolumes: [String] {
    volumes.compactMap { volume in
      let names = Set(volume.mounts.map(\.container)).sorted().filter(containers.indices.contains).map {
        containers[$0].name
      }
      return names.count > 1 ? "shared volume \(volume.name): \(names.joined(separator: ", "))" : nil
    }
  }
}
