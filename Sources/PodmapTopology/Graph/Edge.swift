package import PodmapManifests

/// A relation between two nodes of a topology.
package struct Edge: Sendable, Hashable {
  /// The position of the node that refers, in `Topology.nodes`.
  package var from: Int
  /// The position of the node that is referred to, in `Topology.nodes`.
  package var to: Int
  package var kind: EdgeKind
  /// The text on the line: a port, a host and path, a mount path.
  package var label: String
  /// Which requests a backend of a route gets: "weight 90", "copy"; empty for all of them.
  package var share = ""
  package var certainty: Certainty
  /// The line that the author of a hand-written edge chose (decision 21); solid for all other edges.
  package var line: DiagramDocument.Line
  /// The port that a call names; `nil` if it names none, and for all other kinds.
  package var port: Int?
  /// The scheme of the URL from which a call was inferred: `postgres`; `nil` if there was no URL.
  package var scheme: String?
  /// The protocol of a call, by its URL's scheme or the Service's port: "PostgreSQL"; `nil` if neither says it.
  package var protocolName: String?
  /// What the NetworkPolicies say about a call; `nil` for all other kinds.
  package var verdict: Verdict?
  /// In the order of the input; never empty for an edge that comes from a manifest.
  package var evidence: [Evidence]

  package init(
    from: Int, to: Int, kind: EdgeKind, label: String = "", certainty: Certainty = .declared,
    line: DiagramDocument.Line = .solid, port: Int? = nil, scheme: String? = nil, protocolName: String? = nil,
    verdict: Verdict? = nil, evidence: [Evidence]
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.label = label
    self.certainty = certainty
    self.line = line
    self.port = port
    self.scheme = scheme
    self.protocolName = protocolName
    self.verdict = verdict
    self.evidence = evidence
  }
}

extension Edge {
  /// The label with the share: "shop.example/cart (weight 90)".
  package var words: String {
    if label.isEmpty || share.isEmpty { return label + share }
    return "\(label) (\(share))"
  }

  /// Whether NetworkPolicies, or the listeners of a Gateway, let no request through.
  package var isDenied: Bool { verdict?.state == .denied }
}
