import PodmapManifests
import PodmapTopology

/// Makes a flow diagram from the objects that a view has chosen.
struct Canvas {
  private let chosen: ChosenObjects
  private let topology: Topology
  private var names: ElementNames
  private var groups: [FlowDiagram.Group] = []
  private var cards: [FlowDiagram.Card] = []
  private var links: [FlowDiagram.Link] = []
  /// The element that represents each node.
  private(set) var elements: [ElementID?]
  /// The position in the topology's edges of what each link shows; `nil` for a link that no edge says.
  private(set) var edgeOfLink: [Int?] = []
  /// The containers and volumes of each object.
  private var parts: [Int: [Int]] = [:]
  /// The numbers of the ports that the containers behind each Service name.
  private var namedPorts: [Int: [String: Int]] = [:]
  /// The nodes that are always boxes of their own.
  private let kept: Set<Int>

  init(_ chosen: ChosenObjects, keeping kept: Set<Int> = []) {
    self.chosen = chosen
    self.kept = kept
    topology = chosen.topology
    names = ElementNames(capacity: topology.nodes.count)
    cards.reserveCapacity(chosen.objects.count)
    links.reserveCapacity(chosen.edges.count)
    elements = [ElementID?](repeating: nil, count: topology.nodes.count)
    for (position, node) in topology.nodes.enumerated() {
      if let parent = node.parent { parts[parent, default: []].append(position) }
    }
    for edge in topology.edges where edge.kind == .routes && topology.nodes[edge.from].service != nil {
      for port in topology.nodes[edge.to].container?.ports ?? [] {
        if let name = port.name { namedPorts[edge.from, default: [:]][name] = port.number }
      }
    }
  }

  mutating func draw() {
    groups = chosen.frames.map { frame in
      FlowDiagram.Group(
        id: names.name(for: "group/\(frame.identity)"), parent: frame.parent, style: frame.style, kind: frame.kind,
        name: frame.name)
    }
    drawCards(of: chosen.objects.filter { topology.nodes[$0.node].drawnByHand == nil })
    drawEntrances()
    drawCards(of: chosen.objects.filter { topology.nodes[$0.node].drawnByHand != nil })
    edgeOfLink = links.map { _ in nil }
    for position in chosen.edges {
      draw(topology.edges[position])
      while edgeOfLink.count < links.count { edgeOfLink.append(position) }
    }
  }

  /// The diagram, with a summary of what is in it.
  func diagram(title: String, direction: FlowDiagram.Direction?, showsLegend: Bool) -> FlowDiagram {
    FlowDiagram(
      title: title, summary: Summary(cards).text, direction: direction, groups: groups, cards: cards, links: links,
      showsLegend: showsLegend)
  }

  /// Draws the boxes of objects, with everything that is a part of them.
  private mutating func drawCards(of objects: [ChosenObjects.Object]) {
    let (chosen, topology, parts) = (chosen, topology, parts)
    // A box depends on its node alone; only the names must be compared with those of other boxes.
    let nodes = concurrentMap(objects.slices(of: 1024)) { slice in
      slice.map { object in
        NodeCards(
          object.node, of: topology, parts: parts[object.node] ?? [], group: object.frame, chosen.form,
          chosen.isDetailed)
      }
    }
    for node in nodes.joined() {
      var brief = FlowDiagram.Card.Brief(
        topology.nodes[node.position], namedPorts: namedPorts[node.position] ?? [:])
      brief.notes = chosen.notes[node.position] ?? []
      for var identified in node.cards {
        identified.card.brief = brief
        identified.card.brief.showsVolumes = chosen.showsVolumes
        identified.card.isKept = kept.contains(node.position)
        for (identity, id) in identified.identities {
          let name = names.name(for: identity, preferring: id)
          if name != id { identified.card.rename(id, to: name) }
        }
        cards.append(identified.card)
      }
      elements[node.position] = cards[cards.count - node.cards.count].id
      for part in node.parts {
        let identity = topology.nodes[part.node].id.text
        elements[part.node] = names.name(for: identity, preferring: part.id)
      }
    }
  }

