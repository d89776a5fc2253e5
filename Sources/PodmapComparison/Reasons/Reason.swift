/// What speaks for containers in one pod, or for several pods.
package enum Reason: String, Sendable, Hashable, CaseIterable {
  case sidecar, ambassador, adapter
  case initContainers = "init"
  case sharedData, independentScaling, differentResources, faultIsolation, differentHosts

  package enum Layout: String, Sendable, Hashable {
    case onePod, severalPods
  }

  /// What the reason speaks for where it holds.
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

/// Whether a reason holds for an application, as far as its manifests show it.
package struct Judgement: Sendable, Hashable {
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case holds, doesNot, cantTell
  }

  package var reason: Reason
  package var verdict: Verdict
  /// One sentence, without a full stop.
  package var finding: String
  /// The fields that say so; empty only where it is the lack of something that does.
  package var evidence: [SidedEvidence]
}
