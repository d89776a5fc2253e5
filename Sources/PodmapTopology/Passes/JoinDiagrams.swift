package import PodmapManifests

extension Pass {
  /// Adds the nodes and edges of hand-written diagrams. An edge may end at a node of its diagram or at any object.
  static let joinDiagrams = Pass("join diagrams") { builder in
    guard !builder.diagrams.isEmpty else { return }
    var objects = ObjectNames(builder.nodes)
    for diagram in builder.diagrams {
      if diagram.sequence != nil, !builder.objects.isEmpty { builder.diagnostics.append(.sequenceAside(diagram)) }
      let own = builder.addNodes(of: diagram)
      for edge in diagram.edges {
        let ends = [edge.from, edge.to].map { end -> Int? in
          if let position = own[end.text] { return position }
          switch objects.find(end.text, near: diagram.namespace ?? builder.defaultNamespace.name, in: builder) {
          case .one(let position): return position
          case .several(let ids): builder.diagnostics.append(.ambiguous(end, ids))
          case .none: builder.diagnostics.append(.unknown(end, objects.hint(end.text, diagram)))
          }
          return nil
        }
        guard let from = ends[0], let to = ends[1] else { continue }
        builder.connect(
          from, to, .connects, label: edge.label, line: edge.line,
          evidence: edge.sources.map {
            Evidence(file: diagram.place.file, line: $0.line, path: $0.path, value: $0.value)
          })
      }
    }
  }
}

extension DiagramDocument {
  /// `Diagram.podmap/users`, the prefix of the ids of its nodes.
  var id: NodeID { NodeID(.diagram, name, in: namespace) }

  /// The id in a topology of one of the diagram's nodes.
  package func id(of node: Node) -> NodeID { id.inner(node.id) }

  /// The frames around a node, from the outermost to the innermost.
  fileprivate func frames(around node: Node) -> [DrawnByHand.Frame] {
    var frames: [DrawnByHand.Frame] = []
    var next = node.group
    while let position = next {
      let group = groups[position]
      // The two slashes keep it apart from the ids of nodes.
      frames.insert(DrawnByHand.Frame(id: id.inner("").inner(group.id), label: group.label, kind: group.kind), at: 0)
      next = group.parent
    }
    return frames
  }
}

extension TopologyBuilder {
  /// Adds a diagram's nodes, and returns their positions by their ids in the diagram.
  fileprivate mutating func addNodes(of diagram: DiagramDocument) -> [String: Int] {
    var positions: [String: Int] = [:]
    for node in diagram.nodes {
      positions[node.id] = add(
        Node(
          id: diagram.id(of: node), kind: .diagram, name: node.id, namespace: nil, places: [node.place],
          facts: .drawn(DrawnByHand(label: node.label, kind: node.kind, frames: diagram.frames(around: node)))))
    }
    return positions
  }
}

extension Diagnostic {
  fileprivate static func sequenceAside(_ diagram: DiagramDocument) -> Diagnostic {
    Diagnostic(
      .note, at: diagram.place, topic: .handWritten,
      "the messages of the Diagram '\(diagram.name.shortened())' can't be combined with other diagrams; "
        + "draw its file alone")
  }

  fileprivate static func unknown(_ end: DiagramDocument.End, _ hint: String?) -> Diagnostic {
    Diagnostic(
      .error, at: end.place, topic: .handWritten,
      "there is no node or object '\(end.text.shortened())'; "
        + (hint ?? "write its id below 'nodes:', or the id of an object as 'podmap inspect' lists it"))
  }

  fileprivate static func ambiguous(_ end: DiagramDocument.End, _ ids: [NodeID]) -> Diagnostic {
    let words = ids.prefix(Limit.listedNames.value).map { "'\($0.text.shortened())'" }.joined(separator: ", ")
    return Diagnostic(
      .error, at: end.place, topic: .handWritten,
      "'\(end.text.shortened())' may be \(words)\(ids.count > Limit.listedNames.value ? " or others" : ""); write the whole id"
    )
  }
}
