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

  private func diagram(_ text: String) -> FlowDiagram {
    let manifests = ManifestSet(reading: [SourceFile(name: "0.yaml", text: text)])
    return FlowView.network.drawing(of: Topology(manifests.resources)).diagram
  }

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: db, labels: {app: db}}
    spec: {containers: [{name: c}]}
    ---

    """

  @Test("A rule with many peers names the first ones without their label keys, and counts the others")
  func manyPeers() {
    let peers = ["server", "application-controller", "notifications", "x"].map {
      "{podSelector: {matchLabels: {app.kubernetes.io/name: argocd-\($0)}}}"
    }
    let policy = { (count: Int) in
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\n"
        + "spec: {podSelector: {matchLabels: {app: db}}, "
        + "ingress: [{from: [\(peers.prefix(count).joined(separator: ", "))], ports: [{port: 8081}]}]}\n"
    }
    let card = { (count: Int) in self.diagram(Self.pod + policy(count)).cards.first { $0.name == "p" } }
    #expect(card(4)?.lines == ["ingress from argocd-server and 3 more: 8081"])
    #expect(card(2)?.lines == ["ingress from argocd-server or argocd-application-controller: 8081"])
    #expect(card(4)?.brief.text == "from argocd-server and 3 more")
  }

  @Test(
    "Policies of other kinds are in the network view, even without a line",
    arguments: [
      ("projectcalico.org/v3", "GlobalNetworkPolicy", "{}"), ("policy.linkerd.io/v1beta3", "Server", "{}"),
      ("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "{priority: 1, subject: {namespaces: {}}}"),
      ("cilium.io/v2", "CiliumNetworkPolicy", "{endpointSelector: {matchLabels: {app: db}}, ingress: [{}]}"),
      ("security.istio.io/v1", "AuthorizationPolicy", "{selector: {matchLabels: {app: db}}}"),
    ])
  func otherKinds(_ apiVersion: String, _ kind: String, _ spec: String) {
    let text =
      Self.pod + "apiVersion: \(apiVersion)\nkind: \(kind)\nmetadata: {name: x}\nspec: \(spec)\n"
      + "---\napiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {selector: {app: db}, ports: [{port: 1}]}\n"
    #expect(diagram(text).cards.map(\.kind).contains(kind))
  }
}
