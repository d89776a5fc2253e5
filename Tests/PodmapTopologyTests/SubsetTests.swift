import PodmapManifests
import PodmapTopology
import Testing

@Suite("Subsets of Services")
struct SubsetTests {
  private func graph(_ subset: String, rule: String = "{name: v2, labels: {version: v2}}") -> Graph {
    Graph(
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: v, namespace: shop}
      spec: {hosts: [web], http: [{route: [{destination: {host: web.shop.svc.cluster.local, subset: \(subset)}}]}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: web, namespace: shop}
      spec: {host: web, subsets: [\(rule)]}
      ---

      """ + service("web", namespace: "shop", spec: "selector: {app: web}\nports: [{port: 80}]") + "---\n"
        + deployment("one", labels: "app: web, version: v1", namespace: "shop", spec: "containers: [{name: a}]")
        + "---\n"
        + deployment("two", labels: "app: web, version: v2", namespace: "shop", spec: "containers: [{name: a}]"))
  }

  private func owners(_ graph: Graph) -> [String]? {
    graph.node("shop/VirtualService.networking.istio.io/v")?.entry?.ways.first?.owners?.map(\.text)
  }

  @Test("The labels in the DestinationRule choose the pods of a subset")
  func labels() {
    #expect(owners(graph("v2")) == ["shop/Deployment/two"])
    #expect(graph("v2").diagnostics.isEmpty)
  }

  @Test("A subset that no DestinationRule defines is reported")
  func undefined() {
    #expect(
      graph("v3").diagnostics.map(\.description) == [
        "0.yaml:4:59: warning: the VirtualService 'v' sends traffic to the subset 'v3' of "
          + "'web.shop.svc.cluster.local', which no DestinationRule in the input defines; add it, or correct the name"
      ])
    #expect(owners(graph("v3")) == nil)
  }
}
