import PodmapManifests
import PodmapTopology
import Testing

@Suite("Cluster-wide policies for administrators")
struct AdminPolicyTests {
  typealias Call = PolicyCalls.Call
  static let agent = Call(from: "watch/Deployment/agent/agent")

  /// An AdminNetworkPolicy about all pods.
  static func admin(
    name: String = "a", priority: Int = 10, subject: String = "namespaces: {}", _ rules: String
  ) -> String {
    "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: \(name)}\n"
      + "spec: {priority: \(priority), subject: {\(subject)}, \(rules)}\n"
  }

  static func baseline(_ rules: String) -> String {
    "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: BaselineAdminNetworkPolicy\nmetadata: {name: default}\n"
      + "spec: {subject: {namespaces: {}}, \(rules)}\n"
  }

  /// A ClusterNetworkPolicy about all pods.
  static func cluster(name: String = "c", tier: String = "Admin", priority: Int = 10, _ rules: String) -> String {
    "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: \(name)}\n"
      + "spec: {tier: \(tier), priority: \(priority), subject: {namespaces: {}}, \(rules)}\n"
  }

  static func ingress(_ action: String, from: String = "namespaces: {}", ports: String = "") -> String {
    "ingress: [{action: \(action), from: [{\(from)}]\(ports.isEmpty ? "" : ", ports: [\(ports)]")}]"
  }

  static let deny = policy("np", "podSelector: {}")
  static let allow = policy("np", "podSelector: {}\ningress: [{}]")

  @Test("A BaselineAdminNetworkPolicy has one name, and another one is an error that leaves verdicts open")
  func onlyName() {
    let policy = Self.baseline(Self.ingress("Deny")).replacing("{name: default}", with: "{name: other}")
    #expect(PolicyCalls.verdict(Call(), policy).hasPrefix("cannotTell"))
    let graph = Graph(policy)
    #expect(graph.diagnostics.map(\.message).first?.contains("metadata.name") == true, "\(graph.diagnostics)")
  }

  @Test("Policies about a pod's other networks decide nothing, and networks of their own leave verdicts open")
  func otherNetworks() {
    func object(_ version: String, _ kind: String) -> String {
      "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: x, namespace: shop}\nspec: {}\n"
    }
    #expect(PolicyCalls.verdict(Call(), object("k8s.cni.cncf.io/v1beta1", "MultiNetworkPolicy")) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(), object("k8s.ovn.org/v1", "UserDefinedNetwork")).hasPrefix("cannotTell"))
  }

  @Test("The admin tier decides before NetworkPolicies, the baseline tier only without them")
  func tiers() {
    #expect(PolicyCalls.verdict(Call(), Self.admin(Self.ingress("Deny")), Self.allow) == "denied by a at ingress")
    #expect(PolicyCalls.verdict(Call(), Self.admin(Self.ingress("Allow")), Self.deny) == "allowed by a")
    #expect(PolicyCalls.verdict(Call(), Self.baseline(Self.ingress("Deny"))) == "denied by default at ingress")
    #expect(PolicyCalls.verdict(Call(), Self.baseline(Self.ingress("Deny")), Self.allow) == "allowed by np")
    #expect(PolicyCalls.verdict(Call(), Self.baseline(Self.ingress("Allow")), Self.deny) == "denied by np at ingress")
    #expect(PolicyCalls.verdict(Call(), Self.baseline(Self.ingress("Allow"))) == "allowed by default")
  }

  @Test("Pass leaves the decision to the next tiers")
  func pass() {
    let pass = Self.admin(Self.ingress("Pass")) + "---\n" + Self.admin(name: "b", priority: 20, Self.ingress("Deny"))
    #expect(PolicyCalls.verdict(Call(), pass) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(), pass, Self.deny) == "denied by np at ingress")
    #expect(PolicyCalls.verdict(Call(), pass, Self.baseline(Self.ingress("Deny"))) == "denied by default at ingress")
  }

