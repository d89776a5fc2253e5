/// A part as a graph whose edges connect only adjacent layers.
///
/// Lines that span several layers pass through bends, one for each layer and trunk; labels have layers of their own,
/// as in E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo, "A Technique for Drawing Directed Graphs", IEEE
/// Transactions on Software Engineering 19, 1993.
struct LayerGraph {
  /// What takes room in a layer.
  enum Node: Hashable {
    /// A card.
    case card(Int)
    /// A trunk that passes through the layer.
    case bend(trunk: Int)
    /// A run's label, beside its line.
    case label(run: Int)
  }

  /// A piece of a line between a layer and the next one.
  struct Edge {
    /// The node in the upper layer.
    var upper: Int
    /// The node in the lower layer.
    var lower: Int
    /// The trunk it belongs to.
    var trunk: Int
    /// The run, if the upper node is a card.
    var run: Int?
    /// The row of the upper card that the line must leave at.
    var upperRow: Int?
    /// The row of the lower card that the line must enter at.
    var lowerRow: Int?
  }

  /// What takes room; the first nodes are the cards.
  private(set) var nodes: [Node]
  /// The layer of each node.
  private(set) var layerOfNode: [Int]
  /// The nodes of each layer.
  private(set) var layers: [[Int]]
  /// The pieces of lines.
  private(set) var edges: [Edge] = []
  /// The edges that end at each node.
  private(set) var edgesUp: [[Int]]
  /// The edges that start at each node.
  private(set) var edgesDown: [[Int]]
  /// The node of each run's label.
  private(set) var labelOfRun: [Int?]
  /// Whether each layer has cards; the others have labels.
  private(set) var hasCards: [Bool]
  /// Whether lines leave or enter cards in an order that their rows determine.
  private(set) var hasRows = false

  init(of part: Part, in input: LayoutInput, layering: Layering, runs: Runs) {
    let needsLabels = Self.layersBeforeLabels(in: input, layering: layering, runs: runs)
    nodes = (0..<part.count).map { .card($0) }
    layers = []
    hasCards = []
    layerOfNode = Array(repeating: 0, count: part.count)
    edgesUp = Array(repeating: [], count: part.count)
    edgesDown = Array(repeating: [], count: part.count)
    labelOfRun = Array(repeating: nil, count: runs.runs.count)
    for (index, cards) in layering.layers.enumerated() {
      for card in cards { layerOfNode[card] = layers.count }
      layers.append(cards)
      hasCards.append(true)
      if needsLabels[index] {
        layers.append([])
        hasCards.append(false)
      }
    }
    var bends = Array(repeating: [Int: Int](), count: runs.trunks.count)
    for (index, run) in runs.runs.enumerated() where run.shape != .loop && run.shape != .entering {
      var current = run.source
      if input.lines[run.line].hasLabel {
        let label = add(.label(run: index), to: layerOfNode[current] + 1)
        labelOfRun[index] = label
        connect(current, label, trunk: run.trunk, run: index)
        current = label
      }
      if run.shape == .forward { lead(from: current, run: index, of: runs, bends: &bends[run.trunk]) }
    }
    if part.direction == .leftToRight { findRows(part, in: input, runs: runs) }
  }

  /// Lines that lead to the right meet the sides of cards at the height of their rows.
  private mutating func findRows(_ part: Part, in input: LayoutInput, runs: Runs) {
    for edge in edges.indices {
      edges[edge].upperRow = edges[edge].run.flatMap { input.lines[runs.runs[$0].line].fromOffset }
      if isCard(edges[edge].lower) {
        let offset = runs.trunks[edges[edge].trunk].offset
        edges[edge].lowerRow = offset ?? min(24, part.cross[edges[edge].lower] / 2)
        if offset != nil, edgesUp[edges[edge].lower].count > 1 { hasRows = true }
      }
      if edges[edge].upperRow != nil, edgesDown[edges[edge].upper].count > 1 { hasRows = true }
    }
  }

  private static func layersBeforeLabels(in input: LayoutInput, layering: Layering, runs: Runs) -> [Bool] {
    var result = Array(repeating: false, count: layering.layers.count)
    for run in runs.runs where run.shape != .loop && run.shape != .entering && input.lines[run.line].hasLabel {
      result[layering.layerOfCard[run.source]] = true
    }
    return result
  }

  private mutating func add(_ node: Node, to layer: Int) -> Int {
    nodes.append(node)
    layerOfNode.append(layer)
    edgesUp.append([])
    edgesDown.append([])
    layers[layer].append(nodes.count - 1)
    return nodes.count - 1
  }

  private mutating func connect(_ upper: Int, _ lower: Int, trunk: Int, run: Int?) {
    edgesDown[upper].append(edges.count)
    edgesUp[lower].append(edges.count)
    edges.append(Edge(upper: upper, lower: lower, trunk: trunk, run: run))
  }

  /// Leads a run down to its target, by the bends that its trunk has already.
  private mutating func lead(from start: Int, run index: Int, of runs: Runs, bends: inout [Int: Int]) {
    let run = runs.runs[index]
    var current = start
    var isNew = true
    for layer in (layerOfNode[start] + 1)..<max(layerOfNode[start] + 1, layerOfNode[run.target]) {
      let known = bends[layer]
      let bend = known ?? add(.bend(trunk: run.trunk), to: layer)
      if isNew { connect(current, bend, trunk: run.trunk, run: current == run.source ? index : nil) }
      isNew = known == nil
      bends[layer] = bend
      current = bend
    }
    if isNew { connect(current, run.target, trunk: run.trunk, run: current == run.source ? index : nil) }
  }

  /// Whether the node is a card.
  func isCard(_ node: Int) -> Bool {
    if case .card = nodes[node] { true } else { false }
  }

  /// Whether the node is a bend.
  func isBend(_ node: Int) -> Bool {
    if case .bend = nodes[node] { true } else { false }
  }
}
