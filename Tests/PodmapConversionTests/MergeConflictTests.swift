import PodmapConversion
import PodmapManifests
import PodmapTestSupport
import Testing

@Suite("Conflicts in merges")
struct MergeConflictTests {
  /// Two workloads with the given fields.
  private func pair(_ first: (spec: String, pod: String), _ second: (spec: String, pod: String)) -> String {
    workload("a", spec: first.spec, pod: first.pod) + workload("b", spec: second.spec, pod: second.pod)
  }

  @Test("Different numbers of replicas are refused at their location; --replicas and --force settle them")
  func replicas() {
    let text = pair(("replicas: 3", ""), ("replicas: 5", ""))
    let refused = Merged(text)
    #expect(refused.conversion.files.isEmpty)
    #expect(refused.errors.count == 1 && refused.errors[0].hasPrefix("app.yaml:17:3: error: "), "\(refused.messages)")
    #expect(refused.errors[0].contains("a 3, b 5"))
    let forced = Merged(text, force: true)
    #expect(forced.has("  # podmap: replicas before: a 3, b 5\n  replicas: 5\n"), "\(forced.text)")
    #expect(forced.says(.warning, "--force takes the largest, 5"))
    let told = Merged(text, replicas: 2)
    #expect(told.has("replicas: 2\n") && told.warnings.isEmpty)
  }

