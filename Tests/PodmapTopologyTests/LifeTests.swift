import PodmapManifests
import PodmapTopology
import Testing

/// What manifests say about how pods start and stop.
@Suite("The life of pods")
struct LifeTests {
  private func container(_ fields: String) -> Container? {
    Graph(deployment("web", spec: "containers:\n- {name: app, image: a, \(fields)}"))
      .node("default/Deployment/web/app")?.container
  }

  @Test("A probe's numbers are the API's defaults if the manifest omits them, or has zero")
  func defaults() {
    let probes = container("livenessProbe: {tcpSocket: {port: 80}, periodSeconds: 0}, startupProbe: {grpc: {port: 9}}")?
      .probes
    #expect(
      probes == [
        Probe(kind: .startup, action: .grpc(port: "9")),
        Probe(
          kind: .liveness, action: .tcpSocket(port: "80"), initialDelay: 0, period: 10, timeout: 1,
          successThreshold: 1, failureThreshold: 3),
      ])
  }

  @Test("A probe's own numbers are read")
  func numbers() {
    let probe =
      "{httpGet: {path: ready, port: http}, initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, "
      + "successThreshold: 4, failureThreshold: 5, terminationGracePeriodSeconds: 6}"
    #expect(
      container("readinessProbe: \(probe)")?.probes == [
        Probe(
          kind: .readiness, action: .httpGet(path: "/ready", port: "http"), initialDelay: 1, period: 2, timeout: 3,
          successThreshold: 4, failureThreshold: 5, gracePeriod: 6)
      ])
  }

  @Test("Nothing that may be secret is kept of commands and paths")
  func secrets() {
    func action(_ hook: String) -> Action? { container("lifecycle: {preStop: \(hook)}")?.life.value?.preStop }
    #expect(action("{exec: {command: [/bin/sh, -c, curl -u me:secret]}}") == .exec("sh"))
    #expect(action("{exec: {command: [\"stop.sh --token secret\"]}}") == .exec("stop.sh"))
    #expect(action("{exec: {command: [\"TOKEN=secret\", stop.sh]}}") == .exec(""))
    #expect(action("{httpGet: {path: \"/stop?token=secret\", port: 80}}") == .httpGet(path: "/stop", port: "80"))
    #expect(action("{sleep: {seconds: 7}}") == .sleep(7))
  }

  @Test(
    "An image is pulled according to its tag if the manifest does not say when",
    arguments: [
      ("nginx", "Always"), ("nginx:latest", "Always"), ("nginx:1.27", "IfNotPresent"),
      ("registry.example:5000/nginx", "Always"), ("nginx@sha256:00", "IfNotPresent"),
      ("nginx:latest@sha256:00", "IfNotPresent"),
    ])
  func pullPolicy(_ image: String, _ policy: String) {
    func container(_ fields: String) -> Container? {
      Graph(deployment("web", spec: "containers:\n- {name: app, image: \"\(image)\"\(fields)}"))
        .node("default/Deployment/web/app")?.container
    }
    #expect(container("")?.pullPolicy == policy)
    #expect(container(", imagePullPolicy: Never")?.pullPolicy == "Never")
    #expect(container(", imagePullPolicy: \(policy)")?.life.value == nil)
  }

  @Test("What every live pod has by default is not shown")
  func usual() {
    let spec = """
      terminationGracePeriodSeconds: 30
      schedulerName: default-scheduler
      tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}]
      containers: [{name: app}]
      """
    let node = Graph(deployment("web", spec: spec)).node("default/Deployment/web")
    #expect(node?.workload?.templates.first?.life.value == nil)
  }

  @Test("Rarely used fields take no room if they are not set")
  func rare() {
    #expect(container("")?.life.value == nil)
    #expect(MemoryLayout<Rare<ContainerLife>>.size == MemoryLayout<Int>.size)
    let node = Graph(deployment("web", spec: "containers: [{name: app}]")).node("default/Deployment/web")
    #expect(node?.workload?.life.value == nil)
    #expect(node?.workload?.templates.first?.life.value == nil)
  }

  @Test("Gates, grace period and what the scheduler considers are read")
  func pod() {
    let node = Graph(
      deployment(
        "web",
        spec: """
          terminationGracePeriodSeconds: 0
          readinessGates: [{conditionType: example.org/lb}]
          schedulingGates: [{name: quota}]
          priorityClassName: high
          tolerations: [{key: gpu, operator: Exists}, {operator: Exists}]
          affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: []}}
          topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zone}]
          containers: [{name: app}]
          """)
    ).node("default/Deployment/web")
    let life = node?.workload?.templates.first?.life.value
    #expect(life?.gracePeriod == 0)
    #expect(life?.readinessGates == ["example.org/lb"])
    #expect(life?.schedulingGates == ["quota"])
    #expect(
      life?.scheduling == [
        "apart from certain pods", "spread over zone", "tolerates gpu, every taint", "priority high",
      ])
  }

  @Test("A Job's limits are the API's defaults if it sets none; parallelism alone makes a work queue")
  func job() {
    func job(_ fields: String) -> JobLife? {
      let text = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: j}
        spec: {\(fields)template: {spec: {containers: [{name: c}]}}}
        """
      return Graph(text).node("default/Job/j")?.workload?.life.value?.job
    }
    #expect(job("")?.completions == 1)
    #expect(job("")?.backoffLimit == 6)
    #expect(job("parallelism: 3, ")?.completions == nil)
    #expect(job("completions: 4, completionMode: Indexed, backoffLimitPerIndex: 2, ")?.isIndexed == true)
    #expect(job("completions: 4, completionMode: Indexed, backoffLimitPerIndex: 2, ")?.backoffLimitPerIndex == 2)
    #expect(job("completions: 4, completionMode: Indexed, backoffLimitPerIndex: 2, ")?.backoffLimit == nil)
    #expect(job("backoffLimitPerIndex: 2, backoffLimit: 9, maxFailedIndexes: 0, ")?.backoffLimit == 9)
    #expect(job("backoffLimitPerIndex: 2, backoffLimit: 9, maxFailedIndexes: 0, ")?.maxFailedIndexes == 0)
    let success =
      "successPolicy: {rules: [{succeededIndexes: 0-2, succeededCount: 1}, {succeededCount: 2}, "
      + "{succeededIndexes: 3}, {}]}, "
    #expect(job(success)?.successRules == ["1 of indexes 0-2", "2 indexes", "indexes 3"])
    let rule = "podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}, "
    #expect(job(rule)?.failureRules == ["Ignore on DisruptionTarget"])
  }
}
