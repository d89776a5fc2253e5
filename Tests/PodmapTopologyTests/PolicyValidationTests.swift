import PodmapManifests
import PodmapTopology
import Testing

@Suite("NetworkPolicies that the API server refuses")
struct PolicyValidationTests {
  @Test(
    "A refused field is one error at its place, and nothing is known about the calls that it concerns",
    arguments: [
      ("policyTypes: [ingress]", "spec.policyTypes[0]", "must be Ingress or Egress, but is 'ingress'"),
      ("policyTypes: [Ingress, Egress, Ingress]", "spec.policyTypes", "must list at most Ingress and Egress"),
      (
        "ingress: [{ports: [{protocol: tcp}]}]", "spec.ingress[0].ports[0].protocol",
        "must be TCP, UDP or SCTP, but is 'tcp'"
      ),
      (
        "ingress: [{ports: [{port: 70000}]}]", "spec.ingress[0].ports[0].port",
        "must be a port; write a number from 1 to 65535 or a port's name"
      ),
      (
        "ingress: [{ports: [{port: 0}]}]", "spec.ingress[0].ports[0].port",
        "must be a port; write a number from 1 to 65535 or a port's name"
      ),
      (
        "ingress: [{ports: [{port: \"80\"}]}]", "spec.ingress[0].ports[0].port",
        "is a text, which means a port's name; write the number without quotes"
      ),
      (
        "ingress: [{ports: [{port: Web_1}]}]", "spec.ingress[0].ports[0].port",
        "is not a port's name, which has at most 15 lower-case letters, digits and '-', and a letter"
      ),
      (
        "ingress: [{ports: [{port: sql, endPort: 90}]}]", "spec.ingress[0].ports[0].endPort",
        "needs a number as its port, not a name; correct it"
      ),
      (
        "ingress: [{ports: [{endPort: 90}]}]", "spec.ingress[0].ports[0].endPort",
        "needs a port, the first of the range; add it"
      ),
      (
        "ingress: [{ports: [{port: 80, endPort: 70000}]}]", "spec.ingress[0].ports[0].endPort",
        "must be a number no lower than its port; correct it"
      ),
      ("ingress: [{ports: [80]}]", "spec.ingress[0].ports[0]", "must be a mapping; check the indentation"),
      (
        "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}, podSelector: {}}]}]", "spec.ingress[0].from[0].ipBlock",
        "can't be beside a selector; write two peers"
      ),
      (
        "ingress: [{from: [{ipBlock: {}}]}]", "spec.ingress[0].from[0].ipBlock.cidr",
        "is missing; write a block of addresses such as 10.0.0.0/8"
      ),
      (
        "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}]}]",
        "spec.ingress[0].from[0].ipBlock.except[0]", "must be a part of the block 10.0.0.0/8, and smaller"
      ),
      (
        "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]",
        "spec.ingress[0].from[0].ipBlock.except[0]", "must be a part of the block 10.0.0.0/8, and smaller"
      ),
      (
        "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/+8}}]}]", "spec.ingress[0].from[0].ipBlock.cidr",
        "must be a block of addresses such as 10.0.0.0/8, but is '10.0.0.0/+8'"
      ),
      (
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: In}]}}]}]",
        "spec.ingress[0].from[0].podSelector.matchExpressions[0].values",
        "must list at least one value for the operator In"
      ),
      (
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}]}]",
        "spec.ingress[0].from[0].podSelector.matchExpressions[0].values", "must be left out with the operator Exists"
      ),
      (
        "ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: Equals, values: [b]}]}}]}]",
        "spec.ingress[0].from[0].podSelector.matchExpressions[0].operator",
        "must be In, NotIn, Exists or DoesNotExist, but is 'Equals'"
      ),
      (
        "ingress: [{from: [{podSelector: {matchExpressions: [{operator: Exists}]}}]}]",
        "spec.ingress[0].from[0].podSelector.matchExpressions[0].key", "is missing; name a label"
      ),
      (
        "ingress: [{from: [{podSelector: {matchLabels: {tier: 1}}}]}]",
        "spec.ingress[0].from[0].podSelector.matchLabels.tier", "must be a text; write '1' in quotes"
      ),
      (
        "ingress: [{from: [{podSelector: {matchLabels: {tier: yes}}}]}]",
        "spec.ingress[0].from[0].podSelector.matchLabels.tier", "must be a text; write 'yes' in quotes"
      ),
      (
        "ingress: [{form: []}]", "spec.ingress[0].form",
        "is not a field of the API; correct its name or remove it (from, ports)"
      ),
      (
        "ingres: []", "spec.ingres",
        "is not a field of the API; correct its name or remove it (egress, ingress, podSelector, policyTypes)"
      ),
    ])
  func refused(_ fields: String, _ path: String, _ message: String) {
    let text = policy("podSelector: {matchLabels: {app: db}}\n\(fields)")
    let errors = Graph(text).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["\(path) of the NetworkPolicy \(message)"])
    #expect(errors.first?.place != nil)
    #expect(PolicyCalls.verdict(.init(), text) == "cannotTell: NetworkPolicy 'p' is invalid")
  }

  @Test(
    "Labels are checked as Kubernetes checks them",
    arguments: [
      ("app@b: x", false), ("-a: x", false), ("a.: x", false), ("a/b/c: x", false), ("/a: x", false),
      ("Example.com/a: x", false), ("a: -x", false), ("a: 'x y'", false), ("a: x/y", false),
      ("\(String(repeating: "a", count: 64)): x", false), ("a: \(String(repeating: "a", count: 64))", false),
      ("example.com/a_B.c: X_y.z-1", true), ("a: ''", true), ("a: '1'", true), ("a: 1a", true), ("a: v1.2", true),
      ("a:", true), ("a: 1.5", false), ("a: ${VALUE}", true),
    ])
  func labels(_ label: String, _ isValid: Bool) {
    let errors = Graph(policy("podSelector:\n  matchLabels:\n    \(label)")).diagnostics.filter {
      $0.severity == .error
    }
    #expect(errors.isEmpty == isValid, "\(errors.map(\.message))")
  }

  @Test("A refused selector may have meant any pod of the namespace, but of no other")
  func selector() {
    let text = policy("podSelector: {matchLabels: {app@b: x}}")
    #expect(PolicyCalls.verdict(.init(), text) == "cannotTell: NetworkPolicy 'p' is invalid")
    let other = policy(namespace: "watch", "podSelector: {matchLabels: {app@b: x}}")
    #expect(PolicyCalls.verdict(.init(), other) == "noPolicy")
  }

  @Test("A refused policy matters only where its rules could change the verdict")
  func others() {
    let refused = policy("bad", "podSelector: {matchLabels: {app: db}}\ningress: [{ports: [{port: 70000}]}]")
    let all = policy("all", "podSelector: {}\ningress: [{}]")
    let none = policy("none", "podSelector: {}")
    #expect(PolicyCalls.verdict(.init(), refused, all) == "allowed by all")
    #expect(PolicyCalls.verdict(.init(), refused, none) == "cannotTell: NetworkPolicy 'bad' is invalid")
    #expect(
      PolicyCalls.verdict(
        .init(), refused, policy("out", "podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]"))
        == "denied by out at egress")
  }

  @Test("A missing podSelector is accepted, but is a warning")
  func missingSelector() {
    let graph = Graph(policy("policyTypes: [Ingress]"))
    #expect(
      graph.diagnostics.map { "\($0.severity): \($0.message)" } == [
        "warning: spec.podSelector of the NetworkPolicy is missing, which selects every pod of the namespace; "
          + "write podSelector: {} if you mean that"
      ])
  }

  @Test("A value that another program fills in isn't an error, and its rule is unknown")
  func placeholders() {
    let text = policy("podSelector: {}\ningress: [{ports: [{port: '${PORT}'}]}]")
    #expect(Graph(text).diagnostics.isEmpty)
    #expect(PolicyCalls.verdict(.init(), text) == "cannotTell: a port of the policy can't be read")
    let list = policy("podSelector: {}\ningress: '{{ rules }}'")
    #expect(Graph(list).diagnostics.isEmpty)
    #expect(PolicyCalls.verdict(.init(), list).hasPrefix("cannotTell"))
  }
}
