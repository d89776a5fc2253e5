import PodmapManifests
import PodmapTopology

/// Who creates the pods, and in which order.
extension LifecycleScript {
  mutating func create() {
    let title = "create \(pod.kindName) \(Shortened(pod.owner.name, limit: 40).text)"
    say(title, from: cast.user, to: cast.controlPlane)
    guard let controller = cast.controller else {
      // The API stores the pod and answers; nothing runs yet: …/workloads/pods/pod-lifecycle/#pod-phase
      report("stored: Pending", from: cast.controlPlane, to: cast.user)
      return
    }
    // Controllers watch the API: https://kubernetes.io/docs/concepts/architecture/controller/
    say("new \(pod.kindName)", from: cast.controlPlane, to: cast.cronJob ?? controller, head: .open)
    if pod.replicas == 0 { note("scaled to 0: creates pods once it is scaled up", over: controller) }
    switch pod.owner.kind {
    case .statefulSet: createStatefulPods(controller)
    case .daemonSet: createDaemonPods(controller)
    case .job: createJobPods(controller)
    case .cronJob:
      createJob(controller)
      if !pod.workload.isSuspended { createJobPods(controller) }
    case .deployment:
      // …/workloads/controllers/deployment/#pausing-and-resuming-a-deployment
      if pod.life?.isSuspended == true { note("paused: no new ReplicaSet until resumed", over: controller) }
      // …/workloads/controllers/deployment/: a Deployment creates a ReplicaSet, which creates the pods.
      say("create ReplicaSet", from: controller, to: cast.controlPlane)
      createEqualPods(controller, "ReplicaSet: create")
    default: createEqualPods(controller, "create")
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
  private mutating func createEqualPods(_ controller: Int, _ verb: String) {
    guard let replicas = pod.replicas, replicas > 1 else {
      return say("\(verb) pod", from: controller, to: cast.controlPlane)
    }
    say("\(verb) \(replicas) pods", from: controller, to: cast.controlPlane)
    note("each of the \(replicas) pods continues like this", over: cast.controlPlane, to: cast.kubelet)
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#deployment-and-scaling-guarantees
  private mutating func createStatefulPods(_ controller: Int) {
    let count = pod.replicas ?? 1
    // A claim for each pod, created before the pod: …/controllers/statefulset/#stable-storage
    let claims = (pod.life?.claimTemplates ?? []).map { "\($0)-\(pod.podName(0))" }
    if !claims.isEmpty {
      say("create \(claims.count == 1 ? "claim" : "claims") \(listed(claims))", from: controller, to: cast.controlPlane)
    }
    if pod.isParallel, count > 1 {
      say("create pods \(pod.podNames(0..<count)) at once", from: controller, to: cast.controlPlane)
      note("each of the \(count) pods continues like this", over: cast.controlPlane, to: cast.kubelet)
    } else {
      say("create pod \(Shortened(pod.podName(0), limit: 30).text)", from: controller, to: cast.controlPlane)
    }
  }

  /// The pods of a StatefulSet after the first: each once the previous one is Ready.
  mutating func createFurtherPods() {
    guard pod.owner.kind == .statefulSet, !pod.isParallel, let controller = cast.controller, let count = pod.replicas,
      count > 1
    else { return }
    block(.loop, "\(pod.podNames(1..<count)): each once the previous one is Ready") { script in
      script.say("create the next pod", from: controller, to: script.cast.controlPlane)
      script.report("pod is Ready", from: script.cast.controlPlane, to: controller)
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled
  private mutating func createDaemonPods(_ controller: Int) {
    block(.loop, "each node that fits") { script in
      script.say("create a pod for this node", from: controller, to: script.cast.controlPlane)
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
  private mutating func createJob(_ job: Int) {
    guard let cronJob = cast.cronJob else { return }
    if pod.life?.isSuspended == true { return note("suspended: creates no Jobs until resumed", over: cronJob) }
    if case .schedule(let schedule) = pod.workload.scale, !schedule.isEmpty {
      let zone = pod.life?.timeZone.map { " \(Shortened($0, limit: 24).text)" } ?? ""
      say("due: \(Shortened(schedule, limit: 40).text)\(zone)", from: cronJob)
    }
    switch pod.life?.concurrencyPolicy {
    case "Forbid": note("Forbid: skipped while the last Job is running", over: cronJob)
    case "Replace": note("Replace: a Job that is still running is deleted", over: cronJob)
    default: break
    }
    say("create Job", from: cronJob, to: job)
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/job/#parallel-jobs
  private mutating func createJobPods(_ controller: Int) {
    if pod.owner.kind == .job, pod.life?.isSuspended == true {
      return note("suspended: creates no pods until resumed", over: controller)
    }
    guard let job = pod.life?.job else { return say("create pod", from: controller, to: cast.controlPlane) }
    // …/workloads/controllers/job/#controlling-parallelism: 0 pauses the Job.
    if job.parallelism == 0 { note("parallelism 0: creates no pods until it is raised", over: controller) }
    let atOnce = max(1, job.atOnce)
    say(
      atOnce == 1 ? "create pod" : "create \(atOnce.counted("pod"))", from: controller, to: cast.controlPlane)
    guard let completions = job.completions else {
      return note("work queue: done once one pod has succeeded and all have ended", over: controller)
    }
    guard completions > 1 else { return }
    let indices = job.isIndexed ? ", one for each index from 0" : ""
    guard job.successRules.isEmpty else {
      // …/workloads/controllers/job/#success-policy
      return note(
        "\(completions) pods, \(atOnce) at a time\(indices)\nsuccessPolicy, enough if:\n"
          + job.successRules.map { Shortened($0, limit: 50).text }.joined(separator: "\n"), over: controller)
    }
    note("\(completions) pods must succeed, \(atOnce) at a time\(indices)", over: controller)
  }
}

extension JobLife {
  /// How many pods run at the same time; never more than needed.
  var atOnce: Int { completions.map { min($0, parallelism) } ?? parallelism }
}

extension LifecyclePod {
  /// Whether a StatefulSet creates its pods without waiting for each other.
  /// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-management-policies
  var isParallel: Bool { life?.podManagement == "Parallel" }

  /// "db-0, db-1, db-2", or "db-0 to db-9".
  func podNames(_ range: Range<Int>) -> String {
    guard range.count > 3 else { return range.map { Shortened(podName($0), limit: 20).text }.joined(separator: ", ") }
    let (first, last) = (podName(range.lowerBound), podName(range.upperBound - 1))
    return "\(Shortened(first, limit: 20).text) to \(Shortened(last, limit: 20).text)"
  }
}
