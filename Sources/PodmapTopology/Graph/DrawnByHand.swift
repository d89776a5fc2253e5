package import PodmapManifests

/// What the author of a Diagram document says about a node.
package struct DrawnByHand: Sendable {
  /// A frame around it.
  package struct Frame: Sendable, Hashable {
    /// Unique in the whole graph.
    package var id: NodeID
    package var label: String
    package var kind: DiagramDocument.GroupKind?
  }

  package var label: String
  package var kind: DiagramDocument.NodeKind?
  /// The frames around the node, from the outermost to the innermost.
  package var frames: [Frame]
}
