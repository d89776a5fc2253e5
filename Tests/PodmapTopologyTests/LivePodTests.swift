import PodmapManifests
import PodmapTopology
import Testing

@Suite("The status of live pods")
struct LivePodTests {
  private static func pod(
    _ name: String, owner: String = "ReplicaSet/web-77f", node: String = "n1", status: String = "phase: Running",
    metadata: String = ""
  ) -> String {
    let parts = owner.split(separator: "/")
    let reference =
      parts.count == 2
      ? ", ownerReferences: [{apiVersion: apps/v1, kind: \(parts[0]), name: \(parts[1]), controller: true}]" : ""
    return """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: \(name), namespace: s, labels: {app: web}\(reference)\(metadata)}
      spec: {nodeName: \(node), containers: [{name: w, image: "w:1", ports: [{containerPort: 80}]}]}
      status: {\(status)}

      """
  }

  private static let service = """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: s}
    spec: {selector: {app: web}, ports: [{port: 80}]}

    """

  @Test("The pods of a controller that is not in the input are one workload")
  func grouped() {
    let graph = Graph(Self.pod("web-77f-a") + Self.pod("web-77f-b", node: "n2") + Self.service)
    #expect(
      graph.ids == [
        "Node/n1", "Node/n2", "s/ReplicaSet/web-77f", "s/ReplicaSet/web-77f/w", "s/Service/web",
      ])
    let workload = graph.node("s/ReplicaSet/web-77f")?.workload
    #expect(workload?.scale == .replicas(2) && workload?.templates.first?.placement == .anyNode)
    #expect(graph.edges(.selects) == ["s/Service/web -selects-> s/ReplicaSet/web-77f"])
    #expect(graph.diagnostics == [])
  }

  @Test("A pod that has ended gets no traffic and is left out, with a note if it failed")
  func ended() {
    let graph = Graph(
      Self.pod("web-77f-a") + Self.pod("web-77f-b", node: "n2", status: "phase: Failed, reason: Evicted")
        + Self.service)
    #expect(graph.edges(.runsOn) == ["s/ReplicaSet/web-77f -runsOn-> Node/n1"])
    #expect(graph.node("s/ReplicaSet/web-77f")?.workload?.scale == .replicas(1))
    #expect(
      graph.diagnostics.map(\.message) == ["the pod 'web-77f-b' has ended (Evicted) and is not drawn"])
  }

  @Test("A bare pod that has ended stays, without traffic")
  func bare() {
    let graph = Graph(Self.pod("once", owner: "", status: "phase: Succeeded") + Self.service)
    #expect(graph.node("s/Pod/once")?.workload?.hasEnded == true)
    #expect(graph.edges(.selects, .routes) == [])
  }

  @Test("The node of a finished pod of a CronJob is not where it runs")
  func finishedJob() {
    let cron = """
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: nightly, namespace: s}
      spec: {schedule: "0 1 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: w, image: "w:1"}]}}}}}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: nightly-1, namespace: s, ownerReferences: [{apiVersion: batch/v1, kind: CronJob, name: nightly, controller: true}]}
      spec: {template: {spec: {containers: [{name: w, image: "w:1"}]}}}

      """
    let graph = Graph(cron + Self.pod("nightly-1-a", owner: "Job/nightly-1", status: "phase: Succeeded"))
    #expect(graph.ids == ["s/CronJob/nightly", "s/CronJob/nightly/w"])
    #expect(graph.diagnostics == [])
  }

  @Test("A container that the kubelet keeps waiting is a finding, with the number of pods")
  func failing() {
    let status = "phase: Pending, containerStatuses: [{name: w, state: {waiting: {reason: ImagePullBackOff}}}]"
    let graph = Graph(Self.pod("web-77f-a", status: status) + Self.pod("web-77f-b", status: status))
    #expect(
      graph.diagnostics.map(\.description) == [
        "0.yaml:2:1: warning: the container 'w' of the ReplicaSet 'web-77f' can't run in 2 pods (ImagePullBackOff): "
          + "its image can't be pulled: check its name, and the pull Secret"
      ])
    let starting = status.replacing("ImagePullBackOff", with: "ContainerCreating")
    #expect(Graph(Self.pod("web-77f-a", status: starting)).diagnostics == [])
  }

  @Test("A pod that is being deleted is counted")
  func terminating() {
    let graph = Graph(
      Self.pod("web-77f-a") + Self.pod("web-77f-b", metadata: ", deletionTimestamp: \"2026-01-01T00:00:00Z\""))
    #expect(graph.node("s/ReplicaSet/web-77f")?.workload?.live.value?.terminating == 1)
  }

  @Test("A pod that the kubelet makes for its own manifest stays a pod")
  func mirror() {
    #expect(Graph(Self.pod("proxy-n1", owner: "Node/n1")).ids.contains("s/Pod/proxy-n1"))
  }

  @Test("What a pod requires and the input lacks keeps it from starting")
  func obstacles() {
    let web = deployment(
      "web",
      spec: """
        serviceAccountName: robot
        containers: [{name: c, image: i, envFrom: [{configMapRef: {name: flags}}, {secretRef: {name: login}}]}]
        """)
    #expect(
      Graph(web).node("default/Deployment/web")?.workload?.obstacles.value?.map(\.words).sorted() == [
        "ConfigMap flags is not in the input", "ServiceAccount robot is not in the input",
      ])
  }
}
