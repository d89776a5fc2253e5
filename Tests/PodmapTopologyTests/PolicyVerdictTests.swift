import PodmapManifests
import Testing

@testable import PodmapTopology

@Suite("What NetworkPolicies say about a call")
struct PolicyVerdictTests {
  typealias Call = PolicyCalls.Call
  static let agent = Call(from: "watch/Deployment/agent/agent")

  @Test("A pod that no policy selects is open")
  func open() {
    #expect(PolicyCalls.verdict() == "noPolicy")
    #expect(PolicyCalls.verdict(Call(), policy("podSelector: {matchLabels: {app: other}}")) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(), policy(namespace: "watch", "podSelector: {}")) == "noPolicy")
  }

  @Test(
    "A policy without ingress rules denies all ingress",
    arguments: [
      "podSelector: {}", "podSelector: {}\ningress: []", "policyTypes: [Ingress]",
      "podSelector: {matchLabels: {app: db}}",
      "podSelector: {}\npolicyTypes: []",
      "podSelector: {matchExpressions: [{key: app, operator: In, values: [db, x]}]}",
    ])
  func defaultDeny(_ spec: String) {
    #expect(PolicyCalls.verdict(Call(), policy(spec)) == "denied by p at ingress")
  }

  @Test("An empty rule admits everyone, at every port")
  func allowAll() {
    for rule in ["{}", "{from: []}", "{from: [], ports: []}"] {
      #expect(PolicyCalls.verdict(Call(), policy("podSelector: {}\ningress: [\(rule)]")) == "allowed by p")
    }
  }

