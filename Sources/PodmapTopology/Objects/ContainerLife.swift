/// What the manifest says about how a container starts and stops, for the containers of which it says something.
package struct ContainerLife: Sendable, Hashable {
  /// `imagePullPolicy`, where it is not the default.
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
    // A registry's port is no tag.
    let name = image[(image.lastIndex(of: "/") ?? image.startIndex)...]
    guard let colon = name.lastIndex(of: ":") else { return "Always" }
    return name[colon...] == ":latest" ? "Always" : "IfNotPresent"
  }
}

/// What the manifest says about how a pod starts and stops, for the pods of which it says something.
package struct PodLife: Sendable, Hashable {
  /// `terminationGracePeriodSeconds`, where it is not the default of 30.
  package var gracePeriod: Int?
  /// The conditions of `readinessGates`.
  package var readinessGates: [String]
  /// The names of `schedulingGates`.
  package var schedulingGates: [String]
  /// What the scheduler weighs beside the nodes that `Placement` names: "spread over zone".
  package var scheduling: [String]
  /// The pod's own `activeDeadlineSeconds`.
  package var activeDeadline: Int?
}

/// What a workload's manifest says about how it makes and ends its pods.
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
  /// A Job's, or those of the Jobs that a CronJob makes.
  package var job: JobLife?
  /// A CronJob's `timeZone`.
  package var timeZone: String?
  package var concurrencyPolicy: String?
}

/// How a Job makes pods and when it is done (batch/v1 `JobSpec`).
package struct JobLife: Sendable, Hashable {
  /// Nothing for a work queue: any number of pods, done when one has succeeded and all have ended.
  package var completions: Int?
  package var parallelism: Int
  /// Nothing where only each index has its limit.
  package var backoffLimit: Int?
  /// `backoffLimitPerIndex`: how often the pod of each index may fail; the Job's own limit is none then, if not written.
  package var backoffLimitPerIndex: Int?
  /// With a limit for each index: how many indexes may fail before the Job ends.
  package var maxFailedIndexes: Int?
  package var isIndexed: Bool
  package var activeDeadline: Int?
  /// `ttlSecondsAfterFinished`
  package var timeToLive: Int?
  /// `podFailurePolicy` in words: "FailJob on exit code 42".
  package var failureRules: [String]
  /// `successPolicy` in words, one of them is enough: "1 of indexes 0-2".
  package var successRules: [String]
}
