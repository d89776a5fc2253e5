/// An argument for keeping containers in one pod, or for spreading them over several.
package enum Reason: String, Sendable, Hashable, CaseIterable {
  case sidecar, ambassador, adapter
  case initContainers = "init"
  case sharedData, independentScaling, differentResources, faultIsolation, differentHosts

  package enum Layout: String, Sendable, Hashable {
    case onePod, severalPods
  }

  /// The layout that the reason supports if it applies.
  package var speaksFor: Layout {
    switch self {
    case .sidecar, .ambassador, .adapter, .initContainers, .sharedData: .onePod
    case .independentScaling, .differentResources, .faultIsolation, .differentHosts: .severalPods
    }
  }

  package var title: StaticString {
    switch self {
    case .sidecar: "sidecar"
    case .ambassador: "ambassador"
    case .adapter: "adapter"
    case .initContainers: "init containers"
    case .sharedData: "shared data"
    case .independentScaling: "independent scaling"
    case .differentResources: "different resources"
    case .faultIsolation: "fault isolation"
    case .differentHosts: "different hosts"
    }
  }
}

/// The result for one reason: whether it applies to an application, as far as the manifests show.
package struct Ruling: Sendable, Hashable {
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case applies = "holds"
    case doesNotApply = "doesNot"
    case cannotTell = "cantTell"
  }

  package var reason: Reason
  package var verdict: Verdict
  /// One sentence, without a full stop.
  package var finding: String
  /// The fields that show it; empty only if the absence of a field shows it.
  package var evidence: [SidedEvidence]
}
