package import PodmapManifests

/// A call that somebody adds to the graph, or takes out of it.
package struct WrittenCall: Sendable {
  /// The containers that call, or their workloads.
  package var from: NamePattern
  /// What is called: objects, containers, or a host outside the cluster.
  package var to: NamePattern
  package var port: Int?
  /// Whether the calls that Podmap has found are removed instead.
  package var isRemoved: Bool
  package var reason: String
  package var place: Place
  /// The reason, as the evidence of a call that is added.
  package var evidence: Evidence

  package init(
    from: NamePattern, to: NamePattern, port: Int?, isRemoved: Bool, reason: String, at place: Place,
    evidence: Evidence
  ) {
    self.from = from
    self.to = to
    self.port = port
    self.isRemoved = isRemoved
    self.reason = reason
    self.place = place
    self.evidence = evidence
  }

  var unusedWords: String {
    let ends = "from '\(from.text.shortened())' to '\(to.text.shortened())'"
    return isRemoved ? "there is no call \(ends) to remove" : "the input lacks an end of the call \(ends)"
  }
}
