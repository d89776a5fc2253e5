import PodmapManifests
import PodmapTopology

/// What a view draws on: a topology, and the diagram as far as it has come.
struct Canvas {
  let topology: Topology
  private var names: ElementNames
  private(set) var groups: [FlowDiagram.Group] = []
  private(set) var cards: [FlowDiagram.Card] = []
  private(set) var links: [FlowDiagram.Link] = []
  /// The element that stands for each node.
  private(set) var elements: [ElementID?]
  /// The containers and volumes of each object.
  private var parts: [Int: [Int]] = [:]
  private var groupPositions: [String: Int] = [:]
  private var namespaceGroups: [String: Int] = [:]
  private let hasOtherNamespaces: Bool

  /// Nothing is drawn, it is only noted what would be.
  private let onlyChoosing: Bool

  init(_ topology: Topology, onlyChoosing: Bool = false) {
    self.topology = topology
    self.onlyChoosing = onlyChoosing
    names = ElementNames(capacity: topology.nodes.count)
    cards.reserveCapacity(topology.nodes.count)
    links.reserveCapacity(topology.edges.count)
    elements = [ElementID?](repeating: nil, count: topology.nodes.count)
    for (position, node) in topology.nodes.enumerated() {
      if let parent = node.parent { parts[parent, default: []].append(position) }
    }
    hasOtherNamespaces = topology.nodes.contains { $0.namespace.map { $0 != "default" } ?? false }
  }

  /// The picture, with a summary of what is in it.
  func diagram(title: String, direction: FlowDiagram.Direction?, showsLegend: Bool) -> FlowDiagram {
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
    if let known = namespaceGroups[namespace] { return known }
    let position = group("Namespace/\(namespace)", style: .namespace, kind: "namespace", name: namespace)
    namespaceGroups[namespace] = position
    return position
  }

  // MARK: - Cards

  /// Draws the boxes of nodes, each in its frame, with everything that is a part of them.
  mutating func add(
    _ items: [(position: Int, group: Int?)], form: PodContent.Form = .compact, isDetailed: Bool = false
  ) {
    if onlyChoosing {
      for item in items { elements[item.position] = ElementID(trusted: "chosen") }
      return
    }
    let (topology, parts) = (topology, parts)
    // A box depends on its node alone; only the names must be compared with those of other boxes.
    let drawings = concurrentMap(items.slices(of: 1024)) { slice in
      slice.map {
        NodeDrawing($0.position, of: topology, parts: parts[$0.position] ?? [], group: $0.group, form, isDetailed)
      }
    }
    for drawing in drawings.joined() where elements[drawing.position] == nil {
      for var drawn in drawing.cards {
        for (identity, id) in drawn.identities {
          let name = names.name(for: identity, preferring: id)
          if name != id { drawn.card.rename(id, to: name) }
        }
        cards.append(drawn.card)
      }
      elements[drawing.position] = cards[cards.count - drawing.cards.count].id
      for part in drawing.parts {
        let identity = topology.nodes[part.node].id.text
        elements[part.node] = names.name(for: identity, preferring: part.id)
      }
    }
  }

  /// Draws a box for something that is no node.
  mutating func add(_ identity: String, style: Card.Style, kind: String, name: String, lines: [String] = [])
    -> ElementID
  {
    let id = names.name(for: identity)
    if !cards.contains(where: { $0.id == id }) {
      cards.append(
        Card(id: id, style: style, icon: style == .outside ? .outside : .custom, kind: kind, name: name, lines: lines))
    }
    return id
  }

  typealias Card = FlowDiagram.Card

  func element(of position: Int) -> ElementID? { elements[position] }

  /// Whether a pod's drawing says by itself what the edge says: who shares a volume.
  private func isToldByPod(_ edge: Edge) -> Bool {
    guard edge.kind == .mounts, let volume = topology.nodes[edge.to].volume else { return false }
    return Set(volume.mounts.map(\.container)).count > 1
  }

  /// Whether a policy's own words say whom it selects: every pod. Lines to all of them would hide the rest.
  private func isToldByPolicy(_ edge: Edge) -> Bool {
    edge.kind == .selects && topology.nodes[edge.from].networkPolicy?.isAboutEveryPod ?? false
  }

  /// Whether a line's label is the one port that its Service has, and leads to the same port of a container.
  private func isToldByPorts(_ edge: Edge) -> Bool {
    guard edge.kind == .routes, case .service(let service) = topology.nodes[edge.from].facts,
      service.ports.count == 1
    else { return false }
    return edge.label == String(service.ports[0].number)
  }

  // MARK: - Links

  mutating func link(
    _ from: ElementID, _ to: ElementID, _ kind: EdgeKind, isInferred: Bool = false, isDashed: Bool = false,
    label: String = ""
  ) {
    if onlyChoosing { return }
    links.append(
      FlowDiagram.Link(from: from, to: to, kind: kind, isInferred: isInferred, isDashed: isDashed, label: label))
  }

  /// Draws the edges between drawn nodes that a view shows. Those that were written by hand stand in every view.
  mutating func link(where isShown: (Edge) -> Bool) {
    for edge in topology.edges where edge.kind != .connects && isShown(edge) {
      guard let from = elements[edge.from], let to = elements[edge.to], from != to, !isToldByPod(edge),
        !isToldByPolicy(edge)
      else { continue }
      links.append(
        FlowDiagram.Link(
          from: from, to: to, kind: edge.kind, isInferred: edge.certainty == .inferred, isDenied: edge.isDenied,
          label: edge.shownLabel, isLabelTold: isToldByPorts(edge), source: edge.source))
    }
  }
}

extension Edge {
  fileprivate var isDenied: Bool { verdict?.state == .denied }

  /// The label, and for a call that is denied by whom.
  fileprivate var shownLabel: String {
    let label = label.shortenedList(to: 44)
    guard let verdict, isDenied else { return label }
    let policies = verdict.policies.compactMap { $0.text.split(separator: "/").last }.joined(separator: ", ")
    return "\(label.isEmpty ? kind.look.word : label) \(EdgeLook.deniedSign) denied by \(policies)"
  }

  /// Where it is said, without line numbers: a picture must not change because a comment was added.
  fileprivate var source: String {
    guard let evidence = evidence.first else { return "" }
    return [evidence.file, evidence.path].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
