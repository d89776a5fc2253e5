/// A picture that somebody wrote down: a document `apiVersion: podmap/v1, kind: Diagram`.
///
/// Alone it is drawn as it stands; beside manifests it adds what no manifest says. `docs/diagram.md` describes
/// every field.
package struct DiagramDocument: Sendable {
  /// `metadata.name`.
  package var name: String
  /// `metadata.namespace`: where short names of objects are looked for first.
  package var namespace: String?
  /// The heading of the picture; the name where the document gives none.
  package var title: String
  /// A sentence for readers who can't see the picture; empty where the document gives none.
  package var description: String
  package var direction: Direction
  /// In the order of the document.
  package var nodes: [Node]
  /// Each behind the group that it lies in.
  package var groups: [Group]
  /// In the order of the document.
  package var edges: [Edge]
  /// In a document that has participants: it has no nodes, groups and edges.
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

  /// What a node is, which decides how its box looks.
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
    /// Where traffic comes in.
    case entry
    case network
    case configuration, secret
    case storage
  }

  /// What a group is, which decides how its frame looks.
  package enum GroupKind: String, CaseIterable, Sendable, Hashable {
    case cluster, node, namespace, pod
  }

  /// How a line is drawn.
  package enum Line: String, CaseIterable, Sendable, Hashable {
    case solid, dashed
  }

  /// A box.
  package struct Node: Sendable {
    package var id: String
    package var label: String
    package var kind: NodeKind?
    /// The position of the group it lies in.
    package var group: Int?
    package var place: Place
  }

  /// A frame around boxes and other frames.
  package struct Group: Sendable {
    package var id: String
    package var label: String
    package var kind: GroupKind?
    /// The position of the group it lies in; smaller than its own.
    package var parent: Int?
  }

  /// A line.
  package struct Edge: Sendable {
    package var from: End
    package var to: End
    package var label: String
    package var line: Line
    /// The scalars that it was read from.
    package var sources: [Source]
  }

  /// Where a line begins or ends: the id of a node of the diagram, or what names an object.
  package struct End: Sendable {
    package var text: String
    package var place: Place
  }

  /// A scalar of the document, for evidence.
  package struct Source: Sendable {
    /// Counts from 1.
    package var line: Int
    /// `edges[2].from`.
    package var path: String
    package var value: String
  }
}