  /// Draws a box for everything outside the cluster, and lines from it to the entry points.
  private mutating func drawEntrances() {
    let entrances = chosen.entrances.compactMap { entrance in elements[entrance.node].map { ($0, entrance.label) } }
    guard !entrances.isEmpty else { return }
    let outside = names.name(for: "Outside")
    cards.append(
      FlowDiagram.Card(id: outside, style: .outside, icon: .outside, kind: "client", name: "outside the cluster"))
    for (element, label) in entrances {
      links.append(FlowDiagram.Link(from: outside, to: element, kind: .routes, label: label))
    }
  }

  private mutating func draw(_ edge: Edge) {
    if edge.kind == .connects {
      guard let from = nearestElement(of: edge.from), let to = nearestElement(of: edge.to) else { return }
      links.append(
        FlowDiagram.Link(from: from, to: to, kind: .connects, isDashed: edge.line == .dashed, label: edge.label))
      return
    }
    guard let from = elements[edge.from], let to = elements[edge.to], from != to, !isShownByPod(edge),
      !isShownByPolicy(edge)
    else { return }
    links.append(
      FlowDiagram.Link(
        from: from, to: to, kind: edge.kind, isInferred: edge.certainty != .declared,
        isPossible: edge.certainty == .possible, isDenied: edge.isDenied, label: edge.shownLabel,
        isLabelRepeated: isShownByPorts(edge), source: edge.source))
    links[links.count - 1].port = edge.port
    links[links.count - 1].holder = edge.evidence.firstNonNil(\.holder)
    if !edge.share.isEmpty, !edge.isDenied {
      links[links.count - 1].share = edge.share
      links[links.count - 1].path = edge.label.shortenedList(to: 44)
    }
  }

  /// The element of a node, or of its object if the view draws no element for the part (a volume of one container).
  private func nearestElement(of position: Int) -> ElementID? {
    elements[position] ?? elements[topology.owner(of: position)]
  }

  /// Whether a pod's card shows what the edge says: who shares a volume.
  private func isShownByPod(_ edge: Edge) -> Bool {
    guard edge.kind == .mounts, let volume = topology.nodes[edge.to].volume else { return false }
    return Set(volume.mounts.map(\.container)).count > 1
  }

  /// Whether a policy's card says whom it selects: every pod. Lines to all of them would hide the rest.
  private func isShownByPolicy(_ edge: Edge) -> Bool {
    edge.kind == .selects && topology.nodes[edge.from].networkPolicy?.isAboutEveryPod ?? false
  }

  /// Whether a line's label is the only port of its Service and leads to the same port of a container.
  private func isShownByPorts(_ edge: Edge) -> Bool {
    guard edge.kind == .routes, case .service(let service) = topology.nodes[edge.from].facts,
      service.ports.count == 1
    else { return false }
    return edge.label == String(service.ports[0].number)
  }
}

extension Edge {
  /// Nothing says that a possible call is made, so one that a policy denies isn't a finding.
  fileprivate var isDenied: Bool { verdict?.state == .denied && certainty != .possible }

  /// The label, and for a denied call the policies that deny it.
  fileprivate var shownLabel: String {
    var label = label.shortenedList(to: 44)
    if !share.isEmpty { label = label.isEmpty ? share : "\(label) (\(share))" }
    guard let verdict, isDenied else { return label }
    if verdict.policies.isEmpty { return "\(FlowDiagram.Link.deniedSign) not accepted" }
    let policies = verdict.policies.compactMap { $0.text.split(separator: "/").last }.joined(separator: ", ")
    return "\(label.isEmpty ? kind.verb : label) \(FlowDiagram.Link.deniedSign) denied by \(policies)"
  }

  /// The file and path of the evidence, without line numbers: a picture must not change because a comment was added.
  fileprivate var source: String {
    guard let evidence = evidence.first else { return "" }
    return [evidence.file, evidence.path].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
