import PodmapComparison
import PodmapComparisonTestSupport
import PodmapTopology
import Testing

@Suite("What can be reached from outside")
struct ExposureTests {
  /// "opened: Service web …"
  private func lines(_ left: String, _ right: String) -> [String] {
    Comparison(layout(left), layout(right)).exposure.map { "\($0.kind.rawValue): \($0.sentence.plain)" }
  }

  private func service(_ spec: String, name: String = "web") -> String {
    "apiVersion: v1\nkind: Service\nmetadata: {name: \(name)}\n"
      + "spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}], \(spec)}\n---\n"
  }

  private func ingress(_ paths: [(path: String, service: String)], name: String = "i", more: String = "") -> String {
    let list = paths.map {
      "{path: \($0.path), pathType: Prefix, backend: {service: {name: \($0.service), port: {number: 80}}}}"
    }.joined(separator: ", ")
    return "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: \(name)}\n"
      + "spec: {\(more)rules: [{host: a.example, http: {paths: [\(list)]}}]}\n---\n"
  }

  private let web = deployment("web", image: "web:1", more: "ports: [{containerPort: 8080}]")

  @Test("A Service is opened and closed by its type, and the sentence says what it leads to")
  func types() {
    let (closed, open) = (web + service("type: ClusterIP"), web + service("type: LoadBalancer"))
    #expect(
      lines(closed, open) == [
        "opened: Service web can now be reached from outside (type LoadBalancer, before type ClusterIP): port 80 leads "
          + "to Deployment web"
      ])
    #expect(
      lines(open, closed) == [
        "closed: Service web can no longer be reached from outside (type ClusterIP, before type LoadBalancer): port 80 "
          + "led to Deployment web"
      ])
    #expect(lines(open, open).isEmpty && lines(closed, closed).isEmpty)
  }

  @Test("The evidence is the field of the right side, or of the left side if the object is gone")
  func evidence() {
    func evidence(_ left: String, _ right: String) -> [String] {
      Comparison(layout(left), layout(right)).exposure.flatMap(\.evidence).map {
        "\($0.side.rawValue) \($0.evidence.path) = \($0.evidence.value)"
      }
    }
    let (closed, open) = (web + service("type: ClusterIP"), web + service("type: LoadBalancer"))
    #expect(evidence(closed, open) == ["right spec.type = LoadBalancer"])
    #expect(evidence(open, closed) == ["right spec.type = ClusterIP"])
    #expect(evidence(open, web) == ["left spec.type = LoadBalancer"])
    #expect(
      evidence(closed + ingress([("/", "web")]), closed + ingress([("/", "web"), ("/b", "web")])) == [
        "right spec.rules[0].http.paths[1].backend.service.name = web"
      ])
  }

  @Test("A new Service, external addresses, and a Service that is removed")
  func services() {
    #expect(
      lines(web, web + service("type: NodePort")) == [
        "opened: new Service web (type NodePort) can be reached from outside: port 80 leads to Deployment web"
      ])
    #expect(
      lines(web + service("type: ClusterIP"), web + service("externalIPs: [198.51.100.7]")) == [
        "opened: Service web can now be reached from outside (type ClusterIP, addresses 198.51.100.7): port 80 leads to "
          + "Deployment web"
      ])
    #expect(
      lines(web + service("type: NodePort"), web) == ["closed: Service web was removed: port 80 led to Deployment web"])
  }

  @Test("Who may use a load balancer, and another type, are changes of the same entry point")
  func changes() {
    #expect(
      lines(
        web + service("type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]"), web + service("type: LoadBalancer")
      ) == ["changed: Service web: open to every address, before open to 10.0.0.0/8"])
    #expect(
      lines(web + service("type: LoadBalancer"), web + service("type: NodePort")) == [
        "changed: Service web: type NodePort, before type LoadBalancer"
      ])
  }

  @Test("An Ingress lets in more, less, and to something else")
  func ingresses() {
    let own = web + service("type: ClusterIP") + service("type: ClusterIP", name: "new")
    let one = own + ingress([("/", "web")])
    #expect(
      lines(own, one) == ["opened: new Ingress i lets requests in: a.example/ leads to Service web (Deployment web)"])
    #expect(
      lines(one, own + ingress([("/", "web"), ("/b", "web")])) == [
        "opened: Ingress i lets in more: a.example/b leads to Service web (Deployment web)"
      ])
    #expect(
      lines(own + ingress([("/", "web"), ("/b", "web")]), one) == [
        "closed: Ingress i lets in less: a.example/b led to Service web (Deployment web)"
      ])
    #expect(
      lines(one, own + ingress([("/", "new")])) == [
        "changed: Ingress i: a.example/ leads to Service new (Deployment web), before to Service web (Deployment web)"
      ])
    #expect(lines(one, own) == ["closed: Ingress i was removed: a.example/ led to Service web (Deployment web)"])
  }

  @Test("TLS that an Ingress no longer has is a change")
  func encryption() {
    let own = web + service("type: ClusterIP")
    #expect(
      lines(own + ingress([("/", "web")], more: "tls: [{hosts: [a.example]}], "), own + ingress([("/", "web")])) == [
        "changed: Ingress i: a.example/ without TLS, before with TLS"
      ])
  }

  @Test("The same request through another Ingress, and the same port through another Service, aren't new openings")
  func elsewhere() {
    let own = web + service("type: ClusterIP")
    #expect(
      lines(own + ingress([("/", "web")]), own + ingress([("/", "web")], name: "j")) == [
        "changed: Ingress j: lets in a.example/, before through Ingress i"
      ])
    #expect(
      lines(web + service("type: NodePort"), web + service("type: NodePort", name: "site")) == [
        "changed: Service site: lets in port 80, before through Service web"
      ])
  }

  @Test("A workload with another name is the same target")
  func renamed() {
    func application(_ name: String) -> String {
      web.replacing("metadata: {name: web}", with: "metadata: {name: \(name)}") + service("type: LoadBalancer")
    }
    #expect(lines(application("web"), application("site")).isEmpty)
  }

  @Test("A route opens what the Gateway in front of it accepts, with the hosts of the listener if it has none")
  func gateways() {
    func route(_ hosts: String) -> String {
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r}
      spec:
        parentRefs: [{name: g}]
      \(hosts)  rules: [{matches: [{path: {value: /shop}}], backendRefs: [{name: web, port: 80}]}]
      ---

      """
    }
    let own =
      web + service("type: ClusterIP")
      + "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\n"
      + "spec: {listeners: [{name: h, port: 80, protocol: HTTP, hostname: b.example}]}\n---\n"
    #expect(
      lines(own, own + route("")) == [
        "opened: Gateway g lets requests in: b.example/shop leads to Service web (Deployment web)"
      ])
    // The listener doesn't accept a route for another host.
    #expect(lines(own, own + route("  hostnames: [c.example]\n")).isEmpty)
    let wide = own.replacing("hostname: b.example", with: "hostname: '*.example'")
    #expect(
      lines(wide + route(""), wide + route("  hostnames: [c.example]\n")).map { $0.prefix(20) } == [
        "opened: Gateway g le", "closed: Gateway g le",
      ])
  }

  @Test("Ports of nodes: a host port, and the network of the node")
  func hostPorts() {
    #expect(
      lines(web, web.replacing("{containerPort: 8080}", with: "{containerPort: 8080, hostPort: 80}")) == [
        "opened: Deployment web can now be reached on its nodes: host port 80"
      ])
    #expect(
      lines(web, web.replacing("containers:", with: "hostNetwork: true\n      containers:")) == [
        "opened: Deployment web can now be reached on its nodes: host port 8080"
      ])
  }

  @Test("An opening that policies keep shut says so")
  func denied() {
    let policy =
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: shut}\n"
      + "spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}\n---\n"
    let found = lines(web + policy + service("type: ClusterIP"), web + policy + service("type: LoadBalancer"))
    let end = "leads to Deployment web, but NetworkPolicy shut denies requests from outside"
    #expect(found.first?.hasSuffix(end) == true)
  }
}
