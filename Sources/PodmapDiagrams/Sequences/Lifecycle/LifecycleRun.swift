import PodmapManifests
import PodmapTopology

/// What happens to one container while the others keep running, and what ends the pod early.
extension LifecycleScript {
  mutating func run() {
    var shown: [Int] = []
    if pod.template.runsInTurn { runSteps() }
    for position in pod.running where !pod.template.runsInTurn || pod.containers[position].role != .app {
      if pod.containers[position].role == .ephemeral { startEphemeral(position) }
      // What is shown for one container applies to those with the same life.
      if let other = shown.first(where: { pod.containers[$0].livesOn(like: pod.containers[position], in: pod) }) {
        note("same as \(Shortened(pod.containers[other].name, limit: 40).text)", over: cast.containers[position])
        continue
      }
      shown.append(position)
      happen(to: position)
    }
    endOfPod()
  }

  /// https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
  private mutating func startEphemeral(_ position: Int) {
    say("create, start: ephemeral", from: cast.kubelet, to: cast.containers[position])
  }

  /// Nothing waits for it, and no phase of the pod depends on it.
  private mutating func endEphemeral(_ position: Int) {
    report("exits", from: cast.containers[position], to: cast.kubelet)
    note("never restarted; the pod stays", over: cast.containers[position])
  }

  /// The kubelet starts the containers of a Tekton Task together, but a program in each waits for the step before it:
  /// https://tekton.dev/docs/pipelines/container-contract/
  private mutating func runSteps() {
    guard let first = pod.apps.first, let last = pod.apps.last else { return }
    if pod.apps.count > 1 {
      note(
        "steps in order: each waits until the one before it has succeeded", over: cast.containers[first],
        to: cast.containers[last])
    }
    for step in pod.apps { runInitContainer(step) }
    report("last step done", from: cast.kubelet, to: cast.controlPlane)
  }

  // MARK: - One container

  private typealias Section = (label: String, write: (inout LifecycleScript) -> Void)

  private mutating func happen(to position: Int) {
    let container = pod.containers[position]
    let name = Shortened(container.name, limit: 24).text
    if container.isMixed { tellApart(position) }
    let it = container.members.count == 1 ? "it" : "one of them"
    var happenings: [Section] = []
    for kind in [Probe.Kind.liveness, .readiness] {
      guard let probe = container.probe(kind), container.first.problem(with: probe.action) == nil else { continue }
      let label =
        "\(kind.rawValue) probe fails \(probe.failureThreshold == 1 ? "once" : "\(probe.failureThreshold) times")"
      happenings.append(
        (label, { kind == .liveness ? $0.failLiveness(position, probe) : $0.failReadiness(position, probe) }))
    }
    happenings += ruleSections(of: position)
    switch pod.restarts(container) {
    case .never where container.role == .ephemeral: happenings.append(("\(it) exits", { $0.endEphemeral(position) }))
    case .always: happenings.append(("\(it) exits, whatever the code", { $0.exit(position, isSuccess: nil) }))
    case .onFailure, .never:
      happenings.append(("\(it) exits with a non-zero code", { $0.exit(position, isSuccess: false) }))
      // How a pod of a Job ends is shown at its end.
      if !pod.isFinite { happenings.append(("\(it) exits with code 0", { $0.exit(position, isSuccess: true) })) }
    }
    happenings[0].label = "\(name): \(happenings[0].label)"
    sections(.alternatives, happenings)
  }

