package import PodmapManifests

/// A relation between two nodes of a topology.
package struct Edge: Sendable, Hashable {
  /// The position of the node that refers, in `Topology.nodes`.
  package var from: Int
  /// The position of the node that is referred to, in `Topology.nodes`.
  package var to: Int
  package var kind: EdgeKind
  package var certainty: Certainty
  /// The port that a call names; `nil` if it names none, and for all other kinds.
  package var port: Int?
  /// Everything that takes space: passes go through all edges many times.
  private var details: Shared<Details>

  private struct Details: Sendable, Hashable {
    var label: String
    var share = ""
    let line: DiagramDocument.Line
    let scheme: String?
    var protocolName: String?
    var verdict: Verdict?
    var evidence: [Evidence]
  }

  /// The text on the line: a port, a host and path, a mount path.
  package var label: String {
    get { details.value.label }
    _modify { yield &details.value.label }
  }
  /// Which requests a backend of a route gets: "weight 90", "copy"; empty for all of them.
  package var share: String {
    get { details.value.share }
    _modify { yield &details.value.share }
  }
  /// The line that the author of a hand-written edge chose (decision 21); solid for all other edges.
  package var line: DiagramDocument.Line { details.value.line }
  /// The scheme of the URL from which a call was inferred: `postgres`; `nil` if there was no URL.
  package var scheme: String? { details.value.scheme }
  /// The protocol of a call, by its URL's scheme or the Service's port: "PostgreSQL"; `nil` if neither says it.
  package var protocolName: String? {
    get { details.value.protocolName }
    _modify { yield &details.value.protocolName }
  }
  /// What the NetworkPolicies say about a call; `nil` for all other kinds.
  package var verdict: Verdict? {
    get { details.value.verdict }
    _modify { yield &details.value.verdict }
  }
  /// In the order of the input; never empty for an edge that comes from a manifest.
  package var evidence: [Evidence] {
    get { details.value.evidence }
    _modify { yield &details.value.evidence }
  }

  package init(
    from: Int, to: Int, kind: EdgeKind, label: String = "", certainty: Certainty = .declared,
    line: DiagramDocument.Line = .solid, port: Int? = nil, scheme: String? = nil, protocolName: String? = nil,
    verdict: Verdict? = nil, evidence: [Evidence]
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    self.certainty = certainty
    self.port = port
    details = Shared(
      Details(
        label: label, line: line, scheme: scheme, protocolName: protocolName, verdict: verdict, evidence: evidence))
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
