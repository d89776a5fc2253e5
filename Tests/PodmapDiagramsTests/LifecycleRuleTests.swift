@testable import PodmapDiagrams
import Testing

/// Rules of the Kubernetes documentation that few manifests need.
@Suite("The lifecycle view: rare fields") struct LifecycleRuleTests {
  // MARK: - Jobs

  private static func job(_ fields: String, pod: String = "containers: [{name: main, image: \"a:1\"}]") -> String {
    """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: work}
    spec: {\(fields), template: {spec: {restartPolicy: Never, \(pod)}}}
    """
  }

  @Test("With a backoff limit per index, a failed index does not end the others")
  func perIndex() {
    let fields = "completions: 5, completionMode: Indexed, backoffLimitPerIndex: 1"
    let lives = Lives(Self.job(fields), .phase(.run))
    lives.expectOrder([
      "pod Failed, at most 1 time of an index", "create a new pod", "over 1 failure of an index, backoffLimitPerIndex",
      "this index has failed, the others continue", "all indexes have run, one or more failed", "Job Failed",
    ])
    #expect(!lives.outline.contains { $0.contains("its pods end") || $0.hasSuffix("backoffLimit") })
    Lives(Self.job(fields + ", maxFailedIndexes: 2, backoffLimit: 7"), .phase(.run)).expectOrder([
      "all indexes have run", "more than 2 failed, maxFailedIndexes", "Job Failed, its pods stop",
      "more than 7 failures, backoffLimit", "Job Failed, its pods stop",
    ])
    Lives(Self.job(fields.replacing("Index: 1", with: "Index: 0")), .phase(.run)).expectOrder([
      "first failure of an index, backoffLimitPerIndex 0", "the others continue",
    ])
  }

  @Test("A success policy ends a Job before all pods have succeeded")
  func successPolicy() {
    let manifest = Self.job(
      "completions: 5, parallelism: 2, completionMode: Indexed, "
        + "successPolicy: {rules: [{succeededIndexes: 0-2, succeededCount: 1}]}")
    let start = Lives(manifest, .phase(.start))
    start.expectOrder(["successPolicy, enough if:", "1 of indexes 0-2"])
    #expect(!start.outline.contains { $0.contains("must succeed") })
    let stop = Lives(manifest, .phase(.stop))
    stop.expectOrder(["until enough have succeeded: successPolicy", "SuccessCriteriaMet", "Job Complete"])
    #expect(!stop.outline.contains { $0.contains("5 pods have succeeded") })
  }

  @Test("A Job makes no more pods at once than it needs")
  func parallelism() {
    Lives(Self.job("completions: 3, parallelism: 8"), .phase(.start)).expectOrder([
      "create 3 pods", "3 pods must succeed, 3 at a time",
    ])
  }

  @Test("A workload that makes no pods until it is changed says so")
  func paused() {
    Lives(Self.job("completions: 3, parallelism: 0"), .phase(.start)).expectOrder([
      "parallelism 0: creates no pods until it is raised", "work → Control plane: create pod",
    ])
    let suspended = Lives(Self.job("suspend: true"), .phase(.start))
    suspended.expectOrder(["suspended: creates no pods until resumed"])
    #expect(!suspended.outline.contains { $0.contains("create pod") })
    let paused = SampleLives.deployment.replacing("replicas: 3", with: "replicas: 3\n  paused: true")
    Lives(paused, .phase(.start)).expectOrder([
      "paused: no new ReplicaSet until resumed", "create ReplicaSet",
    ])
    #expect(!Lives(SampleLives.deployment).outline.contains { $0.contains("paused") })
  }

  @Test("At the end of a Job its sidecars have the full grace period")
  func sidecarOfJob() {
    let stop = Lives(SampleLives.jobWithSidecar, .phase(.stop))
    stop.expectOrder([
      "main ⇢ kubelet: exit code 0", "sidecar, 30 s from the app's end", "log: SIGTERM", "still running after 30 s",
    ])
    #expect(!stop.outline.contains { $0.contains("in what is left") })
  }

  // MARK: - Ends

