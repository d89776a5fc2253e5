import PodmapManifests
import PodmapTopology
import Testing

/// A Diagram with lines behind its name.
func diagram(_ body: String, name: String = "d", namespace: String? = nil) -> String {
  let namespace = namespace.map { ", namespace: \($0)" } ?? ""
  return "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: \(name)\(namespace)}\n\(body)\n"
}

@Suite("Diagrams written by hand in the graph")
struct DiagramJoiningTests {
  private static let shop = [
    deployment("web", labels: "app: web", namespace: "shop", spec: "containers: [{name: server}, {name: log}]"),
    service("web", namespace: "shop", spec: "selector: {app: web}\nports: [{port: 80}]"),
    deployment("web", namespace: "tools", spec: "containers: [{name: server}]"),
    deployment("job", namespace: "tools", spec: "containers: [{name: a, envFrom: [{secretRef: {name: keys}}]}]"),
    deployment("web", spec: "containers: [{name: server}]\npriorityClassName: high"),
  ].joined(separator: "---\n")

  private func graph(_ body: String, namespace: String? = nil) -> Graph {
    Graph(Self.shop, diagram(body, namespace: namespace))
  }

  @Test("Their nodes are nodes of the graph, with ids that no object has, and change no other id")
  func nodes() throws {
    let with = graph("nodes: {user: {label: A user, kind: user}, 'a/b%': B}\ngroups: {g: {label: G, nodes: [user]}}")
    let without = Graph(Self.shop)
    #expect(with.diagnostics.isEmpty)
    #expect(Set(with.ids).subtracting(without.ids) == ["Diagram.podmap/d/user", "Diagram.podmap/d/a%2Fb%25"])
    #expect(Set(without.ids).isSubset(of: with.ids))
    let user = try #require(with.node("Diagram.podmap/d/user"))
    #expect(user.kind.rawValue == "Diagram.podmap")
    #expect(user.name == "user")
    #expect(user.namespace == nil)
    #expect(user.presence == .present)
    #expect(user.places.map(\.description) == ["1.yaml:4:9"])
    #expect(user.drawnByHand?.label == "A user")
    #expect(user.drawnByHand?.kind == .user)
    #expect(user.drawnByHand?.frames.map(\.label) == ["G"])
  }

  @Test("A diagram's namespace is part of its nodes' ids, as with objects")
  func namespace() {
    #expect(graph("nodes: {user: U}", namespace: "shop").node("shop/Diagram.podmap/d/user") != nil)
  }

  @Test("Two diagrams may use the same ids for their nodes")
  func sameIDs() {
    let graph = Graph(diagram("nodes: {x: X, y: Y}\nedges: [x -> y]", name: "a"), diagram("nodes: {x: X}", name: "b"))
    #expect(graph.ids == ["Diagram.podmap/a/x", "Diagram.podmap/a/y", "Diagram.podmap/b/x"])
    #expect(graph.edges() == ["Diagram.podmap/a/x -connects-> Diagram.podmap/a/y"])
  }

  static let namedEnds: [(String, String?, String)] = [
    ("shop/Deployment/web", nil, "shop/Deployment/web"),
    ("shop/Deployment/web/server", nil, "shop/Deployment/web/server"),
    ("PriorityClass/high", nil, "PriorityClass/high"),
    // Where a namespace is left out: the diagram's own, `default`, then the only one there is.
    ("Deployment/web", nil, "default/Deployment/web"),
    ("Deployment/web", "tools", "tools/Deployment/web"),
    ("Deployment/web/server", nil, "default/Deployment/web/server"),
    ("Service/web", nil, "shop/Service/web"),
    ("Deployment/web/log", nil, "shop/Deployment/web/log"),
    // An object that is only referred to is an object.
    ("Secret/keys", nil, "tools/Secret/keys"),
  ]

