/// A difference in what can be reached from outside the cluster, at one entry point.
package struct ExposureChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something can be reached that could not be reached before.
    case opened
    /// What could be reached can still be reached, but differently, or something else gets the requests.
    case changed
    case closed
  }

  /// What the entry point lets in, on one side.
  package struct Door: Sendable, Hashable {
    package var side: Side
    /// "tickets.example/api", "port 8443"
    package var request: String
    /// The IDs of the Services that get the request, and of what is behind them.
    package var services: [String]
    package var targets: [String]
  }

  package var kind: Kind
  /// The IDs of the entry point, on the sides on which it is one.
  package var left: String?
  package var right: String?
  package var sentence: Sentence
  /// Those that were opened, closed or changed.
  package var doors: [Door]
  /// The fields that show it: those of the right side, if it has any.
  package var evidence: [SidedEvidence]

  package var subject: String { right ?? left ?? "" }
}

extension ExposureChange.Kind {
  package var words: StaticString {
    switch self {
    case .opened: "opened"
    case .changed: "changed"
    case .closed: "closed"
    }
  }
}

extension Comparison {
  /// What is reachable from outside on one side only, or differently: first what was opened.
  package var exposure: [ExposureChange] {
    let words = ExposureWords(self)
    return ExposurePairs(self).groups.map { words.change($0) }.sorted {
      let ranks = [$0, $1].map { change in ExposureChange.Kind.allCases.firstIndex(of: change.kind) ?? 0 }
      return (ranks[0], $0.subject, $0.left ?? "") < (ranks[1], $1.subject, $1.left ?? "")
    }
  }
}
