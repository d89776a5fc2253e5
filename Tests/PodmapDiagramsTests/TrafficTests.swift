import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("The way of a request")
struct TrafficTests {
  private typealias Sample = SampleTraffic

  /// The diagrams of a text; `from` and `to` are names of objects.
  private func drawings(_ text: String, from: String? = nil, to: String? = nil) -> [SequenceView.Result] {
    let topology = topology(text)
    func positions(_ name: String) -> [Int] { topology.positions(of: NamePattern(name)) }
    return SequenceView.traffic.drawings(
      of: topology, SequenceOptions(from: from.map(positions), to: to.map(positions)))
  }

  /// The only diagram as lines: "web -> db: port 5432", "par a", "[db] a note".
  private func lines(_ text: String, from: String? = nil, to: String? = nil) throws -> [String] {
    let drawings = drawings(text, from: from, to: to)
    try #require(drawings.count == 1)
    #expect(SequenceRules(drawings[0].diagram).broken == [])
    // The note that explains question marks is tested elsewhere.
    return drawings[0].diagram.lines.filter { !$0.contains("? = inferred") }
  }

  // MARK: - As committed, and as drawn

  @Test("Each application is as committed", arguments: SampleTraffic.all.map(\.name))
  func golden(_ name: String) throws {
    let sample = try #require(SampleTraffic.all.first { $0.name == name })
    let text = drawings(sample.text).map { MermaidSequenceWriter().text(of: $0.diagram) }.joined()
    try Golden().check(text, named: "traffic-\(name).mmd")
  }

  @Test("The same input gives the same text", arguments: SampleTraffic.all.map(\.name))
  func stable(_ name: String) throws {
    let sample = try #require(SampleTraffic.all.first { $0.name == name })
    let texts = (0..<2).map { _ in drawings(sample.text).map { MermaidSequenceWriter().text(of: $0.diagram) } }
    #expect(texts[0] == texts[1])
  }

  // MARK: - Ways in