  private static func pod(_ fields: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: p}}\nspec: {\(fields)}\n"
  }

  @Test("The end of an ephemeral container says nothing about the pod")
  func ephemeral() {
    let lives = Lives(
      Self.pod("containers: [{name: app, image: \"a:1\"}], ephemeralContainers: [{name: debug, image: \"d:1\"}]"),
      .phase(.run))
    lives.expectOrder(["debug: create, start: ephemeral", "debug: it exits", "never restarted; the pod stays"])
    #expect(!lives.outline.contains { $0.contains("Succeeded") || $0.contains("Failed") })
  }

  @Test("A container that is always restarted keeps the pod from completing")
  func alwaysBesideNever() {
    let containers = "containers: [{name: once, image: \"a:1\"}, {name: server, image: \"b:1\""
    let never = Lives(Self.pod("restartPolicy: Never, \(containers)}]"), .phase(.run))
    #expect(never.outline.contains { $0.contains("pod Failed once all have ended") })
    let mixed = Lives(Self.pod("restartPolicy: Never, \(containers), restartPolicy: Always}]"), .phase(.run))
    mixed.expectOrder(["once: it exits", "not restarted", "server: it exits, whatever the code", "server: restart"])
    #expect(!mixed.outline.contains { $0.contains("once all") })
  }

  @Test("A container that its liveness probe ends may exit with any code")
  func livenessCode() {
    func run(_ policy: String) -> Lives {
      let probe = "livenessProbe: {tcpSocket: {port: 80}}"
      return Lives(
        Self.pod("restartPolicy: \(policy), containers: [{name: app, image: \"a:1\", \(probe)}]"), .phase(.run))
    }
    run("Always").expectOrder(["liveness probe fails", "SIGTERM", "app ⇢ kubelet: exits", "app: restart"])
    run("OnFailure").expectOrder(["liveness probe fails", "SIGTERM", "app ⇢ kubelet: exits", "app: restart"])
    run("Never").expectOrder([
      "liveness probe fails", "SIGTERM", "app ⇢ kubelet: exits", "not restarted",
      "once all end: Succeeded or Failed, by exit code", "it exits with a non-zero code",
    ])
    #expect(!run("Always").outline.contains { $0.contains("non-zero") })
  }

  @Test("Without a grace period a failed liveness probe leaves no time for a hook")
  func livenessAtOnce() {
    func run(_ seconds: Int) -> Lives {
      let fields = "livenessProbe: {tcpSocket: {port: 80}}, lifecycle: {preStop: {sleep: {seconds: 5}}}"
      return Lives(
        Self.pod("terminationGracePeriodSeconds: \(seconds), containers: [{name: app, image: \"a:1\", \(fields)}]"),
        .phase(.run))
    }
    run(9).expectOrder(["liveness probe fails", "preStop: sleep 5 s", "SIGTERM (SIGKILL at 9 s)"])
    run(0).expectOrder(["liveness probe fails", "SIGTERM (SIGKILL soon after)"])
    #expect(!run(0).lines.contains { $0.contains("preStop") })
  }

  @Test("The container after one with a postStart hook waits for the hook, and lifelines are active inside the block")
  func postStart() {
    let pod = Self.pod(
      "containers: [{name: proxy, image: \"p:1\", lifecycle: {postStart: {exec: {command: [sh]}}}}, "
        + "{name: a, image: \"a:1\"}, {name: b, image: \"b:1\"}]")
    let lives = Lives(pod, .phase(.start))
    lives.expectOrder([
      "proxy: create, start", "postStart: exec sh", "proxy ⇢ kubelet: running", "waits for the hook", "parallel: a",
      "a: create, start", "parallel: b", "b: create, start",
    ])
    let blocks = lives.drawings[0].diagram.steps.compactMap { step -> [SequenceDiagram.Step]? in
      if case .block(let block) = step { block.sections.flatMap(\.steps) } else { nil }
    }
    let begins = blocks.joined().filter { if case .activate = $0 { true } else { false } }
    #expect(begins.count == 2)
  }

  @Test("App containers end before the sidecars get their signal, with a Service too")
  func activations() throws {
    let manifest =
      Self.pod(
        "initContainers: [{name: mesh, image: \"m:1\", restartPolicy: Always}], containers: [{name: app, image: \"a:1\"}]"
      )
      + "---\napiVersion: v1\nkind: Service\nmetadata: {name: p}\nspec: {selector: {app: p}, ports: [{port: 80}]}\n"
    let lives = Lives(manifest, .phase(.stop))
    let diagram = lives.drawings[0].diagram
    let app = try #require(diagram.participants.firstIndex { $0.name == "app" })
    let mesh = try #require(diagram.participants.firstIndex { $0.name == "mesh" })
    let steps = Lives.flattened(diagram.steps)
    let end = try #require(
      steps.firstIndex { if case .deactivate(app) = $0 { true } else { false } })
    let signal = try #require(
      steps.firstIndex {
        if case .message(let message) = $0 { message.to == mesh && message.text == "SIGTERM" } else { false }
      })
    #expect(end < signal)
    expectConsistent(lives.drawings)
  }

  // MARK: - Services

  private static func service(_ fields: String) -> String {
    pod("containers: [{name: app, image: \"a:1\", readinessProbe: {tcpSocket: {port: 80}}}]")
      + "---\napiVersion: v1\nkind: Service\nmetadata: {name: p}\n"
      + "spec: {\(fields), selector: {app: p}, ports: [{port: 80}]}\n"
  }

  @Test("A Service that publishes unready pods has them as soon as they have an address")
  func publishNotReady() {
    let manifest = Self.service("publishNotReadyAddresses: true")
    let start = Lives(manifest, .phase(.start))
    start.expectOrder([
      "create the sandbox", "add the pod's IP to its endpoints", "Ready or not: publishNotReadyAddresses",
      "app: create, start", "pod Ready", "traffic",
    ])
    #expect(start.lines.filter { $0.contains("add the pod's IP") }.count == 1)
    #expect(!Lives(manifest, .phase(.run)).lines.contains { $0.contains("no more traffic") })
    let stop = Lives(manifest, .phase(.stop))
    stop.expectOrder(["its endpoint remains until the pod is gone", "app: SIGTERM"])
    #expect(!stop.lines.contains { $0.contains("no longer ready") })
    Lives(Self.service("clusterIP: None, publishNotReadyAddresses: true"), .phase(.start)).expectOrder([
      "Ready or not", "DNS returns the pod's IP", "app: create, start", "pod Ready",
    ])
  }

  @Test("Clients of a headless Service connect to the pod itself")
  func headless() {
    let lives = Lives(Self.service("clusterIP: None"), .phase(.all))
    lives.expectOrder([
      "pod Ready", "add the pod's IP", "DNS returns the pod's IP", "DNS no longer returns the pod's IP",
    ])
    #expect(!lives.lines.contains { $0.contains("traffic") })
    #expect(Lives(Self.service("type: ClusterIP"), .phase(.start)).lines.contains("p → app: traffic: 80"))
  }

  // MARK: - Many and for ever

  @Test("Containers that share a column describe their hooks and probes in words")
  func mixed() {
    let containers = (1...12).map { number in
      let more: String
      switch number {
      case 3: more = ", lifecycle: {preStop: {sleep: {seconds: 5}}}"
      case 5: more = ", livenessProbe: {tcpSocket: {port: 80}}"
      case 7: more = ", lifecycle: {stopSignal: SIGQUIT}"
      case 9: more = ", readinessProbe: {tcpSocket: {port: 90}}"
      default: more = number.isMultiple(of: 2) ? ", imagePullPolicy: Always" : ""
      }
      return "{name: c\(number), image: \"a:1\"\(more)}"
    }
    let manifest = Self.pod("containers: [\(containers.joined(separator: ", "))]")
    Lives(manifest, .phase(.run)).expectOrder([
      "liveness probes of c5:", "a failure ends its container", "readiness probes of c9:", "one of them exits",
    ])
    Lives(manifest, .phase(.stop)).expectOrder([
      "preStop: hooks of c3", "each one's stop signal", "a preStop hook gets 2 s",
    ])
  }

  @Test("Probes that run forever say so")
  func forEver() {
    let start = Lives(SampleLives.initContainers, .phase(.start))
    start.expectOrder(["startup probe succeeded", "loop: from now on every 10 s, 3 failures", "migrate: create, start"])
    // What is too long for a label stands above it.
    Lives(SampleLives.probes, .phase(.start)).expectOrder(["probed from now on", "parallel: every 5 s, timeout 2 s"])
    for (_, manifest) in SampleLives.all {
      #expect(!Lives(manifest).outline.contains { $0.contains("from now on every") && $0.count > 60 })
    }
  }
}
