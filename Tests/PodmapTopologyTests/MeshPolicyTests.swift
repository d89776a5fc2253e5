import Foundation
import PodmapManifests
import PodmapTopology
import Testing

@Suite("Istio's AuthorizationPolicies")
struct MeshPolicyTests {
  typealias Call = PolicyCalls.Call

  private static func objects(mesh: String = "istio-injection: enabled", db: String = "", web: String = "") -> String {
    [
      deployment(
        "web", labels: "app: web\(web)", namespace: "shop",
        spec: "serviceAccountName: web\ncontainers: [{name: server}]"),
      deployment(
        "db", labels: "app: db\(db)", namespace: "shop",
        spec: "containers: [{name: db, ports: [{containerPort: 5432}]}]"),
      service("db", namespace: "shop", spec: "selector: {app: db}\nports: [{port: 5432}]"),
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {\(mesh)}}\n",
    ].joined(separator: "---\n")
  }

  private static func policy(_ action: String?, namespace: String = "shop", _ spec: String) -> String {
    "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a, namespace: \(namespace)}\n"
      + "spec: {\(action.map { "action: \($0), " } ?? "")\(spec)}\n"
  }

  private func verdict(_ policy: String, objects: String = objects()) -> String {
    PolicyCalls.verdict(Call(), policy, objects: objects)
  }

  @Test("An ALLOW policy denies what none of its rules names; one without rules denies all")
  func allow() {
    #expect(verdict(Self.policy(nil, "")) == "denied by a at ingress")
    #expect(verdict(Self.policy("ALLOW", "rules: []")) == "denied by a at ingress")
    #expect(verdict(Self.policy("ALLOW", "rules: [{}]")) == "allowed by a")
    #expect(verdict(Self.policy("ALLOW", "selector: {matchLabels: {app: other}}")) == "noPolicy")
    #expect(verdict(Self.policy("ALLOW", namespace: "istio-system", "")) == "denied by a at ingress")
    #expect(verdict(Self.policy("ALLOW", namespace: "other", "")) == "noPolicy")
  }

  @Test("DENY comes before ALLOW, AUDIT decides nothing, and CUSTOM is decided elsewhere")
  func actions() {
    #expect(verdict(Self.policy("DENY", "rules: [{}]")) == "denied by a at ingress")
    #expect(verdict(Self.policy("DENY", "")) == "noPolicy")
    #expect(verdict(Self.policy("AUDIT", "rules: [{}]")) == "noPolicy")
    #expect(
      verdict(Self.policy("CUSTOM", "provider: {name: x}, rules: [{}]"))
        == "cannotTell: a program outside the mesh decides")
    let allow = Self.policy("ALLOW", "rules: [{}]").replacing("name: a,", with: "name: b,")
    #expect(verdict(Self.policy("DENY", "rules: [{}]") + "---\n" + allow) == "denied by a at ingress")
  }

  @Test(
    "Callers are known by their identity",
    arguments: [
      ("principals: [cluster.local/ns/shop/sa/web]", true), ("principals: ['*/sa/web']", true),
      ("principals: ['*']", true),
      ("principals: [cluster.local/ns/shop/sa/other]", false), ("notPrincipals: [cluster.local/ns/shop/sa/web]", false),
      ("namespaces: [shop]", true), ("namespaces: [sh*]", true), ("namespaces: [other]", false),
      ("notNamespaces: [shop]", false), ("serviceAccounts: [web]", true), ("serviceAccounts: [shop/web]", true),
      ("serviceAccounts: [other/web]", false), ("namespaces: [shop], principals: ['*/sa/other']", false),
    ])
  func sources(_ source: String, _ isMeant: Bool) {
    #expect(
      verdict(Self.policy("ALLOW", "rules: [{from: [{source: {\(source)}}]}]"))
        == (isMeant ? "allowed by a" : "denied by a at ingress"))
  }

  @Test("Another trust domain, and addresses, are unknown")
  func unknownSources() {
    for source in ["principals: [mesh.example/ns/shop/sa/web]", "ipBlocks: [10.0.0.0/8]", "requestPrincipals: ['*']"] {
      #expect(
        verdict(Self.policy("ALLOW", "rules: [{from: [{source: {\(source)}}]}]")).hasPrefix("cannotTell"), "\(source)")
    }
  }

  @Test(
    "Operations name ports; what they ask of requests is unknown",
    arguments: [
      ("ports: ['5432']", "allowed by a"), ("ports: ['80']", "denied by a at ingress"),
      ("notPorts: ['5432']", "denied by a at ingress"), ("notPorts: ['80']", "allowed by a"),
      ("ports: ['5432'], paths: [/x]", "cannotTell: a rule asks for paths, which manifests don't show"),
      ("ports: ['80'], paths: [/x]", "denied by a at ingress"),
      ("methods: [GET]", "cannotTell: a rule asks for methods, which manifests don't show"),
    ])
  func operations(_ operation: String, _ expected: String) {
    #expect(verdict(Self.policy("ALLOW", "rules: [{to: [{operation: {\(operation)}}]}]")) == expected)
  }

  @Test("Conditions on requests are unknown, unless the rest of the rule doesn't match")
  func conditions() {
    let when = "when: [{key: 'request.headers[x]', values: [y]}]"
    #expect(verdict(Self.policy("ALLOW", "rules: [{\(when)}]")).hasPrefix("cannotTell"))
    #expect(verdict(Self.policy("DENY", "rules: [{from: [{source: {namespaces: [x]}}], \(when)}]")) == "noPolicy")
  }

  @Test("Policies apply only to members of the mesh")
  func membership() {
    let deny = Self.policy("DENY", "rules: [{}]")
    let judged = { (mesh: String, db: String) in verdict(deny, objects: Self.objects(mesh: mesh, db: db)) }
    #expect(judged("", "") == "noPolicy")
    #expect(judged("istio.io/rev: stable", "") == "denied by a at ingress")
    #expect(judged("istio.io/dataplane-mode: ambient", "") == "denied by a at ingress")
    #expect(judged("istio-injection: disabled", "") == "noPolicy")
    #expect(judged("", ", sidecar.istio.io/inject: 'true'") == "denied by a at ingress")
    #expect(judged("istio-injection: enabled", ", sidecar.istio.io/inject: 'false'") == "noPolicy")
    #expect(judged("istio.io/dataplane-mode: ambient", ", istio.io/dataplane-mode: none") == "noPolicy")
    let annotated = Self.objects(mesh: "").replacing(
      "labels: {app: db}", with: "labels: {app: db}\n      annotations: {sidecar.istio.io/inject: 'true'}")
    #expect(verdict(deny, objects: annotated) == "denied by a at ingress")
  }

  @Test("Without the Namespace, membership is unknown")
  func unknownMembership() {
    let objects = Self.objects().components(separatedBy: "---\n").dropLast().joined(separator: "---\n")
    #expect(
      verdict(Self.policy("DENY", "rules: [{}]"), objects: objects).hasPrefix("cannotTell: the labels of namespace"))
    #expect(verdict(Self.policy("ALLOW", "rules: [{}]"), objects: objects) == "allowed by a")
  }

  @Test("A caller outside the mesh has no identity")
  func stranger() {
    let objects = Self.objects(web: ", sidecar.istio.io/inject: 'false'")
    let rule = { (source: String) in Self.policy("ALLOW", "rules: [{from: [{source: {\(source)}}]}]") }
    #expect(verdict(rule("namespaces: [shop]"), objects: objects) == "denied by a at ingress")
    #expect(verdict(rule("notNamespaces: [other]"), objects: objects) == "allowed by a")
  }

  @Test("The network's policies and the mesh's must both let a call through")
  func both() {
    let network = "---\n" + PodmapTopologyTests.policy("np", "podSelector: {matchLabels: {app: db}}")
    #expect(verdict(Self.policy("ALLOW", "rules: [{}]") + network) == "denied by np at ingress")
    #expect(verdict(Self.policy("DENY", "rules: [{}]") + network) == "denied by a, np at ingress")
  }
}
