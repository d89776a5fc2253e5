/// A check of a container that the kubelet repeats (core/v1 `Probe`).
package struct Probe: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case startup, readiness, liveness
  }

  package var kind: Kind
  package var action: Action
  /// Seconds from the start of the container, or from the end of its startup probe, to the first check.
  package var initialDelay: Int
  /// Seconds from one check to the next.
  package var period: Int
  /// Seconds after which a check without an answer counts as failed.
  package var timeout: Int
  /// How many checks in a row must succeed, and how many must fail, to count.
  package var successThreshold: Int
  package var failureThreshold: Int
  /// The grace period in seconds after a failure, if it differs from the pod's.
  package var gracePeriod: Int?

  /// Omitted numbers have the API's defaults.
  package init(
    kind: Kind, action: Action, initialDelay: Int = 0, period: Int = 10, timeout: Int = 1, successThreshold: Int = 1,
    failureThreshold: Int = 3, gracePeriod: Int? = nil
  ) {
    self.kind = kind
    self.action = action
    self.initialDelay = initialDelay
    self.period = period
    self.timeout = timeout
    self.successThreshold = successThreshold
    self.failureThreshold = failureThreshold
    self.gracePeriod = gracePeriod
  }
}

/// What a probe or a hook does, without arguments and queries, which may be secret.
package enum Action: Sendable, Hashable {
  /// The port is a number or a name.
  case httpGet(path: String, port: String)
  case tcpSocket(port: String)
  case grpc(port: String)
  /// The name of the program.
  case exec(String)
  /// Seconds.
  case sleep(Int)
  /// The manifest doesn't say.
  case unstated
}
