@testable import PodmapDiagrams
import PodmapTestSupport
import PodmapTopology
import Testing

/// The order of events in the life of pods.
@Suite("The lifecycle view") struct LifecycleTests {
  @Test("Mermaid text is as committed", arguments: SampleLives.all.map(\.name))
  func golden(_ name: String) throws {
    let sample = try #require(SampleLives.all.first { $0.name == name })
    let drawings = Lives(sample.manifest).drawings
    for drawing in drawings {
      let phase = drawings.count == 1 ? "" : "-\(drawing.name.split(separator: "-").last ?? "")"
      // A phase that differs doesn't keep the others from being compared, or recorded.
      #expect(throws: Never.self) {
        try Golden().check(
          MermaidSequenceWriter().text(of: drawing.diagram), named: "Lifecycle/\(name)\(phase).mmd")
      }
    }
  }

  @Test("A plain pod in four columns has the six messages of the well-known picture")
  func simple() {
    let lives = Lives(SampleLives.plain, SequenceOptions())
    #expect(lives.drawings.map(\.name) == ["web"])
    #expect(lives.drawings[0].diagram.participants.map(\.name) == ["User", "Kubernetes API", "Pod", "Container"])
    #expect(
      lives.lines == [
        "User → Kubernetes API: Create Pod", "Kubernetes API → Pod: Start Pod", "Pod → Container: Start Containers",
        "Container ⇢ Pod: Running Status", "Pod ⇢ Kubernetes API: Status Updates",
        "Kubernetes API ⇢ User: Pod Created Successfully",
      ])
  }

  @Test("Init containers run one after another, and a native sidecar has started before the next begins")
  func initContainers() {
    Lives(SampleLives.initContainers, .phase(.start)).expectOrder([
      "scheduler: choose a node", "pod bound to this node", "create the sandbox", "fetch: create, start",
      "fetch ⇢ kubelet: exits", "pull proxy:3 (IfNotPresent)", "proxy: create, start",
      "proxy: startup probe: GET /up :9000", "proxy ⇢ kubelet: startup probe succeeded",
      "proxy: readiness probe: TCP :9000", "pull migrate (Always)", "migrate: create, start", "Initialized",
      "pull shop by digest (IfNotPresent)", "app: create, start", "use log:1 from the node (Never)",
      "log: create, start", "sidecars count", "pod Ready",
    ])
  }

  @Test("App containers start at the same time, and each init container is repeated until it succeeds")
  func blocks() {
    let lines = Lives(SampleLives.initContainers, .phase(.start)).outline
    #expect(lines.contains("  parallel: app"))
    #expect(lines.contains("  parallel: log"))
    #expect(lines.filter { $0 == "  loop: until exit code 0, back-off 10 s to 5 min" }.count == 2)
  }

  @Test("The steps of a Tekton Task run one after another, and the pod ends with the last one")
  func steps() {
    let task = """
      apiVersion: tekton.dev/v1
      kind: Task
      metadata: {name: build}
      spec:
        sidecars: [{name: docker, image: docker:2}]
        steps: [{name: clone, image: git:1}, {name: compile, image: go:1}, {name: push, image: push:1}]
      """
    let lives = Lives(task)
    lives.expectOrder([
      "docker: create, start", "pod Running", "clone: create, start", "alternatives: exit code 0",
      "alternatives: any other exit code", "pod Failed", "compile: create, start", "push: create, start",
      "docker: SIGTERM", "pod Succeeded",
    ])
    #expect(!lives.outline.contains { $0.contains("parallel: ") })
    #expect(!lives.outline.contains { $0.contains("Ready") })
    let one = Lives(task.replacing("[{name: clone, image: git:1}, {name: compile, image: go:1}, ", with: "["))
    #expect(!one.outline.contains { $0.contains("steps in order") })
    #expect(Lives(task, SequenceOptions()).lines.contains { $0.contains("Run Steps One after Another") })
  }

  @Test("Sidecars stop after the app containers in reverse order; hooks begin before that, together")
  func stopOrder() {
    let lives = Lives(SampleLives.grace, .phase(.stop))
    lives.expectOrder([
      "delete Pod slow", "Control plane: Terminating: 45 s left", "pod is Terminating",
      "web: preStop: exec nginx", "web: SIGTERM", "web ⇢ kubelet: exits", "cron: SIGUSR1",
      "first: preStop: sleep 5 s", "in the rest of the 45 s", "second: SIGTERM", "second ⇢ kubelet: exits",
      "first: SIGTERM", "still running after 45 s", "SIGKILL", "delete the Pod object now", "pod is gone",
    ])
    #expect(
      lives.outline.filter { $0.hasPrefix("  parallel: ") } == [
        "  parallel: web", "  parallel: cron", "  parallel: first",
      ])
  }

  @Test("The postStart hook runs alongside the entrypoint, and no query and no argument is shown")
  func hooks() {
    let lives = Lives(SampleLives.grace, .phase(.start))
    #expect(lives.outline.contains("  parallel: entrypoint"))
    #expect(lives.outline.contains("  parallel: postStart"))
    #expect(lives.lines.contains("kubelet → web: postStart: GET /warm :80"))
    for phase in SequenceOptions.Phase.allCases {
      let text = Lives(SampleLives.grace, .phase(phase)).lines.joined(separator: "\n")
      #expect(!text.contains("topsecret") && !text.contains("quit"))
    }
  }

  @Test("The startup probe comes first, then readiness and liveness together, with their numbers")
  func probes() {
    let lives = Lives(SampleLives.probes, .phase(.start))
    lives.expectOrder([
      "loop: every 5 s, 30 failures restart it", "startup probe: GET /started :8080", "startup probe succeeded",
      "parallel: every 5 s, timeout 2 s, 2 successes, 3 failures", "readiness probe: GET /ready :http",
      "parallel: every 20 s after 15 s, 3 failures", "liveness probe: gRPC :9090", "pod Ready",
    ])
    Lives(SampleLives.probes, .phase(.run)).expectOrder([
      "app: liveness probe fails 3 times", "SIGTERM (SIGKILL at 10 s)", "app: restart",
      "back-off 10 s to 5 min", "same pod, IP and volumes", "readiness probe fails 3 times", "not Ready",
      "it keeps running",
      "it exits, whatever the code", "restart",
    ])
  }

  @Test("A Job ends by completing, its sidecar does not keep it running, and Never causes a new pod")
  func job() {
    Lives(SampleLives.jobWithSidecar, .phase(.start)).expectOrder([
      "create Job report", "create 2 pods", "5 pods must succeed, 2 at a time", "log: create, start",
      "log ⇢ kubelet: started", "main: create, start",
    ])
    let run = Lives(SampleLives.jobWithSidecar, .phase(.run))
    run.expectOrder([
      "log: it exits, whatever the code", "log: restart", "main: it exits with a non-zero code",
      "not restarted: restartPolicy Never", "pod Failed once all have ended", "FailJob on exit code 42",
      "pod Failed, at most 4 times", "report → Control plane: create a new pod", "Job Failed", "600 s after",
      "DeadlineExceeded",
    ])
    Lives(SampleLives.jobWithSidecar, .phase(.stop)).expectOrder([
      "main ⇢ kubelet: exit code 0", "sidecar, 30 s from the app's end", "log: SIGTERM", "pod Succeeded",
      "until 5 pods have succeeded", "create the next pod", "Job Complete", "delete Job and pods after 100 s",
    ])
    #expect(!Lives(SampleLives.jobWithSidecar, .phase(.stop)).lines.contains { $0.contains("delete the Pod object") })
  }

  @Test("A StatefulSet makes claim and pod in order, and ends them in reverse order")
  func statefulSet() {
    Lives(SampleLives.statefulSet, .phase(.start)).expectOrder([
      "create claim data-db-0", "create pod db-0", "all volumes exist", "mount data (claim)",
      "create the sandbox: pod IP", "readiness probe: exec pg_isready", "pod Ready",
      "add the pod's IP to its endpoints", "DNS returns the pod's IP:", "clients connect to it directly",
      "db-1, db-2: each once the previous one is Ready",
      "create the next pod",
    ])
    Lives(SampleLives.statefulSet, .phase(.stop)).expectOrder([
      "db-2 first, one after another", "Control plane: Terminating: 30 s left", "parallel: no new traffic",
      "its endpoint is no longer ready", "parallel: meanwhile, the containers stop", "postgres: SIGTERM",
    ])
    let parallel = SampleLives.statefulSet.replacing(
      "serviceName", with: "podManagementPolicy: Parallel\n  serviceName")
    Lives(parallel, .phase(.start)).expectOrder(["create pods db-0, db-1, db-2 at once", "each of the 3 pods"])
    #expect(!Lives(parallel, .phase(.start)).outline.contains { $0.contains("each when the one before") })
  }

  @Test("With Never a container is restarted only by its own rule; nodeName bypasses the scheduler")
  func never() {
    let start = Lives(SampleLives.never, .phase(.start))
    start.expectOrder([
      "nodeName worker-1: bypasses the scheduler", "pod for this node", "prepare: create, start",
      "alternatives: exit code 0", "alternatives: any other exit code", "pod Failed",
    ])
    #expect(!start.lines.contains { $0.contains("choose a node") })
    let run = Lives(SampleLives.never, .phase(.run))
    run.expectOrder([
      "task: it exits with a non-zero code", "not restarted: restartPolicy Never", "pod Failed once",
      "no controller creates a new pod", "it exits with code 0", "retry: exit code 42, by its own rule",
      "retry: restart",
    ])
    #expect(!run.lines.contains { $0.contains("task: restart") })
  }

  @Test("A Deployment makes its pods by a ReplicaSet, and a Service sends traffic to Ready pods only")
  func deployment() {
    let lives = Lives(SampleLives.deployment)
    #expect(lives.drawings.map(\.name) == ["web"])
    #expect(
      lives.drawings[0].diagram.participants.map(\.name) == [
        "User", "web", "Control plane", "kubelet", "server", "web",
      ])
    #expect(lives.drawings[0].diagram.boxes == [.init(name: "Pod of web", participants: 4...4)])
    lives.expectOrder([
      "create Deployment web", "create ReplicaSet", "ReplicaSet: create 3 pods", "a node fits", "disk=ssd",
      "spread over zone", "stays Pending", "mount settings (ConfigMap)", "event FailedMount", "server: create, start",
      "pod Ready", "add the pod's IP", "web → server: traffic: 80 → 8080", "readiness probe fails", "no more traffic",
      "create a new pod: new name, new IP", "a rolling update", "its endpoint is no longer ready", "SIGTERM",
    ])
  }

  @Test("A CronJob makes a Job on schedule, and the Job makes the pod")
  func cronJob() {
    let lives = Lives(SampleLives.cronJob)
    lives.expectOrder([
      "create CronJob backup", "due: 0 3 * * * Europe/Berlin", "Forbid: skipped",
      "backup → Job: create Job", "Job → Control plane: create pod", "dump: create, start",
      "it exits with a non-zero code", "dump: restart",
      "more than 6 failures", "Job Failed", "exit code 0", "pod Succeeded", "Job Complete",
    ])
  }

  @Test("A DaemonSet makes a pod for each node, in the node's network on request")
  func daemonSet() {
    Lives(SampleLives.daemonSet).expectOrder([
      "loop: each node that fits", "create a pod for this node", "scheduler: this node only", "tolerates every taint",
      "mount logs (host path)",
      "create the sandbox in the node's network",
    ])
  }

  @Test("More than six participants make a diagram for each phase, unless one picture is asked for")
  func phases() {
    let lives = Lives(SampleLives.grace)
    #expect(lives.drawings.map(\.name) == ["slow-start", "slow-run", "slow-stop"])
    #expect(
      lives.drawings.map(\.diagram.title) == ["How Pod slow starts", "How Pod slow runs", "How Pod slow stops"])
    #expect(lives.drawings[1].diagram.participants.map(\.name).first == "Control plane")
    #expect(Lives(SampleLives.grace, .phase(.all)).drawings.map(\.name) == ["slow"])
    #expect(Lives(SampleLives.grace, .phase(.stop)).drawings.map(\.name) == ["slow"])
  }

  @Test("A large number of containers share columns, and a remark says so")
  func many() {
    let lives = Lives(SampleLives.many, .phase(.start))
    #expect(lives.drawings[0].diagram.participants.map(\.name).contains("30 init containers"))
    #expect(lives.drawings[0].diagram.participants.map(\.name).contains("120 app containers"))
    #expect(lives.drawings[0].remarks.count == 1)
  }

  @Test("A grace period of 0 removes the Pod from the API at once; its containers still get a signal")
  func noGrace() {
    let lives = Lives(SampleLives.grace.replacing("Seconds: 45", with: "Seconds: 0"), .phase(.stop))
    lives.expectOrder([
      "the API does not wait", "pod is gone", "a small grace period", "kubelet → web: SIGTERM", "cron: SIGUSR1",
      "second: SIGTERM", "first: SIGTERM", "kubelet → web: SIGKILL, if it is still running",
    ])
  }

  @Test("Pods without containers, custom kinds, and nothing at all are valid diagrams")
  func edges() throws {
    let empty = Lives("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: []}\n")
    #expect(empty.drawings.map(\.name) == ["p"])
    #expect(empty.outline.contains("the input doesn't list the pod's containers"))
    let none = Lives("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n")
    #expect(none.drawings.map(\.diagram.participants.count) == [0])
    let custom = Lives(
      """
      apiVersion: example.org/v1
      kind: Cluster
      metadata: {name: c, namespace: d}
      spec:
        head: {template: {spec: {containers: [{name: h, image: "h:1"}]}}}
        worker: {template: {spec: {containers: [{name: w, image: "w:1"}]}}}
      """)
    #expect(custom.drawings.map(\.name) == ["c-head"])
    #expect(custom.drawings.map(\.about) == [["c-worker"]])
    expectConsistent(empty.drawings + none.drawings + custom.drawings)
  }

  @Test("Diagrams follow the rules of the model, for all steps and phases")
  func consistent() {
    for (_, manifest) in SampleLives.all {
      let graph = topology(manifest)
      expectConsistent(SequenceView.lifecycle.drawings(of: graph, .full))
      for steps in SequenceOptions.Steps.allCases {
        for phase in SequenceOptions.Phase.allCases {
          let options = SequenceOptions(steps: steps, phase: phase)
          let drawings = SequenceView.lifecycle.drawings(of: graph, options)
          expectConsistent(drawings)
          #expect(drawings.map(\.diagram) == SequenceView.lifecycle.drawings(of: graph, options).map(\.diagram))
        }
      }
    }
  }

  @Test("One picture has the requested heading; each of several says what it shows")
  func titles() {
    let options = SequenceOptions(title: "Shop", subject: "shop.yaml", steps: .full)
    #expect(Lives(SampleLives.plain, options).drawings.map(\.diagram.title) == ["Shop"])
    #expect(Lives(SampleLives.grace, options).drawings.map(\.diagram.title).first == "Shop: how Pod slow starts")
    #expect(
      Lives(SampleLives.plain, SequenceOptions(subject: "shop.yaml", steps: .full)).drawings.map(\.diagram.title)
        == ["shop.yaml: how Pod web starts, runs and stops"])
  }

  @Test("Gates hold a pod back: from the scheduler, and from being Ready when its containers are")
  func gates() {
    let pod = SampleLives.plain.replacing(
      "{containers",
      with: "{schedulingGates: [{name: quota}], readinessGates: [{conditionType: a.example/lb}], containers")
    Lives(pod, .phase(.start)).expectOrder([
      "wait until a gate is removed: quota", "choose a node", "containers Ready", "wait for readiness gate lb",
      "kubelet ⇢ Control plane: pod Ready", "Running, Ready",
    ])
  }

  @Test("Only a Service that selects the pod is in its life")
  func services() {
    let other = SampleLives.deployment.replacing("selector: {app: web}, ports", with: "selector: {app: db}, ports")
    #expect(!Lives(other).lines.contains { $0.contains("traffic") || $0.contains("endpoint") })
  }

  @Test("A container that only a live pod has starts with the others of its Deployment")
  func folded() {
    let live =
      SampleLives.deployment + """

        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web-1
          namespace: shop
          labels: {app: web}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
        spec:
          initContainers: [{name: mesh, image: "mesh:1", restartPolicy: Always, startupProbe: {exec: {command: [up]}}}]
          containers: [{name: server, image: "shop/web:3"}]
        """
    let lives = Lives(live, .phase(.start))
    #expect(lives.drawings.map(\.name) == ["web"])
    lives.expectOrder(["mesh: create, start", "startup probe: exec up", "server: create, start"])
  }

  @Suite("The lifecycle view in a browser")
  struct BrowserTests {
    @Test("Hostile texts change no structure, wherever a manifest has them")
    func hostile() throws {
      let drawings = HostileManifests.manifests(each: 7).flatMap {
        Lives($0, .phase(.all)).drawings
      }
      #expect(drawings.count > 30)
      #expect(drawings.allSatisfy { $0.diagram.participants.count > 5 })
      for drawing in drawings { expectConsistent([drawing]) }
      try expectDrawn(drawings)
    }

    @Test("The real mermaid.js draws every picture, with each participant and message in its place")
    func drawn() throws {
      var drawings: [SequenceView.Result] = []
      for (_, manifest) in SampleLives.all {
        drawings += Lives(manifest).drawings
        for steps in SequenceOptions.Steps.allCases {
          drawings += Lives(manifest, SequenceOptions(steps: steps, phase: .all)).drawings
        }
      }
      try expectDrawn(drawings)
    }

    private func expectDrawn(_ drawings: [SequenceView.Result]) throws {
      let results = try MermaidCheck().draw(drawings.map { MermaidSequenceWriter().text(of: $0.diagram) })
      for (drawing, result) in zip(drawings, results) {
        let title = drawing.diagram.title.prefix(80).debugDescription
        #expect(result.ok, "\(title): \(result.error ?? "")")
        #expect(result.participants?.count == drawing.diagram.participants.count, "\(title)")
        let ids = drawing.diagram.participants.map(\.id.text)
        let messages = Lives.messages(drawing.diagram.steps).map { "\(ids[$0.from]) → \(ids[$0.to])" }
        #expect(result.messages?.map { "\($0.from) → \($0.to)" } == messages, "\(title)")
      }
    }
  }
}

/// Expects the rules that every sequence diagram keeps.
func expectConsistent(_ drawings: [SequenceView.Result], sourceLocation: SourceLocation = #_sourceLocation) {
  for drawing in drawings {
    for broken in SequenceRules(drawing.diagram).broken {
      Issue.record("\(drawing.diagram.title): \(broken)", sourceLocation: sourceLocation)
    }
  }
  #expect(Set(drawings.map(\.name)).count == drawings.count, sourceLocation: sourceLocation)
}
