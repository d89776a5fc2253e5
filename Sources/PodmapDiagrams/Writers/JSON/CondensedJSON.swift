import PodmapManifests
import PodmapTopology

/// The cards and lines of a picture as JSON, for programs that lay out pictures of their own: `docs/json.md`.
///
/// What cards and lines stand for is given by the ids of nodes and the positions of edges in the same output.
package struct CondensedJSON: Sendable {
  let diagram: CondensedDiagram
  private let nodes: [ElementID: String]
  private let edges: [Int: Int]

  /// - Parameters:
  ///   - diagram: The picture.
  ///   - nodes: The id of the node that each element of the flow diagram represents.
  ///   - edges: The position in `edges` of each link of the flow diagram. Lines name no edges without it.
  package init(_ diagram: CondensedDiagram, nodes: [ElementID: String], edges: [Int: Int] = [:]) {
    self.diagram = diagram
    self.nodes = nodes
    self.edges = edges
  }

  func describe(_ card: CondensedDiagram.Card, _ object: inout JSONBuffer) {
    object.add("id", card.id.text)
    object.add("form", card.form.rawValue)
    object.add("style", card.style.rawValue)
    object.add("heading", card.heading.isEmpty ? nil : card.heading)
    object.add("name", card.name)
    object.add("frames", frames(of: card))
    object.add(card.presence)
    object.add("mark", card.mark?.rawValue)
    object.add("tabs", card.tabs) { describe($0, &$1) }
    object.add("members", card.members) { describe($0, &$1) }
    object.add("rows", card.rows) { describe($0, &$1) }
    object.add("foot", card.foot) { describe($0, &$1) }
    object.add("represents", represented(card.represents))
    object.add("edges", positions(card.represents.links))
  }

  func describe(_ line: CondensedDiagram.Line, _ object: inout JSONBuffer) {
    object.add("from", id(of: line.from))
    object.add("to", id(of: line.to))
    object.add("row", line.to.row?.text)
    object.add("group", line.group.rawValue)
    object.add("kind", line.kind.rawValue)
    object.add("labels", line.labels)
    object.add("denied", line.isDenied)
    object.add("dashed", line.isDashed)
    object.add("mark", line.mark?.rawValue)
    object.add("edges", positions(line.represents))
  }

  private func describe(_ row: CondensedDiagram.Row, _ object: inout JSONBuffer) {
    object.add("id", row.id?.text)
    object.add("tag", row.tag.isEmpty ? nil : row.tag)
    object.add("items", row.items) { describe($0, &$1) }
    object.add("more", row.more == 0 ? nil : row.more)
    object.add(row.presence)
    object.add("mark", row.mark?.rawValue)
    object.add("represents", represented(row.represents))
    object.add("edges", positions(row.represents.links))
  }

  private func describe(_ item: CondensedDiagram.Item, _ object: inout JSONBuffer) {
    object.add("text", item.text.isEmpty ? nil : item.text)
    object.add("detail", item.quiet.isEmpty ? nil : item.quiet)
  }

  /// The names of the frames around a card, the outermost first.
  private func frames(of card: CondensedDiagram.Card) -> [String] {
    var names: [String] = []
    var next = card.frame
    while let frame = next {
      names.append(diagram.frames[frame].name)
      next = diagram.frames[frame].parent
    }
    return names.reversed()
  }

  private func id(of end: CondensedDiagram.End) -> String {
    end.frame.map { diagram.frames[$0].id.text } ?? diagram.cards[end.card].id.text
  }

  private func represented(_ represents: CondensedDiagram.Represented) -> [String] {
    represents.elements.compactMap { nodes[$0] }.uniqued
  }

  private func positions(_ links: [Int]) -> [Int] {
    links.compactMap { edges[$0] }
  }
}

extension JSONBuffer {
  /// Why an object isn't defined in the input, as a key of the open object: the same in every schema.
  fileprivate mutating func add(_ presence: FlowDiagram.Card.Presence) {
    switch presence {
    case .present: break
    case .missing: add("missing", true)
    case .notInInput: add("notInInput", true)
    case .external: add("external", true)
    }
  }
}

extension FlowView.Result {
  /// The id of the node that each element of the diagram represents.
  package var nodeIDs: [ElementID: String] {
    Dictionary(
      zip(elements, whole.nodes).compactMap { element, node in element.map { ($0, node.id.text) } },
      uniquingKeysWith: { first, _ in first })
  }
}
