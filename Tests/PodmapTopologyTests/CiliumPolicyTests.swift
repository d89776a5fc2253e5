import PodmapManifests
import PodmapTopology
import Testing

@Suite("Cilium's policies")
struct CiliumPolicyTests {
  typealias Call = PolicyCalls.Call
  static let agent = Call(from: "watch/Deployment/agent/agent")

  static func cilium(
    kind: String = "CiliumNetworkPolicy", endpoints: String = "matchLabels: {app: db}", _ rules: String
  ) -> String {
    let namespace = kind == "CiliumNetworkPolicy" ? ", namespace: shop" : ""
    return "apiVersion: cilium.io/v2\nkind: \(kind)\nmetadata: {name: c\(namespace)}\n"
      + "spec: {endpointSelector: {\(endpoints)}, \(rules)}\n"
  }

  private func verdict(_ call: Call, _ rules: String) -> String {
    PolicyCalls.verdict(call, Self.cilium(rules))
  }

  private func verdict(_ rules: String) -> String { verdict(Call(), rules) }

  private func egress(_ host: String, port: Int = 443, _ rules: String) -> String {
    PolicyCalls.verdict(Call(to: host, port: port, scheme: "https"), Self.cilium(endpoints: "", rules))
  }

  @Test(
    "An endpoint is isolated in the directions that have rules; an empty rule lets nothing through",
    arguments: [
      ("ingress: [{}]", "denied by c at ingress"), ("ingress: []", "noPolicy"), ("egress: [{}]", "noPolicy"),
      ("ingress: [{fromEndpoints: []}]", "denied by c at ingress"),
      ("ingress: [{fromEndpoints: [{}]}]", "allowed by c"),
      ("ingress: [{toPorts: [{ports: [{port: '5432'}]}]}]", "allowed by c"),
      ("ingress: [{toPorts: [{ports: [{port: '5433'}]}]}]", "denied by c at ingress"),
      ("ingressDeny: [{fromEndpoints: [{}]}]", "denied by c at ingress"),
      ("ingressDeny: [{fromEndpoints: [{matchLabels: {app: x}}]}]", "denied by c at ingress"),
      ("enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchLabels: {app: x}}]}]", "noPolicy"),
      ("enableDefaultDeny: {ingress: false}, ingress: [{fromEndpoints: [{matchLabels: {app: x}}]}]", "noPolicy"),
      ("enableDefaultDeny: {ingress: true}", "denied by c at ingress"),
    ])
  func isolation(_ rules: String, _ expected: String) {
    #expect(verdict(rules) == expected)
  }

