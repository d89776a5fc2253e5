import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("NetworkPolicies in views")
struct PolicyViewTests {
  private static let text = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, labels: {app: web}}
    spec: {containers: [{name: c}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: db, labels: {app: db}}
    spec: {containers: [{name: c}]}
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: db}
    spec:
      podSelector: {matchLabels: {app: db}}
      ingress: [{from: [{podSelector: {matchLabels: {app: web}}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: all}
    spec: {podSelector: {}}
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: none}
    spec:
      podSelector: {matchLabels: {app: absent}}
      ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]

    """

  private func lines(_ view: FlowView) -> [String] {
    let manifests = ManifestSet(reading: [SourceFile(name: "0.yaml", text: Self.text)])
    let diagram = view.drawing(of: Topology(manifests.resources)).diagram
    return diagram.cards.map { "\($0.kind) \($0.name)" }
      + diagram.links.map { "\($0.from.text) \($0.kind) \($0.label) \($0.to.text)" }
  }

  @Test("The network view shows policies, and whom those that isolate something admit")
  func network() {
    #expect(
      lines(.network) == [
        "AddressBlock 10.0.0.0/8", "NetworkPolicy all", "NetworkPolicy db", "NetworkPolicy none", "Pod db", "Pod web",
        "default__NetworkPolicy__db allows ingress AddressBlock__10_0_0_0_2F8",
        "default__NetworkPolicy__db selects  default__Pod__db",
        "default__NetworkPolicy__db allows ingress default__Pod__web",
      ])
  }

  @Test("Other views leave out whom they admit")
  func workloads() {
    #expect(
      lines(.workloads) == [
        "NetworkPolicy all", "NetworkPolicy db", "NetworkPolicy none", "Pod db", "Pod web",
        "default__NetworkPolicy__db selects  default__Pod__db",
      ])
  }
}
