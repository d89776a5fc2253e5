/// One way to draw a connected part: in layers, with lines in the channels between them.
struct PartDrawing {
  let part: Part
  let input: LayoutInput
  let runs: Runs
  let graph: LayerGraph
  var ports: Ports
  var coordinates: CrossCoordinates
  let lanes: Lanes
  var exits: Exits
  var channels: [Channel]
  /// The main coordinate at which each layer starts.
  var layerStart: [Int] = []
  /// The main coordinate of the first track of each channel.
  var trackStart: [Int] = []
  /// The size along the main axis.
  var length = 0

  /// The distance between two tracks of each channel.
  var trackGaps: [Int] = []
  /// What an earlier picture says about this part.
  let pins: PartPins?

  /// The distance between two tracks where there is room.
  var trackGap: Int { input.trackGap }

  init(
    of part: Part, in input: LayoutInput, layering: Layering, gap: Int,
    preference: CrossingReduction.Preference = .short, pins: PartPins? = nil
  ) {
    self.part = part
    self.input = input
    self.pins = pins
    runs = Runs(of: part, in: input, layers: layering)
    graph = LayerGraph(of: part, in: input, layering: layering, runs: runs)
    let order: [[Int]]
    if let pins {
      let sizes = graph.nodes.map { [runs] in Self.size(of: $0, part, input, runs, gap: gap) }
      order = PinnedOrder(of: graph, pins: pins, sizes: sizes).layers
    } else {
      let identities = Identities(of: graph, part, input, runs)
      let found = CrossingReduction(of: graph, identities: identities.ofNode, preference: preference).best
      order = Sifting(of: graph, runs: runs, order: found).order
    }
    ports = Ports(of: part, in: input, runs: runs, graph: graph, order: order)
    var coordinates = CrossCoordinates(of: graph, order: order, ports: ports, gap: gap, wanted: pins?.middles ?? [:])
    let sides = Lanes(of: runs, graph: graph, coordinates: coordinates).isAtEnd
    var exits = Exits(cards: part.count)
    for layer in order.indices {
      if layer > 0 {
        coordinates.align(layer, of: order) { [graph] edge, middle in
          graph.edges[edge].run.flatMap { exits.ofRun[$0] } ?? middle[graph.edges[edge].upper]
        }
      }
      for node in order[layer] where graph.isCard(node) {
        exits.place(
          card: node, of: part, graph: graph, ports: ports, coordinates: coordinates, isLaneAtEnd: sides)
      }
    }
    for layer in order.indices.reversed() { coordinates.alignBelow(layer, of: order) }
    lanes = Lanes(of: runs, graph: graph, coordinates: coordinates)
    for card in 0..<part.count {
      exits.place(
        card: card, of: part, graph: graph, ports: ports, coordinates: coordinates, isLaneAtEnd: lanes.isAtEnd)
    }
    self.exits = exits
    self.coordinates = coordinates
    channels = []
    fillChannels()
    exchangeNeighbours()
    self.coordinates.ports = ports
    separateExits()
    straightenEnds()
    self.coordinates.ports = ports
    fillChannels()
    for channel in channels.indices { channels[channel].assignTracks() }
    stackLayers()
  }

  /// The drawing with its upper left corner at the origin.
  func block() -> Block {
    let canvas = Canvas(direction: part.direction, crossStart: lanes.start)
    var block = Block()
    (block.width, block.height) = canvas.size(cross: lanes.end - lanes.start, main: length)
    for card in 0..<part.count {
      let rect = canvas.rect(cross: cardStart(card), main: cardTop(card), part.cross[card], part.main[card])
      block.cards.append((part.cards[card], rect))
    }
    for (index, run) in runs.runs.enumerated() {
      let points = route(of: index).map { canvas.point(cross: $0.cross, main: $0.main) }.simplified
      switch run.shape {
      case .leaving:
        let outward = canvas.direction(cross: crossDirection(of: index), main: 1)
        block.stubs.append(Block.Stub(line: run.line, isLeaving: true, points: points, outward: outward))
      case .entering:
        let outward = canvas.direction(cross: crossDirection(of: index), main: -1)
        block.stubs.append(
          Block.Stub(line: run.line, isLeaving: false, points: points.reversed(), outward: outward))
      case .forward, .loop: block.routes.append((run.line, points))
      case .backward:
        block.routes.append((run.line, points))
        block.reversed.append(run.line)
      }
      if let place = labelPlace(of: index) {
        let line = input.lines[run.line]
        let corner = canvas.point(cross: place.cross, main: place.main)
        block.labels.append(
          (run.line, Rect(x: corner.x, y: corner.y, width: line.labelWidth, height: line.labelHeight)))
      }
    }
    block.solids = [Rect(x: 0, y: 0, width: block.width, height: block.height)]
    if let pins { block.anchor = anchor(pins) }
    return block
  }
}
