@testable import PodmapDiagrams
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("Requests, telemetry and health checks") struct TelemetryTests {
  private typealias Sample = SampleTraffic

  private func drawings(_ text: String, from: String? = nil, possible: Bool = false) -> [SequenceView.Result] {
    let topology = topology(text)
    return SequenceView.traffic.drawings(
      of: topology,
      SequenceOptions(from: from.map { topology.positions(of: NamePattern($0)) }, showsPossible: possible))
  }

  /// A shop whose parts all send telemetry to a collector, which checks one of them.
  private func shop(_ collector: String, port: Int = 4317) -> String {
    let telemetry = ("OTLP_ENDPOINT", "http://\(collector):\(port)")
    return Sample.deployment("front", port: 80, [("CART_ADDR", "cart:80"), telemetry])
      + Sample.service("front", port: 80)
      + Sample.deployment("cart", port: 80, [telemetry]) + Sample.service("cart", port: 80)
      + Sample.deployment("accounting", [telemetry])
      + Sample.deployment(collector, port: port, [("TARGET", "http://front:80")])
      + Sample.service(collector, port: port)
  }

  @Test("A request doesn't continue through a collector, whose own calls begin separately")
  func collector() throws {
    let drawings = drawings(shop("collector"))
    try #require(drawings.count == 1)
    #expect(
      drawings[0].diagram.hops == [
        "front -> cart", "cart -> collector", "front -> collector", "collector -> front",
      ])
    #expect(drawings[0].diagram.lines.contains("front -) collector: HTTP :4317?"))
    #expect(!drawings[0].diagram.lines.contains { $0.contains("<- collector") })
    #expect(drawings[0].remarks.contains { $0.contains("only send telemetry are left out: accounting") })
  }

  @Test("A collector is recognised by the words of its name, too; other names that contain such a word are programs")
  func names() {
    let collector = drawings(shop("my-otel-collector", port: 9999))[0].diagram
    #expect(collector.lines.contains("front -) my-otel-collector: HTTP :9999?"))
    let program = drawings(shop("debt-collector", port: 9999), from: "Service/front")[0].diagram
    #expect(program.lines.contains("front -> debt-collector: HTTP :9999?"))
  }

  @Test("A sidecar that ships logs doesn't make its pod a collector")
  func logShipper() {
    let text =
      Sample.deployment("web", port: 80, [("DB_ADDR", "db:5432")])
      .replacing("containers: [", with: "containers: [{name: logs, image: \"fluent/fluent-bit:3\"}, ")
      + Sample.service("web", port: 80, type: "NodePort") + Sample.deployment("db", port: 5432)
      + Sample.service("db", port: 5432)
    #expect(drawings(text)[0].diagram.hops == ["Client -> web", "web -> db"])
    #expect(drawings(text)[0].diagram.lines.contains("web -> db: port 5432?"))
  }

  @Test("Someone who only sends telemetry is drawn if nobody else calls anything")
  func onlySenders() {
    let text =
      Sample.deployment("a", [("OTLP", "http://c:4318")]) + Sample.deployment("c", port: 4318)
      + Sample.service("c", port: 4318)
    #expect(drawings(text)[0].diagram.hops == ["a -> c"])
  }

  @Test("A health check gets a reply and causes no calls, whether its path or its key says what it is")
  func healthChecks() {
    let key = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: checks}
      data: {HEALTHCHECK_URL: "http://front:80"}

      """
    let byKey = Sample.deployment("watch").replacing(
      "image:", with: "envFrom: [{configMapRef: {name: checks}}], image:")
    for watch in [Sample.deployment("watch", [("TARGET", "http://front:80/healthz")]), key + byKey] {
      let text =
        watch + Sample.deployment("front", port: 80, [("DB", "db:5432")])
        + Sample.service("front", port: 80) + Sample.deployment("db", port: 5432) + Sample.service("db", port: 5432)
      let lines = drawings(text, from: "watch")[0].diagram.lines
      #expect(lines.prefix(2) == ["watch -> front: HTTP :80?", "watch <- front"])
      #expect(drawings(text)[0].diagram.hops.contains("front -> db"))
    }
  }

  @Test("Inferred calls have a question mark, and a note explains it; what Kubernetes routes has none")
  func inferred() {
    let lines = drawings(Sample.tiers)[0].diagram.lines
    #expect(lines.contains("Client -> web: port 80 → 8080"))
    #expect(lines.contains("web -> db: PostgreSQL :5432?"))
    #expect(lines.last?.hasSuffix("? = inferred from a value in the manifests") == true)
    #expect(!drawings(Sample.ingress)[0].diagram.lines.contains { $0.contains("?") })
  }

  @Test("Possible calls are left out, and a message says so, unless the user asks for them")
  func possible() {
    let book = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: book}
      data: {DB_URL: "http://db:80"}
      ---

      """
    func loads(_ name: String) -> String {
      Sample.deployment(name, port: 80).replacing("image:", with: "envFrom: [{configMapRef: {name: book}}], image:")
    }
    let text =
      book + loads("web") + Sample.service("web", port: 80, type: "LoadBalancer") + loads("other")
      + Sample.deployment("db", port: 80) + Sample.service("db", port: 80)
    let certain = drawings(text)
    #expect(certain[0].diagram.hops == ["Client -> web"])
    #expect(certain[0].remarks.contains { $0.contains("possible calls of other, web are left out; use --possible") })
    #expect(drawings(text, possible: true)[0].diagram.hops == ["Client -> web", "web -> db"])
  }

  @Test("Requests also come in at ports of nodes: those of a container, and all of a pod in the node's network")
  func hostPorts() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: w, image: w, ports: [{containerPort: 80, hostPort: 9080}]}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: exporter}
      spec: {hostNetwork: true, containers: [{name: e, image: e, ports: [{containerPort: 9100}]}]}

      """
    let lines = drawings(text)[0].diagram.lines
    #expect(lines.contains("Client -> web: host port 9080"))
    #expect(lines.contains("Client -> exporter: host port 9100"))
  }

  @Test("A request that is too wide for a page is cut into parts, and each hop is drawn in one of them")
  func parts() {
    let names = (1...9).map { "a-service-with-a-long-name-\($0)" }
    let text =
      Sample.deployment("front", port: 80, names.enumerated().map { ("ADDR_\($0)", "\($1):80") })
      + Sample.service("front", port: 80, type: "LoadBalancer")
      + names.map { Sample.deployment($0, port: 80) + Sample.service($0, port: 80) }.joined()
    let drawings = drawings(text)
    #expect(drawings.count > 1)
    for drawing in drawings {
      #expect(SequenceRules(drawing.diagram).broken == [])
      #expect(SequenceColumns(drawing.diagram, hasIcons: true).fitPage)
    }
    let hops = drawings.flatMap(\.diagram.hops)
    #expect(hops.sorted() == (["Client -> front"] + names.map { "front -> \($0)" }).sorted())
    #expect(drawings[0].diagram.title == "Traffic (part 1)")
    #expect(drawings[0].diagram.lines.contains { $0.contains("in another part: ") })
    #expect(drawings.last?.diagram.lines.contains { $0.contains("in another part") } == false)
  }
}