  @Test("A lower priority comes first, and rules in their order")
  func order() {
    let high = Self.admin(name: "high", priority: 1, Self.ingress("Allow"))
    let low = Self.admin(name: "low", priority: 2, Self.ingress("Deny"))
    #expect(PolicyCalls.verdict(Call(), low, high) == "allowed by high")
    let both = Self.admin(
      "ingress: [{action: Deny, from: [{namespaces: {matchLabels: {team: ops}}}]}, {action: Allow, from: [{namespaces: {}}]}]"
    )
    #expect(PolicyCalls.verdict(Self.agent, both) == "denied by a at ingress")
    let same = Self.admin(name: "same", priority: 1, Self.ingress("Deny"))
    #expect(
      PolicyCalls.verdict(Call(), high, same) == "cannotTell: policies with the same priority decide differently")
    #expect(
      PolicyCalls.verdict(Call(), same, Self.admin(name: "same2", priority: 1, Self.ingress("Deny"))).hasPrefix(
        "denied"))
  }

  @Test("Subjects and peers are pods by their labels and those of their namespaces")
  func selectors() {
    let subject = "pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}"
    let from = "pods: {namespaceSelector: {matchLabels: {team: ops}}, podSelector: {matchLabels: {app: agent}}}"
    let rule = Self.admin(subject: subject, Self.ingress("Deny", from: from))
    #expect(PolicyCalls.verdict(Self.agent, rule) == "denied by a at ingress")
    #expect(PolicyCalls.verdict(Call(), rule) == "noPolicy")
    let anyone = Self.admin(subject: subject, Self.ingress("Deny", from: "namespaces: {matchLabels: {team: ops}}"))
    #expect(
      PolicyCalls.verdict(Call(), anyone) == "cannotTell: the labels of namespace 'shop' are not in the input")
    let named = "namespaces: {matchLabels: {kubernetes.io/metadata.name: watch}}"
    #expect(PolicyCalls.verdict(Call(), Self.admin(Self.ingress("Deny", from: named))) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(), Self.admin(subject: named, Self.ingress("Deny"))) == "noPolicy")
  }

  @Test("Doubt about an early rule is doubt about the verdict only if the rest decides otherwise")
  func doubt() {
    let doubtful = "{action: Deny, from: [{namespaces: {matchLabels: {team: ops}}}]}"
    let all = { (action: String) in
      Self.admin("ingress: [\(doubtful), {action: \(action), from: [{namespaces: {}}]}]")
    }
    #expect(PolicyCalls.verdict(Call(), all("Deny")) == "denied by a at ingress")
    #expect(PolicyCalls.verdict(Call(), all("Allow")).hasPrefix("cannotTell: the labels of namespace 'shop'"))
  }

  @Test(
    "Ports are numbers, ranges and names",
    arguments: [
      ("{portNumber: {protocol: TCP, port: 5432}}", true), ("{portNumber: {port: 5432}}", true),
      ("{portNumber: {protocol: UDP, port: 5432}}", false), ("{portRange: {start: 5000, end: 6000}}", true),
      ("{portRange: {start: 5433, end: 6000}}", false), ("{namedPort: sql}", true), ("{namedPort: metrics}", false),
    ])
  func ports(_ port: String, _ isMeant: Bool) {
    #expect(
      PolicyCalls.verdict(Call(), Self.admin(Self.ingress("Deny", ports: port)))
        == (isMeant ? "denied by a at ingress" : "noPolicy"))
  }

  @Test("Egress rules know networks, nodes and domain names")
  func egress() {
    let rule = { (to: String) in Self.admin("egress: [{action: Deny, to: [{\(to)}]}]") }
    let to = { (host: String) in Call(to: host, port: 443) }
    #expect(PolicyCalls.verdict(to("1.2.3.4"), rule("networks: [1.2.0.0/16]")) == "denied by a at egress")
    #expect(PolicyCalls.verdict(to("1.3.3.4"), rule("networks: [1.2.0.0/16]")) == "noPolicy")
    #expect(PolicyCalls.verdict(to("a.example.com"), rule("networks: [1.2.0.0/16]")).hasPrefix("cannotTell"))
    #expect(PolicyCalls.verdict(to("1.2.3.4"), rule("nodes: {}")).hasPrefix("cannotTell"))
    #expect(PolicyCalls.verdict(Call(), rule("nodes: {}")) == "noPolicy")
    // Blocks are about pods too.
    #expect(PolicyCalls.verdict(Call(), rule("networks: [10.0.0.0/8]")).hasPrefix("cannotTell"))
    #expect(PolicyCalls.verdict(Call(), rule("networks: [0.0.0.0/0, '::/0']")) == "denied by a at egress")
    let names = Self.admin(
      "egress: [{action: Allow, to: [{domainNames: ['*.example.com', other.org]}]}, {action: Deny, to: [{networks: [0.0.0.0/0]}]}]"
    )
    #expect(PolicyCalls.verdict(to("a.b.example.com"), names) == "allowed by a")
    #expect(PolicyCalls.verdict(to("other.org"), names) == "allowed by a")
    #expect(PolicyCalls.verdict(to("example.com"), names) == "denied by a at egress")
    #expect(PolicyCalls.verdict(to("1.2.3.4"), names).hasPrefix("cannotTell"))
  }

  @Test("ClusterNetworkPolicies name their tier, accept, and list protocols")
  func clusterPolicies() {
    let rule = { (action: String, more: String) in "ingress: [{action: \(action), from: [{namespaces: {}}]\(more)}]" }
    #expect(PolicyCalls.verdict(Call(), Self.cluster(rule("Accept", "")), Self.deny) == "allowed by c")
    #expect(
      PolicyCalls.verdict(Call(), Self.cluster(tier: "Baseline", rule("Deny", "")), Self.allow) == "allowed by np")
    #expect(PolicyCalls.verdict(Call(), Self.cluster(tier: "Baseline", rule("Deny", ""))) == "denied by c at ingress")
    for (protocols, isMeant) in [
      ("tcp: {destinationPort: {number: 5432}}", true),
      ("tcp: {destinationPort: {range: {start: 1, end: 5432}}}", true),
      ("tcp: {}", true), ("udp: {destinationPort: {number: 5432}}", false), ("destinationNamedPort: sql", true),
    ] {
      #expect(
        PolicyCalls.verdict(Call(), Self.cluster(rule("Deny", ", protocols: [{\(protocols)}]")))
          == (isMeant ? "denied by c at ingress" : "noPolicy"), "\(protocols)")
    }
  }

  @Test(
    "A refused field is an error, and nothing is certain",
    arguments: [
      (admin(priority: 1001, ingress("Deny")), "spec.priority", "must be a whole number from 0 to 1000; correct it"),
      (admin(ingress("Drop")), "spec.ingress[0].action", "must be Allow, Deny or Pass, but is 'Drop'"),
      (admin(subject: "", ingress("Deny")), "spec.subject", "must have one of the fields namespaces, pods"),
      (admin("ingress: [{action: Deny}]"), "spec.ingress[0].from", "must list at least one peer"),
      (baseline(ingress("Pass")), "spec.ingress[0].action", "must be Allow or Deny, but is 'Pass'"),
      (cluster(tier: "Top", ingress("Deny")), "spec.tier", "must be Admin or Baseline, but is 'Top'"),
      (
        admin("egress: [{action: Deny, to: [{networks: [1.2.3.4]}]}]"), "spec.egress[0].to[0].networks[0]",
        "must be a block of addresses such as 10.0.0.0/8, but is '1.2.3.4'"
      ),
    ])
  func refused(_ text: String, _ path: String, _ message: String) {
    let errors = Graph(text).diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors.count == 1 && errors[0].hasPrefix("\(path) of the ") && errors[0].hasSuffix(message), "\(errors)")
    #expect(PolicyCalls.verdict(Call(), text).hasSuffix("is invalid"))
  }

  @Test("A field of another version, or another version, makes verdicts uncertain instead of wrong")
  func versions() {
    let old = Self.admin("ingress: [{action: Deny, from: [{namespaces: {sameLabels: [team]}}]}]")
    #expect(PolicyCalls.verdict(Call(), old) == "cannotTell: namespaces.sameLabels of a policy isn't judged")
    let future = Self.admin(Self.ingress("Deny")).replacing("v1alpha1", with: "v3")
    #expect(PolicyCalls.verdict(Call(), future) == "cannotTell: policies of other kinds are in the input")
  }

  @Test("Pods on their node's network are neither subjects nor peers with certainty")
  func hostNetwork() {
    let call = Call(from: "shop/Deployment/node/node")
    #expect(PolicyCalls.verdict(call, Self.admin(Self.ingress("Deny"))).hasPrefix("cannotTell"))
    #expect(
      PolicyCalls.verdict(call, Self.admin("egress: [{action: Deny, to: [{namespaces: {}}]}]")).hasPrefix("cannotTell"))
  }

  @Test("A denied call names the kinds of the policies, and what to change")
  func warning() {
    let graph = PolicyCalls([Call()], Self.admin(name: "wall", Self.ingress("Deny")))
    #expect(
      graph.topology.diagnostics.filter { $0.severity == .warning }.map(\.message) == [
        "call from 'shop/Deployment/web/server' to service 'db' port 5432 is denied by AdminNetworkPolicy 'wall' at its "
          + "ingress; change the rule that denies it, or remove the call"
      ])
  }

  @Test("Edges lead to the subjects and to allowed peers, unless everything is meant")
  func edges() {
    let subject = "pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}"
    let from = "namespaces: {matchLabels: {team: ops}}"
    let text =
      Self.admin(subject: subject, Self.ingress("Allow", from: from)) + "---\n"
      + Self.admin(name: "all", Self.ingress("Deny"))
    let graph = Graph(PolicyCalls.objects + "---\n" + text)
    #expect(
      graph.edges(.selects, .allows).filter { $0.hasPrefix("AdminNetworkPolicy") } == [
        "AdminNetworkPolicy.policy.networking.k8s.io/a -selects-> shop/Deployment/db",
        "AdminNetworkPolicy.policy.networking.k8s.io/a -allows ingress-> watch/Deployment/agent",
      ])
    #expect(
      graph.node("AdminNetworkPolicy.policy.networking.k8s.io/a")?.networkPolicy?.words == [
        "admin tier, priority 10", "app=db of every namespace", "ingress from any pod in namespaces with team=ops",
      ])
  }
}
