package import PodmapDiagrams

/// The kinds of diagrams. A format may have only one of them.
package enum DiagramKind: String, CaseIterable, Sendable {
  case flow, sequence
}

extension View {
  /// The kind of its diagrams.
  package var kind: DiagramKind {
    switch self {
    case .flow: .flow
    case .sequence: .sequence
    }
  }
}

extension OutputFormat {
  /// Whether it shows diagrams at all.
  package var hasDiagrams: Bool { DiagramKind.allCases.contains(where: shows) }

  package func shows(_ kind: DiagramKind) -> Bool {
    switch kind {
    case .flow: flow != nil
    case .sequence: sequence != nil
    }
  }

  /// The error for a diagram of a kind that the format doesn't show.
  package func refusal(of kind: DiagramKind) -> RequestError {
    let others = Self.all.filter { $0.shows(kind) }.map(\.name).joined(separator: ", ")
    return RequestError("'\(name)' can't show \(kind.rawValue) diagrams; use one of \(others)")
  }
}