  /// For containers that differ: which of them have probes, and what a failure causes.
  private mutating func tellApart(_ position: Int) {
    let column = cast.containers[position]
    let (alive, ready) = (pod.containers[position].probed(.liveness), pod.containers[position].probed(.readiness))
    if !alive.isEmpty {
      note("liveness probes of \(listed(alive)):\na failure ends its container", over: column)
    }
    if !ready.isEmpty {
      note("readiness probes of \(listed(ready)):\na failure makes the pod not Ready", over: column)
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/pods/probes/#probe-results
  private mutating func failLiveness(_ position: Int, _ probe: Probe) {
    let container = pod.containers[position]
    let column = cast.containers[position]
    say(probe.text, from: cast.kubelet, to: column, head: .cross)
    let grace = probe.gracePeriod ?? pod.gracePeriod
    // Hooks run in this case too: …/containers/container-lifecycle-hooks/#container-hooks
    if grace > 0, let hook = container.life?.preStop { say("preStop: \(hook.text)", from: cast.kubelet, to: column) }
    say(
      "\(container.stopSignal) (SIGKILL \(grace > 0 ? "at \(grace) s" : "soon after"))", from: cast.kubelet, to: column)
    report("exits", from: column, to: cast.kubelet)
    // A program may succeed when it is asked to stop; if it is restarted, the exit code doesn't matter.
    guard pod.restarts(container) == .never else { return restart(position) }
    note("not restarted: restartPolicy Never", over: column)
    guard pod.canEnd else { return }
    report("once all end: Succeeded or Failed, by exit code", from: cast.kubelet, to: cast.controlPlane)
  }

  /// The container keeps running: …/workloads/pods/probes/#probe-results
  private mutating func failReadiness(_ position: Int, _ probe: Probe) {
    say(probe.text, from: cast.kubelet, to: cast.containers[position], head: .cross)
    report("not Ready", from: cast.kubelet, to: cast.controlPlane)
    if let service = cast.service {
      if !pod.earlyServices.isEmpty {
        let names = pod.isPublishedEarly ? "" : " at \(listed(pod.earlyServices.map(\.name)))"
        note("its endpoint remains\(names)", over: service)
      }
      if !pod.isPublishedEarly {
        say(
          pod.isHeadless ? "DNS no longer returns the pod's IP" : "no more traffic to this pod",
          from: cast.controlPlane, to: service)
      }
    }
    note("it keeps running and is probed again", over: cast.containers[position])
  }

  /// Applies the restart policy after an exit; `isSuccess` is `nil` if the code doesn't matter.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
  private mutating func exit(_ position: Int, isSuccess: Bool?) {
    let column = cast.containers[position]
    let code = isSuccess.map { $0 ? "exit code 0" : "non-zero exit code" }
    report(code ?? "exits", from: column, to: cast.kubelet)
    switch (pod.restarts(pod.containers[position]), isSuccess) {
    case (.always, _), (.onFailure, false): restart(position)
    case (.onFailure, _), (.never, true):
      note("not restarted: it is done", over: column)
      if pod.canEnd { report("Succeeded once all are done", from: cast.kubelet, to: cast.controlPlane) }
    case (.never, _): note("not restarted: restartPolicy Never", over: column)
    }
    guard pod.restarts(pod.containers[position]) == .never, pod.containers[position].role == .app, isSuccess == false,
      pod.canEnd
    else { return }
    report("pod Failed once all have ended", from: cast.kubelet, to: cast.controlPlane)
    if !pod.isFinite {
      note(pod.isBare ? "no controller creates a new pod" : "its controller decides", over: cast.controlPlane)
    }
  }

  private mutating func restart(_ position: Int) {
    let column = cast.containers[position]
    say("restart", from: cast.kubelet, to: column)
    let isAlone = pod.running.count == 1 && pod.containers[position].members.count == 1
    // The first time immediately, then after 10 s, 20 s, …: …/workloads/pods/pod-lifecycle/#container-restarts
    note(
      "repeated exits: back-off 10 s to 5 min\nsame pod, IP and volumes" + (isAlone ? "" : "; the others keep running"),
      over: column)
  }

  /// A container's own restart rules take precedence over its policy.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restart-rules
  func ruleSections(of position: Int) -> [(label: String, write: (inout LifecycleScript) -> Void)] {
    let column = cast.containers[position]
    return (pod.containers[position].life?.restartRules ?? []).map { rule in
      (
        "exit code \(Shortened(rule.codes, limit: 20).text), by its own rule",
        { script in
          script.report("exits", from: column, to: script.cast.kubelet)
          script.say(
            rule.action == "RestartAllContainers" ? "restart all containers in place" : "restart",
            from: script.cast.kubelet, to: column)
        }
      )
    }
  }

  // MARK: - The pod

  private mutating func endOfPod() {
    // The pod's own deadline, not its Job's:
    // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#lifecycle
    if let deadline = pod.template.life.value?.activeDeadline {
      block(.optional, "\(deadline) s after the pod's start") {
        $0.report("DeadlineExceeded: pod Failed", from: $0.cast.kubelet, to: $0.cast.controlPlane)
      }
    }
    guard let controller = cast.controller else {
      block(.optional, "the node fails, or the pod is evicted") {
        $0.note(
          "the pod is gone for good: no controller creates a new one", over: $0.cast.controlPlane, to: $0.cast.kubelet)
      }
      return
    }
    if pod.isFinite { return failJob(controller) }
    if pod.template.runsInTurn {
      return block(.optional, "the node fails, or the pod is evicted") {
        $0.report("pod lost: the run fails", from: $0.cast.controlPlane, to: controller)
      }
    }
    block(.optional, "the node fails, or the pod is evicted") { script in
      script.report("pod lost", from: script.cast.controlPlane, to: controller)
      script.say(script.pod.replacement, from: controller, to: script.cast.controlPlane)
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures
  private mutating func failJob(_ controller: Int) {
    let job = pod.life?.job
    let perIndex = job?.backoffLimitPerIndex
    let limit = job == nil ? 6 : job?.backoffLimit
    let index = perIndex == nil ? "" : " of an index"
    let retries = perIndex ?? limit ?? 0
    let isNever = pod.template.restartPolicy == "Never"
    if let rules = job?.failureRules, !rules.isEmpty {
      // …/controllers/job/#pod-failure-policy
      note(
        "podFailurePolicy first:\n" + rules.map { Shortened($0, limit: 50).text }.joined(separator: "\n"),
        over: controller)
    }
    var ends: [(label: String, write: (inout LifecycleScript) -> Void)] = []
    if retries > 0 {
      // A pod that must not restart its containers fails as a whole, and so does one whose node is lost.
      ends.append(
        (
          isNever ? "pod Failed, at most \(retries.counted("time"))\(index)" : "the pod itself is lost",
          { script in
            script.report("pod Failed", from: script.cast.controlPlane, to: controller)
            script.say("create a new pod after a back-off", from: controller, to: script.cast.controlPlane)
          }
        ))
    }
    if let perIndex { ends += Self.failIndexes(perIndex, job?.maxFailedIndexes, controller) }
    if let limit {
      ends.append(
        (
          limit == 0 ? "the first failure, backoffLimit 0" : "more than \(limit.counted("failure")), backoffLimit",
          { script in
            script.say("Job Failed, its pods stop", from: controller, to: script.cast.controlPlane)
          }
        ))
    }
    // …/controllers/job/#job-termination-and-cleanup
    if let deadline = job?.activeDeadline {
      ends.append(
        (
          "\(deadline) s after the Job's start",
          { script in
            script.say("DeadlineExceeded: its pods stop", from: controller, to: script.cast.controlPlane)
          }
        ))
    }
    sections(.alternatives, ends)
  }

  /// A failed index doesn't stop the others; the Job fails once all have run, or too many have failed.
  /// https://kubernetes.io/docs/concepts/workloads/controllers/job/#backoff-limit-per-index
  private static func failIndexes(_ limit: Int, _ maxFailed: Int?, _ controller: Int) -> [Section] {
    var ends: [Section] = [
      (
        limit == 0
          ? "first failure of an index, backoffLimitPerIndex 0"
          : "over \(limit.counted("failure")) of an index, backoffLimitPerIndex",
        { $0.note("this index has failed, the others continue", over: controller) }
      ),
      (
        "all indexes have run, one or more failed",
        { $0.say("Job Failed", from: controller, to: $0.cast.controlPlane) }
      ),
    ]
    if let maxFailed {
      ends.append(
        (
          "more than \(maxFailed) failed, maxFailedIndexes",
          { $0.say("Job Failed, its pods stop", from: controller, to: $0.cast.controlPlane) }
        ))
    }
    return ends
  }
}

extension LifecyclePod {
  /// What a controller does to replace a lost pod.
  fileprivate var replacement: String {
    switch owner.kind {
    // …/workloads/controllers/statefulset/#pod-identity
    case .statefulSet: "recreate it: same name and claims"
    case .daemonSet: "create a new pod for each node that fits"
    default: "create a new pod: new name, new IP"
    }
  }
}

extension LifecycleContainer {
  fileprivate func livesOn(like other: LifecycleContainer, in pod: LifecyclePod) -> Bool {
    let isStopping = probe(.liveness) != nil
    return role == other.role && !isMixed && !other.isMixed && pod.restarts(self) == pod.restarts(other)
      && first.probes.filter { $0.kind != .startup } == other.first.probes.filter { $0.kind != .startup }
      && (!isStopping || life?.preStop == other.life?.preStop && stopSignal == other.stopSignal)
      && life?.restartRules ?? [] == other.life?.restartRules ?? []
  }
}
