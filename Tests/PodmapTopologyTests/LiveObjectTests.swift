import PodmapManifests
import PodmapTopology
import Testing

/// What `kubectl get -o yaml` gives: objects that controllers made beside those that people wrote.
@Suite("Live objects")
struct LiveObjectTests {
  static let owner = deployment(
    "web", labels: "app: web", spec: "initContainers: [{name: first}]\ncontainers: [{name: app}]")
  static let live = """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web-1, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}
    spec:
      nodeName: NODE
      initContainers: [{name: first}, {name: injected-init}]
      containers:
      - {name: app}
      - {name: proxy, volumeMounts: [{name: ca, mountPath: /ca}]}
      volumes: [{name: ca, configMap: {name: istio-ca}}]

    """

  @Test("Containers that only the live pod has are at the place of their role, with what they mount")
  func injected() {
    let graph = Graph(Self.owner + Self.live)
    let template = graph.node("default/Deployment/web")?.workload?.templates.first
    #expect(template?.containers.map(\.name) == ["first", "injected-init", "app", "proxy"])
    #expect(template?.containers.map(\.step) == [1, 2, nil, nil])
    #expect(graph.edges(.mounts) == ["default/Deployment/web/proxy -mounts /ca-> default/ConfigMap/istio-ca"])
  }

  @Test("An owned object with several pod templates folds without mixing their volumes")
  func severalTemplates() {
    let several = """
      ---
      apiVersion: example.org/v1
      kind: Group
      metadata:
        {name: g, namespace: default, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}
      spec:
        one: {spec: {containers: [{name: app, image: i}]}}
        two:
          spec:
            containers: [{name: app, image: i}]
            volumes: [{name: v, configMap: {name: c}}]

      """
    #expect(
      Graph(Self.owner + several).ids == [
        "default/Deployment/web", "default/Deployment/web/app", "default/Deployment/web/first",
      ])
  }

  @Test("The nodes that live pods run on are kept")
  func nodes() {
    let graph = Graph(
      Self.owner + Self.live.replacing("NODE", with: "n1")
        + Self.live.replacing("NODE", with: "n2").replacing("web-1", with: "web-2"))
    #expect(
      graph.edges(.runsOn) == ["default/Deployment/web -runsOn-> Node/n1", "default/Deployment/web -runsOn-> Node/n2"])
  }

  @Test("The number of replicas, if the manifest omits it, is that of the live pods")
  func replicas() {
    let graph = Graph(Self.owner + Self.live + Self.live.replacing("web-1", with: "web-2"))
    #expect(graph.node("default/Deployment/web")?.workload?.scale == .replicas(2))
  }
}