  @Test("An Ingress ends TLS, and each of its paths leads to the port of its Service's container")
  func ingress() throws {
    #expect(
      try lines(Sample.ingress) == [
        "Client -> shop: HTTPS shop.example", "[shop] TLS ends here (Secret shop-tls)", "alt /",
        "shop -> web: port 80 → 8080", "[web] no further calls in the manifests", "shop <- web", "else /api",
        "shop -> api: port 80 → 3000", "[api] no further calls in the manifests", "shop <- api", "end",
        "Client <- shop",
      ])
  }

  @Test("A Gateway says its port, its route the paths and weights, and a copy is answered to nobody")
  func gateway() throws {
    #expect(
      try lines(Sample.gateway) == [
        "Client -> edge: HTTPS :443 shop.example", "[edge] TLS ends here (Secret edge-tls)",
        "alt /cart → web (weight 90)", "edge -> web: port 80 → 8080", "[web] no further calls in the manifests",
        "edge <- web", "else /cart → next (weight 10)", "edge -> next: port 80 → 8080",
        "[next] no further calls in the manifests", "edge <- next", "end",
        "edge -) test: copy, reply dropped: port 80 → 8080", "Client <- edge",
      ])
  }

  @Test("Routes of several hosts and kinds behind one Gateway are distinguished by host, method and header")
  func routes() throws {
    let routes = """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: pages}
      spec:
        parentRefs: [{name: edge}]
        hostnames: [www.example]
        rules:
        - {matches: [{path: {value: /a}, method: GET}, {path: {value: /b}, headers: [{name: beta, value: x}]}], backendRefs: [{name: web, port: 80}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: GRPCRoute
      metadata: {name: calls}
      spec:
        parentRefs: [{name: edge}]
        hostnames: [api.example]
        rules: [{matches: [{method: {service: shop.Cart, method: Add}}], backendRefs: [{name: api, port: 90}]}]

      """
    #expect(
      try lines(routes).filter { !$0.contains("<-") } == [
        "Client -> edge: request api.example, www.example", "alt api.example shop.Cart/Add", "edge -> api: gRPC :90",
        "else www.example GET /a, www.example/b with header beta", "edge -> web: port 80", "end",
      ])
  }

  /// A Gateway with two listeners and HTTPRoutes behind it: what stands after `parentRefs`, and the listener.
  private func gateway(_ routes: [(listener: String?, rules: String)]) -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: Gateway
    metadata: {name: edge}
    spec: {listeners: [{name: plain, protocol: HTTP, port: 80}, {name: safe, protocol: HTTPS, port: 443}]}

    """
      + routes.enumerated().map { number, route in
        """
        ---
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: route\(number)}
        spec:
          parentRefs: [{name: edge\(route.listener.map { ", sectionName: \($0)" } ?? "")}]
          rules: \(route.rules)

        """
      }.joined() + ["s1", "s2"].map { Sample.deployment($0, port: 80) + Sample.service($0, port: 80) }.joined()
  }

  private func sections(_ text: String) throws -> [String] {
    try lines(text).filter { $0.hasPrefix("alt ") || $0.hasPrefix("else ") || $0.hasPrefix("[edge]") }
  }

  @Test("A catch-all rule is shown beside those with matches, with the weights of its own backends")
  func catchAll() throws {
    let rest = "{backendRefs: [{name: s1, port: 80, weight: 90}, {name: s2, port: 80, weight: 10}]}"
    let new = "{matches: [{path: {value: /new}}], backendRefs: [{name: s2, port: 80}]}"
    #expect(
      try sections(gateway([(nil, "[\(new), \(rest)]")])) == [
        "alt /new", "else all other paths → s1 (weight 90)", "else all other paths → s2 (weight 10)",
      ])
    let hosts = gateway([(nil, "[\(new), \(rest)]")]).replacing(
      "  rules:", with: "  hostnames: [a.example, b.example]\n  rules:")
    #expect(try sections(hosts) == sections(gateway([(nil, "[\(new), \(rest)]")])))
    let header = "{matches: [{headers: [{name: beta, value: x}]}], backendRefs: [{name: s2, port: 80}]}"
    #expect(
      try sections(gateway([(nil, "[\(header), {backendRefs: [{name: s2, port: 80}]}]")])) == [
        "alt with header beta", "else all other requests",
      ])
  }

  @Test("Weights of two rules with the same backends are not mixed, and a backend with weight 0 gets nothing")
  func weights() throws {
    func rule(_ path: String, _ weights: (Int, Int)) -> String {
      "{matches: [{path: {value: \(path)}}], backendRefs: "
        + "[{name: s1, port: 80, weight: \(weights.0)}, {name: s2, port: 80, weight: \(weights.1)}]}"
    }
    #expect(
      try sections(gateway([(nil, "[\(rule("/a", (1, 2))), \(rule("/b", (3, 4)))]")])) == [
        "alt /a → s1 (weight 1)", "else /a → s2 (weight 2)", "else /b → s1 (weight 3)", "else /b → s2 (weight 4)",
      ])
    let lines = try lines(gateway([(nil, "[\(rule("/a", (0, 2))), \(rule("/b", (0, 0)))]")]))
    #expect(lines.contains("alt /a") && lines.contains("else /b"))
    #expect(lines.contains("[edge] no backend: answers with an error"))
    #expect(!lines.contains { $0.contains("s1") })
  }

  @Test("A route that only redirects ends at the Gateway, and its listener is named")
  func redirect() throws {
    let redirect = "[{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]"
    let backend = "[{backendRefs: [{name: s1, port: 80}]}]"
    #expect(
      try lines(gateway([("plain", redirect), ("safe", backend)])).filter { !$0.contains("no further") } == [
        "Client -> edge: HTTP :80, HTTPS :443", "alt HTTP :80", "[edge] redirect to https", "else HTTPS :443",
        "edge -> s1: port 80", "edge <- s1", "end", "Client <- edge",
      ])
    #expect(
      try lines(gateway([("plain", redirect)])) == [
        "Client -> edge: HTTP :80, HTTPS :443", "[edge] HTTP :80 · redirect to https", "Client <- edge",
      ])
    let moved = "[{matches: [{path: {value: /old}}], filters: [{requestRedirect: {hostname: new.example}}]}]"
    #expect(
      try lines(gateway([(nil, moved)])).contains("[edge] /old · redirect to new.example"))
  }

  @Test("Istio's Gateways and VirtualServices lead to Services; those of the mesh are not entry points")
  func istio() throws {
    func virtualService(_ name: String, _ gateway: String) -> String {
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: \(name)}
      spec:
        hosts: ["*"]
        \(gateway)
        http:
        - match: [{uri: {exact: /login}}, {uri: {prefix: /static}}]
          route: [{destination: {host: web, port: {number: 80}}}]

      """
    }
    let gateway = """
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge}
      spec: {servers: [{port: {number: 443, name: x, protocol: HTTPS}, hosts: ["*"], tls: {mode: PASSTHROUGH}}]}

      """
    let text =
      gateway + virtualService("outer", "gateways: [edge]") + virtualService("inner", "")
      + Sample.deployment("web", port: 8080) + Sample.service("web", port: 80, target: 8080)
    #expect(
      try lines(text) == [
        "Client -> edge: HTTPS :443", "[edge] TLS passes through", "edge -> web: /login, /static · port 80 → 8080",
        "[web] no further calls in the manifests", "edge <- web", "Client <- edge",
      ])
  }

  @Test("An OpenShift Route is an entry point, and says what happens to TLS")
  func openShift() throws {
    let text = """
      apiVersion: route.openshift.io/v1
      kind: Route
      metadata: {name: shop}
      spec: {host: shop.example, path: /cart, to: {kind: Service, name: web}, tls: {termination: reencrypt}}

      """
    #expect(
      try lines(text) == [
        "Client -> shop: HTTPS shop.example", "[shop] TLS ends here and starts again", "shop -> web: /cart · request",
        "Client <- shop",
      ])
  }

  @Test("Several entry points share a diagram if it fits a page, and what begins elsewhere is reported")
  func entries() throws {
    let drawings = drawings(Sample.entries)
    #expect(drawings.count == 1)
    #expect(
      drawings[0].diagram.hops == ["Client -> admin", "Client -> front", "front -> cart"])
    #expect(drawings[0].remarks.contains { $0.contains("left out: robot; use --from NAME") })
  }

  @Test("Several entry points that don't fit a page have a diagram each, named after the entry point")
  func manyEntries() {
    let text = (1...4).map { number in
      Sample.deployment("front\(number)", port: 80, [("DB_ADDR", "db\(number):5432")])
        + Sample.service("front\(number)", port: 80, type: "LoadBalancer")
        + Sample.deployment("db\(number)", port: 5432) + Sample.service("db\(number)", port: 5432)
    }.joined()
    let drawings = drawings(text)
    #expect(drawings.map(\.name) == ["front1", "front2", "front3", "front4"])
    #expect(drawings.map(\.diagram.hops) == (1...4).map { ["Client -> front\($0)", "front\($0) -> db\($0)"] })
  }

  @Test("A NodePort Service behind an Ingress is not a separate entry point")
  func serviceBehindIngress() {
    let text = Sample.ingress.replacing("type: ClusterIP", with: "type: NodePort")
    #expect(drawings(text).map(\.name) == ["shop"])
  }

  @Test("Without an entry point, requests begin at callers that nobody calls")
  func fanOut() throws {
    let drawings = drawings(Sample.fanOut)
    #expect(
      drawings[0].diagram.hops == [
        "load -> front", "front -> a", "a -> b", "b -> d", "front -> b", "front -> c", "front -> d",
      ])
    #expect(drawings[0].diagram.participants.map(\.name) == ["load", "front", "a", "b", "d", "c"])
  }

  @Test("Several calls of one container run in par, and what was drawn already is not repeated")
  func parallel() throws {
    let lines = try lines(Sample.fanOut)
    #expect(lines.filter { $0.hasPrefix("par ") || $0.hasPrefix("and ") } == ["par a", "and b", "and c", "and d"])
    #expect(lines.contains("[b] continues as above"))
  }

  // MARK: - On the way

  @Test("A tier calls its database, with the protocol of the address")
  func tiers() throws {
    #expect(
      try lines(Sample.tiers) == [
        "Client -> web: port 80 → 8080", "web -> db: PostgreSQL :5432?", "[db] no further calls in the manifests",
        "web <- db", "Client <- web",
      ])
  }

  @Test("A request continues over localhost to the ambassador in the pod, without init containers")
  func ambassador() throws {
    let drawings = drawings(Sample.ambassador)
    #expect(drawings[0].diagram.hops == ["Client -> app", "app -> proxy", "proxy -> db"])
    #expect(drawings[0].diagram.boxes == [.init(name: "Deployment web", participants: 1...2)])
    #expect(drawings[0].diagram.lines.contains("app -> proxy: HTTP localhost:9000?"))
    #expect(drawings[0].remarks.contains { $0.contains("init containers") && $0.contains("web") })
  }

  /// A front that calls workloads; each of those but the last loads one address book in full.
  private func addressBook(_ count: Int) -> String {
    let names = (1...count).map { "api\($0)" }
    let readers = names.dropLast().map { name in
      Sample.deployment(name, port: 80).replacing("image:", with: "envFrom: [{configMapRef: {name: book}}], image:")
    }
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: book}, data: {A: 'db:80', B: 'mail:80'}}\n"
      + Sample.deployment("front", port: 80, names.map { ("\($0)_ADDR", "\($0):80") })
      + readers.joined() + (names.suffix(1) + ["db", "mail"]).map { Sample.deployment($0, port: 80) }.joined()
      + (names + ["db", "mail"]).map { Sample.service($0, port: 80) }.joined()
  }

  @Test("Where possible calls are left out, a note counts them, and doesn't say that there are none")
  func possibleCallsNotDrawn() throws {
    let notes = try lines(addressBook(3), from: "front").filter { $0.contains("calls") }
    #expect(
      notes == [
        "[api1] 2 possible calls not drawn", "[api2] 2 possible calls not drawn",
        "[api3] no further calls in the manifests",
      ])
  }

  @Test("Many containers share a note about possible calls, and one about those that call nothing")
  func manyPossibleCallsNotDrawn() throws {
    let notes = try lines(addressBook(5), from: "front").filter { $0.contains("alls ") }
    #expect(notes.count == 2)
    #expect(notes.contains { $0.hasSuffix("] No further calls in the manifests: api5") })
    #expect(notes.contains { $0.hasSuffix("] Possible calls not drawn: api1 (2), api2 (2), api3 (2), api4 (2)") })
  }

  @Test("A cycle is drawn once and says so")
  func cycle() throws {
    #expect(
      try lines(Sample.cycle) == [
        "a -> b: HTTP :80?", "b -> a: HTTP :80?", "[a] a cycle: continues as above", "b <- a", "a <- b",
      ])
  }

  @Test("A denied call never arrives, and nothing follows it")
  func denied() throws {
    #expect(
      try lines(Sample.denied, from: "Service/web") == [
        "Client -> web: port 80 → 8080", "web -x db: port 5432?", "[web…db] denied by NetworkPolicy nobody (ingress)",
        "Client <- web",
      ])
  }

  @Test("A policy that admits nobody stops what an entry forwards; one that admits somebody does not")
  func deniedAtEntry() throws {
    func policy(_ rules: String) -> String {
      """
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: nobody}
      spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]\(rules)}

      """
    }
    let denied = try lines(Sample.ingress + policy(""))
    #expect(denied.contains("shop -x web: port 80 → 8080"))
    #expect(denied.contains("[shop…web] denied by NetworkPolicy nobody (ingress)"))
    #expect(denied.contains("shop -> api: port 80 → 3000"))
    for rules in [
      "[{}]", "[{from: [{podSelector: {}}]}]", "[{from: [{namespaceSelector: {}}]}]",
      "[{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]", "[{ports: [{port: 9}]}]",
    ] {
      #expect(try lines(Sample.ingress + policy(", ingress: \(rules)")) == lines(Sample.ingress))
    }
    let open = policy(", ingress: [{}]").replacing("name: nobody", with: "name: all")
    #expect(try lines(Sample.ingress + policy("") + open) == lines(Sample.ingress))
    #expect(try lines(Sample.ingress + policy("").replacing("[Ingress]", with: "[Egress]")) == lines(Sample.ingress))
    let versions = Sample.versions.replacing("app: reviews,", with: "app: web,").replacing(
      "{app: reviews}", with: "{app: web}")
    let gateway = Sample.ingress.replacing("name: api, port: {number: 80}", with: "name: reviews, port: {number: 9080}")
    #expect(try lines(gateway + versions + policy("")).contains("reviews -x reviews-v1: port 9080"))
  }

  @Test("A workload with 0 replicas gets requests and answers none, unless an autoscaler sets their number")
  func noReplicas() throws {
    let text = Sample.tiers.replacing(
      "metadata: {name: db}\nspec:\n  selector: {matchLabels",
      with: "metadata: {name: db}\nspec:\n  replicas: 0\n  selector: {matchLabels")
    #expect(
      try lines(text) == [
        "Client -> web: port 80 → 8080", "web -> db: PostgreSQL :5432?", "[db] 0 replicas: no pod answers",
        "Client <- web",
      ])
    #expect(
      try lines(text, from: "Service/db") == [
        "Client in the cluster -> db: port 5432", "[db] 0 replicas: no pod answers",
      ])
    let scaler = """
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: db}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: db}, maxReplicas: 3}

      """
    #expect(try lines(text + scaler) == lines(Sample.tiers))
  }

  @Test("The protocol of an address with a password is shown, too")
  func protocolOfCredentials() throws {
    for (scheme, word) in [("mysql", "MySQL"), ("postgresql+asyncpg", "PostgreSQL"), ("amqp", "AMQP")] {
      let text =
        Sample.deployment("web", [("DB_URL", "\(scheme)://user:hunter2@db:3306/shop?x=1")])
        + Sample.deployment("db", port: 3306) + Sample.service("db", port: 3306)
      #expect(try lines(text).first == "web -> db: \(word) :3306?")
    }
  }

  @Test("A name of objects in several namespaces is reported, with the alternatives")
  func severalNamespaces() throws {
    func inside(_ namespace: String, _ text: String) -> String {
      text.replacing("metadata: {name", with: "metadata: {namespace: \(namespace), name")
    }
    let call = [("DB_ADDR", "db:5432")]
    let text =
      inside("one", Sample.deployment("web", port: 80, call) + Sample.service("web", port: 80))
      + inside("two", Sample.deployment("web", port: 80, call))
    let remarks = drawings(text, from: "web")[0].remarks
    #expect(
      remarks.contains {
        $0.contains("begins at one/Service/web, others are two/Deployment/web; use --from NAMESPACE/KIND/NAME")
      })
    let exact = drawings(text, from: "two/Deployment/web")[0]
    #expect(!exact.remarks.contains { $0.contains("namespaces") })
    #expect(exact.diagram.hops == ["web -> db"])
  }

  @Test("A host outside answers, a missing Service does not")
  func ends() throws {
    #expect(try lines(Sample.external) == ["job -> mail.example.com: HTTPS?", "job <- mail.example.com"])
    #expect(try lines(Sample.missing) == ["web -> cart: HTTP :7070?"])
    #expect(drawings(Sample.missing)[0].diagram.participants[1].detail == "Service · missing")
  }

  @Test("A headless Service leads to the pods of its StatefulSet, port by port")
  func headless() throws {
    #expect(
      try lines(Sample.headless) == [
        "web -> db: nodes:5432?", "[db] no further calls in the manifests", "web <- db",
      ])
    #expect(drawings(Sample.headless)[0].diagram.participants[1].detail.hasPrefix("headless Service nodes → "))
  }

  @Test("A Service in front of several workloads has a column, and one of them gets the request")
  func versions() throws {
    #expect(
      drawings(Sample.versions)[0].diagram.hops == [
        "caller -> reviews", "reviews -> reviews-v1", "reviews -> reviews-v2",
      ])
    #expect(try lines(Sample.versions).contains("alt Deployment reviews-v1"))
  }

  @Test("A port that the Service does not have leads nowhere")
  func wrongPort() throws {
    let text =
      Sample.deployment("web", [("DB_URL", "http://db:9999")]) + Sample.deployment("db", port: 5432)
      + Sample.service("db", port: 5432)
    #expect(try lines(text) == ["web -> db: HTTP :9999?", "[db] the Service has no port 9999"])
  }

  // MARK: - Ends

  @Test("A request may begin at a workload, and end where the user says")
  func fromTo() throws {
    let drawings = drawings(Sample.fanOut, from: "front", to: "d")
    #expect(
      drawings[0].diagram.hops == [
        "Client in the cluster -> front", "front -> a", "a -> b", "b -> d", "front -> b", "front -> d",
      ])
    #expect(self.drawings(Sample.entries, from: "robot")[0].diagram.hops.first == "robot -> front")
    #expect(self.drawings(Sample.entries, to: "admin")[0].diagram.hops == ["Client -> admin"])
  }

  @Test("If there is nothing to show, the diagram says so")
  func nothing() throws {
    #expect(try lines("") == ["[Client] no entry points and no calls in the manifests"])
    #expect(
      try lines(Sample.tiers + "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}", from: "c") == [
        "[Client] the object that --from names neither sends nor receives requests"
      ])
    #expect(
      try lines(Sample.entries, from: "admin", to: "cart")
        == ["[Client] no request reaches the object that --to names"])
  }

  // MARK: - Bounds

  @Test("A request that needs too many diagrams omits the farthest hops, and says which")
  func bounds() throws {
    let text =
      (1...200).map { number in
        Sample.deployment(
          "s\(number)", port: 80, [("NEXT_ADDR", "s\(number * 2):80"), ("OTHER_ADDR", "s\(number * 2 + 1):80")])
          + Sample.service("s\(number)", port: 80)
      }.joined()
    let drawings = drawings(text, from: "Deployment/s1")
    #expect(drawings.count == 12)
    for drawing in drawings {
      #expect(drawing.diagram.participants.count <= 14)
      #expect(drawing.diagram.allMessages.count <= 60)
      #expect(SequenceRules(drawing.diagram).broken == [])
    }
    #expect(drawings[0].diagram.lines.contains { $0.contains("in another part: 2 more calls (s") })
    #expect(drawings[11].diagram.lines.contains { $0.contains("not drawn: 2 more calls (s") })
    #expect(drawings.map { $0.remarks.contains { $0.contains("leaves out") } }.filter { $0 } == [true])
    #expect(drawings[11].remarks.contains { $0.contains("leaves out") && $0.contains("--from NAME") })
  }

  @Suite("The way of a request, in a browser")
  struct BrowserTests {
    private let tests = TrafficTests()

    @Test("The real mermaid.js draws each application with the same messages, and no rule of the model is broken")
    func drawn() throws {
      let diagrams = SampleTraffic.all.flatMap { tests.drawings($0.text).map(\.diagram) }
      let results = try MermaidCheck().draw(diagrams.map { MermaidSequenceWriter().text(of: $0) })
      for (diagram, result) in zip(diagrams, results) {
        #expect(SequenceRules(diagram).broken == [])
        #expect(result.ok, "\(diagram.title): \(result.error ?? "")")
        let messages = diagram.allMessages.map { message in
          "\(diagram.participants[message.from].id.text) \(diagram.participants[message.to].id.text)"
        }
        #expect(result.messages?.map { "\($0.from) \($0.to)" } == messages)
        #expect(result.participants?.count == diagram.participants.count)
      }
    }
  }
}

