import PodmapManifests
import PodmapTopology

/// The steps from the request to the first traffic.
extension LifecycleScript {
  mutating func start() {
    create()
    if pod.workload.isSuspended { return }
    if let end = pod.workload.live.value?.end {
      return note("this pod has ended: \(Shortened(end, limit: 40).text)", over: cast.controlPlane)
    }
    schedule()
    guard !pod.containers.isEmpty else {
      return note("the input doesn't list the pod's containers", over: cast.kubelet)
    }
    prepare()
    if !pod.obstacles.isEmpty {
      let words = pod.obstacles.prefix(Limit.listedNames.value).map { Shortened($0, limit: 60).text }
      note("does not start as it is here:\n\(words.joined(separator: "\n"))", over: cast.kubelet)
    }
    // One init container after another, in the order of the manifest: each must succeed, and each native sidecar
    // must have started, before the next one begins: …/workloads/pods/init-containers/#understanding-init-containers
    for position in pod.early {
      if pod.containers[position].role == .sidecar { startRunning(position) } else { runInitContainer(position) }
    }
    if !pod.early.isEmpty { report("Initialized", from: cast.kubelet, to: cast.controlPlane) }
    // What each step does, and how the pod ends with the last one, is what happens while it runs.
    if pod.template.runsInTurn { return report("pod Running", from: cast.kubelet, to: cast.controlPlane) }
    startApps()
    becomeReady()
    createFurtherPods()
  }

  // MARK: - Node

  /// https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/
  private mutating func schedule() {
    let life = pod.template.life.value
    if let gates = life?.schedulingGates, !gates.isEmpty {
      // https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/
      say(
        "wait until \(gates.count == 1 ? "a gate is" : "gates are") removed: \(listed(gates))", from: cast.controlPlane)
    }
    if case .node(let name) = pod.template.placement {
      // …/scheduling-eviction/assign-pod-node/#nodename: the scheduler ignores the pod.
      note("nodeName \(Shortened(name, limit: 40).text): bypasses the scheduler", over: cast.controlPlane)
      return say("pod for this node", from: cast.controlPlane, to: cast.kubelet)
    }
    var constraints = life?.scheduling ?? []
    if case .nodes(let expression) = pod.template.placement { constraints.insert(expression, at: 0) }
    if constraints.isEmpty {
      say(pod.choice, from: cast.controlPlane)
    } else {
      // …/workloads/pods/pod-lifecycle/#pod-phase: Pending until a node fits.
      let text = constraints.map { Shortened($0, limit: 60).text }.joined(separator: "\n")
      sections(
        .critical,
        [
          (
            "a node fits",
            { script in
              script.say(script.pod.choice, from: script.cast.controlPlane)
              script.note(text, over: script.cast.controlPlane)
            }
          ),
          ("no node fits", { $0.note("stays Pending, retried", over: $0.cast.controlPlane) }),
        ])
    }
    say("pod bound to this node", from: cast.controlPlane, to: cast.kubelet)
  }

  /// Volumes first, then the sandbox with its network, then the containers.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-has-network
  private mutating func prepare() {
    let volumes = pod.template.volumes
    if volumes.contains(where: \.needsOthers) {
      sections(
        .critical,
        [
          ("all volumes exist", { $0.mount(volumes) }),
          (
            "a volume is missing",
            { $0.report("event FailedMount, retried", from: $0.cast.kubelet, to: $0.cast.controlPlane) }
          ),
        ])
    } else if !volumes.isEmpty {
      mount(volumes)
    }
    let isHost = pod.template.hostNamespaces.contains("network")
    say(isHost ? "create the sandbox in the node's network" : "create the sandbox: pod IP", from: cast.kubelet)
    if !pod.earlyServices.isEmpty, let service = cast.service {
      say("add the pod's IP to \(pod.endpoints(pod.earlyServices))", from: cast.controlPlane, to: service)
      note("Ready or not: publishNotReadyAddresses", over: service)
      if pod.isHeadless { resolve(service) }
    }
  }

  private mutating func mount(_ volumes: [Volume]) {
    say(Volume.mounting(volumes), from: cast.kubelet)
  }

  // MARK: - Containers that run to their end, one after another

