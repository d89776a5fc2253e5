import PodmapManifests
import PodmapTopology
import Testing

@Suite("How certain a call is")
struct CertaintyTests {
  private static let addresses = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: addresses}
    data:
      STOCK_URL: http://stock:80
      TILL_URL: http://till:80
      book.yaml: |
        stock: http://stock:80
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: stock}
    spec: {ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: till}
    spec: {ports: [{port: 80}]}

    """

  /// A Deployment with one container and the volume `book`, whose files are the addresses.
  private static func workload(_ name: String, _ container: String) -> String {
    deployment(
      name,
      spec: """
        containers: [{name: app, image: app, \(container)}]
        volumes: [{name: book, configMap: {name: addresses}}]
        """)
  }

  private static let all = "envFrom: [{configMapRef: {name: addresses}}]"
  private static let folder = "volumeMounts: [{name: book, mountPath: /book}]"

  private static func certainty(_ graph: Graph, _ caller: String = "web", _ service: String = "stock") -> Certainty? {
    graph.edge("default/Deployment/\(caller)/app", "default/Service/\(service)", .calls)?.certainty
  }

  @Test("It is possible if several workloads load the configuration in full, as variables or as files")
  func shared() {
    for (one, other) in [(Self.all, Self.all), (Self.folder, Self.folder), (Self.all, Self.folder)] {
      let graph = Graph(Self.addresses, Self.workload("web", one), Self.workload("job", other))
      #expect(Self.certainty(graph) == .possible)
      #expect(Self.certainty(graph, "job") == .possible)
      #expect(Self.certainty(graph, "job", "till") == .possible)
    }
  }

  @Test("It is possible if several workloads mount the same file of a folder")
  func sharedFile() {
    let file = "volumeMounts: [{name: book, mountPath: /book.yaml, subPath: book.yaml}]"
    let other = "volumeMounts: [{name: book, mountPath: /url, subPath: TILL_URL}]"
    let same = Graph(Self.addresses, Self.workload("web", file), Self.workload("job", file))
    #expect(Self.certainty(same) == .possible)
    let different = Graph(Self.addresses, Self.workload("web", file), Self.workload("job", other))
    #expect(Self.certainty(different) == .inferred)
    #expect(Self.certainty(different, "job", "till") == .inferred)
  }

  @Test("It is inferred if only one workload loads the configuration, in however many containers")
  func own() {
    let alone = deployment(
      "web", spec: "containers: [{name: app, image: a, \(Self.all)}, {name: side, image: b, \(Self.all)}]")
    let graph = Graph(Self.addresses, alone, Self.workload("job", "command: [run]"))
    #expect(Self.certainty(graph) == .inferred)
  }

  @Test(
    "It is inferred if the container itself names the value",
    arguments: [
      "env: [{name: S, valueFrom: {configMapKeyRef: {name: addresses, key: STOCK_URL}}}]",
      "args: [--upstream, $(STOCK_URL)]", "command: [sh, -c, 'exec serve $STOCK_URL']",
      "env: [{name: MINE, value: $(STOCK_URL)/v1}]", "env: [{name: MINE, value: 'http://stock:80'}]",
    ])
  func named(_ field: String) {
    let graph = Graph(
      Self.addresses, Self.workload("web", "\(Self.all), \(field)"), Self.workload("job", Self.all))
    #expect(Self.certainty(graph) == .inferred)
    #expect(Self.certainty(graph, "web", "till") == .possible)
    #expect(Self.certainty(graph, "job") == .possible)
    #expect(graph.edges(.calls).count == 4)
  }

  @Test("An inferred call keeps the evidence that alone would make it possible")
  func evidence() throws {
    let graph = Graph(
      Self.addresses, Self.workload("web", "\(Self.folder), args: ['--stock=http://stock:80']"),
      Self.workload("job", Self.folder))
    let edge = try #require(graph.edge("default/Deployment/web/app", "default/Service/stock", .calls))
    #expect(edge.certainty == .inferred)
    #expect(Set(edge.evidence.map(\.file)) == ["0.yaml", "1.yaml"])
  }

  @Test("An address book that every workload mounts makes no inferred call")
  func addressBook() {
    let names = ["desk", "rooms", "rates"]
    let book = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: addresses}
      data:
        all.json: |
          {\(names.map { "\"\($0)Address\": \"\($0):7000\"" }.joined(separator: ", "))}
      ---

      """
    let services = names.map { service($0, spec: "selector: {app: \($0)}\nports: [{port: 7000}]") }
    let workloads = names.map { name in
      deployment(
        name, labels: "app: \(name)",
        spec: """
          containers: [{name: app, image: app, \(Self.folder)}]
          volumes: [{name: book, configMap: {name: addresses}}]
          """)
    }
    let graph = Graph(book + (services + workloads).joined(separator: "---\n"))
    let calls = graph.topology.edges.filter { $0.kind == .calls }
    #expect(calls.count == 6)
    #expect(calls.allSatisfy { $0.certainty == .possible })
  }
}
