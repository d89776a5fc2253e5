import PodmapManifests
import PodmapTopology
import Testing

/// Containers that a mesh or an agent adds to pods.
@Suite("Injected containers")
struct InjectionTests {
  private func namespace(_ name: String, _ labels: String) -> String {
    "apiVersion: v1\nkind: Namespace\nmetadata: {name: \(name), labels: {\(labels)}}\n---\n"
  }

  private func pod(_ metadata: String, spec: String = "containers: [{name: app}]") -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n, \(metadata)}\nspec: {\(spec)}\n---\n"
  }

  private func names(_ graph: Graph) -> [String] {
    graph.node("n/Pod/p")?.workload?.templates.first?.containers.map(\.name) ?? []
  }

  @Test("A pod or its namespace asks for them, and the pod can refuse")
  func requests() {
    let asks = namespace("n", "istio-injection: enabled")
    #expect(names(Graph(asks + pod("labels: {}"))) == ["istio-init", "app", "istio-proxy"])
    #expect(names(Graph(asks + pod("labels: {sidecar.istio.io/inject: 'false'}"))) == ["app"])
    #expect(names(Graph(namespace("n", "istio-injection: disabled") + pod("labels: {}"))) == ["app"])
    #expect(names(Graph(asks + pod("labels: {}", spec: "hostNetwork: true, containers: [{name: app}]"))) == ["app"])
    #expect(names(Graph(pod("annotations: {linkerd.io/inject: enabled}"))) == ["linkerd-init", "app", "linkerd-proxy"])
    #expect(names(Graph(pod("annotations: {dapr.io/enabled: 'true'}"))) == ["app", "daprd"])
    let vault = "vault.hashicorp.com/agent-inject: 'true'"
    #expect(names(Graph(pod("annotations: {\(vault)}"))) == ["vault-agent-init", "app", "vault-agent"])
    #expect(
      names(Graph(pod("annotations: {\(vault), vault.hashicorp.com/agent-pre-populate-only: 'true'}")))
        == ["vault-agent-init", "app"])
  }

  @Test("One that the pod has already isn't added again")
  func live() {
    let live = pod(
      "labels: {sidecar.istio.io/inject: 'true'}", spec: "containers: [{name: app}, {name: istio-proxy, image: i}]")
    #expect(names(Graph(live)) == ["istio-init", "app", "istio-proxy"])
  }

  @Test("A template to which they have been added already gets no others")
  func marked() {
    let asks = namespace("n", "istio-injection: enabled")
    let done = pod(
      "annotations: {sidecar.istio.io/status: '{}'}", spec: "containers: [{name: app}, {name: istio-proxy}]")
    #expect(names(Graph(asks + done)) == ["app", "istio-proxy"])
  }

  @Test("It says what adds it, why, and what it calls")
  func evidence() {
    let control =
      namespace("istio-system", "a: b") + service("istiod", namespace: "istio-system", spec: "ports: [{port: 15012}]")
    let graph = Graph(namespace("n", "istio-injection: enabled") + pod("labels: {}") + control)
    let proxy = graph.node("n/Pod/p/istio-proxy")?.container
    #expect(proxy?.pattern?.text == "sidecar: injected by Istio")
    #expect(proxy?.pattern?.evidence.map(\.path) == ["metadata.labels.istio-injection"])
    #expect(graph.edges(.calls) == ["n/Pod/p/istio-proxy -calls 15012-> istio-system/Service/istiod"])
  }

  @Test("What a container mounts and calls stays with it when others are put before it")
  func positions() {
    let graph = Graph(
      namespace("n", "istio-injection: enabled")
        + pod(
          "labels: {}",
          spec:
            "containers: [{name: app, env: [{name: URL, value: 'http://s'}], volumeMounts: [{name: v, mountPath: /v}]}]"
            + ", volumes: [{name: v, configMap: {name: c}}]")
        + service("s", namespace: "n", spec: "ports: [{port: 80}]"))
    #expect(
      graph.edges(.mounts, .calls) == [
        "n/Pod/p/app -mounts /v-> n/ConfigMap/c", "n/Pod/p/app -calls-> n/Service/s",
      ])
  }
}
