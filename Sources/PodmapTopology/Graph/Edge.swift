package import PodmapManifests

/// A relation between two nodes of a topology.
package struct Edge: Sendable, Hashable {
  /// The position of the node that refers, in `Topology.nodes`.
  package var from: Int
  /// The position of the node that is referred to, in `Topology.nodes`.
  package var to: Int
  package var kind: EdgeKind
  /// What belongs on the line: a port, a host and path, a mount path.
  package var label: String
  package var certainty: Certainty
  /// How the author of an edge that was written by hand wants the line; solid for all others.
  package var line: DiagramDocument.Line
  /// In the order of the input; never empty for an edge that comes from a manifest.
  package var evidence: [Evidence]

  package init(
    from: Int, to: Int, kind: EdgeKind, label: String = "", certainty: Certainty = .declared,
    line: DiagramDocument.Line = .solid, evidence: [Evidence]
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.label = label
    self.certainty = certainty
    self.line = line
    self.evidence = evidence
  }
}