  @Test("An edge ends at any object or container, by its id with or without the namespace", arguments: namedEnds)
  func ends(_ text: String, _ namespace: String?, _ id: String) {
    let found = graph("nodes: {u: U}\nedges:\n- u -> \(text): asks\n- \(text) -> u", namespace: namespace)
    let user = "\(namespace.map { $0 + "/" } ?? "")Diagram.podmap/d/u"
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics)")
    #expect(Set(found.edges(.connects)) == ["\(user) -connects asks-> \(id)", "\(id) -connects-> \(user)"])
  }

  @Test("A node of the diagram takes precedence over an object with that name")
  func ownFirst() {
    let found = graph("nodes: {Deployment/web: U, v: V}\nedges: [v -> Deployment/web]")
    #expect(found.edges(.connects) == ["Diagram.podmap/d/v -connects-> Diagram.podmap/d/Deployment%2Fweb"])
  }

  @Test("An edge may lead from one object to another")
  func betweenObjects() {
    let found = graph("edges:\n- tools/Deployment/job -> Service/web: {label: polls, line: dashed}")
    #expect(found.edges(.connects) == ["tools/Deployment/job -connects polls-> shop/Service/web"])
    #expect(found.edge("tools/Deployment/job", "shop/Service/web", .connects)?.line == .dashed)
    #expect(found.edge("tools/Deployment/job", "shop/Service/web", .connects)?.certainty == .declared)
  }

  static let misspeltEnds: [(String, String)] = [
    ("usr", "6:11: error: there is no node or object 'usr'; did you mean 'user'?"),
    ("Deployment/wbe", "6:11: error: there is no node or object 'Deployment/wbe'; did you mean 'Deployment/web'?"),
    (
      "deployment/job",
      "6:11: error: there is no node or object 'deployment/job'; did you mean 'tools/Deployment/job'?"
    ),
    ("svc/web", "6:11: error: there is no node or object 'svc/web'; did you mean 'shop/Service/web'?"),
    ("job", "6:11: error: there is no node or object 'job'; did you mean 'tools/Deployment/job'?"),
    (
      "Deployment/nothing-like-it",
      "6:11: error: there is no node or object 'Deployment/nothing-like-it'; write its id"
    ),
    ("Diagram.podmap/e/other", "6:11: error: there is no node or object 'Diagram.podmap/e/other'; "),
  ]

  @Test("An unknown end is an error with its place and what may have been meant", arguments: misspeltEnds)
  func wrongEnds(_ text: String, _ message: String) {
    let body = "nodes: {user: U}\nedges:\n- user -> \(text)\n- user -> Service/web"
    let found = Graph(Self.shop, diagram(body), diagram("nodes: {other: O}", name: "e"))
    #expect(found.diagnostics.count == 1, "\(found.diagnostics)")
    #expect(found.diagnostics.first?.description.hasPrefix("1.yaml:\(message)") == true, "\(found.diagnostics)")
    // The rest is joined.
    #expect(found.edges(.connects) == ["Diagram.podmap/d/user -connects-> shop/Service/web"])
  }

  @Test("An ambiguous end is an error that names the objects")
  func ambiguous() {
    let shop = Self.shop.replacing("  name: web\nspec", with: "  name: web\n  namespace: third\nspec")
    let found = Graph(shop, diagram("nodes: {u: U}\nedges:\n- {from: u, to: Deployment/web}"))
    #expect(
      found.diagnostics.map(\.description) == [
        "1.yaml:6:17: error: 'Deployment/web' may be 'shop/Deployment/web', 'third/Deployment/web', 'tools/Deployment/web'; "
          + "write the whole id"
      ])
    #expect(found.edges(.connects).isEmpty)
  }

  @Test("The evidence of an edge is the item of the document")
  func evidence() {
    let found = graph("nodes: {u: U}\nedges:\n- u -> Service/web: asks\n- {from: Service/web, to: u}")
    func reasons(_ from: String, _ to: String) -> [String] {
      (found.edge(from, to, .connects)?.evidence ?? []).map { "\($0.file):\($0.line) \($0.path) = \($0.value)" }
    }
    #expect(reasons("Diagram.podmap/d/u", "shop/Service/web") == ["1.yaml:6 edges[0] = u -> Service/web: asks"])
    #expect(
      reasons("shop/Service/web", "Diagram.podmap/d/u")
        == ["1.yaml:7 edges[1].from = Service/web", "1.yaml:7 edges[1].to = u"])
  }

  /// `far` hangs on `user`, who uses the web; `ops` uses the tools; `free` stands alone.
  private static let users = Graph(
    shop,
    diagram(
      """
      nodes: {far: F, user: A customer, ops: O, free: X}
      edges: [far -> user, user -> shop/Service/web, ops -> tools/Deployment/job/a]
      """))

  static let selections: [(String, Set<String>, @Sendable (inout Selection) -> Void)] = [
    ("nothing", ["far", "user", "ops", "free"], { _ in }),
    ("a namespace", ["far", "user"], { $0.namespaces = ["shop"] }),
    ("another namespace", ["ops"], { $0.namespaces = ["tools"] }),
    ("labels of the web's pods", [], { $0.labels = LabelSelector(expression: "app=web") }),
    ("labels of nothing", [], { $0.labels = LabelSelector(expression: "app=nothing") }),
    ("a label that is absent", ["far", "user", "ops"], { $0.labels = LabelSelector(expression: "!legacy") }),
    ("a kind", ["ops"], { $0.kinds = [NamePattern("Deployment")] }),
    ("their kind", ["far", "user", "ops", "free"], { $0.kinds = [NamePattern("Diagram")] }),
    ("all but the Service", ["ops", "free"], { $0.excluded = [NamePattern("Service/web")] }),
    ("all but one", ["user", "ops", "free"], { $0.excluded = [NamePattern("far")] }),
    ("all but one by its label", ["ops", "free"], { $0.excluded = [NamePattern("A customer"), NamePattern("far")] }),
    (
      "all but the one that joins two", ["far", "ops", "free"],
      { $0.excluded = [NamePattern("d/user"), NamePattern("user")] }
    ),
    ("nothing written by hand", [], { $0.excluded = [NamePattern("Diagram")] }),
    ("the Service and what is near", ["user"], { $0.focus = [NamePattern("Service/web")] }),
    ("a node written by hand", ["user", "far"], { $0.focus = [NamePattern("user")] }),
  ]

  @Test("Nodes stay with the objects that they belong to", arguments: selections.indices)
  func selection(_ position: Int) {
    let (what, expected, change) = Self.selections[position]
    var selection = Selection()
    change(&selection)
    let chosen = Self.users.topology.selecting(selection)
    #expect(Set(chosen.nodes.filter { $0.drawnByHand != nil }.map(\.name)) == expected, "\(what)")
  }
}
