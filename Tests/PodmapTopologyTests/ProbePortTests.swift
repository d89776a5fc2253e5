import PodmapManifests
import Testing

@Suite("Findings: ports of probes, targets of autoscalers, keys")
struct ProbePortTests {
  private func found(_ topic: Diagnostic.Topic, _ texts: String...) -> [String] {
    Graph(texts.joined(separator: "\n---\n")).diagnostics.filter { $0.topic == topic }.map(\.description)
  }

  private static func pod(_ container: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      containers:
      - {name: web, image: "w:1", ports: [{name: http, containerPort: 80}], \(container)}
      - {name: exp, image: "e:1", ports: [{name: metrics, containerPort: 91}]}
    """
  }

  @Test("The port name of a probe or hook is looked up in its own container, and both are one message")
  func names() {
    let text = Self.pod(
      "livenessProbe: {httpGet: {port: metrics}}, lifecycle: {preStop: {httpGet: {port: admin}}}")
    #expect(
      found(.probePort, text) == [
        "0.yaml:6:105: warning: the container 'web' of the Pod 'web' doesn't have the ports of its liveness probe "
          + "(port 'metrics') and its preStop hook (port 'admin'), so the kubelet can't run them; "
          + "the port with that name is of the container 'exp': use its number"
      ])
  }

  @Test(
    "Numbers that no port has, and names for gRPC, are reported",
    arguments: [
      ("readinessProbe: {tcpSocket: {port: 70000}}", "port 70000"),
      ("readinessProbe: {tcpSocket: {port: 0}}", "port 0"), ("startupProbe: {grpc: {port: http}}", "gRPC port 'http'"),
    ])
  func numbers(_ probe: String, _ port: String) {
    #expect(found(.probePort, Self.pod(probe)).first?.contains("(\(port)), so the kubelet can't run it; ") == true)
  }

  @Test(
    "Declared names, other numbers, commands and placeholders are not findings",
    arguments: [
      "livenessProbe: {httpGet: {port: http}}", "livenessProbe: {httpGet: {port: 9999}}",
      "livenessProbe: {exec: {command: [x]}}", "startupProbe: {grpc: {port: 80}}",
      "livenessProbe: {httpGet: {port: \"${PORT}\"}}", "lifecycle: {preStop: {sleep: {seconds: 3}}}",
    ])
  func fine(_ probe: String) {
    #expect(found(.probePort, Self.pod(probe)) == [])
  }

  private static func scaler(_ version: String, _ kind: String, _ target: String) -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: s}\nspec: {\(target)}"
  }

  @Test("An autoscaler of an object without a number of pods is reported")
  func noScale() {
    let daemons =
      "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: d}\n"
      + "spec: {template: {spec: {containers: [{name: c, image: i}]}}}"
    let target = "scaleTargetRef: {apiVersion: apps/v1, kind: DaemonSet, name: d}"
    #expect(
      found(.noScale, daemons, Self.scaler("autoscaling/v2", "HorizontalPodAutoscaler", target)) == [
        "0.yaml:9:69: warning: the HorizontalPodAutoscaler 's' scales the DaemonSet 'd', but a DaemonSet can't be "
          + "scaled; name an object that can, such as a Deployment"
      ])
    #expect(found(.noScale, daemons, Self.scaler("keda.sh/v1alpha1", "ScaledObject", target)).count == 1)
    let vertical = target.replacing("scaleTargetRef", with: "targetRef")
    #expect(found(.noScale, daemons, Self.scaler("autoscaling.k8s.io/v1", "VerticalPodAutoscaler", vertical)) == [])
  }

  @Test("A custom kind can be scaled unless its definition says otherwise")
  func customScale() {
    func definition(_ more: String) -> String {
      "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: ovens.x.org}\n"
        + "spec: {group: x.org, names: {kind: Oven}, scope: Namespaced, versions: [{name: v1\(more)}]}"
    }
    let oven = "apiVersion: x.org/v1\nkind: Oven\nmetadata: {name: o, namespace: default}"
    let scaler = Self.scaler(
      "autoscaling/v2", "HorizontalPodAutoscaler", "scaleTargetRef: {apiVersion: x.org/v1, kind: Oven, name: o}")
    #expect(found(.noScale, definition(""), oven, scaler).count == 1)
    #expect(found(.noScale, definition(", subresources: {scale: {}}"), oven, scaler) == [])
    #expect(found(.noScale, oven, scaler) == [])
  }

  @Test("A required key that a ConfigMap or Secret in the input lacks is reported")
  func keys() {
    let map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: b}"
    func pod(_ key: String) -> String {
      deployment(
        "web",
        spec: "containers: [{name: c, image: i, env: [{name: A, valueFrom: {configMapKeyRef: {name: m, \(key)}}}]}]")
    }
    #expect(
      found(.missingKey, map, pod("key: b")) == [
        "0.yaml:15:100: warning: the ConfigMap 'm' has no key 'b', without which the container 'c' of the Deployment "
          + "'web' does not start; add the key, or correct its name"
      ])
    #expect(found(.missingKey, map, pod("key: a")) == [])
    #expect(found(.missingKey, map, pod("key: b, optional: true")) == [])
    #expect(found(.missingKey, map.replacing("\ndata: {a: b}", with: ""), pod("key: b")) == [])
    let volume = "containers: [{name: c}]\nvolumes: [{name: v, configMap: {name: m, items: [{key: z, path: z}]}}]"
    #expect(found(.missingKey, map, deployment("web", spec: volume)).count == 1)
  }
}
