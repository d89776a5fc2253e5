import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: hosts that an entry point of the input serves")
struct CallEntryTests {
  private static let ingress = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: in, namespace: default}
    spec:
      rules:
      - host: shop.example.com
        http:
          paths:
          - {path: /api, pathType: Prefix, backend: {service: {name: db, port: {number: 5432}}}}
          - {path: /, pathType: Prefix, backend: {service: {name: front, port: {number: 80}}}}
      - {host: '*.apps.example.com', http: {paths: [{path: /, backend: {service: {name: db, port: {number: 5432}}}}]}}

    """

  private static func graph(_ value: String, name: String = "SHOP_URL", entry: String = ingress) -> Graph {
    calls(
      "env: [{name: \(name), value: '\(value)'}]", services: "db",
      others: entry + "---\n" + service("front", spec: "selector: {app: web}\nports: [{port: 80}]"))
  }

  @Test(
    "The call leads to the entry, with the path if the entry has a rule for it",
    arguments: [
      ("https://shop.example.com/api/v1?x=1", "calls /api"), ("HTTPS://Shop.Example.COM./api", "calls /api"),
      ("https://shop.example.com:8443/api", "calls 8443 /api"), ("https://a.apps.example.com/x", "calls"),
      ("https://user:hunter2@shop.example.com/api", "calls /api"),
    ])
  func entries(_ value: String, _ call: String) {
    let graph = Self.graph(value)
    #expect(graph.edges(.calls) == ["\(app) -\(call)-> default/Ingress/in"])
    #expect(!graph.ids.contains { $0.hasPrefix("Host/") })
    #expect(!graph.topology.edges.flatMap(\.evidence).contains { $0.value.contains("hunter2") })
  }

  @Test("A program's own public address isn't a call, whether its name says so or the entry leads back to it")
  func own() {
    #expect(Self.graph("https://shop.example.com/").edges(.calls).isEmpty)
    #expect(Self.graph("https://shop.example.com/api", name: "PUBLIC_URL").edges(.calls).isEmpty)
    #expect(Self.graph("https://apps.example.com/api").edges(.calls) == ["\(app) -calls-> Host/apps.example.com"])
  }

  @Test(
    "Gateways, routes and VirtualServices serve hosts too",
    arguments: [
      (
        "gateway.networking.k8s.io/v1", "Gateway",
        "{listeners: [{name: a, port: 443, protocol: HTTPS, hostname: shop.example.com}]}",
        "Gateway.gateway.networking.k8s.io"
      ),
      (
        "gateway.networking.k8s.io/v1", "HTTPRoute",
        "{hostnames: [shop.example.com], rules: [{backendRefs: [{name: db, port: 5432}]}]}",
        "HTTPRoute.gateway.networking.k8s.io"
      ),
      (
        "route.openshift.io/v1", "Route", "{host: shop.example.com, to: {kind: Service, name: db}}",
        "Route.route.openshift.io"
      ),
      (
        "networking.istio.io/v1", "VirtualService",
        "{hosts: [shop.example.com], http: [{route: [{destination: {host: db}}]}]}",
        "VirtualService.networking.istio.io"
      ),
      (
        "traefik.io/v1alpha1", "IngressRoute",
        "{routes: [{kind: Rule, match: 'Host(`shop.example.com`) && PathPrefix(`/api`)', services: [{name: db, port: 5432}]}]}",
        "IngressRoute.traefik.io"
      ),
    ])
  func kinds(_ version: String, _ kind: String, _ spec: String, _ id: String) {
    let entry = "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: in, namespace: default}\nspec: \(spec)\n"
    let graph = Self.graph("https://shop.example.com/api", entry: entry)
    #expect(
      graph.topology.edges.contains { $0.kind == .calls && graph.topology.nodes[$0.to].id.text == "default/\(id)/in" })
    #expect(!graph.ids.contains { $0.hasPrefix("Host/") })
  }

  @Test("Policies can't say whether a call through an entry point is allowed")
  func verdict() {
    let policy = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: default}
      spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}

      """
    let graph = Self.graph("https://shop.example.com/api", entry: Self.ingress + "---\n" + policy)
    #expect(graph.edge(app, "default/Ingress/in", .calls)?.verdict?.state == .cannotTell)
  }
}
