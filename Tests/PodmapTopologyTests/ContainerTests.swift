import PodmapManifests
import PodmapTopology
import Testing

@Suite("Containers and pods")
struct ContainerTests {
  @Test("A container's role and step come from its field")
  func roles() {
    let graph = Graph(
      deployment(
        "web",
        spec: """
          initContainers:
          - {name: migrate, image: m}
          - {name: proxy, image: p, restartPolicy: Always}
          - {name: warm, image: w}
          containers:
          - {name: app, image: a}
          ephemeralContainers:
          - {name: debug, image: d}
          """))
    let containers = ["migrate", "proxy", "warm", "app", "debug"].map { graph.node("default/Deployment/web/\($0)") }
    #expect(containers.map { $0?.container?.role } == [.initial, .sidecar, .initial, .app, .ephemeral])
    #expect(containers.map { $0?.container?.step } == [1, 2, 3, nil, nil])
    #expect(containers.allSatisfy { $0?.parent == graph.topology.position(of: NodeID("default/Deployment/web")) })
  }

  @Test("Two pods with equally named containers stay apart")
  func equalNames() {
    let graph = Graph(
      deployment("a", namespace: "default", spec: "containers: [{name: server}]") + "---\n"
        + deployment("b", spec: "containers: [{name: server}]") + "---\n"
        + deployment("a", namespace: "other", spec: "containers: [{name: server}]"))
    #expect(
      graph.ids.filter { $0.hasSuffix("/server") } == [
        "default/Deployment/a/server", "default/Deployment/b/server", "other/Deployment/a/server",
      ])
  }

  @Test("Two containers of one pod with the same name are an error, and both are drawn")
  func sameNameTwice() {
    let graph = Graph(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: a\n  - name: a\n  - name: a\n")
    #expect(graph.ids == ["default/Pod/p", "default/Pod/p/a", "default/Pod/p/a#2", "default/Pod/p/a#3"])
    #expect(graph.diagnostics.map(\.severity) == [.error, .error])
    #expect(graph.diagnostics.first?.place == Place(file: "0.yaml", line: 7, column: 11))
    #expect(graph.topology.nodes.filter { $0.kind == .container }.allSatisfy { $0.name == "a" })
  }

  @Test(
    "Every built-in workload shows the containers of its template",
    arguments: [
      ("apps/v1", "Deployment", "template"), ("apps/v1", "StatefulSet", "template"),
      ("apps/v1", "DaemonSet", "template"), ("apps/v1", "ReplicaSet", "template"),
      ("v1", "ReplicationController", "template"), ("batch/v1", "Job", "template"),
      ("batch/v1", "CronJob", "jobTemplate: {spec: {template"), ("argoproj.io/v1alpha1", "Rollout", "template"),
    ])
  func workloads(_ version: String, _ kind: String, _ path: String) {
    let close = String(repeating: "}", count: path.count { $0 == "{" })
    let graph = Graph(
      "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: w}\nspec: {\(path): {spec: {containers: [{name: c, image: i}]}}\(close)}\n"
    )
    #expect(graph.topology.nodes.filter { $0.kind == .container }.map(\.name) == ["c"])
  }

  @Test("An object with several pod templates shows all of them, each under its own name")
  func severalTemplates() {
    let graph = Graph(
      """
      apiVersion: leaderworkerset.x-k8s.io/v1
      kind: LeaderWorkerSet
      metadata: {name: l}
      spec:
        leaderWorkerTemplate:
          leaderTemplate: {spec: {containers: [{name: main, image: i}]}}
          workerTemplate: {spec: {containers: [{name: main, image: i}]}}
      ---
      apiVersion: jobset.x-k8s.io/v1alpha2
      kind: JobSet
      metadata: {name: j, namespace: n}
      spec:
        replicatedJobs:
        - name: driver
          template: {spec: {template: {spec: {containers: [{name: main, image: i}]}}}}
        - name: workers
          template: {spec: {template: {spec: {containers: [{name: main, image: i}]}}}}
      """)
    #expect(
      graph.topology.nodes.filter { $0.kind == .container }.map(\.id.text) == [
        "n/JobSet.jobset.x-k8s.io/j/driver/main", "n/JobSet.jobset.x-k8s.io/j/workers/main",
        "n/LeaderWorkerSet.leaderworkerset.x-k8s.io/l/leaderTemplate/main",
        "n/LeaderWorkerSet.leaderworkerset.x-k8s.io/l/workerTemplate/main",
      ])
  }

  @Test("Objects made by a controller in the input fold into their top owner, with what only they have")
  func folding() {
    let owner = { (kind: String, name: String) in
      "ownerReferences: [{apiVersion: apps/v1, kind: \(kind), name: \(name), controller: true}]"
    }
    let pod = { (name: String, extra: String) in
      "apiVersion: v1\nkind: Pod\nmetadata:\n  name: \(name)\n  \(owner("ReplicaSet", "web-1"))\nspec: {containers: [{name: app}\(extra)]}\n---\n"
    }
    let set = { (name: String, replicas: Int, container: String) in
      "apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: \(name)\n  \(owner("Deployment", "web"))\nspec: {replicas: \(replicas), template: {spec: {containers: [{name: \(container)}]}}}\n---\n"
    }
    let graph = Graph(
      pod("web-1-a", ", {name: injected}") + pod("web-1-b", ", {name: injected}") + set("web-1", 2, "app")
        + set("web-0", 0, "old") + deployment("web", spec: "containers: [{name: app}]"))
    #expect(graph.ids == ["default/Deployment/web", "default/Deployment/web/app", "default/Deployment/web/injected"])
    #expect(graph.diagnostics.isEmpty)
  }

  @Test("A pod whose controller is not in the input stands for all pods of it")
  func orphan() {
    let graph = Graph(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: r, controller: true}]}
      spec: {containers: [{name: c}]}
      """)
    #expect(graph.ids == ["default/ReplicaSet/r", "default/ReplicaSet/r/c"])
  }

  @Test("A ReplicaSet at zero is hidden, with a note if no controller made it")
  func retired() {
    let set = { (name: String, owner: String) in
      """
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: \(name)\(owner)}
      spec: {replicas: 0, template: {spec: {containers: [{name: c}]}}}
      ---

      """
    }
    let graph = Graph(
      set("old", ", ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: gone, controller: true}]")
        + set("own", ""))
    #expect(graph.ids.isEmpty)
    #expect(graph.diagnostics.map(\.message) == ["the ReplicaSet 'own' is scaled to zero and not drawn"])
  }

  @Test("A broken list of containers is an error at its place, and the rest of the pod is drawn")
  func brokenContainers() {
    let graph = Graph(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  initContainers: {name: x}\n  containers:\n  - text\n  - {name: c}\n"
    )
    #expect(graph.ids == ["default/Pod/p", "default/Pod/p/c"])
    #expect(graph.diagnostics.map { $0.place?.line } == [5, 7])
  }

  @Test("A workload without containers is a warning: it may be a patch")
  func patch() {
    let graph = Graph("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {replicas: 3}\n")
    #expect(graph.ids == ["default/Deployment/d"])
    #expect(graph.diagnostics.map(\.severity) == [.warning])
  }
}
