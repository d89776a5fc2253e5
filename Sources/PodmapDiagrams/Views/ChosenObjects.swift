import PodmapTopology

/// What a view has chosen to show of a topology, and in which frames: the step between linking and drawing.
///
/// `FlowView.part(of:)` needs nothing else. `Canvas` makes a diagram of it.
struct ChosenObjects {
  /// An object, which is drawn as one box or several.
  struct Object {
    /// The position of the node in the topology.
    let node: Int
    /// The position in `frames` of the frame around it.
    let frame: Int?
  }

  /// A frame around objects.
  struct Frame {
    let identity: String
    /// The position in `frames` of the frame around this one.
    let parent: Int?
    let style: FlowDiagram.Group.Style
    /// What it is, in the reader's words: "namespace".
    let kind: String
    let name: String
  }

  /// An entry point from outside the cluster.
  struct Entrance {
    let node: Int
    let label: String
  }

  let topology: Topology
  /// How the pods of the objects are drawn.
  var form: PodContent.Form = .compact
  /// Whether even volumes that only one container uses are shown.
  var showsVolumes = false
  /// Whether each container shows all of its own settings.
  var isDetailed = false
  /// In the order in which they are drawn.
  private(set) var objects: [Object] = []
  /// Each after the frame around it.
  private(set) var frames: [Frame] = []
  private(set) var entrances: [Entrance] = []
  /// What the view says about nodes that no object says.
  var notes: [Int: [FlowDiagram.Card.Brief.Note]] = [:]
  /// The positions of the topology's edges that become lines, if both ends are drawn.
  private(set) var edges: [Int] = []

  private var isChosen: [Bool]
  private var framePositions: [String: Int] = [:]
  private var namespaceFrames: [String: Int] = [:]
  private let hasOtherNamespaces: Bool

  init(of topology: Topology) {
    self.topology = topology
    isChosen = [Bool](repeating: false, count: topology.nodes.count)
    hasOtherNamespaces = topology.nodes.contains { $0.namespace.map { $0 != "default" } ?? false }
  }

  /// Which nodes of the topology are shown, as an object or as a part of one.
  var shown: [Bool] { topology.nodes.indices.map(shows) }

  func shows(_ node: Int) -> Bool { isChosen[topology.owner(of: node)] }

  // MARK: - Objects

  mutating func add(_ node: Int, in frame: Int? = nil) {
    if isChosen[node] { return }
    isChosen[node] = true
    objects.append(Object(node: node, frame: frame))
  }

  /// Adds an object in the frame of its namespace.
  mutating func addInNamespace(_ node: Int) {
    add(node, in: namespaceFrame(topology.nodes[node].namespace))
  }

  // MARK: - Frames

  /// The frame with an identity, which is added if it is new.
  mutating func frame(
    _ identity: String, in parent: Int? = nil, style: FlowDiagram.Group.Style, kind: String, name: String
  ) -> Int {
    if let known = framePositions[identity] { return known }
    frames.append(Frame(identity: identity, parent: parent, style: style, kind: kind, name: name))
    framePositions[identity] = frames.count - 1
    return frames.count - 1
  }

  /// The frame of a namespace; `nil` if everything is in `default`, since that says nothing.
  mutating func namespaceFrame(_ namespace: String?) -> Int? {
    guard let namespace, namespace != "default" || hasOtherNamespaces else { return nil }
    if let known = namespaceFrames[namespace] { return known }
    let position = frame("Namespace/\(namespace)", style: .namespace, kind: "namespace", name: namespace)
    namespaceFrames[namespace] = position
    return position
  }

  // MARK: - Lines

  mutating func addEntrance(_ node: Int, label: String) {
    entrances.append(Entrance(node: node, label: label))
  }

  /// Adds the edges that a view shows. Those that were written by hand are added to every view.
  mutating func addEdges(where isShown: (Edge) -> Bool) {
    for (position, edge) in topology.edges.enumerated() where edge.kind != .connects && isShown(edge) {
      edges.append(position)
    }
  }

  /// Adds an edge that was written by hand.
  mutating func addHandWrittenEdge(_ position: Int) { edges.append(position) }
}
