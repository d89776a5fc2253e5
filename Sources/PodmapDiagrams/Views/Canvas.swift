import PodmapManifests
import PodmapTopology

/// What a view draws on: a topology, and the diagram as far as it has come.
struct Canvas {
  let topology: Topology
  private var names = ElementNames()
  private(set) var groups: [FlowDiagram.Group] = []
  private(set) var cards: [FlowDiagram.Card] = []
  private(set) var links: [FlowDiagram.Link] = []
  /// The element that stands for each node.
  private var elements: [ElementID?]
  /// The containers and volumes of each object.
  private var parts: [Int: [Int]] = [:]
  private var groupPositions: [String: Int] = [:]
  private let hasOtherNamespaces: Bool

  init(_ topology: Topology) {
    self.topology = topology
    elements = [ElementID?](repeating: nil, count: topology.nodes.count)
    for (position, node) in topology.nodes.enumerated() {
      if let parent = node.parent { parts[parent, default: []].append(position) }
    }
    hasOtherNamespaces = topology.nodes.contains { $0.namespace.map { $0 != "default" } ?? false }
  }

  /// The picture, with a summary of what is in it.
  func diagram(title: String, direction: FlowDiagram.Direction, showsLegend: Bool) -> FlowDiagram {
    FlowDiagram(
      title: title, summary: Summary(cards).text, direction: direction, groups: groups, cards: cards, links: links,
      showsLegend: showsLegend)
  }

  /// Which nodes are drawn, by themselves or as a part of another.
  var drawn: [Bool] {
    topology.nodes.indices.map { elements[topology.owner(of: $0)] != nil || elements[$0] != nil }
  }

  // MARK: - Groups

  /// The frame with an identity, made where it is not there yet.
  mutating func group(
    _ identity: String, in parent: Int? = nil, style: FlowDiagram.Group.Style, kind: String, name: String
  ) -> Int {
    if let known = groupPositions[identity] { return known }
    groups.append(
      FlowDiagram.Group(id: names.name(for: "group/\(identity)"), parent: parent, style: style, kind: kind, name: name))
    groupPositions[identity] = groups.count - 1
    return groups.count - 1
  }

  /// The frame of a namespace; none where everything lies in `default`, which tells nothing.
  mutating func namespaceGroup(_ namespace: String?) -> Int? {
    guard let namespace, namespace != "default" || hasOtherNamespaces else { return nil }
    return group("Namespace/\(namespace)", style: .namespace, kind: "namespace", name: namespace)
  }

  // MARK: - Cards

  /// Draws the box of a node and of everything that is a part of it.
  mutating func add(
    _ position: Int, in group: Int?, form: PodContent.Form = .compact, isDetailed: Bool = false
  ) {
    let node = topology.nodes[position]
    guard elements[position] == nil else { return }
    let templates = node.workload?.templates ?? []
    for (index, template) in templates.enumerated() {
      let identity = template.name.map { node.id.inner($0).text } ?? node.id.text
      var card = Card(node, id: names.name(for: identity))
      card.group = group
      if let name = template.name { card.kind += " · \(name)" }
      let content = PodDrawing(template, base: identity, form: form, isDetailed: isDetailed)
      card.pod = content.pod(&names)
      cards.append(card)
      if index == 0 { elements[position] = card.id }
      let identities = content.identities(card.pod)
      for part in parts[position] ?? [] {
        let id = topology.nodes[part].id.text
        if let element = identities.first(where: { $0.identity == id })?.element { elements[part] = element }
      }
    }
    if templates.isEmpty {
      var card = Card(node, id: names.name(for: node.id.text))
      card.group = group
      cards.append(card)
      elements[position] = card.id
    }
  }

  /// Draws a box for something that is no node.
  mutating func add(_ identity: String, style: Card.Style, kind: String, name: String, lines: [String] = [])
    -> ElementID
  {
    let id = names.name(for: identity)
    if !cards.contains(where: { $0.id == id }) {
      cards.append(Card(id: id, style: style, kind: kind, name: name, lines: lines))
    }
    return id
  }

  typealias Card = FlowDiagram.Card

  func isDrawn(_ position: Int) -> Bool { elements[position] != nil }

  func element(of position: Int) -> ElementID? { elements[position] }

  /// Whether a pod's drawing says by itself what the edge says: who shares a volume.
  private func isToldByPod(_ edge: Edge) -> Bool {
    guard let volume = topology.nodes[edge.to].volume else { return false }
    return Set(volume.mounts.map(\.container)).count > 1
  }

  // MARK: - Links

  mutating func link(
    _ from: ElementID, _ to: ElementID, _ kind: EdgeKind, isInferred: Bool = false, label: String = ""
  ) {
    links.append(FlowDiagram.Link(from: from, to: to, kind: kind, isInferred: isInferred, label: label))
  }

  /// Draws the edges between drawn nodes that a view shows.
  mutating func link(where isShown: (Edge) -> Bool) {
    for edge in topology.edges where isShown(edge) {
      guard let from = elements[edge.from], let to = elements[edge.to], from != to, !isToldByPod(edge) else { continue }
      link(from, to, edge.kind, isInferred: edge.certainty == .inferred, label: edge.label)
    }
  }
}
