/// What the manifest says about how a container starts and stops, if it says anything.
package struct ContainerLife: Sendable, Hashable {
  /// `imagePullPolicy`, if it isn't the default.
  package var pullPolicy: String?
  package var postStart: Action?
  package var preStop: Action?
  /// `lifecycle.stopSignal`
  package var stopSignal: String?
  /// `restartPolicyRules` in words: "Restart on exit code in 42".
  package var restartRules: [RestartRule]

  /// What happens when a container exits with one of some codes.
  package struct RestartRule: Sendable, Hashable {
    /// `Restart`, `RestartAllContainers`
    package var action: String
    /// "42", "not 0, 1"
    package var codes: String
  }

  init(pullPolicy: String?, postStart: Action?, preStop: Action?, stopSignal: String?, restartRules: [RestartRule]) {
    self.pullPolicy = pullPolicy
    self.postStart = postStart
    self.preStop = preStop
    self.stopSignal = stopSignal
    self.restartRules = restartRules
  }
}

extension Container {
  /// When the image is pulled: `Always`, `IfNotPresent` or `Never`.
  package var pullPolicy: String { life.value?.pullPolicy ?? Self.defaultPullPolicy(of: image) }

  /// Always for `latest` and for no tag, IfNotPresent for every other tag and for a digest.
  /// https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
  static func defaultPullPolicy(of image: String) -> String {
    if image.utf8.contains(UInt8(ascii: "@")) { return "IfNotPresent" }
    // The port of a registry isn't a tag.
    let name = image[(image.lastIndex(of: "/") ?? image.startIndex)...]
    guard let colon = name.lastIndex(of: ":") else { return "Always" }
    return name[colon...] == ":latest" ? "Always" : "IfNotPresent"
  }
}

/// What the manifest says about how a pod starts and stops, if it says anything.
package struct PodLife: Sendable, Hashable {
  /// `terminationGracePeriodSeconds`, if it isn't the default of 30.
  package var gracePeriod: Int?
  /// The conditions of `readinessGates`.
  package var readinessGates: [String]
  /// The names of `schedulingGates`.
  package var schedulingGates: [String]
  /// What the scheduler considers besides the nodes that `Placement` names: "spread over zone".
  package var scheduling: [String]
  /// The pod's own `activeDeadlineSeconds`.
  package var activeDeadline: Int?
}

/// What a workload's manifest says about how it creates and deletes its pods.
package struct WorkloadLife: Sendable, Hashable {
  /// `suspend` of a Job or a CronJob, `paused` of a Deployment.
  package var isSuspended = false
  /// A Deployment's `strategy.type`, the `updateStrategy.type` of others.
  package var updateStrategy: String?
  /// A StatefulSet's `podManagementPolicy`.
  package var podManagement: String?
  /// The number of a StatefulSet's first pod.
  package var firstOrdinal = 0
  /// The names of `volumeClaimTemplates`.
  package var claimTemplates: [String] = []
  /// The rules of a Job, or of the Jobs that a CronJob creates.
  package var job: JobLife?
  /// A CronJob's `timeZone`.
  package var timeZone: String?
  package var concurrencyPolicy: String?
}

/// How a Job creates pods, and when it is complete (batch/v1 `JobSpec`).
package struct JobLife: Sendable, Hashable {
  /// `nil` for a work queue: any number of pods, complete when one has succeeded and all have ended.
  package var completions: Int?
  package var parallelism: Int
  /// `nil` if there are only limits per index.
  package var backoffLimit: Int?
  /// `backoffLimitPerIndex`: how often the pod of each index may fail. With it, the Job itself has no default limit.
  package var backoffLimitPerIndex: Int?
  /// `maxFailedIndexes`: how many indexes may fail before the Job fails.
  package var maxFailedIndexes: Int?
  package var isIndexed: Bool
  package var activeDeadline: Int?
  /// `ttlSecondsAfterFinished`
  package var timeToLive: Int?
  /// `podFailurePolicy` in words: "FailJob on exit code 42".
  package var failureRules: [String]
  /// The rules of `successPolicy` in words, of which one must be met: "1 of indexes 0-2".
  package var successRules: [String]
}
