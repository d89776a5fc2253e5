import Foundation
import PodmapDiagrams
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

@Suite("Diagrams written by hand")
struct HandWrittenTests {
  @Test("They are as committed, as Mermaid", arguments: HandWrittenDiagrams.all.map(\.name))
  func mermaid(_ name: String) throws {
    try Golden().check(mermaidText(of: diagram(name)), named: name + ".mmd")
  }

  @Test("They are as committed, as DOT", arguments: HandWrittenDiagrams.all.map(\.name))
  func dot(_ name: String) throws {
    try Golden().check(dotText(of: diagram(name)), named: name + ".dot")
  }

  @Test("The user's choices for a picture take precedence over the document's")
  func options() {
    let text = HandWrittenDiagrams.everything
    let diagram = HandWrittenDiagrams.alone(text, ViewOptions(title: "T", direction: .leftToRight))
    #expect(diagram.title == "T")
    #expect(diagram.direction == .leftToRight)
    #expect(HandWrittenDiagrams.alone(HandWrittenDiagrams.free).direction == .leftToRight)
    #expect(HandWrittenDiagrams.alone(HandWrittenDiagrams.free).title == "free")
  }

  @Test("Without a description the lines are described in words")
  func summary() {
    #expect(HandWrittenDiagrams.alone(HandWrittenDiagrams.free).summary == "A → C, A → D, B → E.")
    let head = "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: d}\nnodes: {a: A, b: B}\n"
    #expect(HandWrittenDiagrams.alone(head).summary == "A, B.")
    let edges = (0..<100).map { "- a -> b: line \($0)\n" }.joined()
    let summary = HandWrittenDiagrams.alone(head + "edges:\n" + edges).summary
    #expect(summary.hasSuffix("A line 19 B, and 80 more."))
  }

  @Test(
    "Beside manifests a node is in every view that shows something it is connected to, and an unconnected one in all",
    arguments: [
      (FlowView.workloads, ["Auditor", "Bank", "Clock", "Customer", "Support agent"]),
      (.network, ["Bank", "Clock", "Customer", "Support agent"]),
      (.pod, ["Bank", "Clock"]), (.architecture, ["Bank", "Clock"]),
    ])
  func views(_ view: FlowView, _ names: [String]) {
    let diagram = HandWrittenDiagrams.joined(HandWrittenDiagrams.shop, HandWrittenDiagrams.users, view: view)
    #expect(diagram.cards.filter(\.isProse).map(\.name).sorted() == names)
    // No line without both its ends.
    let ids = Set(diagram.cards.flatMap { [$0.id] + ($0.pod?.containers.map(\.id) ?? []) })
    #expect(diagram.links.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
    #expect(diagram.links.contains { $0.kind == .connects })
  }

