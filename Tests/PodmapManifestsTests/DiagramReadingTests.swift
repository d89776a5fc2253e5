import PodmapManifests
import Testing

@Suite("Reading diagrams that are written by hand")
struct DiagramReadingTests {
  private let head = "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: d}\n"

  private func read(_ text: String, isNamed: Bool = false) -> ManifestSet {
    ManifestSet(reading: [SourceFile(name: "d.yaml", text: text, isNamed: isNamed)])
  }

  @Test("Every field is read, with places")
  func allFields() throws {
    let set = read(
      """
      apiVersion: podmap/v1
      kind: Diagram
      metadata:
        name: users
        namespace: shop
        labels: {app: shop}
        annotations: {by: hand}
      title: Who uses it
      description: Customers and staff.
      direction: LR
      nodes:
        customer: {label: Customer, kind: user}
        shop: The shop
        till:
      groups:
        team: {label: Team A, kind: namespace, nodes: [shop, till]}
        company: {groups: [team]}
      edges:
        - customer -> shop: orders
      """)
    #expect(set.diagnostics.isEmpty)
    #expect(set.resources.isEmpty)
    let diagram = try #require(set.diagrams.first)
    #expect(diagram.name == "users")
    #expect(diagram.namespace == "shop")
    #expect(diagram.title == "Who uses it")
    #expect(diagram.description == "Customers and staff.")
    #expect(diagram.direction == .leftToRight)
    #expect(diagram.nodes.map(\.id) == ["customer", "shop", "till"])
    #expect(diagram.nodes.map(\.label) == ["Customer", "The shop", "till"])
    #expect(diagram.nodes.map(\.kind) == [.user, nil, nil])
    #expect(diagram.nodes.map(\.place.line) == [12, 13, 14])
    #expect(diagram.nodes.map(\.place.column) == [3, 3, 3])
    // A frame stands before those within it.
    #expect(diagram.groups.map(\.id) == ["company", "team"])
    #expect(diagram.groups.map(\.label) == ["company", "Team A"])
    #expect(diagram.groups.map(\.kind) == [nil, .namespace])
    #expect(diagram.groups.map(\.parent) == [nil, 0])
    #expect(diagram.nodes.map(\.group) == [nil, 1, 1])
    let edge = try #require(diagram.edges.first)
    #expect([edge.from.place, edge.to.place].map(\.description) == ["d.yaml:19:5", "d.yaml:19:17"])
  }

  @Test("Omitted fields have their defaults")
  func defaults() throws {
    let diagram = try #require(read(head + "nodes: {a: A}\n").diagrams.first)
    #expect(diagram.title == "d")
    #expect(diagram.description.isEmpty)
    #expect(diagram.direction == .topToBottom)
    #expect(diagram.edges.isEmpty)
  }

  @Test(
    "An edge can be written in four ways",
    arguments: [
      ("- a -> b", "", "solid", ["edges[0] = a -> b"]),
      ("- a->b", "", "solid", ["edges[0] = a->b"]),
      ("- a -> b: to it", "to it", "solid", ["edges[0] = a -> b: to it"]),
      ("- \"a -> b: to it\"", "to it", "solid", ["edges[0] = a -> b: to it"]),
      ("- a -> b:", "", "solid", ["edges[0] = a -> b"]),
      ("- a -> b: {label: to it, line: dashed}", "to it", "dashed", ["edges[0] = a -> b: to it"]),
      ("- a -> b:\n    line: dashed", "", "dashed", ["edges[0] = a -> b"]),
      ("- {from: a, to: b}", "", "solid", ["edges[0].from = a", "edges[0].to = b"]),
      (
        "- from: a\n  to: b\n  label: to it\n  line: dashed", "to it", "dashed",
        ["edges[0].from = a", "edges[0].to = b"]
      ),
    ])
  func edges(_ text: String, _ label: String, _ line: String, _ sources: [String]) throws {
    let set = read(head + "nodes: {a: A, b: B}\nedges:\n\(text)\n")
    #expect(set.diagnostics.isEmpty, "\(set.messages)")
    let edge = try #require(set.diagrams.first?.edges.first)
    #expect(edge.from.text == "a")
    #expect(edge.to.text == "b")
    #expect(edge.label == label)
    #expect(edge.line.rawValue == line)
    #expect(edge.sources.map { "\($0.path) = \($0.value)" } == sources)
  }