  @Test("Egress is isolated if it is listed, or if there are egress rules")
  func policyTypes() {
    #expect(
      PolicyCalls.verdict(Call(), policy("podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]"))
        == "denied by p at egress")
    #expect(
      PolicyCalls.verdict(
        Call(), policy("podSelector: {matchLabels: {app: web}}\negress: [{ports: [{port: 53, protocol: UDP}]}]"))
        == "denied by p at egress")
    #expect(
      PolicyCalls.verdict(Call(), policy("podSelector: {matchLabels: {app: web}}\negress: []")) == "noPolicy")
    // The policy of the target says nothing about what comes in.
    #expect(
      PolicyCalls.verdict(
        Call(), policy("podSelector: {matchLabels: {app: db}}\npolicyTypes: [Egress]\ningress: [{}]"))
        == "noPolicy")
  }

  @Test("Both ends must allow a call")
  func bothEnds() {
    let out = policy("out", "podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress: [{}]")
    let into = policy("in", "podSelector: {matchLabels: {app: db}}\ningress: [{}]")
    let deny = policy("deny", "podSelector: {}\npolicyTypes: [Ingress, Egress]")
    #expect(PolicyCalls.verdict(Call(), out, into) == "allowed by in, out")
    #expect(PolicyCalls.verdict(Call(), deny) == "denied by deny at both")
    #expect(PolicyCalls.verdict(Call(), deny, into) == "denied by deny at egress")
    #expect(PolicyCalls.verdict(Call(), deny, out) == "denied by deny at ingress")
    #expect(PolicyCalls.verdict(Call(), deny, out, into) == "allowed by in, out")
  }

  @Test("What several policies allow adds up")
  func union() {
    let one = policy("one", "podSelector: {}\ningress: [{from: [{podSelector: {matchLabels: {app: x}}}]}]")
    let two = policy("two", "podSelector: {}\ningress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]")
    #expect(PolicyCalls.verdict(Call(), one) == "denied by one at ingress")
    #expect(PolicyCalls.verdict(Call(), one, two) == "allowed by two")
  }

  @Test("A podSelector alone means pods of the policy's own namespace")
  func podSelector() {
    let rule = { (part: String) in policy("podSelector: {}\ningress: [{from: [{podSelector: \(part)}]}]") }
    #expect(PolicyCalls.verdict(Call(), rule("{matchLabels: {app: web}}")) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule("{}")) == "allowed by p")
    #expect(PolicyCalls.verdict(Self.agent, rule("{}")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Self.agent, rule("{matchLabels: {app: agent}}")) == "denied by p at ingress")
  }

  @Test("A namespaceSelector alone means all pods of the namespaces it selects")
  func namespaceSelector() {
    let rule = { (part: String) in policy("podSelector: {}\ningress: [{from: [{namespaceSelector: \(part)}]}]") }
    #expect(PolicyCalls.verdict(Self.agent, rule("{matchLabels: {team: ops}}")) == "allowed by p")
    #expect(PolicyCalls.verdict(Self.agent, rule("{}")) == "allowed by p")
    #expect(PolicyCalls.verdict(Self.agent, rule("{matchLabels: {team: dev}}")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("{}")) == "allowed by p")
  }

  @Test("Both selectors of one peer must match, two peers are alternatives")
  func bothSelectors() {
    let both = { (app: String, team: String) in
      policy(
        "podSelector: {}\ningress: [{from: [{podSelector: {matchLabels: {app: \(app)}}, "
          + "namespaceSelector: {matchLabels: {team: \(team)}}}]}]")
    }
    #expect(PolicyCalls.verdict(Self.agent, both("agent", "ops")) == "allowed by p")
    #expect(PolicyCalls.verdict(Self.agent, both("web", "ops")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Self.agent, both("agent", "dev")) == "denied by p at ingress")
    let either = policy(
      """
      podSelector: {}
      ingress:
      - from:
        - podSelector: {matchLabels: {app: web}}
        - namespaceSelector: {matchLabels: {team: ops}}
      """)
    #expect(PolicyCalls.verdict(Self.agent, either) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), either) == "allowed by p")
  }

  @Test("Every namespace has a label with its name, also one that the input does not define")
  func metadataName() {
    let rule = { (part: String) in
      policy(
        "podSelector: {}\ningress: [{from: [{namespaceSelector: "
          + "{matchLabels: {kubernetes.io/metadata.name: \(part)}}}]}]")
    }
    #expect(PolicyCalls.verdict(Self.agent, rule("watch")) == "allowed by p")
    #expect(PolicyCalls.verdict(Self.agent, rule("shop")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("shop")) == "allowed by p")
  }

  @Test("The other labels of a namespace that the input does not define are not known")
  func unknownNamespaceLabels() {
    let rule = policy("podSelector: {}\ningress: [{from: [{namespaceSelector: {matchLabels: {team: ops}}}]}]")
    #expect(
      PolicyCalls.verdict(Call(), rule) == "cannotTell: the labels of namespace 'shop' are not in the input")
  }

  @Test("NotIn and DoesNotExist select pods without the key; In and Exists don't")
  func absentKey() {
    let rule = { (part: String) in
      policy(
        "podSelector: {}\ningress: [{from: [{podSelector: {matchExpressions: [{key: tier, operator: \(part)}]}}]}]")
    }
    #expect(PolicyCalls.verdict(Call(), rule("NotIn, values: [back]")) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule("DoesNotExist")) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule("In, values: [back]")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("Exists")) == "denied by p at ingress")
  }

  @Test("A label that a controller adds to its pods is not known from the manifest")
  func controllerLabels() {
    let rule = policy(
      "podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: db-0}}\npolicyTypes: [Ingress]")
    #expect(
      PolicyCalls.verdict(Call(), rule)
        == "cannotTell: a controller sets the label 'statefulset.kubernetes.io/pod-name'")
  }

  @Test("Ports are those of the pod: a Service's port is translated first")
  func targetPort() {
    let rule = { (part: String) in
      policy("podSelector: {matchLabels: {app: db}}\ningress: [{ports: [{port: \(part)}]}]")
    }
    let metrics = Call(port: 80)
    #expect(PolicyCalls.verdict(metrics, rule("9187")) == "allowed by p")
    #expect(PolicyCalls.verdict(metrics, rule("80")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("5432")) == "allowed by p")
  }

  @Test("A port's name is looked up in the called pod, at both ends")
  func namedPort() {
    let rule = { (part: String) in
      policy("podSelector: {matchLabels: {app: db}}\ningress: [{ports: [{port: \(part)}]}]")
    }
    #expect(PolicyCalls.verdict(Call(), rule("sql")) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule("metrics")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("sql, protocol: UDP")) == "denied by p at ingress")
    let egress = policy(
      "podSelector: {matchLabels: {app: web}}\negress: [{ports: [{port: sql}]}]\npolicyTypes: [Egress]")
    #expect(PolicyCalls.verdict(Call(), egress) == "allowed by p")
  }

  @Test("A range of ports includes both its ends")
  func range() {
    let rule = { (first: Int, last: Int) in
      policy("podSelector: {}\ningress: [{ports: [{port: \(first), endPort: \(last)}]}]")
    }
    #expect(PolicyCalls.verdict(Call(), rule(5000, 5432)) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule(5432, 6000)) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule(5000, 5431)) == "denied by p at ingress")
  }

  @Test("A port without a number means all ports of its protocol, which is TCP by default")
  func transport() {
    let rule = { (part: String) in policy("podSelector: {}\ningress: [{ports: [{\(part)}]}]") }
    #expect(PolicyCalls.verdict(Call(), rule("protocol: TCP")) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(), rule("protocol: UDP")) == "denied by p at ingress")
    #expect(PolicyCalls.verdict(Call(), rule("port: 5432, protocol: UDP")) == "denied by p at ingress")
  }

  @Test("A policy that allows only DNS denies every other call")
  func onlyDNS() {
    let rule = policy(
      """
      podSelector: {}
      policyTypes: [Egress]
      egress:
      - to:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
          podSelector: {matchLabels: {k8s-app: kube-dns}}
        ports: [{port: 53, protocol: UDP}, {port: 53}]
      """)
    #expect(PolicyCalls.verdict(Call(), rule) == "denied by p at egress")
    #expect(PolicyCalls.verdict(Call(to: "api.example.org", port: 443), rule) == "denied by p at egress")
  }

  @Test("An external address is compared with blocks and their exceptions")
  func blocks() {
    let rule = policy(
      "podSelector: {}\negress: [{to: [{ipBlock: {cidr: 198.0.0.0/8, except: [198.1.0.0/16]}}]}]")
    let to = { (address: String) in Call(to: address, port: 443) }
    #expect(PolicyCalls.verdict(to("198.2.0.1"), rule) == "allowed by p")
    #expect(PolicyCalls.verdict(to("198.1.255.255"), rule) == "denied by p at egress")
    #expect(PolicyCalls.verdict(to("11.0.0.1"), rule) == "denied by p at egress")
    #expect(PolicyCalls.verdict(to("2001:db8::1"), rule) == "denied by p at egress")
    let six = policy("podSelector: {}\negress: [{to: [{ipBlock: {cidr: '2001:db8::/33'}}]}]")
    #expect(PolicyCalls.verdict(to("2001:db8:7fff::1"), six) == "allowed by p")
    #expect(PolicyCalls.verdict(to("2001:db8:8000::1"), six) == "denied by p at egress")
  }

  @Test("A host name can't be compared with a block, unless the block is everything")
  func hostNames() {
    let rule = { (part: String) in policy("podSelector: {}\negress: [{to: [{ipBlock: {cidr: \(part)}}]}]") }
    let call = Call(to: "api.example.org", port: 443)
    #expect(PolicyCalls.verdict(call, rule("10.0.0.0/8")) == "cannotTell: the address of a host name is unknown")
    #expect(PolicyCalls.verdict(call, rule("0.0.0.0/0")) == "allowed by p")
    #expect(
      PolicyCalls.verdict(call, rule("0.0.0.0/0, except: [10.0.0.0/8]"))
        == "cannotTell: the address of a host name is unknown")
    #expect(PolicyCalls.verdict(call) == "noPolicy")
    let pods = policy("podSelector: {}\negress: [{to: [{namespaceSelector: {}}]}]")
    #expect(PolicyCalls.verdict(call, pods) == "denied by p at egress")
  }

  @Test("Whether a pod's address is in a block is unknown")
  func podsAndBlocks() {
    let rule = policy("podSelector: {}\ningress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]")
    #expect(PolicyCalls.verdict(Call(), rule) == "cannotTell: the addresses of pods are unknown")
  }

  @Test("Traffic between containers of one pod is exempt")
  func localhost() {
    let deny = policy("podSelector: {}\npolicyTypes: [Ingress, Egress]")
    #expect(PolicyCalls.verdict(Call(to: "shop/Deployment/web/proxy", port: 80), deny) == "allowed")
  }

  @Test("Policies say nothing certain about pods on their node's network")
  func hostNetwork() {
    let deny = policy("podSelector: {matchLabels: {app: db}}")
    let call = Call(from: "shop/Deployment/node/node")
    #expect(
      PolicyCalls.verdict(call, deny)
        == "cannotTell: requests of a pod on its node's network come from the node")
    #expect(
      PolicyCalls.verdict(call, policy("podSelector: {matchLabels: {app: node}}\npolicyTypes: [Egress]"))
        == "cannotTell: policies hardly ever isolate a pod on its node's network")
    #expect(PolicyCalls.verdict(call) == "noPolicy")
    #expect(PolicyCalls.verdict(call, policy("podSelector: {}\ningress: [{}]")) == "allowed by p")
  }

  @Test("A call without a port has a verdict if all ports of the Service have the same one")
  func noPort() {
    let call = Call(port: nil)
    #expect(PolicyCalls.verdict(call, policy("podSelector: {}")) == "denied by p at ingress")
    #expect(
      PolicyCalls.verdict(call, policy("podSelector: {}\ningress: [{ports: [{port: 5432}]}]"))
        == "cannotTell: the call names no port, and the ports of the Service differ")
  }

  @Test("If a manifest omits its namespace, no policy that selects a namespace is certain")
  func assumedNamespace() {
    let objects =
      deployment("web", labels: "app: web", spec: "containers: [{name: c}]") + "---\n"
      + deployment("db", labels: "app: db", spec: "containers: [{name: c}]") + "---\n"
      + service("db", spec: "selector: {app: db}\nports: [{port: 1}]") + "---\n"
      + service("far", namespace: "other", spec: "ports: [{port: 1}]")
    let call = Call(from: "default/Deployment/web/c", to: "default/Service/db", port: 1)
    let rule = policy(
      namespace: "default",
      "podSelector: {}\ningress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]")
    #expect(
      PolicyCalls.verdict(call, rule, objects: objects)
        == "cannotTell: the manifest doesn't say which namespace its pods are in")
    #expect(
      PolicyCalls.verdict(
        call, policy(namespace: "default", "podSelector: {}\ningress: [{from: [{podSelector: {}}]}]"), objects: objects)
        == "allowed by p")
  }

  @Test("A Service without pods in the input is judged by what is certain")
  func unknownPods() {
    let objects = PolicyCalls.objects + "---\n" + service("far", namespace: "shop", spec: "ports: [{port: 80}]")
    let call = Call(to: "shop/Service/far", port: 80)
    #expect(PolicyCalls.verdict(call, objects: objects) == "noPolicy")
    #expect(
      PolicyCalls.verdict(call, policy("podSelector: {}"), objects: objects)
        == "cannotTell: the called pods are not in the input")
    #expect(
      PolicyCalls.verdict(
        call, policy("podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]"), objects: objects)
        == "denied by p at egress")
  }

  @Test("The name of a headless Service leads to the port that the call names")
  func headless() {
    let objects =
      PolicyCalls.objects + "---\n"
      + service(
        "direct", namespace: "shop", spec: "clusterIP: None\nselector: {app: db}\nports: [{port: 80, targetPort: 5432}]"
      )
    let rule = policy("podSelector: {matchLabels: {app: db}}\ningress: [{ports: [{port: 5432}]}]")
    #expect(
      PolicyCalls.verdict(Call(to: "shop/Service/direct", port: 80), rule, objects: objects)
        == "denied by p at ingress")
    #expect(
      PolicyCalls.verdict(Call(to: "shop/Service/direct", port: 5432), rule, objects: objects) == "allowed by p")
  }

  @Test("A call to a Service with several workloads is denied if one of them rejects it")
  func canary() {
    let objects =
      PolicyCalls.objects + "---\n"
      + deployment("db2", labels: "app: db, track: canary", namespace: "shop", spec: "containers: [{name: c}]")
    let deny = policy("podSelector: {matchLabels: {track: canary}}")
    #expect(PolicyCalls.verdict(Call(), deny, objects: objects) == "denied by p at ingress")
  }

  @Test("Calls with different verdicts stay separate edges")
  func differentPorts() {
    let rule = policy("podSelector: {}\ningress: [{ports: [{port: 5432}]}]")
    let graph = PolicyCalls([Call(port: 80), Call(), Call(port: 80)], rule)
    #expect(graph.verdicts.map(\.state.rawValue) == ["denied", "allowed"])
  }

  @Test("A denied call is one warning at the place of the call")
  func warning() {
    let graph = PolicyCalls([Call(), Call()], policy("deny-all", "podSelector: {}"))
    let warnings = graph.topology.diagnostics.filter { $0.severity == .warning }
    #expect(
      warnings.map(\.description) == [
        "0.yaml:1:1: warning: call from 'shop/Deployment/web/server' to service 'db' port 5432 is denied by "
          + "NetworkPolicy 'deny-all' at its ingress; add an ingress rule for it, or remove the call"
      ])
  }
}
