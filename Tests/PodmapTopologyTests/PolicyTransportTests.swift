import PodmapManifests
import Testing

@testable import PodmapTopology

@Suite("The transport protocol of a judged call")
struct PolicyTransportTests {
  typealias Call = PolicyCalls.Call

  private func outside(_ scheme: String?, port: Int, _ ports: String) -> String {
    PolicyCalls.verdict(
      Call(to: "far.example.com", port: port, scheme: scheme),
      policy("podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [\(ports)]}]"))
  }

  @Test(
    "A scheme names the protocol",
    arguments: [
      ("udp", "UDP"), ("syslog+udp", "UDP"), ("syslog+tcp", "TCP"), ("tcp", "TCP"), ("http", "TCP"),
      ("postgres", "TCP"),
      ("sctp", "SCTP"), ("dns+udp", "UDP"),
    ])
  func schemes(_ scheme: String, _ transport: String) {
    for other in ["TCP", "UDP", "SCTP"] {
      #expect(
        outside(scheme, port: 8125, "{port: 8125, protocol: \(other)}")
          == (other == transport ? "allowed by p" : "denied by p at egress"))
    }
  }

  @Test("Without a protocol, nothing is certain if policies tell TCP and UDP apart")
  func none() {
    let reason = "cannotTell: the call names no transport protocol, and the policies tell them apart"
    for scheme in [nil, "syslog", "dns", "statsd"] {
      #expect(outside(scheme, port: 8125, "{port: 8125, protocol: UDP}") == reason)
      #expect(outside(scheme, port: 8125, "{port: 8125}") == reason)
      #expect(outside(scheme, port: 8125, "{port: 8125}, {port: 8125, protocol: UDP}") == "allowed by p")
      #expect(outside(scheme, port: 8125, "{port: 9}") == "denied by p at egress")
    }
    #expect(outside(nil, port: 53, "{port: 53, protocol: UDP}") == reason)
  }

  @Test("The usual port of TCP protocols says as much as a scheme")
  func wellKnown() {
    #expect(outside(nil, port: 5432, "{port: 5432}") == "allowed by p")
    #expect(outside(nil, port: 443, "{port: 443, protocol: UDP}") == "denied by p at egress")
  }

  private static let dns = """
    \(PolicyCalls.objects)---
    \(deployment(
      "dns", labels: "app: dns", namespace: "shop",
      spec: "containers: [{name: c, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}]}]"))---
    \(service(
      "dns", namespace: "shop",
      spec: "selector: {app: dns}\nports: [{name: u, port: 53, protocol: UDP}, {name: t, port: 53}]"))
    """

  @Test("A Service's port may exist for both protocols")
  func bothProtocols() {
    let rule = { (part: String) in policy("podSelector: {matchLabels: {app: dns}}\ningress: [{ports: [\(part)]}]") }
    let verdict = { (scheme: String?, part: String) in
      PolicyCalls.verdict(Call(to: "shop/Service/dns", port: 53, scheme: scheme), rule(part), objects: Self.dns)
    }
    #expect(
      verdict(nil, "{port: 53, protocol: UDP}")
        == "cannotTell: the call names no transport protocol, and the policies tell them apart")
    #expect(verdict("udp", "{port: 53, protocol: UDP}") == "allowed by p")
    #expect(verdict("tcp", "{port: 53, protocol: UDP}") == "denied by p at ingress")
    #expect(verdict(nil, "{port: 53, protocol: UDP}, {port: 53}") == "allowed by p")
    #expect(verdict(nil, "{port: 54}") == "denied by p at ingress")
    // The Service decides if it has the port for one protocol only.
    #expect(
      PolicyCalls.verdict(Call(scheme: "udp"), policy("podSelector: {}\ningress: [{ports: [{port: 5432}]}]"))
        == "allowed by p")
  }
}

@Suite("Calls to Services with several workloads")
struct PolicyEndpointTests {
  typealias Call = PolicyCalls.Call

  private static let canary =
    PolicyCalls.objects + "---\n"
    + deployment("db2", labels: "app: db, track: canary", namespace: "shop", spec: "containers: [{name: c}]")

  @Test("The reason and the warning name the workload whose pods deny the call")
  func part() throws {
    let graph = PolicyCalls([Call()], policy("podSelector: {matchLabels: {track: canary}}"), objects: Self.canary)
    let verdict = try #require(graph.verdicts.first)
    #expect(verdict.state == .denied && verdict.workloads == ["db2"])
    #expect(verdict.reason == "some of its pods (db2): no ingress rule lets it in (TCP port 5432)")
    #expect(
      graph.topology.diagnostics.filter { $0.severity == .warning }.map(\.message) == [
        "call from 'shop/Deployment/web/server' to service 'db' port 5432 is denied for some of its pods (db2) by "
          + "NetworkPolicy 'p' at its ingress; add an ingress rule for it, or remove the call"
      ])
  }

  @Test("If all pods deny the call, no workload is named")
  func all() throws {
    let graph = PolicyCalls([Call()], policy("podSelector: {}"), objects: Self.canary)
    #expect(graph.verdicts.first?.workloads == [])
    #expect(graph.verdicts.first?.reason == "no ingress rule lets it in (TCP port 5432)")
  }

  @Test("A pod that lacks the named target port isn't an endpoint, and isn't judged")
  func namedPort() {
    let objects =
      PolicyCalls.objects + "---\n"
      + deployment(
        "other", labels: "app: db, other: yes", namespace: "shop",
        spec: "containers: [{name: c, ports: [{containerPort: 1, name: grpc}]}]") + "---\n"
      + service("named", namespace: "shop", spec: "selector: {app: db}\nports: [{port: 80, targetPort: metrics}]")
    let deny = policy("podSelector: {matchExpressions: [{key: other, operator: Exists}]}")
    let call = Call(to: "shop/Service/named", port: 80)
    #expect(PolicyCalls.verdict(call, deny, objects: objects) == "noPolicy")
    #expect(PolicyCalls.verdict(Call(port: 5432), deny, objects: objects) == "denied by p at ingress")
  }

  @Test("A private address that no object in the input has may be that of a pod or a Service")
  func privateAddress() {
    let pods = policy("podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [{namespaceSelector: {}}]}]")
    let reason = "cannotTell: whose address it is, is not in the input"
    for address in ["10.96.0.77", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd00::1"] {
      #expect(PolicyCalls.verdict(Call(to: address, port: 80), pods) == reason)
      #expect(PolicyCalls.verdict(Call(to: address, port: 80), policy("podSelector: {}")) == reason)
      #expect(PolicyCalls.verdict(Call(to: address, port: 80)) == "noPolicy")
      #expect(
        PolicyCalls.verdict(Call(to: address, port: 80), policy("podSelector: {}\npolicyTypes: [Egress]"))
          == "denied by p at egress")
    }
    for address in ["11.0.0.1", "2001:db8::1"] {
      #expect(PolicyCalls.verdict(Call(to: address, port: 80), pods) == "denied by p at egress")
    }
  }

  @Test("All blocks of IPv6 contain no host of IPv4")
  func families() {
    let rule = policy("podSelector: {}\negress: [{to: [{ipBlock: {cidr: '::/0'}}]}]")
    #expect(
      PolicyCalls.verdict(Call(to: "api.example.org", port: 443), rule)
        == "cannotTell: the address of a host name is unknown")
    #expect(PolicyCalls.verdict(Call(to: "2001:db8::1", port: 443), rule) == "allowed by p")
    #expect(PolicyCalls.verdict(Call(to: "1.2.3.4", port: 443), rule) == "denied by p at egress")
  }
}
