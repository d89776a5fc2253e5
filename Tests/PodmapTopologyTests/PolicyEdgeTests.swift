import PodmapManifests
import PodmapTopology
import Testing

@Suite("Edges of NetworkPolicies")
struct PolicyEdgeTests {
  @Test("A policy selects workloads, and allows the peers that its rules name")
  func edges() throws {
    let graph = Graph(
      PolicyCalls.objects + "---\n"
        + policy(
          """
          podSelector: {matchLabels: {app: db}}
          ingress:
          - from:
            - podSelector: {matchLabels: {app: web}}
            - namespaceSelector: {matchLabels: {team: ops}}
            ports: [{port: sql}, {port: 8000, endPort: 8100, protocol: UDP}]
          egress:
          - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
          """))
    #expect(
      graph.edges(.allows) == [
        "shop/NetworkPolicy/p -allows egress except 10.1.0.0/16-> AddressBlock/10.0.0.0%2F8",
        "shop/NetworkPolicy/p -allows ingress sql, 8000–8100/UDP-> shop/Deployment/web",
        "shop/NetworkPolicy/p -allows ingress sql, 8000–8100/UDP-> watch/Deployment/agent",
      ])
    #expect(
      graph.edges(.selects).filter { $0.contains("NetworkPolicy") } == [
        "shop/NetworkPolicy/p -selects-> shop/Deployment/db"
      ])
    let edge = try #require(graph.edge("shop/NetworkPolicy/p", "watch/Deployment/agent", .allows))
    #expect(
      edge.evidence.map { "\($0.path) = \($0.value)" } == [
        "spec.ingress[0].from[1].namespaceSelector.matchLabels.team = ops", "spec.ingress[0].ports[0].port = sql",
        "spec.ingress[0].ports[1].port = 8000", "spec.ingress[0].ports[1].endPort = 8100",
      ])
    #expect(graph.diagnostics.isEmpty)
  }

  @Test("A peer that means everyone gives words instead of edges")
  func everyone() throws {
    let graph = Graph(
      PolicyCalls.objects + "---\n"
        + policy(
          """
          podSelector: {}
          policyTypes: [Ingress, Egress]
          ingress: [{from: [{namespaceSelector: {}}, {podSelector: {}}]}, {ports: [{port: 80}, {protocol: UDP}]}]
          """))
    #expect(graph.edges(.allows).isEmpty)
    #expect(graph.edges(.selects).filter { $0.contains("NetworkPolicy") }.count == 3)
    #expect(
      graph.node("shop/NetworkPolicy/p")?.networkPolicy?.words == [
        "every pod of the namespace", "ingress from any pod of any namespace or any pod here",
        "ingress from anywhere: 80, all UDP",
        "egress: nothing",
      ])
    // Evidence points at something, though the selector is empty.
    #expect(graph.topology.edges.allSatisfy { !$0.evidence.isEmpty })
  }

  @Test("Peers that the input does not have are reported, not invented")
  func absentPeers() {
    let rule = { (part: String) in policy("podSelector: {}\ningress: [{from: [\(part)]}]") }
    let messages = { (peer: String) in Graph(PolicyCalls.objects + "---\n" + rule(peer)).diagnostics.map(\.description)
    }
    #expect(
      messages("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: far}}}") == [
        "0.yaml:70:85: note: no pod in the input matches 'ingress from any pod in namespace far' of "
          + "NetworkPolicy 'p'; read its manifests too, or correct the labels"
      ])
    #expect(messages("{podSelector: {matchLabels: {app: absent}}}").count == 1)
    // The cluster's own pods are in no repository.
    #expect(messages("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}").isEmpty)
    #expect(messages("{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns}}}").isEmpty)
  }

  @Test(
    "An invalid rule is an error, and is not known to admit anything",
    arguments: [
      ("from: [{ipBlock: {cidr: 10.0.0.0}}]", "must be a block of addresses such as 10.0.0.0/8, but is '10.0.0.0'"),
      (
        "from: [{ipBlock: {cidr: 10.0.0.0/33}}]",
        "must be a block of addresses such as 10.0.0.0/8, but is '10.0.0.0/33'"
      ),
      ("from: [{}]", "names no peer; add a podSelector, namespaceSelector or ipBlock"),
      ("ports: [{port: 80, endPort: 79}]", "of the NetworkPolicy must be a number no lower than its port; correct it"),
    ])
  func nonsense(_ rule: String, _ message: String) {
    let text = policy("podSelector: {}\ningress: [{\(rule)}]")
    let errors = Graph(text).diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors.count == 1)
    #expect(errors.first?.hasSuffix(message) ?? false)
    #expect(PolicyCalls.verdict(.init(), text).hasPrefix("cannotTell: "))
  }

  @Test("A policy whose ingress isn't a list is an error")
  func shapes() {
    #expect(
      Graph(policy("podSelector: {}\ningress: {from: []}")).diagnostics.map(\.message) == [
        "spec.ingress of the NetworkPolicy must be a list; begin each item with '- '"
      ])
  }
}