  /// https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#understanding-init-containers
  mutating func runInitContainer(_ position: Int) {
    let container = pod.containers[position]
    let column = cast.containers[position]
    pull(container)
    if container.members.count > 1 { note("one after another, each to completion", over: column) }
    switch pod.restarts(container) {
    case .always, .onFailure:
      block(.loop, "until exit code 0, back-off 10 s to 5 min") { script in
        script.say("create, start", from: script.cast.kubelet, to: column)
        script.during(column) { $0.report("exits", from: column, to: $0.cast.kubelet) }
      }
    case .never:
      // A pod that must not restart it fails with it.
      say("create, start", from: cast.kubelet, to: column)
      during(column) { script in
        script.sections(
          .alternatives,
          [("exit code 0", { $0.report("done", from: column, to: $0.cast.kubelet) })]
            + script.ruleSections(of: position) + [
              (
                "any other exit code",
                { script in
                  script.report("failed", from: column, to: script.cast.kubelet)
                  script.report("pod Failed", from: script.cast.kubelet, to: script.cast.controlPlane)
                }
              )
            ])
      }
    }
  }

  private mutating func pull(_ container: LifecycleContainer) {
    say(container.pullText, from: cast.kubelet)
  }

  // MARK: - Containers that stay

  /// The kubelet creates the containers one after another, and waits for the postStart hook of each. The documentation
  /// only says that the hook delays the container itself: …/containers/container-lifecycle-hooks/#container-hooks
  private mutating func startApps() {
    var apps = pod.apps[...]
    while let hooked = apps.dropLast().firstIndex(where: { pod.containers[$0].life?.postStart != nil }) {
      start(together: apps[...hooked])
      note("the next container waits for the hook:\nwhat kubelets do, not guaranteed", over: cast.kubelet)
      apps = apps[(hooked + 1)...]
    }
    start(together: apps)
  }

  private mutating func start(together apps: ArraySlice<Int>) {
    if apps.count == 1, let app = apps.first { return startRunning(app) }
    sections(
      .parallel,
      apps.map { position in
        (pod.label(position), { $0.startRunning(position) })
      })
  }

  /// An app container or a native sidecar.
  private mutating func startRunning(_ position: Int) {
    let container = pod.containers[position]
    let column = cast.containers[position]
    pull(container)
    say("create, start", from: cast.kubelet, to: column)
    begin(column)
    if let hook = container.life?.postStart {
      // The order of the two is undefined; the container is not Running until the hook has ended:
      // https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-execution
      sections(
        .parallel,
        [
          ("entrypoint", { $0.say("entrypoint runs", from: column) }),
          ("postStart", { $0.run(hook, "postStart", of: container, in: column) }),
        ])
      if container.first.problem(with: hook) != nil {
        note("a failed hook kills the container:\nit is started again, with a back-off", over: column)
      }
    }
    // No other probe runs until the startup probe has succeeded, and the next init container waits for it:
    // …/workloads/pods/probes/#startup-probe,
    // …/workloads/pods/sidecar-containers/#sidecar-containers-and-pod-lifecycle
    if let probe = container.probe(.startup), let problem = container.first.problem(with: probe.action) {
      say(probe.text, from: cast.kubelet, to: column, head: .cross)
      return note(
        "can't be run: \(problem.words(pod.label(position)))\nthe container never counts as started", over: column)
    }
    if let probe = container.probe(.startup) {
      let end = pod.restarts(container) == .never ? "stop it" : "restart it"
      block(.loop, "\(probe.rhythm) \(end)") { $0.say(probe.text, from: $0.cast.kubelet, to: column) }
      report("startup probe succeeded: started", from: column, to: cast.kubelet)
    } else {
      report(container.role == .sidecar ? "started" : "running", from: column, to: cast.kubelet)
    }
    startProbing(position)
  }

  /// Readiness and liveness don't wait for each other: …/workloads/pods/probes/#liveness-probe
  private mutating func startProbing(_ position: Int) {
    let container = pod.containers[position]
    let column = cast.containers[position]
    let all = [container.probe(.readiness), container.probe(.liveness)].compactMap(\.self)
    for probe in all {
      guard let problem = container.first.problem(with: probe.action) else { continue }
      say(probe.text, from: cast.kubelet, to: column, head: .cross)
      note("can't be run: \(problem.words(pod.label(position)))\n\(probe.kind.failureWords)", over: column)
    }
    let probes = all.filter { container.first.problem(with: $0.action) == nil }
    guard all.isEmpty || !probes.isEmpty else { return }
    let labels = probes.map { "from now on \($0.rhythm)" }
    // A longer label would be wider than the steps below it.
    let areShort = labels.allSatisfy { $0.count <= 45 }
    if !areShort { note("probed from now on", over: column) }
    func label(_ probe: Probe) -> String { areShort ? "from now on \(probe.rhythm)" : probe.rhythm }
    if probes.count == 1 {
      block(.loop, label(probes[0])) { $0.say(probes[0].text, from: $0.cast.kubelet, to: column) }
    } else {
      sections(
        .parallel,
        probes.map { probe in (label(probe), { $0.say(probe.text, from: $0.cast.kubelet, to: column) }) })
    }
    if container.isMixed { note("each with its own probes and hooks", over: column) }
  }