  @Test("Endpoints are those of the policy's namespace, unless a label names another")
  func endpoints() {
    let from = { (labels: String) in "ingress: [{fromEndpoints: [{matchLabels: {\(labels)}}]}]" }
    #expect(verdict(from("app: web")) == "allowed by c")
    #expect(verdict(from("'any:app': web")) == "allowed by c")
    #expect(verdict(from("'k8s:app': web")) == "allowed by c")
    #expect(verdict(Self.agent, from("app: agent")) == "denied by c at ingress")
    #expect(verdict(Self.agent, from("app: agent, 'k8s:io.kubernetes.pod.namespace': watch")) == "allowed by c")
    #expect(verdict(Self.agent, from("io.kubernetes.pod.namespace: watch")) == "allowed by c")
    #expect(verdict(Self.agent, from("'k8s:io.kubernetes.pod.namespace': shop")) == "denied by c at ingress")
    #expect(verdict(Self.agent, from("'k8s:io.cilium.k8s.namespace.labels.team': ops")) == "allowed by c")
    #expect(verdict(from("io.cilium.k8s.policy.serviceaccount: default")) == "allowed by c")
    #expect(verdict(from("io.cilium.k8s.policy.serviceaccount: other")) == "denied by c at ingress")
    #expect(
      verdict(from("io.cilium.k8s.policy.cluster: one"))
        == "cannotTell: the name of the cluster is not in the input")
    let any =
      "ingress: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: Exists}]}]}]"
    #expect(verdict(Self.agent, any) == "allowed by c")
  }

  @Test(
    "Entities",
    arguments: [
      ("all", "allowed by c"), ("cluster", "allowed by c"), ("world", "denied by c at ingress"),
      ("host", "denied by c at ingress"), ("remote-node", "denied by c at ingress"), ("none", "denied by c at ingress"),
    ])
  func entities(_ entity: String, _ expected: String) {
    #expect(verdict("ingress: [{fromEntities: [\(entity)]}]") == expected)
  }

  @Test("Entities and blocks of egress are about the world outside")
  func world() {
    #expect(egress("api.example.com", "egress: [{toEntities: [world]}]") == "allowed by c")
    #expect(egress("1.2.3.4", "egress: [{toEntities: [world]}]") == "allowed by c")
    #expect(egress("10.0.0.1", "egress: [{toEntities: [world]}]").hasPrefix("cannotTell"))
    #expect(egress("api.example.com", "egress: [{toEntities: [cluster]}]") == "denied by c at egress")
    #expect(egress("1.2.3.4", "egress: [{toCIDR: [1.2.0.0/16]}]") == "allowed by c")
    #expect(egress("1.2.3.4", "egress: [{toCIDR: [1.2.3.4]}]") == "allowed by c")
    #expect(
      egress("1.2.3.4", "egress: [{toCIDRSet: [{cidr: 1.2.0.0/16, except: [1.2.3.0/24]}]}]") == "denied by c at egress")
    #expect(egress("1.2.3.4", "egress: [{toCIDRSet: [{cidrGroupRef: x}]}]").hasPrefix("cannotTell"))
    #expect(egress("api.example.com", "egress: [{toCIDR: [0.0.0.0/0]}]") == "allowed by c")
    // Blocks never mean pods.
    #expect(
      PolicyCalls.verdict(Call(), Self.cilium(endpoints: "", "egress: [{toCIDR: [0.0.0.0/0]}]"))
        == "denied by c at egress")
  }

  @Test("Names of hosts are exact or patterns")
  func names() {
    let rule = { (name: String) in "egress: [{toFQDNs: [{\(name)}]}]" }
    #expect(egress("api.example.com", rule("matchName: api.example.com")) == "allowed by c")
    #expect(egress("api.example.com", rule("matchPattern: '*.example.com'")) == "allowed by c")
    #expect(egress("a.b.example.com", rule("matchPattern: '*.example.com'")) == "denied by c at egress")
    #expect(egress("api.example.com", rule("matchPattern: 'a*i.example.*'")) == "allowed by c")
    #expect(egress("api.example.org", rule("matchName: api.example.com")) == "denied by c at egress")
    #expect(egress("1.2.3.4", rule("matchName: api.example.com")).hasPrefix("cannotTell"))
  }

  @Test(
    "Ports are numbers, ranges and names of any protocol",
    arguments: [
      ("{port: '5432', protocol: TCP}", true), ("{port: '5432', protocol: ANY}", true), ("{port: '5432'}", true),
      ("{port: '5432', protocol: UDP}", false), ("{port: '5000', endPort: 6000}", true), ("{port: sql}", true),
      ("{port: metrics}", false), ("{port: '0', protocol: TCP}", true), ("{port: 5432}", true),
    ])
  func ports(_ port: String, _ isMeant: Bool) {
    #expect(
      verdict("ingress: [{fromEndpoints: [{}], toPorts: [{ports: [\(port)]}]}]")
        == (isMeant ? "allowed by c" : "denied by c at ingress"))
  }

  @Test("A rule that denies overrules all that allow, also NetworkPolicies")
  func denied() {
    let deny = Self.cilium(
      "ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}]}], ingress: [{fromEndpoints: [{}]}]")
    #expect(PolicyCalls.verdict(Call(), deny, policy("podSelector: {}\ningress: [{}]")) == "denied by c at ingress")
    let allow = Self.cilium("ingress: [{fromEndpoints: [{}]}]")
    #expect(PolicyCalls.verdict(Call(), allow, policy("podSelector: {}")) == "allowed by c")
  }

  @Test("A cluster-wide policy means pods of all namespaces")
  func clusterwide() {
    let kind = "CiliumClusterwideNetworkPolicy"
    #expect(
      PolicyCalls.verdict(Self.agent, Self.cilium(kind: kind, "ingress: [{fromEndpoints: [{}]}]")) == "allowed by c")
    #expect(
      PolicyCalls.verdict(Self.agent, Self.cilium(kind: kind, endpoints: "", "egress: [{}]")) == "denied by c at egress"
    )
    #expect(
      PolicyCalls.verdict(
        Self.agent,
        Self.cilium(kind: kind, endpoints: "matchLabels: {'k8s:io.kubernetes.pod.namespace': shop}", "egress: [{}]"))
        == "noPolicy")
    let nodes = Self.cilium(kind: kind, "ingress: [{}]").replacing(
      "endpointSelector: {matchLabels: {app: db}}", with: "nodeSelector: {}")
    #expect(PolicyCalls.verdict(Call(), nodes) == "noPolicy")
  }

  @Test("One object may contain several policies")
  func specs() {
    let text = """
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata: {name: c, namespace: shop}
      specs:
      - endpointSelector: {matchLabels: {app: other}}
        ingress: [{}]
      - endpointSelector: {matchLabels: {app: db}}
        ingress: [{}]

      """
    #expect(PolicyCalls.verdict(Call(), text) == "denied by c at ingress")
  }

  @Test(
    "Forms that aren't judged leave the verdict open if they decide, with one note",
    arguments: [
      "fromEndpoints: [{}], toPorts: [{ports: [{port: '5432'}], rules: {http: [{method: GET}]}}]",
      "fromGroups: [{}]", "fromNodes: [{}]", "fromRequires: [{}]",
      "fromEndpoints: [{}], authentication: {mode: required}",
      "fromEntities: [mars]",
    ])
  func forms(_ rule: String) {
    let text = Self.cilium("ingress: [{\(rule)}, {\(rule)}]")
    #expect(PolicyCalls.verdict(Call(), text).hasPrefix("cannotTell: "))
    let graph = PolicyCalls([Call()], text)
    #expect(graph.topology.diagnostics.filter { $0.severity == .note }.count == 1)
    // Another rule that lets the call through settles it.
    #expect(verdict("ingress: [{\(rule)}, {fromEndpoints: [{}]}]") == "allowed by c")
  }

  @Test("A rule about DNS that lets a proxy read every name lets calls through")
  func dns() {
    let rule =
      "egress: [{toEndpoints: [{}], toPorts: [{ports: [{port: '5432', protocol: ANY}], rules: {dns: [{matchPattern: '*'}]}}]}]"
    #expect(PolicyCalls.verdict(Call(), Self.cilium(endpoints: "", rule)) == "allowed by c")
  }

  @Test("Services of egress rules")
  func services() {
    let objects = PolicyCalls.objects + "---\n" + service("far", namespace: "shop", spec: "ports: [{port: 80}]")
    let rule = { (name: String) in
      Self.cilium(endpoints: "", "egress: [{toServices: [{k8sService: {serviceName: \(name), namespace: shop}}]}]")
    }
    #expect(
      PolicyCalls.verdict(Call(to: "shop/Service/far", port: 80), rule("far"), objects: objects) == "allowed by c")
    #expect(
      PolicyCalls.verdict(Call(to: "shop/Service/far", port: 80), rule("db"), objects: objects)
        == "denied by c at egress")
    #expect(PolicyCalls.verdict(Call(), rule("db"), objects: objects).hasPrefix("cannotTell: whether toServices"))
  }

  @Test("A policy without an endpoint selector is an error")
  func invalid() {
    let text =
      "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c, namespace: shop}\nspec: {ingress: [{}]}\n"
    #expect(Graph(text).diagnostics.filter { $0.severity == .error }.count == 1)
    #expect(PolicyCalls.verdict(Call(), text) == "cannotTell: CiliumNetworkPolicy 'c' is invalid")
  }
}