  @Test("The part that a view shows contains what was written by hand and drawn", arguments: FlowView.all)
  func part(_ view: FlowView) {
    let set = HandWrittenDiagrams.read(HandWrittenDiagrams.shop, HandWrittenDiagrams.users)
    let topology = Topology(set.resources, diagrams: set.diagrams)
    let drawn = view.drawing(of: topology).drawn
    #expect(
      view.part(of: topology).nodes.map(\.id)
        == topology.nodes.indices.filter { drawn[$0] }.map { topology.nodes[$0].id })
  }

  @Test("Among objects a node says its kind, and its groups are frames around it")
  func joined() throws {
    let diagram = HandWrittenDiagrams.joined(HandWrittenDiagrams.shop, HandWrittenDiagrams.users, view: .workloads)
    let kinds = Dictionary(diagram.cards.map { ($0.name, $0.kind) }) { first, _ in first }
    #expect(kinds["Bank"] == "external system")
    #expect(kinds["Customer"] == "user")
    #expect(kinds["Clock"]?.isEmpty == true)
    let agent = try #require(diagram.cards.first { $0.name == "Support agent" })
    let frame = try #require(agent.group)
    #expect(diagram.groups[frame].name == "Support")
    #expect(diagram.groups[frame].parent.map { diagram.groups[$0].name } == "Our company")
    #expect(diagram.summary.contains("2 users"))
    #expect(diagram.summary.contains("2 boxes"))
    #expect(diagram.links.filter(\.isDashed).count == 1)
  }

  @Test("JSON contains the label, the kind and the groups of a node, and the line of an edge")
  func json() {
    let set = HandWrittenDiagrams.read(HandWrittenDiagrams.shop, HandWrittenDiagrams.users)
    var text = ""
    TopologyJSONWriter().write(Topology(set.resources, diagrams: set.diagrams), diagnostics: [], to: &text)
    #expect(
      text.contains(
        "{\"id\": \"Diagram.podmap/users/agent\", \"kind\": \"Diagram.podmap\", \"name\": \"agent\", "
          + "\"label\": \"Support agent\", \"groups\": [\"Our company\", \"Support\"], "
          + "\"places\": [{\"file\": \"1.yaml\", \"line\": 6}]}"))
    #expect(text.contains("\"label\": \"Bank\", \"drawnAs\": \"external\""))
    #expect(text.contains("\"kind\": \"connects\", \"certainty\": \"declared\", \"line\": \"dashed\""))
  }

  @Test("The examples in the documentation are read without messages, and its lists of keywords are complete")
  func documentation() throws {
    let page = try String(contentsOf: packageFolder().appendingPathComponent("docs/diagram.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(examples.count == 6)
    let head = "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: d}\n"
    for example in examples {
      let isWhole = example.hasPrefix("apiVersion")
      let isNodes = example.hasPrefix("nodes")
      let nodes = isWhole || isNodes ? "" : "nodes: {customer: C, shop: S, till: T, database: D, web: W, proxy: P}\n"
      let text = isWhole ? example : head + nodes + example.replacing("groups: [machine]", with: "nodes: [shop]")
      #expect(HandWrittenDiagrams.read(text).diagnostics.isEmpty, "\(HandWrittenDiagrams.read(text).diagnostics)")
    }
    for word in DiagramDocument.NodeKind.allCases { #expect(page.contains("`\(word.rawValue)`"), "\(word)") }
    for word in DiagramDocument.SequenceBlock.Kind.allCases { #expect(page.contains("`\(word.rawValue):"), "\(word)") }
    for word in DiagramDocument.GroupKind.allCases { #expect(page.contains("`\(word.rawValue)`"), "\(word)") }
  }

  private func diagram(_ name: String) throws -> FlowDiagram {
    try #require(HandWrittenDiagrams.all.first { $0.name == name }).diagram
  }

  @Suite("Diagrams written by hand, in a browser")
  struct BrowserTests {
    @Test("A picture of its own contains what was written, in order, and nothing else")
    func alone() throws {
      let diagram = HandWrittenDiagrams.alone(HandWrittenDiagrams.everything)
      #expect(diagram.title == "A cluster drawn by hand")
      #expect(diagram.summary == "Two machines, a pod on each, and a database outside.")
      #expect(!diagram.showsLegend)
      #expect(diagram.cards.map(\.id.text) == ["api", "app", "log", "web", "db", "user", "n_end"])
      #expect(diagram.cards.allSatisfy { $0.kind.isEmpty && $0.lines.isEmpty && $0.pod == nil })
      #expect(diagram.links.count == 8)
      let result = try #require(try MermaidCheck().draw([mermaidText(of: diagram)]).first)
      #expect(result.nodes?.count == 7)
      #expect(result.edges?.count == 8)
      #expect(result.edges?.contains(where: \.hidden) == false)
      #expect(
        result.edges?.map { $0.label.replacing("\n", with: " ") } == [
          "writes", "", "asks now and then", "asks for what only the back end has, and waits until it comes", "reads",
          "writes", "retries", "",
        ])
      #expect(result.drawn?.nodes.contains("end") == true)
    }

    @Test("Unconnected pieces get neither hidden lines nor a legend")
    func free() throws {
      let diagram = HandWrittenDiagrams.alone(HandWrittenDiagrams.free)
      let result = try #require(try MermaidCheck().draw([mermaidText(of: diagram)]).first)
      #expect(result.nodes?.map(\.id).sorted() == ["a", "b", "c", "d", "e", "f"])
      #expect(result.edges?.map { "\($0.from)\($0.to)" } == ["ac", "ad", "be"])
      #expect(result.subgraphs?.isEmpty == true)
      #expect(!dotText(of: diagram).contains("invis"))
    }

    @Test("No text changes the structure, whatever it is used for")
    func hostile() throws {
      // Blank texts are errors; two spellings of one letter are one id.
      var seen: Set<String> = []
      let texts = HostileTexts.all.filter { !$0.allSatisfy(\.isWhitespace) && seen.insert($0).inserted }
      let diagrams = try stride(from: 0, to: texts.count, by: 60).map { start in
        try hostileDiagram(Array(texts[start..<min(start + 60, texts.count)]))
      }
      let check = try GraphvizCheck()
      for (diagram, result) in zip(diagrams, try MermaidCheck().draw(diagrams.map { mermaidText(of: $0) })) {
        #expect(result.ok, "\(diagram.title.debugDescription): \(result.error ?? "")")
        expectSame(result.nodes?.map(\.id) ?? [], diagram.cards.map(\.id.text), "boxes")
        expectSame(
          result.edges?.map { "\($0.from) \($0.to)" } ?? [], diagram.links.map { "\($0.from.text) \($0.to.text)" },
          "lines")
        #expect(Set(result.subgraphs?.map(\.id) ?? []) == Set(diagram.groups.map(\.id.text)))
        let short = diagram.cards.map(\.name).filter { $0.count < 30 }.map(Self.words)
        let drawn = Set((result.drawn?.nodes ?? []).map(Self.words))
        for text in short where !text.isEmpty { #expect(drawn.contains(text), "\(text.debugDescription)") }
        let elements = try check.layOut(dotText(of: diagram)).filter { !$0.classes.contains("legend") }
        expectSame(elements.filter { $0.classes.first == "node" }.map(\.id), diagram.cards.map(\.id.text), "boxes")
        #expect(elements.count { $0.classes.first == "edge" } == diagram.links.count)
      }
    }

    /// One document in which each text is an id, a label and the label of a line, and many are groups.
    private func hostileDiagram(_ texts: [String]) throws -> FlowDiagram {
      let quoted = texts.map(Self.quoted)
      // A key of more than 1,024 characters needs the question mark.
      let nodes = quoted.map { "? \($0) : \($0)" }
      let groups = quoted.indices.filter { $0 % 4 == 0 }.map { position in
        "? \(quoted[position]) : {\"label\": \(quoted[position]), \"nodes\": [\(quoted[position])]}"
      }
      let edges = quoted.indices.map { position in
        let other = position % 2 == 0 ? min(position + 1, quoted.count - 1) : position - 1
        return "{\"from\": \(quoted[position]), \"to\": \(quoted[other]), \"label\": \(quoted[position])}"
      }
      let text = """
        {"apiVersion": "podmap/v1", "kind": "Diagram", "metadata": {"name": \(quoted[0])}, "title": \(quoted[0]),
         "nodes": {\(nodes.joined(separator: ", "))}, "groups": {\(groups.joined(separator: ", "))},
         "edges": [\(edges.joined(separator: ", "))]}
        """
      let set = HandWrittenDiagrams.read(text)
      #expect(set.diagnostics.isEmpty, "\(set.diagnostics)")
      let topology = Topology([], diagrams: set.diagrams)
      #expect(topology.diagnostics.isEmpty)
      #expect(topology.nodes.count == texts.count)
      #expect(topology.edges.count == texts.count)
      let document = try #require(set.diagrams.first)
      #expect(document.nodes.map(\.id) == texts)
      return FlowView.Result(document, in: topology).diagram
    }

    /// A text in the double quotes of YAML; what they can't hold as it is has its number.
    private static func quoted(_ text: String) -> String {
      let characters = text.unicodeScalars.map { scalar -> String in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case " "..."~": String(scalar)
        default: "\\U" + String(("0000000" + String(scalar.value, radix: 16)).suffix(8))
        }
      }
      return "\"\(characters.joined())\""
    }

    /// What a reader should see of a short text, without regard to where its lines are broken.
    private static func words(_ text: String) -> String {
      PodmapDiagramsTests.seen(text, limit: 200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
