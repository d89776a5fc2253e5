/// What happened to one workload, in one line.
package struct WorkloadChange: Sendable, Hashable {
  /// In the order in which reviewers need them.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case removed, added
    /// Containers came from other pods or went there, or were added or removed.
    case regrouped
    /// Its name, kind or number of pods differs, or the image of a container.
    case updated
    case changed
  }

  package var kind: Kind
  /// The IDs of the pod on the sides that have it.
  package var left: String?
  package var right: String?
  /// "Deployment web"
  package var name: Sentence
  /// What happened, most important first.
  package var parts: [Sentence]
  package var evidence: [SidedEvidence]

  package var subject: String { right ?? left ?? "" }

  /// "Deployment web: container notifier came from Deployment worker; replicas 2 → 3"
  package var sentence: Sentence { "\(name): " + parts.enumerated(separator: "; ") }
}

extension WorkloadChange.Kind {
  package var words: StaticString {
    switch self {
    case .removed: "removed"
    case .added: "added"
    case .regrouped: "regrouped"
    case .updated: "updated"
    case .changed: "changed"
    }
  }
}

extension Comparison {
  /// One line for each workload that differs, most important first.
  package var workloadChanges: [WorkloadChange] {
    WorkloadChanges(self).all.sorted {
      func rank(_ change: WorkloadChange) -> Int { WorkloadChange.Kind.allCases.firstIndex(of: change.kind) ?? 0 }
      return (rank($0), $0.subject) < (rank($1), $1.subject)
    }
  }
}
