import PodmapManifests

/// A topology under construction.
struct TopologyBuilder {
  /// The objects that are drawn; passes drop the others.
  var objects: [ObjectDescription]
  let diagrams: [DiagramDocument]
  let scopes: KindScopes
  let namespaces: NamedNamespaces
  let defaultNamespace: DefaultNamespace
  /// The other locations of objects that are defined several times.
  var otherPlaces: [NodeID: [Place]] = [:]
  private(set) var nodes: [Node] = []
  private var positions: [NodeID: Int] = [:]
  private(set) var edges: [Edge] = []
  private var budget: EdgeBudget
  var diagnostics: [Diagnostic] = []
  /// What controllers make for the objects.
  private(set) var provided = ProvidedNames([], [])
  /// The keys that pods need and ConfigMaps and Secrets lack, by the position of the object.
  var lackingKeys: [(object: Int, key: NeededKey)] = []
  /// What the project says about its graph.
  let settings: GraphSettings
  /// The places of the settings that concern something in the input.
  var used: Set<Place> = []
  /// Nodes that turned out not to be objects of their own.
  var dropped: Set<Int> = []
  /// The pods of all workloads, once selectors have been resolved.
  var pods: PodIndex?

  /// `given` is the namespace of objects that name none; without one, it is chosen by what the input says.
  init(
    _ resources: [Resource], _ diagrams: [DiagramDocument], _ written: [ReferenceRule],
    given: DefaultNamespace? = nil, settings: GraphSettings = GraphSettings()
  ) {
    self.diagrams = diagrams
    self.settings = settings
    budget = EdgeBudget(objects: resources.count)
    let size = max(64, resources.count / 32 + 1)
    objects = concurrentMap(resources.slices(of: size)) { batch in
      // Each batch has its own index: cores would wait for each other to count references to shared tables.
      let rules = RuleIndex(ReferenceTables.all + written, fieldShapes, for: Set(batch.map(\.kind)))
      return batch.map { ObjectDescription($0, rules: rules) }
    }.flatMap(\.self)
    scopes = KindScopes(resources)
    namespaces = NamedNamespaces(objects, scopes)
    defaultNamespace = given ?? namespaces.choice
    for position in objects.indices { objects[position].settle(in: defaultNamespace, scopes) }
    if namespaces.isLeftOut, let note = defaultNamespace.note { diagnostics.append(note) }
    ignoreObjects()
  }

  mutating func reserve(objects: Int) {
    nodes.reserveCapacity(objects * 2)
    positions.reserveCapacity(objects * 3)
    edges.reserveCapacity(objects * 3)
  }

  /// Finds out what controllers make, once it is known which objects are drawn.
  mutating func findProvided() { provided = ProvidedNames(objects, settings.provisions) }

  // MARK: - Nodes

  func position(of id: NodeID) -> Int? { positions[id] }

