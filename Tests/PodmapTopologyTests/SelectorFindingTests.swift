import PodmapManifests
import Testing

@Suite("Findings: selectors")
struct SelectorFindingTests {
  private func found(_ topic: Diagnostic.Topic, _ texts: String...) -> [String] {
    Graph(texts.joined(separator: "\n---\n")).diagnostics.filter { $0.topic == topic }.map(\.description)
  }

  private static let carts = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: carts, namespace: shop}
    spec:
      selector: {matchLabels: {app: carts}}
      template: {metadata: {labels: {app: carts}}, spec: {containers: [{name: c, image: i}]}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: carts, namespace: shop}
    spec: {selector: {app: carts}, ports: [{port: 80}]}
    """

  private static func object(_ version: String, _ kind: String, namespace: String = "shop", _ spec: String) -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: x, namespace: \(namespace)}\nspec: {\(spec)}"
  }

  @Test(
    "A selector of any row of the table that selects no pods is reported, with the label that is meant",
    arguments: [
      object("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabels: {app: cart}}"),
      object("policy/v1", "PodDisruptionBudget", "selector: {matchLabels: {app: cart}}"),
      object("policy/v1", "PodDisruptionBudget", "selector: {matchLabels: {name: carts}}"),
      object(
        "policy/v1", "PodDisruptionBudget", "selector: {matchExpressions: [{key: app, operator: In, values: [cart]}]}"),
      object("monitoring.coreos.com/v1", "PodMonitor", "selector: {matchLabels: {app: cart}}"),
      object("security.istio.io/v1", "AuthorizationPolicy", "selector: {matchLabels: {app: cart}}"),
      object("networking.istio.io/v1", "Gateway", "selector: {app: cart}"),
      object("networking.istio.io/v1", "Sidecar", "workloadSelector: {labels: {app: cart}}"),
    ])
  func pods(_ text: String) {
    let messages = found(.emptySelector, Self.carts, text)
    #expect(messages.count == 1, "\(messages)")
    #expect(messages.first?.contains("warning: the ") == true, "\(messages)")
    #expect(messages.first?.contains("'x' selects no pods in the input (") == true, "\(messages)")
    #expect(messages.first?.hasSuffix("; did you mean app=carts?") == true, "\(messages)")
  }

  @Test("A monitor selects Services by their own labels")
  func monitor() {
    let text = Self.object("monitoring.coreos.com/v1", "ServiceMonitor", "selector: {matchLabels: {app: carts}}")
    #expect(
      found(.emptySelector, Self.carts, text) == [
        "0.yaml:16:38: warning: the ServiceMonitor 'x' selects no Services in the input (app=carts); its own labels "
          + "count, and the Service 'carts' has none"
      ])
  }

  @Test("An object with several selectors is reported once")
  func once() {
    let prometheus = Self.object(
      "monitoring.coreos.com/v1", "Prometheus",
      "ruleSelector: {matchLabels: {a: b}}, serviceMonitorSelector: {matchLabels: {a: b}}")
    let rule = """
      apiVersion: monitoring.coreos.com/v1
      kind: PrometheusRule
      metadata: {name: r, namespace: shop, labels: {a: c}}
      """
    let monitor = rule.replacing("PrometheusRule", with: "ServiceMonitor")
    let messages = found(.emptySelector, rule, monitor, prometheus)
    #expect(messages.count == 1)
    #expect(messages.first?.contains("(nor does 1 other selector)") == true, "\(messages)")
  }

  @Test(
    "A selector that selects something, everything, or what is kept elsewhere is not a finding",
    arguments: [
      object("policy/v1", "PodDisruptionBudget", "selector: {matchLabels: {app: carts}}"),
      object("policy/v1", "PodDisruptionBudget", "selector: {}"),
      object("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {}"),
      object("networking.k8s.io/v1", "NetworkPolicy", namespace: "other", "podSelector: {matchLabels: {app: x}}"),
      object("networking.istio.io/v1", "Gateway", "selector: {istio: ingressgateway}"),
      object(
        "security.istio.io/v1", "AuthorizationPolicy", namespace: "istio-system", "selector: {matchLabels: {app: x}}"),
      object("monitoring.coreos.com/v1", "Prometheus", "podMonitorSelector: {matchLabels: {a: b}}"),
      object(
        "monitoring.coreos.com/v1", "ServiceMonitor",
        "selector: {matchLabels: {k8s-app: kubelet}}, namespaceSelector: {matchNames: [kube-system]}"),
      object("v1", "PersistentVolumeClaim", "selector: {matchLabels: {disk: fast}}"),
      object("networking.k8s.io/v1", "NetworkPolicy", "podSelector: {matchLabels: {job-name: x}}"),
    ])
  func silent(_ text: String) {
    #expect(found(.emptySelector, Self.carts, text) == [])
  }

  @Test("A workload's own selector must match its pods")
  func own() {
    let wrong = Self.carts.replacing("{matchLabels: {app: carts}}", with: "{matchLabels: {app: cart}}")
    #expect(
      found(.selectorMismatch, wrong) == [
        "0.yaml:5:33: warning: the selector of the Deployment 'carts' (app=cart) doesn't match its own pods, which have "
          + "app=carts; give both the same labels"
      ])
    #expect(found(.selectorMismatch, Self.carts) == [])
    let old = "apiVersion: v1\nkind: ReplicationController\nmetadata: {name: x}\nspec: {selector: {a: b}, "
    #expect(found(.selectorMismatch, old + "template: {spec: {containers: [{name: c, image: i}]}}}").count == 1)
  }
}
