/// A hand-written diagram: a YAML document with `apiVersion: podmap/v1` and `kind: Diagram`.
///
/// On its own it is drawn as written; next to manifests it adds what no manifest says. `docs/diagram.md` describes
/// every field.
package struct DiagramDocument: Sendable {
  /// `metadata.name`.
  package var name: String
  /// `metadata.namespace`: where short names of objects are looked up first.
  package var namespace: String?
  /// The heading of the diagram; its name if the document has no title.
  package var title: String
  /// A sentence for readers who can't see the diagram; empty if the document has none.
  package var description: String
  package var direction: Direction
  /// In the order of the document.
  package var nodes: [Node]
  /// Each after the group that contains it.
  package var groups: [Group]
  /// In the order of the document.
  package var edges: [Edge]
  /// In a document with participants, which has no nodes, groups or edges.
  package var sequence: SequenceBody?
  /// The whole document.
  package var root: Value
  package var place: Place
}

extension DiagramDocument {
  /// The main direction of the lines.
  package enum Direction: String, CaseIterable, Sendable {
    case topToBottom = "TB"
    case leftToRight = "LR"
  }

  /// What a node is, which determines the look of its card.
  package enum NodeKind: String, CaseIterable, Sendable, Hashable {
    /// People.
    case user
    /// A system outside the cluster.
    case external
    case cluster
    /// A machine of a cluster.
    case node
    case workload, pod, container
    case service
    /// An entry point of traffic.
    case entry
    case network
    case configuration, secret
    case storage
  }

  /// What a group is, which determines the look of its frame.
  package enum GroupKind: String, CaseIterable, Sendable, Hashable {
    case cluster, node, namespace, pod
  }

  /// How a line is drawn.
  package enum Line: String, CaseIterable, Sendable, Hashable {
    case solid, dashed
  }

  /// A node, drawn as a card.
  package struct Node: Sendable {
    package var id: String
    package var label: String
    package var kind: NodeKind?
    /// The position of the group that contains it.
    package var group: Int?
    package var place: Place
  }

  /// A group, drawn as a frame around cards and other frames.
  package struct Group: Sendable {
    package var id: String
    package var label: String
    package var kind: GroupKind?
    /// The position of the group that contains it; smaller than its own.
    package var parent: Int?
  }

  /// An edge, drawn as a line.
  package struct Edge: Sendable {
    package var from: End
    package var to: End
    package var label: String
    package var line: Line
    /// The scalars from which it was read.
    package var sources: [Source]
  }

  /// Where an edge begins or ends: the id of a node of the diagram, or a reference to an object.
  package struct End: Sendable {
    package var text: String
    package var place: Place
  }

  /// A scalar of the document, as evidence.
  package struct Source: Sendable {
    /// Counts from 1.
    package var line: Int
    /// `edges[2].from`.
    package var path: String
    package var value: String
  }
}