  /// Adds a node, unless there is one with its id, and returns its position.
  @discardableResult
  mutating func add(_ node: Node) -> Int {
    if let known = positions[node.id] { return known }
    positions[node.id] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func update(_ position: Int, _ change: (inout Node) -> Void) {
    change(&nodes[position])
  }

  // MARK: - Edges

  mutating func connect(
    _ from: Int, _ to: Int, _ kind: EdgeKind, label: String = "", certainty: Certainty = .declared,
    line: DiagramDocument.Line = .solid, port: Int? = nil, scheme: String? = nil, protocolName: String? = nil,
    share: String = "", verdict: Verdict? = nil, evidence: [Evidence]
  ) {
    guard budget.hasRoom(for: 1, after: edges.count) else { return }
    edges.append(
      Edge(
        from: from, to: to, kind: kind, label: label, certainty: certainty, line: line, port: port, scheme: scheme,
        protocolName: protocolName, verdict: verdict, evidence: evidence))
    edges[edges.count - 1].share = share
  }

  /// Changes each edge of a kind.
  mutating func updateEdges(_ kind: EdgeKind, _ change: (inout Edge) -> Void) {
    for position in edges.indices where edges[position].kind == kind { change(&edges[position]) }
  }

  /// Changes each edge.
  mutating func updateEdges(_ change: (inout Edge) -> Void) {
    for position in edges.indices { change(&edges[position]) }
  }

  mutating func removeEdges(where test: (Edge) -> Bool) {
    edges.removeAll(where: test)
  }

  /// The positions of the containers of each pod owner, by template.
  var containerPositions: [Int: [[Int]]] {
    Dictionary(
      objects.lazy.filter { !$0.templates.isEmpty }.map { ($0.positions.object, $0.positions.containers) }
    ) { first, _ in first }
  }

  /// Adds the edges that `edges` returns for each object that passes the test; it runs on all cores.
  mutating func connect(
    where isConcerned: (ObjectDescription) -> Bool, _ found: @Sendable (ObjectDescription) -> [Edge]
  ) {
    let objects = self.objects
    let concerned = objects.indices.filter { isConcerned(objects[$0]) }
    // In rounds, so that what is beyond the limit is not even made.
    for round in concerned.slices(of: EdgeBudget.objectsPerRound) {
      for slice in concurrentMap(Array(round).slices(of: 32), { $0.flatMap { found(objects[$0]) } }) {
        let room = budget.room(for: slice.count, after: edges.count)
        edges += slice.prefix(room)
      }
      if budget.isExceeded { return }
    }
  }

  // MARK: - The end

  /// Sorts nodes by id and edges by their ends, and merges duplicate edges.
  func finish() -> Topology {
    let diagnostics = self.diagnostics + (budget.message.map { [$0] } ?? [])
    let order = nodes.indices.sorted { nodes[$0].id < nodes[$1].id }
    var newPosition = [Int](repeating: 0, count: nodes.count)
    for (position, old) in order.enumerated() { newPosition[old] = position }
    let sortedNodes = order.map { old in
      var node = nodes[old]
      node.parent = node.parent.map { newPosition[$0] }
      return node
    }
    // Sorts small keys rather than edges, which are expensive to move. The last part keeps the order of the input.
    let keys = edges.indices.map { position in
      let edge = edges[position]
      return EdgeKey(
        from: newPosition[edge.from], to: newPosition[edge.to],
        rank: (edge.kind.order * Certainty.allCases.count + edge.certainty.rank) * 8 + (edge.verdict?.rank ?? 0),
        position: position)
    }.sorted { ($0.from, $0.to, $0.rank, $0.position) < ($1.from, $1.to, $1.rank, $1.position) }
    let sortedEdges = keys.map { key in
      var edge = edges[key.position]
      (edge.from, edge.to) = (key.from, key.to)
      return edge
    }
    let left = Set(dropped.map { newPosition[$0] })
    return Topology(
      nodes: sortedNodes, edges: Self.joined(sortedEdges), diagnostics: diagnostics, namespaces: namespaces,
      defaultNamespace: defaultNamespace, usedSettings: used
    ).keeping { !left.contains($0) }
  }

  private struct EdgeKey {
    var from: Int
    var to: Int
    var rank: Int
    var position: Int
  }

  /// Joins adjacent edges with the same ends and kind into one with all their labels and evidence. A call that a value
  /// of the container's own shows is not merely possible.
  private static func joined(_ edges: [Edge]) -> [Edge] {
    var joined: [Edge] = []
    joined.reserveCapacity(edges.count)
    var labels = JoinedTexts()
    var shares = JoinedTexts()
    // One edge may have a hundred thousand pieces of evidence.
    var known: Set<Evidence> = []
    for edge in edges {
      if let last = joined.last, last.from == edge.from, last.to == edge.to, last.kind == edge.kind,
        last.certainty.covers(edge.certainty), last.line == edge.line, last.verdict == edge.verdict
      {
        // One edge says the protocol of all its ports, or none.
        if last.port != edge.port {
          joined[joined.count - 1].port = nil
          if last.protocolName != edge.protocolName { joined[joined.count - 1].protocolName = nil }
        } else if last.protocolName == nil {
          joined[joined.count - 1].protocolName = edge.protocolName
        }
        labels.add(edge.label)
        shares.add(edge.share)
        if known.isEmpty { known = Set(joined[joined.count - 1].evidence) }
        for evidence in edge.evidence where known.insert(evidence).inserted {
          joined[joined.count - 1].evidence.append(evidence)
        }
      } else {
        labels.write(to: &joined, \.label)
        shares.write(to: &joined, \.share)
        joined.append(edge)
        if !known.isEmpty { known = [] }
        labels = JoinedTexts(edge.label)
        shares = JoinedTexts(edge.share)
      }
    }
    labels.write(to: &joined, \.label)
    shares.write(to: &joined, \.share)
    return joined
  }
}

/// The labels of edges that become one, each once.
private struct JoinedTexts {
  private var texts: [String] = []
  /// Filled from the second text on; most edges have one.
  private var known: Set<String> = []

  init(_ first: String = "") { if !first.isEmpty { texts = [first] } }

  mutating func add(_ text: String) {
    if text.isEmpty || texts.count == 1 && texts[0] == text { return }
    if known.isEmpty { known = Set(texts) }
    if known.insert(text).inserted { texts.append(text) }
  }

  /// Gives the last of the edges all texts.
  func write(to edges: inout [Edge], _ field: WritableKeyPath<Edge, String>) {
    if texts.count > 1 || texts.count == 1 && edges.last?[keyPath: field].isEmpty == true {
      edges[edges.count - 1][keyPath: field] = texts.joined(separator: ", ")
    }
  }
}

extension Verdict {
  /// Calls with different verdicts stay separate edges.
  fileprivate var rank: Int {
    switch state {
    case .denied: 1
    case .cannotTell: 2
    case .allowed: 3
    case .noPolicy: 4
    }
  }
}

extension Certainty {
  fileprivate var rank: Int {
    switch self {
    case .declared: 0
    case .inferred: 1
    case .possible: 2
    }
  }

  /// Whether an edge with this certainty includes one with another.
  fileprivate func covers(_ other: Certainty) -> Bool { self == other || self == .inferred && other == .possible }
}