extension SequenceDiagram {
  var allMessages: [Message] {
    func messages(_ steps: [Step]) -> [Message] {
      steps.flatMap { step -> [Message] in
        switch step {
        case .message(let message): [message]
        case .block(let block): block.sections.flatMap { messages($0.steps) }
        case .note, .activate, .deactivate: []
        }
      }
    }
    return messages(steps)
  }

  /// Requests in their order: "web -> db".
  var hops: [String] {
    allMessages.filter { $0.line == .solid }.map { "\(participants[$0.from].name) -> \(participants[$0.to].name)" }
  }

  /// Everything but activations, a line each.
  var lines: [String] {
    func lines(_ steps: [Step]) -> [String] {
      steps.flatMap { step -> [String] in
        switch step {
        case .message(let message):
          let (from, to) = (participants[message.from].name, participants[message.to].name)
          if message.line == .dashed { return ["\(to) <- \(from)"] }
          let arrow = message.head == .arrow ? "->" : message.head == .open ? "-)" : "-x"
          return ["\(from) \(arrow) \(to): \(message.text)"]
        case .note(let note):
          guard case .over(let range) = note.place else { return [note.text] }
          let (first, last) = (participants[range.lowerBound].name, participants[range.upperBound].name)
          return [(range.count == 1 ? "[\(first)] " : "[\(first)…\(last)] ") + note.text]
        case .block(let block):
          let (first, next) = block.kind == .parallel ? ("par", "and") : ("alt", "else")
          return block.sections.enumerated().flatMap { position, section in
            ["\(position == 0 ? first : next) \(section.label)"] + lines(section.steps)
          } + ["end"]
        case .activate, .deactivate: return []
        }
      }
    }
    return lines(steps)
  }
}
