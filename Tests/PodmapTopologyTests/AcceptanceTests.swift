import PodmapManifests
import PodmapTopology
import Testing

@Suite("Routes that a Gateway accepts")
struct AcceptanceTests {
  /// A Gateway in `infra` with some listeners, and a route of `shop` that names it.
  private func graph(
    _ listeners: String, kind: String = "HTTPRoute", parent: String = "", hosts: String = "", more: String = ""
  ) -> Graph {
    Graph(
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: gw, namespace: infra}
      spec: {listeners: [\(listeners)]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: \(kind)
      metadata: {name: r, namespace: shop}
      spec:
        parentRefs: [{name: gw, namespace: infra\(parent)}]
        hostnames: [\(hosts)]
        rules: [{backendRefs: [{name: web, port: 80}]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      ---
      \(more)
      """)
  }

  private func reasons(_ graph: Graph) -> [String] {
    graph.diagnostics.filter { $0.topic == .refusedRoute }.map { message in
      message.message.split(separator: ": ")[1].split(separator: ";")[0].description
    }
  }

  private static let all = ", allowedRoutes: {namespaces: {from: All}}"

  @Test(
    "A listener takes the routes that its fields admit",
    arguments: [
      (
        "{name: a, port: 80, protocol: HTTP}",
        "its listener 'a' only takes those of its own namespace 'infra' (allowedRoutes)"
      ),
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Same}}}",
        "its listener 'a' only takes those of its own namespace 'infra' (allowedRoutes)"
      ),
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: None}}}",
        "its listener 'a' takes none from any namespace (allowedRoutes)"
      ),
      ("{name: a, port: 80, protocol: HTTP\(all)}", ""),
      ("{name: a, port: 80, protocol: HTTP}, {name: b, port: 81, protocol: HTTP\(all)}", ""),
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}}}}",
        ""
      ),
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: other}}}}}",
        "its listener 'a' doesn't select the namespace 'shop' (allowedRoutes)"
      ),
      // The labels of a namespace that isn't in the input are unknown.
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: web}}}}}",
        ""
      ),
      ("{name: a, port: 80, protocol: TCP\(all)}", "its listener 'a' is for TCP"),
      (
        "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}}",
        "its listener 'a' only takes 'GRPCRoute'"
      ),
      ("{name: a, port: 80, protocol: example.com/custom\(all)}", ""),
    ])
  func listeners(_ listeners: String, _ reason: String) {
    let graph = graph(listeners)
    #expect(reasons(graph) == (reason.isEmpty ? [] : [reason]))
    let edge = graph.edge(
      "infra/Gateway.gateway.networking.k8s.io/gw", "shop/HTTPRoute.gateway.networking.k8s.io/r", .routes)
    #expect(edge?.isDenied == !reason.isEmpty)
    // Whether or not it is accepted, requests arrive at the Gateway.
    #expect(graph.topology.entryPoints.map { graph.topology.nodes[$0.node].kind.name } == ["Gateway"])
  }

  @Test("A namespace of the input is selected by its labels")
  func labels() {
    let listener =
      "{name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: web}}}}}"
    func namespace(_ team: String) -> String {
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: \(team)}}"
    }
    #expect(reasons(graph(listener, more: namespace("web"))).isEmpty)
    #expect(reasons(graph(listener, more: namespace("ops"))).count == 1)
  }

  @Test(
    "A route names a listener that exists, and has a host in common with it",
    arguments: [
      (", sectionName: b", "", "it has no listener 'b'"), (", sectionName: a", "", ""),
      (", port: 81", "", "it has no listener at port 81"),
      (", port: 443", "", ""), (", sectionName: a, port: 81", "", "it has no such listener at port 81"),
      ("", "www.shop.example", ""), ("", "shop.example", "its listener 'a' is for the host '*.shop.example'"),
      ("", "other.example, a.b.shop.example", ""), ("", "'*.shop.example'", ""), ("", "'*.example'", ""),
      ("", "'*.other.example'", "its listener 'a' is for the host '*.shop.example'"),
    ])
  func hosts(_ parent: String, _ hosts: String, _ reason: String) {
    let listener = "{name: a, port: 443, protocol: HTTPS, hostname: '*.shop.example'\(Self.all)}"
    #expect(reasons(graph(listener, parent: parent, hosts: hosts)) == (reason.isEmpty ? [] : [reason]))
  }

  @Test("A route of another kind needs a listener for its protocol")
  func protocols() {
    #expect(reasons(graph("{name: a, port: 443, protocol: TLS\(Self.all)}", kind: "TLSRoute")).isEmpty)
    #expect(reasons(graph("{name: a, port: 80, protocol: HTTP\(Self.all)}", kind: "GRPCRoute")).isEmpty)
    #expect(
      reasons(graph("{name: a, port: 53, protocol: UDP\(Self.all)}", kind: "TCPRoute")) == [
        "its listener 'a' is for UDP"
      ])
  }

  @Test("A set of listeners needs a Gateway that allows it, and has rules of its own")
  func sets() {
    func text(_ allowed: String, _ routes: String) -> String {
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: gw, namespace: infra}
      spec: {\(allowed)listeners: [{name: a, port: 80, protocol: HTTP}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: ListenerSet
      metadata: {name: set, namespace: shop}
      spec: {parentRef: {name: gw, namespace: infra}, listeners: [{name: b, port: 81, protocol: HTTP\(routes)}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r, namespace: team}
      spec:
        parentRefs: [{kind: ListenerSet, name: set, namespace: shop}]
        rules: [{backendRefs: [{name: web, port: 80}]}]
      """
    }
    let allowed = "allowedListeners: {namespaces: {from: All}}, "
    #expect(reasons(Graph(text(allowed, Self.all))).isEmpty)
    #expect(reasons(Graph(text("", Self.all))) == ["it takes none from any namespace (allowedListeners)"])
    #expect(
      reasons(Graph(text(allowed, ""))) == [
        "its listener 'b' only takes those of its own namespace 'shop' (allowedRoutes)"
      ])
  }

  @Test("Objects that leave out their namespace are not judged by it, nor is a Gateway that the input lacks")
  func unknown() {
    let text = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r}
      spec: {parentRefs: [{name: gw, namespace: infra}], rules: [{backendRefs: [{name: web, port: 80}]}]}
      """
    #expect(reasons(Graph(text)).isEmpty)
  }
}
