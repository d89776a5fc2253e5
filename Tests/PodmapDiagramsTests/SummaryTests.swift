import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("The sentence that summarises a diagram")
struct SummaryTests {
  private func summary(_ text: String, _ view: FlowView = .everything) -> String {
    view.drawing(of: topology(text)).diagram.summary
  }

  private func object(_ kind: String, _ name: String, _ spec: String = "") -> String {
    "---\n{apiVersion: v1, kind: \(kind), metadata: {name: \(name)}\(spec)}\n"
  }

  private let pod =
    ", spec: {containers: [{name: c, image: x, env: [{name: K, valueFrom: {secretKeyRef: {name: keys}}}]}]}"

  @Test("Workloads come first, and every kind is named")
  func order() {
    let others = [
      "ConfigMap", "ConfigMap", "Endpoints", "LimitRange", "PersistentVolumeClaim", "ResourceQuota", "Service",
      "ServiceAccount",
    ]
    let text = others.enumerated().map { object($1, "a\($0)") }.joined() + object("Pod", "web", pod)
    #expect(
      summary(text)
        == "1 Pod, 2 ConfigMaps, 1 Endpoints, 1 LimitRange, 1 PersistentVolumeClaim, 1 ResourceQuota, 1 Service, "
        + "1 ServiceAccount with 1 container.")
  }

  @Test("An object with several pod templates is counted once")
  func templates() {
    let pods = "{spec: {containers: [{name: c, image: x}]}}"
    #expect(
      summary("{apiVersion: ex.io/v1, kind: Group, metadata: {name: g}, spec: {one: \(pods), two: \(pods)}}")
        == "1 Group with 2 containers.")
  }

  @Test("Only what is in the input counts")
  func absent() {
    #expect(summary(object("Pod", "web", pod)) == "1 Pod with 1 container.")
    let open = object("Service", "web", ", spec: {type: LoadBalancer, ports: [{port: 80}]}")
    #expect(summary(open, .network) == "1 Service.")
    #expect(summary("") == "Nothing to draw.")
  }
}
