package import PodmapManifests
package import PodmapTopology

extension FlowView.Result {
  /// Draws a hand-written diagram on its own: its nodes, groups and edges in the order of the document, and nothing
  /// else. Nodes that aren't in the topology are left out.
  package init(_ document: DiagramDocument, in topology: Topology, _ options: ViewOptions = ViewOptions()) {
    var drawn = [Bool](repeating: false, count: topology.nodes.count)
    var picture = HandWrittenFlow(document)
    for node in document.nodes {
      guard let position = topology.position(of: document.id(of: node)) else { continue }
      drawn[position] = true
      picture.add(node)
    }
    for edge in document.edges { picture.add(edge) }
    var diagram = picture.diagram(title: options.title, direction: options.direction)
    diagram.layout = options.layout
    self.init(
      diagram: diagram, whole: topology, drawn: drawn,
      elements: topology.nodes.map { _ in nil })
  }
}

/// Builds the flow diagram of one document.
private struct HandWrittenFlow {
  private let document: DiagramDocument
  private var names = ElementNames()
  private var groups: [FlowDiagram.Group] = []
  private var cards: [FlowDiagram.Card] = []
  private var links: [FlowDiagram.Link] = []
  private var elements: [String: ElementID] = [:]
  private var labels: [ElementID: String] = [:]

  init(_ document: DiagramDocument) {
    self.document = document
    // Nodes get the names equal to their IDs first, whatever the groups are called.
    for node in document.nodes { _ = names.name(for: node.id) }
    groups = document.groups.map { group in
      FlowDiagram.Group(
        id: names.name(for: "group/\(group.id)"), parent: group.parent, style: FlowDiagram.Group.Style(group.kind),
        kind: "", name: group.label)
    }
  }

  mutating func add(_ node: DiagramDocument.Node) {
    let id = names.name(for: node.id)
    elements[node.id] = id
    labels[id] = node.label
    cards.append(
      FlowDiagram.Card(
        id: id, group: node.group, style: FlowDiagram.Card.Style(node.kind), kind: "", name: node.label, isProse: true,
        tooltip: node.place.file))
  }

  mutating func add(_ edge: DiagramDocument.Edge) {
    // An end that isn't a node has already been reported.
    guard let from = elements[edge.from.text], let to = elements[edge.to.text] else { return }
    links.append(
      FlowDiagram.Link(from: from, to: to, kind: .connects, isDashed: edge.line == .dashed, label: edge.label))
  }

  func diagram(title: String?, direction: FlowDiagram.Direction?) -> FlowDiagram {
    FlowDiagram(
      title: title ?? document.title, summary: document.description.isBlank ? summary : document.description,
      direction: direction ?? FlowDiagram.Direction(document.direction), groups: groups, cards: cards, links: links,
      showsLegend: false, isArranged: false
    ).keepingUsedGroups()
  }

  /// The lines in words, as a reader would follow them: "Pod Contains Container 1, …".
  private var summary: String {
    guard !cards.isEmpty else { return "Nothing to draw." }
    let lines = links.prefix(Limit.summaryLines.value).map { link in
      let words = [labels[link.from] ?? "", link.label.isBlank ? "→" : link.label, labels[link.to] ?? ""]
      return words.map { Shortened($0, limit: 60).text }.joined(separator: " ")
    }
    let names = cards.prefix(Limit.summaryLines.value).map { Shortened($0.shownName, limit: 60).text }
    let rest = max(0, (links.isEmpty ? cards.count : links.count) - Limit.summaryLines.value)
    return ((links.isEmpty ? names : lines) + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ") + "."
  }
}
