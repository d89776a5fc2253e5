package import PodmapManifests

/// What the author of a Diagram document says of a node.
package struct DrawnByHand: Sendable {
  /// A frame around it.
  package struct Frame: Sendable, Hashable {
    /// Its own in the whole graph.
    package var id: NodeID
    package var label: String
    package var kind: DiagramDocument.GroupKind?
  }

  package var label: String
  package var kind: DiagramDocument.NodeKind?
  /// From the outermost to the innermost.
  package var frames: [Frame]
}
