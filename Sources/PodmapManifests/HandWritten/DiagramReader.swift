/// Reads a YAML document with `apiVersion: podmap/v1` and `kind: Diagram` strictly: what it can't understand is an
/// error, and everything else is used.
struct DiagramReader {
  /// Whether a YAML document is in a format of Podmap's own. API groups of clusters contain a dot.
  static func isOurs(_ apiVersion: String) -> Bool {
    apiVersion.hasPrefix("podmap/") || apiVersion == "podmap"
  }

  private static let version = "podmap/v1"
  private static let kind = "Diagram"

  private(set) var diagram: DiagramDocument?
  private(set) var diagnostics: [Diagnostic]

  init(_ root: Value, apiVersion: String, kind: String, file: String) {
    var fields = StrictFields(file: file)
    if apiVersion != Self.version {
      fields.add(.noVersion(apiVersion), at: root["apiVersion"] ?? root)
    } else if kind != Self.kind {
      fields.add(.noKind(kind), at: root["kind"] ?? root)
    } else {
      diagram = Self.read(root, &fields)
    }
    diagnostics = fields.diagnostics
  }

  private static func read(_ root: Value, _ fields: inout StrictFields) -> DiagramDocument? {
    let top = fields.fields(
      of: root, "the Diagram",
      known: [
        "apiVersion", "kind", "metadata", "title", "description", "direction", "nodes", "groups", "edges",
        "participants", "messages",
      ])
    guard let metadata = top["metadata"] else {
      fields.add(.noName, at: root)
      return nil
    }
    // Tools that process manifests may add labels and annotations to every document.
    let named = fields.fields(of: metadata, "metadata", known: ["name", "namespace", "labels", "annotations"])
    guard let name = fields.text(named["name"], "metadata.name") else {
      if named["name"] == nil, metadata.isMapping { fields.add(.noName, at: metadata) }
      return nil
    }
    var diagram = DiagramDocument(
      name: name, namespace: fields.text(named["namespace"], "metadata.namespace"),
      title: fields.text(top["title"], "the title") ?? name,
      description: fields.text(top["description"], "the description") ?? "",
      direction: fields.choice(top["direction"], "the direction", of: DiagramDocument.Direction.self) ?? .topToBottom,
      nodes: [], groups: [], edges: [], root: root, place: root.place(in: fields.file))
    if let participants = top["participants"] {
      for key in ["direction", "nodes", "groups", "edges"] {
        if let other = top[key] { fields.add(.besideParticipants(key), at: other) }
      }
      diagram.readSequence(
        DiagramDocument.nodes(participants, word: "participant", &fields), top["messages"], &fields)
      return diagram
    }
    if let messages = top["messages"] { fields.add(.noParticipants, at: messages) }
    if let nodes = top["nodes"] { diagram.nodes = DiagramDocument.nodes(nodes, word: "node", &fields) }
    if let groups = top["groups"] { diagram.readGroups(groups, &fields) }
    if let edges = top["edges"] { diagram.readEdges(edges, &fields) }
    if top["nodes"] == nil, top["edges"] == nil, top["messages"] == nil { fields.add(.nothing, at: root) }
    return diagram
  }
}

extension DiagramDocument {
  fileprivate static func nodes(_ value: Value, word: String, _ fields: inout StrictFields) -> [Node] {
    let entries = fields.entries(of: value, "\(word)s", ifTwice: "give one of them another id")
    if value.isMapping, entries.isEmpty { fields.add(.empty("\(word)s"), at: value) }
    var nodes: [Node] = []
    for (key, value) in entries {
      let id = key.written
      guard !id.isEmpty else {
        fields.add(.noID(word), at: key)
        continue
      }
      let what = "the \(word) '\(id.shortened(to: .quotedName))'"
      var node = Node(id: id, label: id, place: key.place(in: fields.file))
      if value.isMapping {
        let written = fields.fields(of: value, what, known: ["label", "kind"])
        node.label = fields.text(written["label"], "the label of \(what)") ?? id
        node.kind = fields.choice(written["kind"], "the kind of \(what)", of: NodeKind.self)
      } else if !value.isNull {
        node.label = fields.text(value, what) ?? id
      }
      nodes.append(node)
    }
    return nodes
  }
}

extension StrictFields.Message {
  fileprivate static func noVersion(_ version: String) -> Self {
    Self("unknown apiVersion '\(version.shortened())'; write apiVersion: podmap/v1")
  }

  fileprivate static func noKind(_ kind: String) -> Self {
    let hint = Spelling.nearest(to: kind, among: ["Diagram"]) == nil ? "" : "did you mean 'Diagram'? "
    return Self("podmap/v1 has no kind '\(kind.shortened())'; \(hint)its only kind is Diagram")
  }

  fileprivate static let noName = Self("the Diagram has no name; set metadata.name")
  fileprivate static let nothing = Self("the Diagram has neither nodes nor edges; add some below 'nodes:'")
  fileprivate static let noParticipants = Self(
    "the Diagram has messages but no participants; list them below 'participants:'")

  fileprivate static func noID(_ word: String) -> Self { Self("a \(word) has no id; write 'id: label'") }

  fileprivate static func besideParticipants(_ key: String) -> Self {
    Self(
      "'\(key)' can't be combined with participants; a Diagram has participants and messages, or nodes, groups and edges"
    )
  }
}
