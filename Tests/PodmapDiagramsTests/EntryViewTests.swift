import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("Ways in, in pictures and sequences")
struct EntryViewTests {
  private func lines(_ text: String) -> [String] {
    SequenceView.traffic.drawings(of: topology(text), SequenceOptions()).flatMap { drawing in
      #expect(SequenceRules(drawing.diagram).broken == [])
      return drawing.diagram.lines
    }
  }

  /// The lines of the view `network` that begin outside, or at an entry: "Client → web: host port 80".
  private func links(_ text: String) -> [String] {
    let diagram = FlowView.network.drawing(of: topology(text)).diagram
    // A line may end at a container of a card.
    let names = Dictionary(
      diagram.cards.flatMap { card in
        [(card.id, card.name)] + (card.pod?.containers ?? []).map { ($0.id, card.name) }
      }
    ) { first, _ in first }
    return diagram.links.filter { $0.kind == .routes }.compactMap { link in
      guard let from = names[link.from], let to = names[link.to] else { return nil }
      return "\(from) → \(to)" + (link.label.isEmpty ? "" : ": \(link.label)")
    }
  }

  private static func pod(_ name: String, _ ports: String, _ spec: String = "", labels: String? = nil) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), labels: {\(labels ?? "app: \(name)")}}
    spec: {\(spec)containers: [{name: c, image: "i:1", ports: [\(ports)]}]}
    ---

    """
  }

  private static func service(_ name: String, _ spec: String, app: String? = nil) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name)}
    spec: {selector: {app: \(app ?? name)}, \(spec)}
    ---

    """
  }

  @Test(
    "Ports of nodes are named with their address and protocol, and those of the node itself aren't ways in",
    arguments: [
      ("{containerPort: 80, hostPort: 8080}", "", "host port 8080"),
      (
        "{containerPort: 53, hostPort: 53, protocol: UDP}, {containerPort: 53, hostPort: 53}", "",
        "host ports 53/UDP, 53"
      ),
      ("{containerPort: 80, hostPort: 8080, hostIP: 192.0.2.1}", "", "host port 192.0.2.1:8080"),
      ("{containerPort: 80, hostPort: 8080, hostIP: 0.0.0.0}", "", "host port 8080"),
      ("{containerPort: 80, hostPort: 8080, hostIP: 127.0.0.1}", "", nil),
      ("{containerPort: 80, hostPort: 8080, hostIP: '::1'}", "", nil),
      ("{containerPort: 9100}", "hostNetwork: true, ", "host port 9100"),
      ("{containerPort: 9100}", "", nil),
    ] as [(String, String, String?)])
  func hostPorts(_ ports: String, _ spec: String, _ words: String?) {
    let text = Self.pod("web", ports, spec)
    #expect(links(text) == (words.map { ["outside the cluster → web: \($0)"] } ?? []))
    #expect(lines(text).filter { $0.hasPrefix("Client ->") } == (words.map { ["Client -> web: \($0)"] } ?? []))
  }

  @Test(
    "Services that are open to the outside say their addresses",
    arguments: [
      ("type: LoadBalancer, ports: [{port: 80}]", "80", "port 80"),
      ("type: NodePort, ports: [{port: 80, nodePort: 30080}]", "80 (node port 30080)", "port 80 (node port 30080)"),
      ("externalIPs: [203.0.113.5], ports: [{port: 80}]", "203.0.113.5:80", "port 80 (203.0.113.5:80)"),
      ("externalIPs: ['2001:db8::5'], ports: [{port: 80}]", "[2001:db8::5]:80", "port 80 ([2001:db8::5]:80)"),
      (
        "type: NodePort, externalIPs: [203.0.113.5], ports: [{port: 80}]", "80 (203.0.113.5:80)",
        "port 80 (203.0.113.5:80)"
      ),
      ("type: LoadBalancer, ports: [{port: 53, protocol: UDP}]", "53/UDP", "UDP :53"),
    ])
  func services(_ spec: String, _ label: String, _ message: String) {
    let ports = spec.contains("UDP") ? "{containerPort: 53, protocol: UDP}" : "{containerPort: 80}"
    let text = Self.pod("web", ports) + Self.service("web", spec)
    #expect(links(text).contains("outside the cluster → web: \(label)"), "\(links(text))")
    #expect(lines(text).first == "Client -> web: \(message)")
  }

  private static let split = """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: gw}
    spec: {servers: [{port: {number: 443, protocol: HTTPS}, hosts: [shop.example], tls: {mode: SIMPLE, credentialName: cert}}]}
    ---
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: routes}
    spec:
      hosts: [shop.example]
      gateways: [gw]
      http:
      - match: [{uri: {prefix: /api}}]
        mirror: {host: web, subset: v3}
        mirrorPercentage: {value: 5}
        route: [{destination: {host: web, subset: v2}, weight: 90}, {destination: {host: web, subset: v1}, weight: 10}]
    ---
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: web}
    spec:
      host: web
      subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}, {name: v3, labels: {version: v3}}]
    ---

    """ + service("web", "ports: [{port: 80}]")
    + ["one v1", "two v2", "three v3"].map { words in
      let words = words.split(separator: " ")
      return pod(String(words[0]), "{containerPort: 80}", labels: "app: web, version: \(words[1])")
    }.joined()

  @Test("Weights, copies and subsets lead to the pods that are meant")
  func subsets() {
    #expect(
      lines(Self.split) == [
        "Client -> gw: HTTPS :443 shop.example", "[gw] TLS ends here (Secret cert)", "alt /api → web v2 (weight 90)",
        "gw -> two: web:80", "[two] no further calls in the manifests", "gw <- two",
        "else /api → web v1 (weight 10)", "gw -> one: web:80", "[one] no further calls in the manifests", "gw <- one",
        "end", "gw -) three: copy, reply dropped: web:80 (5 %)", "Client <- gw",
      ])
    #expect(
      links(Self.split).contains("routes → web: shop.example/api (v2 weight 90, v1 weight 10, v3 5 % copy)"),
      "\(links(Self.split))")
  }

  @Test("Routes of a mesh take what pods send to their hosts")
  func mesh() {
    let caller = """
      apiVersion: v1
      kind: Pod
      metadata: {name: caller}
      spec: {containers: [{name: c, image: "i:1", env: [{name: WEB_URL, value: "http://web"}]}]}
      ---

      """
    let text =
      caller
      + Self.split.replacing("gateways: [gw]", with: "gateways: [mesh]")
      .replacing("hosts: [shop.example]\n  gateways", with: "hosts: [web]\n  gateways")
    let found = lines(text)
    #expect(found.contains("caller -> routes: HTTP web?"), "\(found)")
    #expect(found.contains("alt /api → web v2 (weight 90)") && found.contains("routes -> two: web:80"), "\(found)")
  }

  private static let refused = """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: gw, namespace: infra}
    spec: {listeners: [{name: http, port: 80, protocol: HTTP}]}
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: r, namespace: default}
    spec: {parentRefs: [{name: gw, namespace: infra}], hostnames: [a.example], rules: [{backendRefs: [{name: web, port: 80}]}]}
    ---

    """ + service("web", "ports: [{port: 80}]").replacing("name: web}", with: "name: web, namespace: default}")
    + pod("web", "{containerPort: 80}")

  @Test("No request passes a listener that doesn't accept the route")
  func refusal() {
    #expect(
      lines(Self.refused) == [
        "Client -> gw: HTTP :80", "gw -x web: a.example · port 80",
        "[gw…web] not accepted: its listener 'http' only takes those of its own namespace 'infra' (allowedRoutes)",
        "Client <- gw",
      ])
    #expect(links(Self.refused).contains("gw → r: ✕ not accepted"), "\(links(Self.refused))")
    let diagram = FlowView.network.drawing(of: topology(Self.refused)).diagram
    #expect(diagram.links.filter(\.isDenied).count == 1)
  }

  @Test("A Gateway without routes is a way in that ends there")
  func emptyGateway() {
    let text =
      "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: gw}\n"
      + "spec: {servers: [{port: {number: 80, protocol: HTTP}, hosts: [shop.example]}]}\n"
    #expect(links(text) == ["outside the cluster → gw"])
    #expect(lines(text) == ["Client -> gw: HTTP :80 shop.example", "[gw] no route in the manifests", "Client <- gw"])
  }

  @Test("Included routes continue the paths and hosts of those that include them")
  func inclusion() {
    let text = """
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      metadata: {name: root}
      spec:
        virtualhost: {fqdn: shop.example}
        includes: [{name: child, conditions: [{prefix: /blog}]}]
        routes: [{services: [{name: web, port: 80}]}]
      ---
      apiVersion: projectcontour.io/v1
      kind: HTTPProxy
      metadata: {name: child}
      spec: {routes: [{conditions: [{prefix: /new}], services: [{name: web, port: 81}]}]}
      ---

      """ + Self.service("web", "ports: [{port: 80}, {port: 81}]")
      + Self.pod("web", "{containerPort: 80}, {containerPort: 81}")
    let found = lines(text).filter { $0.hasPrefix("alt") || $0.hasPrefix("else") || $0.hasPrefix("Client ->") }
    #expect(found == ["Client -> root: HTTP shop.example", "alt all other paths", "else /blog/new"], "\(found)")
    #expect(links(text).filter { $0.hasPrefix("outside") } == ["outside the cluster → root"])
  }

  @Test("A version of a Knative Service gets its percentage of the requests")
  func revisions() {
    let text = """
      apiVersion: serving.knative.dev/v1
      kind: Service
      metadata: {name: hello}
      spec:
        template: {spec: {containers: [{image: "hello:2", ports: [{containerPort: 8080}]}]}}
        traffic: [{latestRevision: true, percent: 90}, {revisionName: hello-00001, percent: 10}]
      ---
      apiVersion: serving.knative.dev/v1beta1
      kind: DomainMapping
      metadata: {name: hello.example}
      spec: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: hello}}
      """
    let found = lines(text)
    #expect(found.contains("alt latest revision (90 %)") && found.contains("else hello-00001 (10 %)"), "\(found)")
    #expect(links(text).contains("hello → hello-00001: 10 %"), "\(links(text))")
    let drawing = FlowView.network.drawing(of: topology(text)).diagram
    #expect(drawing.cards.flatMap(\.brief.notes).map(\.text) == ["latest revision (90 %), hello-00001 (10 %)"])
  }
}