  // MARK: - Ready

  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions
  private mutating func becomeReady() {
    if let name = pod.neverReady {
      // The kubelet discards the error of a probe that it can't run, and the probe never succeeds.
      return report(
        "\(Shortened(name, limit: 30).text) and the pod stay not Ready", from: cast.kubelet, to: cast.controlPlane)
    }
    let counting = pod.sidecars.filter { pod.containers[$0].probe(.readiness) != nil }
    if !counting.isEmpty {
      // …/workloads/pods/sidecar-containers/#sidecar-containers-and-pod-lifecycle
      let names = listed(counting.map { pod.containers[$0].name })
      note("\(names) must be ready too: sidecars count", over: cast.kubelet, to: cast.containers[counting[0]])
    }
    if let gates = pod.template.life.value?.readinessGates, !gates.isEmpty {
      // Ready containers are not enough: …/workloads/pods/pod-lifecycle/#pod-readiness-gate
      let names = gates.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      report("containers Ready", from: cast.kubelet, to: cast.controlPlane)
      say("wait for readiness gate \(listed(names))", from: cast.controlPlane)
      report("pod Ready", from: cast.kubelet, to: cast.controlPlane)
    } else {
      report(pod.isFinite ? "pod Running" : "containers and pod Ready", from: cast.kubelet, to: cast.controlPlane)
    }
    serve()
    if pod.isBare {
      report(pod.isFinite ? "Running" : "Running, Ready", from: cast.controlPlane, to: cast.user)
    } else if !pod.isFinite, let controller = cast.controller {
      report("pod is Ready", from: cast.controlPlane, to: controller)
    }
  }

  /// https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
  private mutating func resolve(_ service: Int) {
    note("DNS returns the pod's IP:\nclients connect to it directly", over: service)
  }

  /// Ready pods get the traffic of their Service: https://kubernetes.io/docs/concepts/services-networking/service/
  private mutating func serve() {
    guard let service = cast.service else { return }
    if !pod.isPublishedEarly {
      say("add the pod's IP to \(pod.endpoints(pod.lateServices))", from: cast.controlPlane, to: service)
      if pod.isHeadless { resolve(service) }
    }
    guard !pod.isHeadless else { return }
    let target = pod.route.flatMap { route in
      pod.containers.firstIndex { $0.members.contains { $0.key == route.container } }
    }
    guard let position = target ?? pod.apps.first else { return }
    let port = target == nil ? "" : pod.route.map { ": \(Shortened($0.label, limit: 24).text)" } ?? ""
    say("traffic\(port)", from: service, to: cast.containers[position])
  }
}

extension LifecycleScript {
  /// Runs a hook, if it can be run.
  mutating func run(_ hook: Action, _ name: String, of container: LifecycleContainer, in column: Int) {
    guard let problem = container.first.problem(with: hook) else {
      return say("\(name): \(hook.text)", from: cast.kubelet, to: column)
    }
    say("\(name): \(hook.text)", from: cast.kubelet, to: column, head: .cross)
    note("can't be run: \(problem.words(Shortened(container.name, limit: 40).text))", over: column)
  }
}

extension Probe.Kind {
  /// What happens if the kubelet can't run it.
  fileprivate var failureWords: String {
    switch self {
    case .startup: "the container never counts as started"
    case .readiness: "the container never becomes ready"
    case .liveness: "it never restarts the container"
    }
  }
}

extension LifecyclePod {
  /// A container that never becomes ready, because the kubelet can't run its startup or readiness probe.
  fileprivate var neverReady: String? {
    containers.first { container in
      container.role != .initial
        && [Probe.Kind.startup, .readiness].contains { kind in
          container.probe(kind).map { container.first.problem(with: $0.action) != nil } ?? false
        }
    }?.name
  }

  /// "its endpoints", or those of some of its Services: "the endpoints of db-peers".
  fileprivate func endpoints(_ some: [Node]) -> String {
    some.count == services.count ? "its endpoints" : "the endpoints of \(listed(some.map(\.name)))"
  }

  /// A DaemonSet's pod is created for one node.
  /// https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/#how-daemon-pods-are-scheduled
  fileprivate var choice: String {
    owner.kind == .daemonSet ? "scheduler: this node only" : "scheduler: choose a node"
  }
}
