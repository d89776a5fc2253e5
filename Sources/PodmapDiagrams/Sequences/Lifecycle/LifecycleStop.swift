import PodmapManifests
import PodmapTopology

/// The steps from the request to delete a pod, or from the end of its work, to the end of the pod.
extension LifecycleScript {
  mutating func stop() {
    if pod.template.runsInTurn { return endSteps() }
    for position in pod.running { begin(cast.containers[position]) }
    if pod.isFinite { complete() } else { delete() }
  }

  // MARK: - Steps

  /// A pod whose steps have all run ends, and stays until its run is deleted.
  /// https://tekton.dev/docs/pipelines/tasks/#specifying-sidecars
  private mutating func endSteps() {
    guard let controller = cast.controller else { return }
    for position in pod.sidecars { begin(cast.containers[position]) }
    interrupt(controller, "the run is cancelled or times out before its last step")
    stopSidecars("once the last step has ended")
    report("pod Succeeded", from: cast.kubelet, to: cast.controlPlane)
    report("pod Succeeded", from: cast.controlPlane, to: controller)
  }

  // MARK: - Deleted

  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow
  private mutating func delete() {
    let actor = cast.controller ?? cast.user
    if let occasion = pod.occasion { note(occasion, over: actor, to: cast.controlPlane) }
    say(
      pod.isBare ? "delete Pod \(Shortened(pod.name, limit: 40).text)" : "delete pod", from: actor,
      to: cast.controlPlane)
    let grace = pod.gracePeriod
    guard grace > 0 else { return deleteAtOnce(actor) }
    // The grace period starts here, before any hook: …/containers/container-lifecycle-hooks/#hook-handler-execution
    say("Terminating: \(grace) s left", from: cast.controlPlane)
    if let service = cast.service, pod.isPublishedEarly {
      // …/reference/kubernetes-api/service-resources/service-v1/: its endpoints always count as ready.
      note("its endpoint remains until the pod is gone", over: service)
      shutDown()
    } else if let service = cast.service {
      // Neither waits for the other: the kubelet does not know whether traffic has ended.
      sections(
        .parallel,
        [
          (
            "no new traffic",
            { $0.say("its endpoint is no longer ready", from: $0.cast.controlPlane, to: service) }
          ),
          ("meanwhile, the containers stop", { $0.shutDown() }),
        ])
    } else {
      shutDown()
    }
    // After the block, once the app containers have visibly ended.
    stopSidecars("in the rest of the \(grace) s")
    kill("something is still running after \(grace) s", pod.running)
    leave()
    report("pod is gone", from: cast.controlPlane, to: actor)
  }

  private mutating func shutDown() {
    say("pod is Terminating", from: cast.controlPlane, to: cast.kubelet)
    stopApps()
  }

  /// The hooks of all containers, including sidecars, start together; each container gets its signal when its own hook
  /// has ended, sidecars later: …/workloads/pods/pod-lifecycle/#pod-termination-flow
  private mutating func stopApps() {
    let hooked = pod.sidecars.filter { !pod.containers[$0].hooked.isEmpty }
    let stopping = pod.running.filter { pod.containers[$0].role != .sidecar }
    if stopping.count == 1, hooked.isEmpty { return stop(stopping[0]) }
    sections(
      .parallel,
      (stopping.map { ($0, true) } + hooked.map { ($0, false) }).map { position, isLast in
        (
          pod.label(position),
          { script in
            if isLast { script.stop(position) } else { script.runPreStop(position) }
          }
        )
      })
  }

  private mutating func stop(_ position: Int) {
    runPreStop(position)
    signal(position)
  }

  private mutating func runPreStop(_ position: Int) {
    let container = pod.containers[position]
    guard !container.hooked.isEmpty else { return }
    // If the hooks differ, list the containers by name.
    let text = container.life?.preStop?.text ?? "hooks of \(listed(container.hooked))"
    guard let hook = container.life?.preStop else {
      return say("preStop: \(text)", from: cast.kubelet, to: cast.containers[position])
    }
    run(hook, "preStop", of: container, in: cast.containers[position])
  }