  @Test("Participants, messages, notes and blocks are read in order")
  func sequence() throws {
    let set = read(
      head + """
        participants:
          user: {label: User, kind: user}
          shop:
          db: The database
        messages:
          - user -> shop: buy
          - shop --> user: thanks
          - {from: shop, to: db, label: write, line: dashed}
          - {note: "sees, all", over: [db, shop]}
          - {note: waits, left: user}
          - loop: every day
            messages:
              - alt:
                sections:
                  - {label: open, messages: [user -> shop: come in]}
                  - {label: closed, messages: [{note: nobody, right: db}]}
          - par:
            messages: [db -> db: tidy up]
        """)
    #expect(set.diagnostics.isEmpty)
    let diagram = try #require(set.diagrams.first)
    let sequence = try #require(diagram.sequence)
    #expect(diagram.nodes.isEmpty)
    #expect(sequence.participants.map(\.label) == ["User", "shop", "The database"])
    #expect(sequence.participants.map(\.kind) == [.user, nil, nil])
    #expect(
      words(of: sequence.steps) == [
        "0>1 buy", "1-->0 thanks", "1-->2 write", "over 1-2 sees, all", "left 0-0 waits", "loop(every day)",
        " alt(open)", "  0>1 come in", " else(closed)", "  right 2-2 nobody", "par()", " 2>2 tidy up",
      ])
  }

  private func words(of steps: [DiagramDocument.SequenceStep], indent: String = "") -> [String] {
    steps.flatMap { step -> [String] in
      switch step {
      case .message(let message):
        ["\(indent)\(message.from)\(message.line == .dashed ? "-->" : ">")\(message.to) \(message.text)"]
      case .note(let note):
        [
          "\(indent)\(note.place.rawValue) \(note.participants.lowerBound)-\(note.participants.upperBound) \(note.text)"
        ]
      case .block(let block):
        block.sections.enumerated().flatMap { number, section in
          ["\(indent)\(number == 0 ? block.kind.rawValue : "else")(\(section.label))"]
            + words(of: section.steps, indent: indent + " ")
        }
      }
    }
  }

  @Test("Blocks that nest too deep are one error, not a crash")
  func deepBlocks() {
    let depth = 60
    let text =
      String(repeating: "[{loop: x, messages: ", count: depth) + "[a -> a: x]" + String(repeating: "}]", count: depth)
    let set = read(head + "participants: {a: A}\nmessages: \(text)\n")
    #expect(set.diagnostics.map(\.message) == ["blocks nest deeper than 20 levels; flatten them"])
    #expect(set.diagrams.first?.sequence?.steps.isEmpty == true)
  }

  /// The third line of a document is `metadata`; the errors are on the fourth line or later.
  static let errors: [(String, String)] = [
    ("nodes: {a: A}\ntitel: x", "5:1: error: unknown key 'titel' in the Diagram; did you mean 'title'?"),
    ("nodes: {a: A}\nparticipants: {b: B}", "4:8: error: 'nodes' can't be combined with participants; a Diagram has"),
    ("participants: {a: A}\ndirection: LR", "5:12: error: 'direction' can't be combined with participants"),
    ("messages: [a -> b: x]", "4:11: error: the Diagram has messages but no participants; list them"),
    ("participants: {a: A}\nmessages: [a -> c: x]", "5:12: error: there is no participant 'c'; did you mean 'a'?"),
    ("participants: {a: A}\nmessages: [a -> a]", "5:12: error: a message has no text"),
    ("participants: {a: A}\nmessages: ['a => a: x']", "5:12: error: the message 'a => a: x' has no '->'"),
    ("participants: {a: A}\nmessages: [{note: x}]", "5:12: error: the note has no position; add one of over, left"),
    ("participants: {a: A}\nmessages: [{note: x, over: b}]", "5:28: error: there is no participant 'b'"),
    ("participants: {a: A}\nmessages: [{note: x, over: a, left: a}]", "5:12: error: the note has no position"),
    ("participants: {a: A}\nmessages: [{loop: x}]", "5:12: error: the block 'loop' has no messages; add some"),
    ("participants: {a: A}\nmessages: [{loop: x, messages: []}]", "5:32: error: messages[0].messages is empty"),
    (
      "participants: {a: A}\nmessages: [{loop: x, messages: ['a -> a: x'], sections: []}]",
      "error: unknown key 'sections' in the block 'loop'"
    ),
    (
      "participants: {a: A}\nmessages: [{alt: x, sections: [{label: y, messages: [a -> a: z]}]}]",
      "5:18: error: the block 'alt' has both a label and sections"
    ),
    (
      "participants: {a: A}\nmessages: [{alt: , sections: [{label: x}]}]",
      "5:31: error: a section of the block 'alt' has no messages"
    ),
    ("nodes: {a: {lable: A}}", "4:13: error: unknown key 'lable' in the node 'a'; did you mean 'label'?"),
    ("nodes: {a: {kind: usr}}", "4:19: error: the kind of the node 'a' can't be 'usr'; did you mean 'user'?"),
    ("nodes: {a: [A]}", "4:12: error: the node 'a' must be text"),
    ("nodes: {a: {label: {b: c}}}", "4:20: error: the label of the node 'a' must be text"),
    ("nodes: {a: ''}", "4:12: error: the node 'a' is empty"),
    ("nodes: {a: {label: }}", "4:20: error: the label of the node 'a' is empty"),
    ("nodes: {'': A}", "4:9: error: a node has no id"),
    ("nodes: [a]", "4:8: error: nodes must be a mapping"),
    ("nodes:", "4:7: error: nodes is empty"),
    ("nodes: {}", "4:8: error: nodes is empty"),
    ("nodes:\n  a: A\n  b: B\n  a: C", "7:3: error: 'a' occurs twice in nodes; give one of them another id"),
    ("nodes: {a: A}\ntitle: ~", "5:8: error: the title is empty"),
    (
      "nodes: {a: A}\ndirection: TD",
      "5:12: error: the direction can't be 'TD'; did you mean 'TB'? choose one of TB, LR"
    ),
    ("title: nothing", "1:1: error: the Diagram has neither nodes nor edges"),
    ("nodes: {a: A}\nedges: {a: b}", "5:8: error: edges must be a list"),
    ("nodes: {a: A}\nedges: []", "5:8: error: edges is empty"),
    ("nodes: {a: A}\nedges:\n- \n", "6:2: error: an edge is empty"),
    ("nodes: {a: A}\nedges:\n- a", "6:3: error: the edge 'a' has no '->'"),
    ("nodes: {a: A}\nedges:\n- [a, b]", "6:3: error: the edge must be a mapping"),
    ("nodes: {a: A}\nedges:\n- a -- b", "6:3: error: the edge 'a -- b' has no '->'"),
    ("nodes: {a: A}\nedges:\n- a --> a", "6:3: error: the arrow of an edge is '->'"),
    ("nodes: {a: A}\nedges:\n- a ->> a", "6:3: error: the arrow of an edge is '->'"),
    ("nodes: {a: A}\nedges:\n- a <-> a", "6:3: error: an edge has one direction; write two edges"),
    ("nodes: {a: A}\nedges:\n- a -> a -> a", "6:3: error: an edge has only one '->'"),
    ("nodes: {a: A}\nedges:\n- '-> a'", "6:3: error: the edge has no 'from'"),
    ("nodes: {a: A}\nedges:\n- a ->", "6:3: error: the edge has no 'to'"),
    ("nodes: {a: A}\nedges:\n- {from: a}", "6:3: error: the edge has no 'to'"),
    ("nodes: {a: A}\nedges:\n- {from: a, to: [a]}", "6:17: error: 'to' of the edge must be text"),
    (
      "nodes: {a: A}\nedges:\n- {from: a, too: a, to: a}",
      "6:13: error: unknown key 'too' in the edge; did you mean 'to'?"
    ),
    ("nodes: {a: A}\nedges:\n- a -> a: [x]", "6:11: error: the label of the edge must be text"),
    ("nodes: {a: A}\nedges:\n- a -> a: {lin: x}", "6:12: error: unknown key 'lin' in the edge; did you mean 'line'?"),
    ("nodes: {a: A}\nedges:\n- {from: a, to: a, line: dotted}", "6:26: error: the line of the edge can't be 'dotted'"),
    ("nodes: {a: A}\nedges:\n- a -> a: x\n  line: dashed", "7:3: error: 'line' is next to 'a -> a'; indent"),
    ("nodes: {a: A}\ngroups: [g]", "5:9: error: groups must be a mapping"),
    ("nodes: {a: A}\ngroups: {g: Team}", "5:13: error: the group 'g' must be a mapping"),
    ("nodes: {a: A}\ngroups: {g: {label: G}}", "5:10: error: the group 'g' is empty"),
    ("nodes: {a: A}\ngroups: {g: {nodes: a}}", "5:21: error: nodes of the group 'g' must be a list"),
    ("nodes: {a: A}\ngroups: {g: {nodes: []}}", "5:21: error: nodes of the group 'g' is empty"),
    (
      "nodes: {a: A}\ngroups: {g: {kind: pud, nodes: [a]}}",
      "5:20: error: the kind of the group 'g' can't be 'pud'; did you mean 'pod'?"
    ),
    ("nodes: {app: A}\ngroups: {g: {nodes: [apps]}}", "5:22: error: there is no node 'apps'; did you mean 'app'?"),
    (
      "nodes: {a: A}\ngroups: {g: {nodes: [Deployment/x]}}",
      "5:22: error: there is no node 'Deployment/x'; define it below 'nodes:' of the same"
    ),
    ("nodes: {a: A}\ngroups: {g: {nodes: [a]}, h: {nodes: [a]}}", "5:39: error: the node 'a' is in both 'g' and 'h'"),
    (
      "nodes: {a: A}\ngroups: {g: {groups: [hh]}, h: {nodes: [a]}}",
      "5:23: error: there is no group 'hh'; did you mean 'h'?"
    ),
    ("nodes: {a: A}\ngroups: {g: {groups: [g]}}", "5:23: error: the group 'g' contains itself"),
    ("nodes: {a: A}\ngroups: {g: {groups: [h]}, h: {groups: [g]}}", "error: the group 'g' contains itself"),
    (
      "nodes: {a: A}\ngroups: {g: {groups: [i]}, h: {groups: [i]}, i: {nodes: [a]}}",
      "5:41: error: the group 'i' is in both 'g' and 'h'"
    ),
  ]

  @Test("What can't be understood is an error with its position and what to do", arguments: errors)
  func strictness(_ body: String, _ message: String) {
    for isNamed in [false, true] {
      let found = read(head + body + "\n", isNamed: isNamed).messages
      #expect(found.count == 1, "\(found)")
      #expect(found.first?.contains(message) == true, "\(found)")
    }
  }

  @Test(
    "A document of another kind or version is an error and not an object",
    arguments: [
      (
        "apiVersion: podmap/v1\nkind: Diagramm\nmetadata: {name: d}\n",
        "2:7: error: podmap/v1 has no kind 'Diagramm'; did you mean 'Diagram'?"
      ),
      (
        "apiVersion: podmap/v1\nkind: Pod\nmetadata: {name: d}\n",
        "2:7: error: podmap/v1 has no kind 'Pod'; its only kind is Diagram"
      ),
      (
        "apiVersion: podmap/v2\nkind: Diagram\nmetadata: {name: d}\n",
        "1:13: error: unknown apiVersion 'podmap/v2'; write apiVersion: podmap/v1"
      ),
      (
        "apiVersion: podmap\nkind: Diagram\nmetadata: {name: d}\n",
        "1:13: error: unknown apiVersion 'podmap'; write apiVersion: podmap/v1"
      ),
      (
        "apiVersion: podmap/v1\nkind: Diagram\nnodes: {a: A}\n",
        "1:1: error: the Diagram has no name; set metadata.name"
      ),
      (
        "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {nam: d}\nnodes: {a: A}\n",
        "3:12: error: unknown key 'nam' in metadata; did you mean 'name'?"
      ),
      (
        "apiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: [d]}\nnodes: {a: A}\n",
        "3:18: error: metadata.name must be text"
      ),
    ])
  func noDiagram(_ text: String, _ message: String) {
    let set = read(text)
    #expect(set.diagrams.isEmpty)
    #expect(set.resources.isEmpty)
    #expect(set.messages.first?.contains(message) == true, "\(set.messages)")
  }

  @Test("Valid parts of a diagram with errors are read, and so is every other document")
  func restIsRead() {
    let set = read(
      head + "nodes: {a: A, b: [x], c: C}\nedges: [a, a -> c]\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"
        + "---\napiVersion: podmap/v1\nkind: Diagram\nmetadata: {name: e}\nnodes: {f: F}\n")
    #expect(set.diagrams.map(\.name) == ["d", "e"])
    #expect(set.diagrams.first?.nodes.map(\.id) == ["a", "b", "c"])
    #expect(set.diagrams.first?.edges.count == 1)
    #expect(set.resources.map(\.name) == ["p"])
    #expect(set.diagnostics.count == 2)
  }

  @Test("A diagram may be JSON, or an item of a List")
  func otherForms() {
    let json =
      "{\"apiVersion\": \"podmap/v1\", \"kind\": \"Diagram\", \"metadata\": {\"name\": \"d\"}, \"nodes\": {\"a\": \"A\"}}"
    #expect(read(json).diagrams.map(\.name) == ["d"])
    #expect(read("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\(json)]}").diagrams.map(\.name) == ["d"])
  }

  @Test("Of several diagrams with the same name only the last is used, with a message")
  func duplicates() {
    let other = "---\n" + head + "nodes: {b: B}\n"
    let set = read(head + "nodes: {a: A}\n" + other)
    #expect(set.diagrams.map { $0.nodes.map(\.id) } == [["b"]])
    #expect(
      set.messages == [
        "d.yaml:6:1: warning: Diagram 'd' is defined differently at d.yaml:1:1; only this one is used: "
          + "give one of them another metadata.name"
      ])
    let same = read(head + "nodes: {b: B}\n" + other)
    #expect(same.diagrams.count == 1)
    #expect(same.diagnostics.map(\.severity) == [.note])
    #expect(same.diagnostics.map(\.topic) == [.duplicateObject])
    // As for objects, another namespace makes it a different diagram.
    let elsewhere = other.replacing("{name: d}", with: "{name: d, namespace: x}")
    #expect(read(head + "nodes: {a: A}\n" + elsewhere).diagrams.count == 2)
  }

  @Test("Ids and labels are kept whatever they contain")
  func anyText() throws {
    let texts = ["a\"]", "end", "<script>", "a -> b", "x: y", "🚢", "שלום", "--", "%%{", "\u{1}", "1", "null", "true"]
    let nodes = texts.enumerated().map { "  \"\($1.replacing("\"", with: "\\\""))\": 'l\($0)'\n" }.joined()
    let edges = texts.map { "- {from: \"\($0.replacing("\"", with: "\\\""))\", to: end}\n" }.joined()
    let set = read(head + "nodes:\n\(nodes)edges:\n\(edges)".replacing("\u{1}", with: "\\x01"))
    #expect(set.messages.isEmpty)
    #expect(set.diagrams.first?.nodes.map(\.id) == texts)
    #expect(set.diagrams.first?.edges.map(\.from.text) == texts)
    let long = String(repeating: "x", count: 10_000)
    #expect(read(head + "nodes: {a: \(long)}\n").diagrams.first?.nodes.first?.label == long)
  }

  @Test("Groups that nest too deep are kept next to the deepest ones allowed")
  func depth() {
    let groups =
      (0..<40).map { "  g\($0): {nodes: [n\($0)], groups: [g\($0 + 1)]}\n" }.joined() + "  g40: {nodes: [n40]}\n"
    let nodes = (0...40).map { "  n\($0):\n" }.joined()
    let set = read(head + "nodes:\n\(nodes)groups:\n\(groups)")
    #expect(set.diagnostics.count == 1)
    #expect(set.messages.first?.contains("groups nest deeper than 20 levels") == true)
    #expect(set.diagrams.first?.groups.count == 41)
    #expect(set.diagrams.first?.nodes.allSatisfy { $0.group != nil } == true)
  }

  @Test("A cycle of groups is reported once, even with other groups inside")
  func circle() {
    let set = read(
      head + "nodes: {a: A}\ngroups: {x: {nodes: [a]}, g: {groups: [h, x]}, h: {groups: [i]}, i: {groups: [g]}}\n")
    #expect(set.diagnostics.count == 1)
    #expect(set.diagrams.first?.groups.count == 4)
    for (position, group) in (set.diagrams.first?.groups ?? []).enumerated() {
      #expect(group.parent.map { $0 < position } ?? true)
    }
  }

  @Test("Errors beyond a limit are counted")
  func manyErrors() {
    let nodes = (0..<5_000).map { "  n\($0): [x]\n" }.joined()
    let messages = read(head + "nodes:\n\(nodes)").messages
    #expect(messages.count == 101)
    #expect(messages.last?.contains("4900 more errors in this document") == true)
  }

  @Test("Earlier output next to the input is skipped silently unless it is named")
  func ownOutput() {
    for lists in [["nodes", "edges", "diagnostics"], ["outputs"], ["changes", "reasons"]] {
      let json = "{\"schema\": 1,\n" + lists.map { "\"\($0)\": []" }.joined(separator: ",\n") + "}\n"
      #expect(read(json).diagnostics.isEmpty)
      #expect(read(json, isNamed: true).diagnostics.map(\.severity) == [.error])
    }
  }
}
