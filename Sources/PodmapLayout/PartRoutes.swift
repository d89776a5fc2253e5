/// The routes of a part's lines.
extension PartDrawing {
  /// A point whose coordinates lie along the axes of the part.
  typealias Place = (cross: Int, main: Int)

  /// The distance between the pieces before a card of two loops around it.
  static let loopGap = 5

  func cardStart(_ card: Int) -> Int { coordinates.middle[card] - part.cross[card] / 2 }
  func cardTop(_ card: Int) -> Int { layerStart[graph.layerOfNode[card]] }

  private func trackPlace(_ channel: Int, _ key: Channel.Key) -> Int {
    trackStart[channel] + channels[channel].track(of: key) * trackGaps[channel]
  }

  func route(of index: Int) -> [Place] {
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
    guard let loop = ports.loops[index] else { return [] }
    let lane = coordinates.middle[run.source] + loop.lane
    let (first, top) = (cardStart(run.source), cardTop(run.source))
    let side = first + part.cross[run.source]
    // A loop that leads to the right starts at the right side and ends at the left one if it has rows there.
    let isAcross = part.direction == .leftToRight
    var places: [Place] = []
    if isAcross, let row = line.fromOffset {
      let bottom = top + part.main[run.source]
      let away = bottom + 5 + 3 * loop.number
      places = [(first + row, bottom), (first + row, away), (lane, away)]
    } else {
      places = [(side, top + loop.start), (lane, top + loop.start)]
    }
    if isAcross, line.toOffset != nil, case .head(let offset) = ports.ends[run.trunk] {
      let row = coordinates.middle[run.source] + offset
      let away = top - 8 - Self.loopGap * loop.number
      return places + [(lane, away), (row, away), (row, top)]
    }
    return places + [(lane, top + loop.end), (side, top + loop.end)]
  }

  func labelPlace(of index: Int) -> Place? {
    let run = runs.runs[index]
    let line = input.lines[run.line]
    let isDown = part.direction == .topToBottom
    if run.shape == .loop {
      guard let label = ports.loopLabels[index] else { return nil }
      let room = max(part.main[run.source], ports.loopRoom[run.source]) - (isDown ? line.labelHeight : line.labelWidth)
      let first = loop(of: index).map(\.main).min() ?? 0
      let top = cardTop(run.source)
      return (
        coordinates.middle[run.source] + label.cross,
        label.main.map { top + $0 } ?? max(top, min(first, top + room))
      )
    }
    guard let label = graph.labelOfRun[index] else { return nil }
    let middle = coordinates.middle[label]
    return (isDown ? middle + 4 : middle - line.labelHeight - 2, layerStart[graph.layerOfNode[label]])
  }
}
