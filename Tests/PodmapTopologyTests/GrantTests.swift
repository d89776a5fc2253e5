import PodmapManifests
import PodmapTopology
import Testing

@Suite("References into other namespaces")
struct GrantTests {
  static let service = "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: back}\n---\n"

  static let route = TableRow.object(
    "gateway.networking.k8s.io/v1 HTTPRoute", "web",
    "spec:\n  parentRefs: [{name: public, namespace: infra}]\n  rules:\n  - backendRefs: [{name: api, namespace: back}]"
  )

  static func grant(_ from: String, _ to: String, in namespace: String = "back") -> String {
    """
    ---
    apiVersion: gateway.networking.k8s.io/v1beta1
    kind: ReferenceGrant
    metadata: {name: g, namespace: \(namespace)}
    spec: {from: [{group: gateway.networking.k8s.io, \(from)}], to: [{group: "", \(to)}]}

    """
  }

  static func messages(_ text: String) -> [String] {
    Graph(text).diagnostics.filter { $0.topic == .missingGrant }.map(\.description)
  }

  @Test("A backend in another namespace that nothing there permits is a warning")
  func withoutGrant() {
    #expect(
      Self.messages(Self.service + Self.route) == [
        "0.yaml:11:26: warning: the HTTPRoute 'web' refers to the Service 'api' in the namespace 'back', but no "
          + "ReferenceGrant there permits it; add one for HTTPRoute in 'shop'"
      ])
  }

  @Test(
    "A grant permits what it names, and nothing else",
    arguments: [
      ("kind: HTTPRoute, namespace: shop", "kind: Service", "back", true),
      ("kind: HTTPRoute, namespace: shop", "kind: Service, name: api", "back", true),
      ("kind: HTTPRoute, namespace: shop", "kind: Service, name: other", "back", false),
      ("kind: HTTPRoute, namespace: shop", "kind: Secret", "back", false),
      ("kind: GRPCRoute, namespace: shop", "kind: Service", "back", false),
      ("kind: HTTPRoute, namespace: infra", "kind: Service", "back", false),
      ("kind: HTTPRoute, namespace: shop", "kind: Service", "shop", false),
    ])
  func grants(_ from: String, _ to: String, _ namespace: String, _ isPermitted: Bool) {
    let text = Self.service + Self.route + Self.grant(from, to, in: namespace)
    #expect(Self.messages(text).isEmpty == isPermitted)
  }

  @Test("A certificate in another namespace needs a grant as well")
  func certificates() {
    let secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: cert, namespace: back}\n---\n"
    let gateway = TableRow.object(
      "gateway.networking.k8s.io/v1 Gateway", "public",
      "spec: {listeners: [{name: a, tls: {certificateRefs: [{name: cert, namespace: back}]}}]}")
    #expect(Self.messages(secret + gateway).count == 1)
    #expect(Self.messages(secret + gateway + Self.grant("kind: Gateway, namespace: shop", "kind: Secret")).isEmpty)
  }

  @Test("What is not in the input, or is in the same namespace, is not reported to need a grant")
  func counterexamples() {
    #expect(Self.messages(Self.route).isEmpty)
    #expect(Self.messages(Self.service + Self.route.replacing("namespace: shop", with: "namespace: back")).isEmpty)
    // A manifest without a namespace may be applied where the grant is for.
    let grant = Self.grant("kind: HTTPRoute, namespace: front", "kind: Service")
    #expect(Self.messages(Self.service + Self.route.replacing("namespace: shop, ", with: "") + grant).isEmpty)
  }
}
