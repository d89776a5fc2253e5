/// One way to draw a connected part: in layers, with lines in the channels between them.
struct PartDrawing {
  private let part: Part
  private let input: LayoutInput
  private let runs: Runs
  private let graph: LayerGraph
  private let ports: Ports
  private let coordinates: CrossCoordinates
  private let lanes: Lanes
  private var exits: Exits
  private var channels: [Channel]
  /// The main coordinate at which each layer starts.
  private var layerStart: [Int] = []
  /// The main coordinate of the first track of each channel.
  private var trackStart: [Int] = []
  /// The size along the main axis.
  private var length = 0

  /// The distance between two tracks.
  private static let trackGap = 8

  init(of part: Part, in input: LayoutInput, layering: Layering, gap: Int) {
    self.part = part
    self.input = input
    runs = Runs(of: part, in: input, layers: layering)
    graph = LayerGraph(of: part, in: input, layering: layering, runs: runs)
    let order = CrossingReduction(of: graph).best
    ports = Ports(of: part, in: input, runs: runs, graph: graph, order: order)
    var coordinates = CrossCoordinates(of: graph, order: order, ports: ports, gap: gap)
    let sides = Lanes(of: runs, graph: graph, coordinates: coordinates).isAtEnd
    var exits = Exits()
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
    self.exits = exits
    self.coordinates = coordinates
    lanes = Lanes(of: runs, graph: graph, coordinates: coordinates)
    channels = Array(repeating: Channel(), count: graph.layers.count + 1)
    separateExits()
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
    return block
  }
}

// MARK: - Channels

extension PartDrawing {
  /// The cross coordinate at which a trunk or line arrives at the lower node of an edge.
  private func lowerEnd(of edge: Int) -> Int {
    coordinates.middle[graph.edges[edge].lower] + coordinates.offset(of: edge)
  }

  private func upperEnd(of edge: Int) -> Int {
    let edge = graph.edges[edge]
    return edge.run.flatMap { exits.ofRun[$0] } ?? coordinates.middle[edge.upper]
  }

  private func portPlace(of trunk: Int, card: Int) -> Int {
    switch ports.ends[trunk] {
    case .head(let offset): coordinates.middle[card] + offset
    case .beside(let offset, _): coordinates.middle[card] + offset
    }
  }

  private func key(of edge: Int) -> Channel.Key {
    let edge = graph.edges[edge]
    return graph.isCard(edge.lower) || graph.isBend(edge.lower) ? .trunk(edge.trunk) : .label(node: edge.lower)
  }

  private mutating func separateExits() {
    for layer in graph.layers.indices {
      var ends: [(place: Int, trunk: Int)] = []
      var movable: [(run: Int, trunk: Int, low: Int, high: Int)] = []
      for node in graph.layers[layer] {
        for edge in graph.edgesDown[node] {
          ends.append((lowerEnd(of: edge), graph.edges[edge].trunk))
        }
        guard graph.isCard(node) else { continue }
        let start = cardStart(node)
        for exit in ports.exits[node] where exit.fixed == nil {
          movable.append((exit.run, runs.runs[exit.run].trunk, start + 4, start + part.cross[node] - 4))
        }
      }
      exits.avoid(ends, exits: movable)
    }
  }

  private mutating func fillChannels() {
    for edge in graph.edges.indices {
      let (up, down) = (upperEnd(of: edge), lowerEnd(of: edge))
      channels[graph.layerOfNode[graph.edges[edge].lower]].change(key(of: edge)) {
        $0.ups.append(up)
        $0.downs = [down]
      }
    }
    for (index, run) in runs.runs.enumerated() {
      switch run.shape {
      case .forward, .loop: continue
      case .backward:
        guard let number = lanes.ofRun[index] else { continue }
        let lane = lanes.lanes[number]
        let up = lastUpper(of: index)
        channels[up.channel].change(.lane(number)) { $0.ups += [up.place, lane.place] }
        let down = portPlace(of: run.trunk, card: run.target)
        channels[graph.layerOfNode[run.target]].change(.trunk(run.trunk)) { $0.downs = [down, lane.place] + $0.downs }
      case .leaving:
        let up = lastUpper(of: index)
        let (isLast, border) = (up.channel == graph.layers.count, border(of: run))
        channels[up.channel].change(leavingKey(of: index)) {
          $0.ups.append(up.place)
          if isLast { $0.downs = [up.place] } else { $0.ends = [border] }
        }
      case .entering:
        let down = portPlace(of: run.trunk, card: run.target)
        let (channel, border) = (graph.layerOfNode[run.target], border(of: run))
        channels[channel].change(.trunk(run.trunk)) {
          if channel == 0 { $0.ups.append(down) } else { $0.ends.append(border) }
          if !$0.downs.contains(down) { $0.downs.append(down) }
        }
      }
    }
  }

