import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

@Suite("The rules of condensing")
struct CondensingRuleTests {
  private func deployment(_ name: String, env: [String: String] = [:], from config: String? = nil) -> String {
    let variables = env.sorted { $0.key < $1.key }.map { "{name: \($0.key), value: \"\($0.value)\"}" }
    let source = config.map { ", envFrom: [{configMapRef: {name: \($0)}}]" } ?? ""
    return """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(name)}
      spec:
        selector: {matchLabels: {app: \(name)}}
        template:
          metadata: {labels: {app: \(name)}}
          spec: {containers: [{name: main, image: \(name), env: [\(variables.joined(separator: ", "))]\(source)}]}
      ---

      """
  }

  private func service(_ name: String, for app: String? = nil) -> String {
    "apiVersion: v1\nkind: Service\nmetadata: {name: \(name)}\n"
      + "spec: {selector: {app: \(app ?? name)}, ports: [{port: 80, targetPort: 8080}]}\n---\n"
  }

  private func condensed(_ text: String, expanding words: Set<String> = []) -> CondensedDiagram {
    let topology = LinkedInput(texts: [("app.yaml", text)], subject: nil).topology
    let kept = Set(topology.nodes.indices.filter { words.contains(topology.nodes[$0].kind.name) })
    let diagram = FlowView.workloads.drawing(of: topology, ViewOptions(expanded: kept)).diagram
    return Condenser.condensed(diagram, detail: .all)
  }

  @Test("A Service that leads to one workload is the first row of its card, unless the user wants a box")
  func front() {
    let text = deployment("web") + service("web")
    let folded = condensed(text)
    #expect(folded.cards.map(\.name) == ["web"])
    #expect(folded.cards[0].tabs.map(\.items) == [[CondensedDiagram.Item("", quiet: ":80→8080")]])
    #expect(folded.lines.isEmpty)
    let expanded = condensed(text, expanding: ["Service"])
    #expect(expanded.cards.count == 2)
    #expect(expanded.lines.map(\.group) == [.routes])
  }

  @Test("What more than six call has no lines, says how many call it, and its own calls are text")
  func hub() throws {
    let callers = (1...7).map { deployment("caller\($0)", env: ["URL": "http://hub:80", "N": "\($0)"]) }.joined()
    let diagram = condensed(
      callers + deployment("hub", env: ["URL": "http://store:80"]) + service("hub") + deployment("store")
        + service("store"))
    let hub = try #require(diagram.cards.first { $0.name == "hub" })
    #expect(hub.foot.flatMap(\.items).map(\.text) == ["called by 7"])
    #expect(hub.rows.contains { $0.tag == "calls" && $0.items.map(\.text) == ["store"] })
    #expect(diagram.lines.isEmpty)
  }

  @Test("Addresses that more than three load in full are one row, and of a few they are dashed lines")
  func possible() throws {
    let config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: all}\ndata: {A: 'http://stock:80'}\n---\n"
    let stock = deployment("stock") + service("stock")
    func picture(_ count: Int) -> CondensedDiagram {
      condensed(config + stock + (1...count).map { deployment("web\($0)", env: ["N": "\($0)"], from: "all") }.joined())
    }
    let few = picture(2)
    let calls = few.lines.filter { $0.group == .calls }
    #expect(calls.count == 2 && calls.allSatisfy(\.isDashed))
    let many = picture(4)
    #expect(many.lines.isEmpty)
    #expect(many.cards.flatMap(\.rows).contains { $0.tag == "may call" && $0.items.map(\.text) == ["stock"] })
  }

  @Test("A book of addresses is one row of each workload that reads it, and no line")
  func addressBook() throws {
    let book =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: book}\ndata: {A: 'http://stock:80', B: 'http://till:80'}\n---\n"
    let stores = ["stock", "till"].map { deployment($0) + service($0) }.joined()
    let diagram = condensed(
      book + stores + (1...2).map { deployment("web\($0)", env: ["N": "\($0)"], from: "book") }.joined())
    #expect(!diagram.lines.contains { $0.group == .calls })
    let rows = diagram.cards.flatMap(\.rows).filter { $0.tag == "addresses" }
    #expect(Set(rows.flatMap(\.items).map(\.text)) == ["of 2 Services, from book"])
  }

  @Test("Configuration that several read is a row of each of them and one row of a table")
  func shared() throws {
    let config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n---\n"
    let diagram = condensed(
      config + (1...5).map { deployment("web\($0)", env: ["N": "\($0)"], from: "settings") }.joined())
    let table = try #require(diagram.cards.first { $0.form == .table })
    #expect(table.rows.flatMap(\.items).map(\.text) == ["settings"])
    #expect(table.rows[0].items[0].quiet == "read by web1, web2, web3, web4, web5")
    #expect(diagram.lines.isEmpty)
  }

  @Test("Groups of cards that differ only in their names are one group of stacks")
  func twins() throws {
    let pairs = (1...5).map { number in
      deployment("shop\(number)", env: ["DB": "http://shop\(number)-db:80"]) + deployment("shop\(number)-db")
        + service("shop\(number)-db")
    }
    let diagram = condensed(pairs.joined())
    #expect(diagram.cards.count == 2 && diagram.cards.allSatisfy { $0.form == .set && $0.members.count == 5 })
    #expect(diagram.lines.count == 1)
  }

  @Test("A call against the flow is text, so that all lines lead one way")
  func backEdge() throws {
    let diagram = condensed(
      deployment("a", env: ["URL": "http://b:80"]) + service("a") + deployment("b", env: ["URL": "http://a:80"])
        + service("b"))
    #expect(diagram.lines.count == 1)
    #expect(diagram.cards.flatMap(\.rows).filter { $0.tag == "calls" }.count == 1)
  }
}
