import PodmapManifests
import PodmapTopology
import Testing

@testable import PodmapDiagrams

/// The text that Mermaid gets for a condensed diagram.
@Suite struct CondensedMermaidTests {
  private static let bank = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: bank}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - name: server
            image: "web:2"
            ports: [{containerPort: 8080}]
            env:
            - {name: LEDGER, value: "http://ledger:80"}
            - {name: KEY, valueFrom: {secretKeyRef: {name: jwt, key: key}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: bank}
    spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: ledger, namespace: bank}
    spec:
      selector: {matchLabels: {app: ledger}}
      template:
        metadata: {labels: {app: ledger}}
        spec: {containers: [{name: server, image: "ledger:2", envFrom: [{configMapRef: {name: gone}}]}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: ledger, namespace: bank}
    spec: {selector: {app: ledger}, ports: [{port: 80}]}
    """

  @Test("The legend has one sample for all lines with dots, and says which are possible calls")
  func legend() {
    let workload = { (name: String, source: String) in
      """
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: \(name)}
      spec:
        selector: {matchLabels: {app: \(name)}}
        template:
          metadata: {labels: {app: \(name)}}
          spec: {containers: [{name: main, image: x\(source)}]}

      """
    }
    let text =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: book}, data: {A: 'http://stock:80'}}\n"
      + ["web", "job"].map { workload($0, ", envFrom: [{configMapRef: {name: book}}]") }.joined()
      + workload("stock", "")
      + "---\n{apiVersion: v1, kind: Service, metadata: {name: stock}, "
      + "spec: {selector: {app: stock}, ports: [{port: 80}]}}\n"
    func legend(_ expanded: Set<String>) -> String? {
      let topology = topology(text)
      let kept = Set(topology.nodes.indices.filter { expanded.contains(topology.nodes[$0].kind.name) })
      let diagram = FlowView.workloads.drawing(of: topology, ViewOptions(expanded: kept)).diagram
      let lines = CondensedMermaidWriter().text(of: Condenser.condensed(diagram, detail: .all)).split(separator: "\n")
      return lines.first { $0.contains("legend_lines[") }.map(String.init)
    }
    let both = legend(["ConfigMap", "Service"])
    #expect(both?.contains("┄┄▶ may call (shared configuration) in orange, others: reads") == true, "\(both ?? "")")
    #expect(both?.count { $0 == "▶" } == 2, "\(both ?? "")")
  }

  @Test("A card's text: Services, kind, name, containers, configuration")
  func cards() {
    let diagram = Condenser.condensed(FlowView.workloads.drawing(of: topology(Self.bank)).diagram, detail: .all)
    let text = CondensedMermaidWriter().text(of: diagram)
    #expect(
      text.contains(
        """
        "LoadBalancer :80→8080
        Deployment
        web
        ———
        app server 2
        secret jwt (not in the input)"]:::workloadCard
        """), "\(text)")
    #expect(text.contains("config gone (missing)"), "\(text)")
    #expect(text.contains(" --> ") && !text.contains(" ==> "), "\(text)")
  }

  @Test(
    "Names in a row are counted from the fourth on, and broken into lines between them",
    arguments: [
      (["a"], 0, "config a"), (["a", "b", "c", "d"], 0, "config a, b, c +1"), (["a", "b"], 7, "config a, b +7"),
      ([], 0, "config"),
      (
        ["a-name-of-20-letters", "b-name-of-20-letters"], 0,
        "config a-name-of-20-letters,\nb-name-of-20-letters"
      ),
    ])
  func names(_ names: [String], _ more: Int, _ text: String) {
    #expect(NameLines(names, after: "config", width: .card, shown: 3, more: more).lines.joined(separator: "\n") == text)
  }

  @Test("All missing names are in the text")
  func missing() {
    var row = CondensedDiagram.Row(subject: .calls, tag: "calls", items: "abcdefgh".map { .init(String($0)) })
    row.presence = .missing
    #expect(
      CondensedRowText(row, width: .card).lines == ["calls a, b, c,", "d, e, f,", "g, h (missing)"])
  }

  @Test("A row that has changed begins with the sign of its change, once")
  func marks() {
    var row = CondensedDiagram.Row(subject: .fact, tag: "config", items: [.init("settings")])
    row.mark = .added
    #expect(CondensedRowText(row, width: .card).lines == ["+ config settings"])
    row.tag = "+ config"
    #expect(CondensedRowText(row, width: .card).lines == ["+ config settings"])
  }

  @Test("Two writings of one diagram are the same")
  func repetition() {
    for seed in UInt64(1)...30 {
      var random = RandomDiagram(seed: seed)
      let diagram = Condenser.condensed(random.made(), detail: .all)
      #expect(CondensedMermaidWriter().text(of: diagram) == CondensedMermaidWriter().text(of: diagram))
    }
  }

  @Test("No layer of connected cards is much wider than a page")
  func layers() {
    let size = CondensedArrangement.Size(width: 200, height: 100)
    let next = [Array(1...20)] + Array(repeating: [], count: 20)
    let component = CondensedComponents.Component(cards: Array(0...20), next: next)
    let layers = CondensedLayers(component, sizes: Array(repeating: size.width, count: 21), room: 1100)
    #expect(layers.layers.map(\.count) == [1, 4, 4, 4, 4, 4])
    #expect(layers.pushed.count == 16)
  }
}