  /// 0 for a line that leaves the last layer or enters the first one along the main axis; otherwise 1 or -1.
  private func crossDirection(of index: Int) -> Int {
    let run = runs.runs[index]
    let isStraight =
      run.shape == .leaving
      ? lastUpper(of: index).channel == graph.layers.count : graph.layerOfNode[run.target] == 0
    return isStraight ? 0 : run.isTowardsEnd ? 1 : -1
  }

  private func border(of run: Run) -> Int { run.isTowardsEnd ? lanes.end : lanes.start }

  /// Lines that leave from the last layer go straight down; the others share a track with their trunk.
  private func leavingKey(of index: Int) -> Channel.Key {
    let up = lastUpper(of: index)
    return up.channel == graph.layers.count
      ? .label(node: -1 - index) : .leaving(trunk: runs.runs[index].trunk, isAtEnd: runs.runs[index].isTowardsEnd)
  }

  /// The channel in which a line leaves the layers, and where it enters that channel.
  private func lastUpper(of index: Int) -> (channel: Int, place: Int) {
    if let label = graph.labelOfRun[index] { return (graph.layerOfNode[label] + 1, coordinates.middle[label]) }
    let source = runs.runs[index].source
    return (graph.layerOfNode[source] + 1, exits.ofRun[index] ?? coordinates.middle[source])
  }

  private mutating func stackLayers() {
    let count = graph.layers.count
    for channel in 0...count {
      let tracks = channels[channel].tracks
      let before = channel == 0 ? 6 : graph.hasCards[channel - 1] ? 11 : 5
      let after = channel == count ? 6 : graph.hasCards[channel] ? 15 : 5
      trackStart.append(length + before)
      let isOuter = channel == 0 || channel == count
      if !isOuter || tracks > 0 { length += before + max(0, tracks - 1) * Self.trackGap + after }
      if channel == 0, tracks == 0, hasLoopBefore { length += 14 }
      guard channel < count else { break }
      layerStart.append(length)
      length += graph.layers[channel].map { mainSize(of: $0) }.max() ?? 0
    }
  }

  private var hasLoopBefore: Bool {
    part.direction == .leftToRight
      && runs.runs.contains { $0.shape == .loop && graph.layerOfNode[$0.source] == 0 }
  }

  private func mainSize(of node: Int) -> Int {
    switch graph.nodes[node] {
    case .card(let card):
      return max(part.main[card], part.direction == .leftToRight ? ports.loopLabels[card] : 0)
    case .bend: return 0
    case .label(let run):
      let line = input.lines[runs.runs[run].line]
      return part.direction == .topToBottom ? line.labelHeight : line.labelWidth
    }
  }
}

// MARK: - Routes

extension PartDrawing {
  /// A point whose coordinates lie along the axes of the part.
  private typealias Place = (cross: Int, main: Int)

  private func cardStart(_ card: Int) -> Int { coordinates.middle[card] - part.cross[card] / 2 }
  private func cardTop(_ card: Int) -> Int { layerStart[graph.layerOfNode[card]] }

  private func trackPlace(_ channel: Int, _ key: Channel.Key) -> Int {
    trackStart[channel] + channels[channel].track(of: key) * Self.trackGap
  }

  private func route(of index: Int) -> [Place] {
    let run = runs.runs[index]
    if run.shape == .loop { return loop(of: index) }
    var places: [Place] = []
    if run.shape != .entering { places = beginning(of: index) }
    switch run.shape {
    case .loop: break
    case .forward: places += end(of: run)
    case .backward:
      guard let number = lanes.ofRun[index], let last = places.last else { break }
      let lane = lanes.lanes[number].place
      let track = trackPlace(lastUpper(of: index).channel, .lane(number))
      let channel = graph.layerOfNode[run.target]
      let back = trackPlace(channel, .trunk(run.trunk))
      places += [(last.cross, track), (lane, track), (lane, back)]
      places.append((portPlace(of: run.trunk, card: run.target), back))
      places += end(of: run)
    case .leaving:
      let up = lastUpper(of: index)
      if up.channel == graph.layers.count {
        places.append((up.place, length))
      } else {
        let track = trackPlace(up.channel, leavingKey(of: index))
        places += [(up.place, track), (border(of: run), track)]
      }
    case .entering:
      let port = portPlace(of: run.trunk, card: run.target)
      let channel = graph.layerOfNode[run.target]
      if channel == 0 {
        places.append((port, 0))
      } else {
        let track = trackPlace(channel, .trunk(run.trunk))
        places += [(border(of: run), track), (port, track)]
      }
      places += end(of: run)
    }
    return places
  }

