import PodmapManifests
import PodmapTopology

/// The life of a pod with four participants: user, Kubernetes API, pod and container.
struct SimpleLifecycle {
  private(set) var script: LifecycleScript

  init(_ pod: LifecyclePod, _ phase: SequenceOptions.Phase) {
    script = LifecycleScript(pod, LifecycleCast(simple: pod))
    switch phase {
    case .start: start()
    case .run: run()
    case .stop: stop()
    case .all:
      start()
      run()
      stop()
    }
  }

  private var user: Int { script.cast.user }
  private var api: Int { script.cast.controlPlane }
  private var pod: Int { script.cast.kubelet }
  private var container: Int { script.cast.containers[0] }
  private var facts: LifecyclePod { script.pod }
  private var kind: String { facts.owner.kind.name }

  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
  private mutating func start() {
    script.say("Create \(kind)", from: user, to: api)
    if facts.workload.isSuspended { return script.note("Suspended: Starts No Pod", over: api) }
    if let end = facts.workload.live.value?.end {
      return script.note("This Pod Has Ended: \(Shortened(end, limit: 40).text)", over: api)
    }
    script.say("Start Pod", from: api, to: pod)
    guard !facts.containers.isEmpty else {
      return script.note("No containers in the input", over: pod)
    }
    if let obstacle = facts.obstacles.first {
      script.note("Does Not Start: \(Shortened(obstacle, limit: 60).text)", over: pod)
    }
    for position in facts.early {
      let entry = facts.containers[position]
      let name = Shortened(entry.name, limit: 30).text
      if entry.role == .sidecar {
        script.say("Start Sidecar \(name)", from: pod, to: container)
      } else {
        script.say("Run Init Container \(name)", from: pod, to: container)
        script.report("Completed", from: container, to: pod)
      }
    }
    script.say(
      facts.template.runsInTurn ? "Run Steps One after Another" : "Start Containers", from: pod, to: container)
    let probes = Probe.Kind.allCases.filter { kind in facts.containers.contains { $0.probe(kind) != nil } }
    if !probes.isEmpty {
      let names = probes.map(\.rawValue).joined(separator: ", ")
      script.block(.loop, "\(names) \(probes.count == 1 ? "probe" : "probes")") {
        $0.say("Probe", from: $0.cast.kubelet, to: $0.cast.containers[0])
      }
    }
    for entry in facts.containers {
      for probe in entry.isMixed ? [] : entry.first.probes {
        guard let problem = entry.first.problem(with: probe.action) else { continue }
        let name = Shortened(entry.name, limit: 30).text
        script.note("The \(probe.kind.rawValue) Probe Can't Run: \(problem.words(name))", over: container)
      }
    }
    script.report("Running Status", from: container, to: pod)
    script.report("Status Updates", from: pod, to: api)
    script.report("\(kind) Created Successfully", from: api, to: user)
  }

  private mutating func run() {
    if facts.workload.runsNoPods { return }
    guard let app = facts.apps.first else { return }
    let restarts = facts.restarts(facts.containers[app])
    let facts = facts
    script.block(.optional, restarts == .onFailure ? "a container fails" : "a container ends") { script in
      script.report("Exit", from: script.cast.containers[0], to: script.cast.kubelet)
      if restarts == .never, facts.canEnd {
        script.report("Pod Failed or Succeeded", from: script.cast.kubelet, to: script.cast.controlPlane)
      } else if restarts != .never {
        script.say("Restart Container", from: script.cast.kubelet, to: script.cast.containers[0])
        script.note("The Pod Stays", over: script.cast.kubelet)
      }
    }
  }

  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow
  private mutating func stop() {
    guard !facts.containers.isEmpty, !facts.workload.runsNoPods else { return }
    if facts.endsWithItsWork {
      script.report("Exit Code 0", from: container, to: pod)
      if !facts.sidecars.isEmpty { script.say("SIGTERM to Sidecars", from: pod, to: container) }
      script.report("Succeeded", from: pod, to: api)
      script.report("\(kind) Complete", from: api, to: user)
      return
    }
    script.say("Delete Pod", from: user, to: api)
    script.say(
      facts.gracePeriod > 0 ? "Stop Pod within \(facts.gracePeriod) s" : "Stop Pod at Once", from: api, to: pod)
    if facts.containers.contains(where: { !$0.hooked.isEmpty }), facts.gracePeriod > 0 {
      script.say("preStop", from: pod, to: container)
    }
    script.say("SIGTERM", from: pod, to: container)
    script.block(.optional, facts.gracePeriod > 0 ? "still running after \(facts.gracePeriod) s" : "still running") {
      $0.say("SIGKILL", from: $0.cast.kubelet, to: $0.cast.containers[0])
    }
    script.report("Exited", from: container, to: pod)
    script.report("Stopped", from: pod, to: api)
    script.report("Pod Deleted", from: api, to: user)
  }
}