  @Test(
    "Fields that a pod has once are refused if they differ; --force keeps the first value that is stated",
    arguments: [
      ("nodeName", "nodeName: one", "nodeName: two", "nodeName: one"),
      ("affinity", "", "affinity: {nodeAffinity: {x: y}}", "nodeAffinity:"),
      ("tolerations", "tolerations: [{key: a}]", "tolerations: [{key: b}]", "- key: a"),
      ("runtimeClassName", "runtimeClassName: gvisor", "", "runtimeClassName: gvisor"),
      ("hostNetwork", "hostNetwork: false", "hostNetwork: true", "hostNetwork: true"),
      ("hostPID", "", "hostPID: true", "hostPID: true"),
      ("hostIPC", "hostIPC: true", "", "hostIPC: true"),
      ("os", "os: {name: linux}", "os: {name: windows}", "name: linux"),
      ("schedulerName", "", "schedulerName: mine", "schedulerName: mine"),
      ("serviceAccountName", "serviceAccountName: one", "serviceAccountName: two", "serviceAccountName: one"),
      ("securityContext.fsGroup", "securityContext: {fsGroup: 1}", "securityContext: {fsGroup: 2}", "fsGroup: 1"),
      (
        "securityContext.sysctls", "", "securityContext: {sysctls: [{name: kernel.x, value: '1'}]}", "name: kernel.x"
      ),
    ])
  func podFields(field: String, first: String, second: String, kept: String) {
    let text = pair(("", first), ("", second))
    let refused = Merged(text)
    #expect(refused.conversion.files.isEmpty)
    #expect(
      refused.errors.count == 1 && refused.errors.first?.contains("\(field) differs") == true, "\(refused.messages)")
    #expect(refused.errors.first?.hasPrefix("app.yaml:") == true)
    let forced = Merged(text, force: true)
    #expect(forced.has(kept), "\(forced.text)")
    #expect(forced.has("# podmap: the Deployment '"), "\(forced.text)")
    #expect(forced.says(.warning, "\(field) differs"))
  }

  @Test("Values that only look different are not a conflict")
  func standards() {
    for (first, second) in [
      ("hostNetwork: false", ""), ("", "restartPolicy: Always"), ("schedulerName: default-scheduler", ""),
      ("serviceAccountName: default", ""), ("serviceAccountName: x", "serviceAccountName: \"x\""),
      ("affinity: {a: b, c: d}", "affinity: {c: d, a: b}"),
    ] {
      let merged = Merged(pair(("", first), ("", second)))
      #expect(merged.errors.isEmpty && merged.warnings.isEmpty && !merged.text.isEmpty, "\(merged.messages)")
    }
  }

  @Test("Different nodeSelectors are joined by --force")
  func nodeSelector() {
    let text = pair(("", "nodeSelector: {disk: ssd, zone: a}"), ("", "nodeSelector: {arch: arm, zone: b}"))
    #expect(Merged(text).errors.count == 1)
    let forced = Merged(text, force: true).text
    #expect(forced.contains("        disk: ssd\n        zone: a\n        arch: arm\n"), "\(forced)")
    #expect(forced.contains("# podmap: the Deployment 'b' has zone: b"))
  }

  @Test("Different strategies, and kinds that run to completion, are refused")
  func strategies() {
    let strategy = pair(("strategy: {type: Recreate}", ""), ("", ""))
    #expect(Merged(strategy).errors.first?.contains("spec.strategy differs") == true)
    #expect(Merged(strategy, force: true).has("strategy:\n    # ") == false)
    #expect(Merged(strategy, force: true).has("type: Recreate"))
    let job =
      workload("a")
      + "apiVersion: batch/v1\nkind: Job\nmetadata: {name: once}\nspec: {template: {spec: {restartPolicy: Never, "
      + "containers: [{name: once, image: x}]}}}\n"
    let passed = Merged(job + "---\n" + workload("b"))
    #expect(passed.errors.isEmpty && passed.has("kind: Job"))
    #expect(passed.says(.note, "the Job 'once' is not merged"))
    let named = Merged(job, workloads: ["a", "once"])
    #expect(named.says(.error, "the Job 'once' runs differently"))
    let forced = Merged(job, workloads: ["a", "once"], force: true)
    #expect(!forced.has("restartPolicy: Never\n      containers") && forced.has("name: once"))
    #expect(forced.says(.warning, "restartPolicy"))
  }

  @Test("A port of two containers, a host port, and a port that only a Service names are conflicts")
  func ports() {
    let same = workload("a", port: 80) + workload("b", port: 80) + workload("c", port: 81)
    #expect(
      Merged(same).errors.first?.contains(
        "port 80/TCP is needed by the container 'a' of the Deployment 'a' and by the container 'b' of the Deployment 'b'"
      )
        == true)
    let forced = Merged(same, force: true)
    #expect(forced.has("# podmap: port 80/TCP is also needed by the container 'a'"), "\(forced.text)")
    let host =
      workload("a", more: "ports: [{containerPort: 1, hostPort: 9}]")
      + workload("b", more: "ports: [{containerPort: 2, hostPort: 9}]")
    #expect(Merged(host).errors.first?.contains("host port 9/TCP") == true)
    #expect(
      Merged(
        workload("a", more: "ports: [{containerPort: 53, protocol: UDP}]")
          + workload("b", more: "ports: [{containerPort: 53}]")
      ).errors.isEmpty)
    let undeclared =
      workload("a") + workload("b") + service("a", ports: "{port: 80}") + service("b", ports: "{port: 80}")
    #expect(Merged(undeclared).errors.first?.contains("port 80/TCP") == true)
  }

  @Test(
    "An autoscaler of one of several workloads is refused; with --force the first is kept and the others become comments"
  )
  func autoscalers() {
    func scaler(_ name: String) -> String {
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: \(name)}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: \(name)}
        maxReplicas: 7
        metrics:
        - type: ContainerResource
          containerResource: {name: cpu, container: app, target: {type: Utilization, averageUtilization: 50}}
      ---

      """
    }
    let text = workload("a", container: "app") + workload("b", container: "app") + scaler("a") + scaler("b")
    #expect(Merged(text).errors.count == 2)
    let forced = Merged(text, name: "both", force: true)
    #expect(forced.has("    name: both\n  maxReplicas: 7"), "\(forced.text)")
    #expect(forced.has("container: a-app"))
    #expect(forced.has("# podmap: the HorizontalPodAutoscaler 'b' is left out:"))
    #expect(forced.has("#   maxReplicas: 7"))
    #expect(!forced.has("metadata: {name: b}"))
  }

  @Test("Several namespaces, and names in use, are refused even with --force")
  func names() {
    func pod(_ name: String, _ namespace: String) -> String {
      "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), namespace: \(namespace)}\n"
        + "spec: {containers: [{name: a, image: a}]}\n---\n"
    }
    let refused = Merged(pod("a", "x") + pod("b", "y"), force: true)
    #expect(refused.errors.first?.contains("2 namespaces (x, y)") == true && refused.text.isEmpty)
    #expect(Merged(pod("a", "x") + workload("b"), force: true).errors.isEmpty)
    let taken = workload("a") + workload("b") + workload("c")
    #expect(Merged(taken, workloads: ["a", "b"], name: "c", force: true).errors.first?.contains("already") == true)
    #expect(Merged(taken, workloads: ["a", "b"], name: "b").errors.isEmpty)
  }
}
