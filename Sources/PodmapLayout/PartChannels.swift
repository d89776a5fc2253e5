/// What runs through the channels of a part.
extension PartDrawing {
  /// The cross coordinate at which a trunk or line arrives at the lower node of an edge.
  func lowerEnd(of edge: Int) -> Int {
    coordinates.middle[graph.edges[edge].lower] + coordinates.offset(of: edge)
  }

  func upperEnd(of edge: Int) -> Int {
    let edge = graph.edges[edge]
    return edge.run.flatMap { exits.ofRun[$0] } ?? coordinates.middle[edge.upper]
  }

  func portPlace(of trunk: Int, card: Int) -> Int {
    switch ports.ends[trunk] {
    case .head(let offset): coordinates.middle[card] + offset
    case .beside(let offset, _): coordinates.middle[card] + offset
    }
  }

  func key(of edge: Int) -> Channel.Key {
    let edge = graph.edges[edge]
    if let fan = edge.run.flatMap({ exits.fanOfRun[$0] }), graph.edgesUp[edge.lower].count == 1 {
      return .fan(run: fan)
    }
    return graph.isCard(edge.lower) || graph.isBend(edge.lower) ? .trunk(edge.trunk) : .label(node: edge.lower)
  }

  /// Moves exits away from the ends of other lines in the channel below them.
  mutating func separateExits() {
    for layer in graph.layers.indices {
      var ends: [(place: Int, trunk: Int)] = []
      for node in graph.layers[layer] {
        for edge in graph.edgesDown[node] { ends.append((lowerEnd(of: edge), graph.edges[edge].trunk)) }
      }
      ends.sort { ($0.place, $0.trunk) < ($1.place, $1.trunk) }
      for node in graph.layers[layer] where graph.isCard(node) {
        exits.avoid(ends, card: node) { [runs] in runs.runs[$0].trunk }
      }
    }
  }

  /// Moves the ends of lines that lead down exactly below what they come from, if they are nearly there: a small step
  /// looks like a mistake.
  mutating func straightenEnds() {
    guard part.direction == .topToBottom else { return }
    for card in 0..<part.count {
      for (index, trunk) in ports.order[card].enumerated() {
        let edges = graph.edgesUp[card].filter { graph.edges[$0].trunk == trunk }
        guard edges.count == 1, let edge = edges.first, runs.isForward[trunk] else { continue }
        let step = upperEnd(of: edge) - lowerEnd(of: edge)
        if step != 0, abs(step) < 10 { ports.moveEnd(index, of: card, by: step, size: part.cross[card]) }
      }
    }
  }

  mutating func fillChannels() {
    channels = Array(repeating: Channel(), count: graph.layers.count + 1)
    for edge in graph.edges.indices {
      let (up, down) = (upperEnd(of: edge), lowerEnd(of: edge))
      channels[graph.layerOfNode[graph.edges[edge].lower]].change(key(of: edge)) {
        $0.ups.append(up)
        $0.downs.append(down)
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
  func crossDirection(of index: Int) -> Int {
    let run = runs.runs[index]
    let isStraight =
      run.shape == .leaving
      ? lastUpper(of: index).channel == graph.layers.count : graph.layerOfNode[run.target] == 0
    return isStraight ? 0 : run.isTowardsEnd ? 1 : -1
  }

  func border(of run: Run) -> Int { run.isTowardsEnd ? lanes.end : lanes.start }

  /// Lines that leave from the last layer go straight down; the others share a track with their trunk.
  func leavingKey(of index: Int) -> Channel.Key {
    let up = lastUpper(of: index)
    return up.channel == graph.layers.count
      ? .label(node: -1 - index) : .leaving(trunk: runs.runs[index].trunk, isAtEnd: runs.runs[index].isTowardsEnd)
  }

  /// The channel in which a line leaves the layers, and where it enters that channel.
  func lastUpper(of index: Int) -> (channel: Int, place: Int) {
    if let label = graph.labelOfRun[index] { return (graph.layerOfNode[label] + 1, coordinates.middle[label]) }
    let source = runs.runs[index].source
    return (graph.layerOfNode[source] + 1, exits.ofRun[index] ?? coordinates.middle[source])
  }

  mutating func stackLayers() {
    let count = graph.layers.count
    var cardLayers = 0
    var base: Int?
    for channel in 0...count {
      let tracks = channels[channel].tracks
      let before =
        channel == 0 ? 6 : graph.hasCards[channel - 1] ? (input.isTight ? 11 : 14) + roomForLoops(at: channel - 1) : 5
      let after =
        channel == count ? 6 : graph.hasCards[channel] ? (input.isTight ? 15 : 19) + roomForLoops(at: channel) : 5
      trackStart.append(length + before)
      trackGaps.append(trackGap)
      let isOuter = channel == 0 || channel == count
      if !isOuter || tracks > 0 { length += before + max(0, tracks - 1) * trackGap + after }
      if channel == 0, tracks == 0, hasLoopBefore { length += 14 + roomForLoops(at: 0) }
      if channel == count, tracks == 0, hasLoopAfter { length += 10 + roomForLoops(at: count - 1) }
      guard channel < count else { break }
      if graph.hasCards[channel] {
        if let wanted = pins?.starts[cardLayers] {
          if let base { hold(channel, at: wanted + base, before: before, after: after) } else { base = length - wanted }
        }
        cardLayers += 1
      }
      layerStart.append(length)
      length += graph.layers[channel].map { mainSize(of: $0) }.max() ?? 0
    }
  }

  /// Puts the layer that comes next where it was, if that is possible with tracks that are a little closer.
  private mutating func hold(_ channel: Int, at wanted: Int, before: Int, after: Int) {
    let tracks = channels[channel].tracks
    let missing = length - wanted
    if missing > 0 {
      guard channel > 0 else { return }
      let gap = tracks > 1 ? max(5, trackGap - (missing + tracks - 2) / (tracks - 1)) : trackGap
      let rest = missing - max(0, tracks - 1) * (trackGap - gap)
      guard rest <= 6 else { return }
      trackGaps[channel] = gap
      trackStart[channel] -= max(0, rest) / 2
    }
    length = wanted
  }

  /// What several loops around the cards of a layer need on either side.
  private func roomForLoops(at layer: Int) -> Int {
    guard part.direction == .leftToRight else { return 0 }
    let most = graph.layers[layer].map { graph.isCard($0) ? ports.loopCount[$0] : 0 }.max() ?? 0
    return Self.loopGap * max(0, most - 1)
  }

  private var hasLoopBefore: Bool {
    part.direction == .leftToRight
      && runs.runs.contains { $0.shape == .loop && graph.layerOfNode[$0.source] == 0 }
  }

  private var hasLoopAfter: Bool {
    part.direction == .leftToRight
      && runs.runs.contains {
        $0.shape == .loop && graph.layerOfNode[$0.source] == graph.layers.count - 1
          && input.lines[$0.line].fromOffset != nil
      }
  }

  private func mainSize(of node: Int) -> Int {
    switch graph.nodes[node] {
    case .card(let card):
      return max(part.main[card], ports.loopRoom[card])
    case .bend: return 0
    case .label(let run):
      let line = input.lines[runs.runs[run].line]
      return part.direction == .topToBottom ? line.labelHeight : line.labelWidth
    }
  }
}