  private mutating func signal(_ position: Int) {
    let column = cast.containers[position]
    say(pod.containers[position].stopSignal, from: cast.kubelet, to: column)
    report("exits", from: column, to: cast.kubelet)
    end(column)
  }

  /// Stops the sidecars once the last app container has ended, in reverse start order.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#termination-with-sidecars
  private mutating func stopSidecars(_ time: String) {
    let sidecars = pod.sidecars
    guard let last = sidecars.last, let first = sidecars.first else { return }
    let order =
      sidecars.count == 1 && pod.containers[first].members.count == 1 ? "sidecar" : "sidecars in reverse order"
    note("\(order), \(time)", over: cast.kubelet, to: cast.containers[last])
    for position in sidecars.reversed() { signal(position) }
  }

  private mutating func kill(_ label: String, _ positions: [Int]) {
    let hasHooks = positions.contains { !pod.containers[$0].hooked.isEmpty }
    block(.optional, label) { script in
      if hasHooks {
        // …/pod-lifecycle/#pod-termination-flow: once, for a hook that has not finished.
        script.note("a preStop hook gets 2 s more", over: script.cast.kubelet)
      }
      for position in positions {
        script.say("SIGKILL", from: script.cast.kubelet, to: script.cast.containers[position])
      }
    }
  }

  private mutating func leave() {
    for position in pod.running {
      end(cast.containers[position])
      say("remove", from: cast.kubelet, to: cast.containers[position], effect: .destroys)
    }
    say(
      pod.template.volumes.isEmpty ? "remove the sandbox" : "remove the sandbox, unmount volumes", from: cast.kubelet)
    report("Succeeded or Failed", from: cast.kubelet, to: cast.controlPlane)
    say("delete the Pod object now", from: cast.kubelet, to: cast.controlPlane)
  }

  /// Deletes the pod without waiting for the containers: …/workloads/pods/pod-lifecycle/#pod-termination-forced
  private mutating func deleteAtOnce(_ actor: Int) {
    note("grace period 0: the API does not wait for the node", over: cast.controlPlane)
    if let service = cast.service { say("its endpoint is removed", from: cast.controlPlane, to: service) }
    report("pod is gone", from: cast.controlPlane, to: actor)
    say("the pod is deleted", from: cast.controlPlane, to: cast.kubelet)
    note("the containers still get a small grace period", over: cast.kubelet)
    for position in pod.stopping {
      say(pod.containers[position].stopSignal, from: cast.kubelet, to: cast.containers[position])
    }
    for position in pod.stopping {
      end(cast.containers[position])
      say("SIGKILL, if it is still running", from: cast.kubelet, to: cast.containers[position], effect: .destroys)
    }
  }

  // MARK: - Completed

  /// A pod of a Job ends with its app containers; sidecars don't prevent that.
  /// https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers
  private mutating func complete() {
    guard let controller = cast.controller else { return }
    interrupt(controller, "the Job is deleted or suspended before it ends")
    let apps = pod.apps
    let write: (Int) -> (inout LifecycleScript) -> Void = { position in
      { script in
        let column = script.cast.containers[position]
        script.report("exit code 0", from: column, to: script.cast.kubelet)
        script.end(column)
      }
    }
    if apps.count == 1 {
      write(apps[0])(&self)
    } else {
      sections(.parallel, apps.map { (pod.label($0), write($0)) })
    }
    let sidecars = pod.sidecars
    if !sidecars.isEmpty {
      let hooked = sidecars.filter { !pod.containers[$0].hooked.isEmpty }
      if hooked.count == 1 { runPreStop(hooked[0]) }
      if hooked.count > 1 {
        sections(.parallel, hooked.map { position in (pod.label(position), { $0.runPreStop(position) }) })
      }
      // The pod's termination begins here, with its whole grace period:
      // …/sidecar-containers/#jobs-with-sidecar-containers
      let time = pod.gracePeriod > 0 ? "\(pod.gracePeriod) s" : "a small grace period"
      stopSidecars("\(time) from the app's end")
      kill("a sidecar is still running after \(time)", sidecars)
    }
    report("pod Succeeded", from: cast.kubelet, to: cast.controlPlane)
    report("pod Succeeded", from: cast.controlPlane, to: controller)
    finishJob(controller)
  }