  /// The route from its card through all layers.
  private func beginning(of index: Int) -> [Place] {
    let run = runs.runs[index]
    let exit = exits.ofRun[index] ?? coordinates.middle[run.source]
    var places: [Place] = []
    if case .beside(let offset, let row) = ports.starts[index] {
      let side = offset > 0 ? cardStart(run.source) + part.cross[run.source] : cardStart(run.source)
      places = [(side, cardTop(run.source) + row), (exit, cardTop(run.source) + row)]
    } else {
      places = [(exit, cardTop(run.source) + part.main[run.source])]
    }
    var next = graph.edgesDown[run.source].first { graph.edges[$0].run == index }
    var isUsed = Set<Int>()
    while let edge = next, isUsed.insert(edge).inserted {
      let lower = graph.edges[edge].lower
      let track = trackPlace(graph.layerOfNode[lower], key(of: edge))
      places += [(upperEnd(of: edge), track), (lowerEnd(of: edge), track)]
      if graph.isCard(lower) { break }
      places.append((lowerEnd(of: edge), layerStart[graph.layerOfNode[lower]]))
      next = graph.edgesDown[lower].first
    }
    return places
  }

  /// The last piece of a route, into its card.
  private func end(of run: Run) -> [Place] {
    let top = cardTop(run.target)
    switch ports.ends[run.trunk] {
    case .head(let offset): return [(coordinates.middle[run.target] + offset, top)]
    case .beside(let offset, let row):
      let side = offset > 0 ? cardStart(run.target) + part.cross[run.target] : cardStart(run.target)
      return [(coordinates.middle[run.target] + offset, top + row), (side, top + row)]
    }
  }

  private func loop(of index: Int) -> [Place] {
    let run = runs.runs[index]
    let line = input.lines[run.line]
    let lane = coordinates.middle[run.source] + (ports.loops[index] ?? 0)
    let (side, top) = (cardStart(run.source) + part.cross[run.source], cardTop(run.source))
    let size = part.main[run.source]
    if part.direction == .leftToRight, case .head(let offset) = ports.ends[run.trunk], line.toOffset != nil {
      let start = top + max(1, size - 12)
      let row = coordinates.middle[run.source] + offset
      return [(side, start), (lane, start), (lane, top - 8), (row, top - 8), (row, top)]
    }
    let isDown = part.direction == .topToBottom
    let end = isDown ? min(max(1, line.toOffset ?? size / 3), size - 1) : max(1, size / 3)
    let wanted = (isDown ? line.fromOffset : nil) ?? (end + 16 < size ? end + 16 : max(1, end - 16))
    let start = wanted == end ? max(0, end - 1) : wanted
    return [(side, top + start), (lane, top + start), (lane, top + end), (side, top + end)]
  }

  private func labelPlace(of index: Int) -> Place? {
    let run = runs.runs[index]
    let line = input.lines[run.line]
    let isDown = part.direction == .topToBottom
    if run.shape == .loop {
      guard line.hasLabel else { return nil }
      let lane = coordinates.middle[run.source] + (ports.loops[index] ?? 0)
      return (lane + (isDown ? 4 : 2), cardTop(run.source))
    }
    guard let label = graph.labelOfRun[index] else { return nil }
    let middle = coordinates.middle[label]
    return (isDown ? middle + 4 : middle - line.labelHeight - 2, layerStart[graph.layerOfNode[label]])
  }
}

/// Turns coordinates along the axes of a part into points of the picture.
private struct Canvas {
  let direction: LayoutInput.Direction
  let crossStart: Int

  func point(cross: Int, main: Int) -> Point {
    direction == .topToBottom ? Point(x: cross - crossStart, y: main) : Point(x: main, y: cross - crossStart)
  }

  func direction(cross: Int, main: Int) -> Point {
    let main = cross == 0 ? main : 0
    return direction == .topToBottom ? Point(x: cross, y: main) : Point(x: main, y: cross)
  }

  func size(cross: Int, main: Int) -> (width: Int, height: Int) {
    direction == .topToBottom ? (cross, main) : (main, cross)
  }

  func rect(cross: Int, main: Int, _ crossSize: Int, _ mainSize: Int) -> Rect {
    let corner = point(cross: cross, main: main)
    let size = size(cross: crossSize, main: mainSize)
    return Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)
  }
}
