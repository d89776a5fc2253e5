import PodmapManifests
import PodmapTopology
import Testing

@Suite("What a project says about its graph")
struct SettingTests {
  private static let web = deployment(
    "web", labels: "app: web", namespace: "shop",
    spec: "containers: [{name: app, image: i, envFrom: [{configMapRef: {name: flags}}]}]")
  private static let cart = """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: cart, namespace: shop}
    spec: {ports: [{port: 80}]}
    """

  private func linked(_ change: (inout GraphSettings) -> Void) -> LinkedInput {
    var settings = GraphSettings()
    change(&settings)
    return LinkedInput(SourceFiles([("a.yaml", Self.web + Self.cart)]), subject: nil, settings: settings)
  }

  private static let here = Place(file: "podmap.yaml", line: 7)

  @Test("An accepted finding is not reported, and an entry without one is noted")
  func accepted() {
    let input = linked {
      $0.accepted = [
        AcceptedFinding(.missingObject, NamePattern("ConfigMap/flags"), reason: "made by hand", at: Self.here)
      ]
    }
    #expect(input.diagnostics == [])
    #expect(input.accepted.map(\.reason) == ["made by hand"])
    let unused = linked {
      $0.accepted = [AcceptedFinding(.deniedCall, NamePattern("flags"), reason: "r", at: Self.here)]
    }
    #expect(unused.diagnostics.map(\.topic) == [.missingObject, .unusedSetting])
    #expect(unused.diagnostics.last?.description.hasPrefix("podmap.yaml:7:1: note: no finding 'denied-call'") == true)
  }

  @Test(
    "A finding is accepted by any object that it is about", arguments: ["flags", "Deployment/web", "shop/*", "web"])
  func objects(_ pattern: String) {
    let input = linked {
      $0.accepted = [AcceptedFinding(.missingObject, NamePattern(pattern), reason: "r", at: Self.here)]
    }
    #expect(input.diagnostics == [])
  }

  @Test("What is provided elsewhere is not missing")
  func provided() {
    let input = linked { $0.provided = [WrittenPattern(NamePattern("ConfigMap/flags"), at: Self.here)] }
    #expect(input.diagnostics == [])
    #expect(input.topology.nodes.first { $0.name == "flags" }?.presence == .external)
  }

  @Test("What is ignored is left out, and is not missing either")
  func ignored() {
    let input = linked {
      $0.ignored = [
        WrittenPattern(NamePattern("ConfigMap/flags"), at: Self.here),
        WrittenPattern(NamePattern("cart"), at: Place(file: "podmap.yaml", line: 8)),
      ]
    }
    #expect(input.diagnostics == [])
    #expect(input.topology.nodes.map(\.id.text) == ["shop/Deployment/web", "shop/Deployment/web/app"])
  }

  private func call(_ from: String, _ to: String, port: Int? = nil, isRemoved: Bool = false) -> WrittenCall {
    WrittenCall(
      from: NamePattern(from), to: NamePattern(to), port: port, isRemoved: isRemoved, reason: "built at run time",
      at: Self.here,
      evidence: Evidence(file: "podmap.yaml", line: 7, path: "calls[0].reason", value: "built at run time"))
  }

  @Test("A call that is written by hand is an edge with the reason as its evidence", arguments: ["web", "web/app"])
  func added(_ from: String) throws {
    let input = linked { $0.calls = [call(from, "Service/cart", port: 80)] }
    let edge = try #require(input.topology.edges.first { $0.kind == .calls })
    #expect(input.topology.nodes[edge.from].id.text == "shop/Deployment/web/app")
    #expect(input.topology.nodes[edge.to].id.text == "shop/Service/cart")
    #expect(edge.port == 80 && edge.evidence.map(\.value) == ["built at run time"])
  }

  @Test("A call may lead to a host outside, and one whose ends are not there is noted")
  func ends() {
    let outside = linked { $0.calls = [call("web", "api.example.com")] }
    #expect(
      outside.topology.nodes.contains { $0.kind == .host && $0.name == "api.example.com" && $0.presence == .outside })
    let unused = linked { $0.calls = [call("web", "nothing")] }
    #expect(unused.diagnostics.map(\.topic) == [.missingObject, .unusedSetting])
  }

  @Test("A call that Podmap finds wrongly is removed")
  func removed() {
    let text = Self.web.replacing("image: i,", with: "image: i, env: [{name: U, value: 'http://cart'}],") + Self.cart
    var settings = GraphSettings()
    settings.calls = [call("web", "cart", isRemoved: true)]
    func calls(_ settings: GraphSettings) -> Int {
      LinkedInput(SourceFiles([("a.yaml", text)]), subject: nil, settings: settings).topology.edges
        .count { $0.kind == .calls }
    }
    #expect(calls(GraphSettings()) == 1)
    #expect(calls(settings) == 0)
  }
}