  /// https://kubernetes.io/docs/concepts/workloads/controllers/job/
  private mutating func finishJob(_ controller: Int) {
    let job = pod.life?.job
    if let job, let completions = job.completions, completions > max(1, job.parallelism) {
      let end = job.successRules.isEmpty ? "\(completions) pods have succeeded" : "enough have succeeded: successPolicy"
      block(.loop, "until \(end)") {
        $0.say("create the next pod", from: controller, to: $0.cast.controlPlane)
      }
    }
    if job?.successRules.isEmpty == false {
      say("SuccessCriteriaMet: its other pods stop", from: controller, to: cast.controlPlane)
    }
    say("Job Complete", from: controller, to: cast.controlPlane)
    if let seconds = job?.timeToLive {
      // …/workloads/controllers/ttlafterfinished/
      say(
        seconds == 0 ? "delete Job and pods at once (TTL)" : "delete Job and pods after \(seconds) s (TTL)",
        from: cast.controlPlane)
    } else {
      // A CronJob deletes its oldest Jobs: …/workloads/controllers/cron-jobs/#jobs-history-limits
      let text = pod.owner.kind == .cronJob ? "; the CronJob keeps the latest ones" : ""
      note("the pod stays, with its logs, until its Job is deleted\(text)", over: cast.controlPlane, to: cast.kubelet)
    }
  }

  /// If a Job ends early, its pods stop like any other pods.
  private mutating func interrupt(_ controller: Int, _ occasion: String) {
    block(.optional, occasion) { script in
      script.say("delete pod", from: controller, to: script.cast.controlPlane)
      script.say(
        "pod Terminating: \(script.pod.gracePeriod) s", from: script.cast.controlPlane, to: script.cast.kubelet)
      script.stopAll()
    }
  }

  private mutating func stopAll() {
    if pod.gracePeriod > 0 { for position in pod.running { runPreStop(position) } }
    for position in pod.stopping {
      say("\(pod.containers[position].stopSignal), then SIGKILL", from: cast.kubelet, to: cast.containers[position])
    }
  }
}

extension LifecyclePod {
  /// In the order of their signals: sidecars last, in reverse start order.
  fileprivate var stopping: [Int] { running.filter { containers[$0].role != .sidecar } + sidecars.reversed() }

  /// When a controller deletes one of its pods, and in which order.
  fileprivate var occasion: String? {
    switch owner.kind {
    case .pod: return nil
    case .deployment:
      // …/workloads/controllers/deployment/#strategy
      return life?.updateStrategy == "Recreate"
        ? "scale-down, or an update: Recreate stops all old pods first"
        : "scale-down, or a rolling update"
    case .statefulSet:
      // …/workloads/controllers/statefulset/#deployment-and-scaling-guarantees, #rolling-updates
      guard let replicas, replicas > 1 else { return "scale-down or update" }
      let order = "\(Shortened(podName(replicas - 1), limit: 20).text) first, one after another"
      if life?.updateStrategy == "OnDelete" {
        return isParallel ? "scale-down: all at once" : "scale-down: \(order)"
      }
      return isParallel ? "scale-down: all at once; update: \(order)" : "scale-down or update: \(order)"
    case .daemonSet:
      return life?.updateStrategy == "OnDelete"
        ? "the node is removed" : "the node is removed, or an update, node by node"
    default: return "scale-down or update"
    }
  }
}
