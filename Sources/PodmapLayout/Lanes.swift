/// The verticals outside all cards of a part, on which lines lead back against the direction of the others.
struct Lanes {
  /// One such vertical, shared by the lines of one trunk.
  struct Lane {
    /// The trunk.
    var trunk: Int
    /// Whether it is at the end of the cross axis.
    var isAtEnd: Bool
    /// The channel from which its trunk enters its card.
    var upper: Int
    /// The last channel from which a line comes.
    var lower: Int
    /// Its coordinate on the cross axis.
    var place = 0
  }

  /// The verticals.
  private(set) var lanes: [Lane] = []
  /// The number of each backward run's vertical.
  private(set) var ofRun: [Int: Int] = [:]
  /// Whether each run that needs a vertical, leaves or enters uses the end of the cross axis.
  private(set) var isAtEnd: [Bool]
  /// The first coordinate that is used.
  private(set) var start: Int
  /// The last coordinate that is used.
  private(set) var end: Int

  init(of runs: Runs, graph: LayerGraph, coordinates: CrossCoordinates) {
    (start, end) = (coordinates.start, coordinates.end)
    isAtEnd = runs.runs.map(\.isTowardsEnd)
    var numbers: [Int: Int] = [:]
    for (index, run) in runs.runs.enumerated() where run.shape == .backward {
      isAtEnd[index] = Self.isEndBetter(
        from: graph.labelOfRun[index] ?? run.source, to: run.target, graph: graph, coordinates: coordinates)
      let upper = graph.layerOfNode[run.target]
      let lower = graph.layerOfNode[graph.labelOfRun[index] ?? run.source] + 1
      let key = run.trunk * 2 + (isAtEnd[index] ? 1 : 0)
      if let number = numbers[key] {
        lanes[number].lower = max(lanes[number].lower, lower)
        ofRun[index] = number
      } else {
        numbers[key] = lanes.count
        ofRun[index] = lanes.count
        lanes.append(Lane(trunk: run.trunk, isAtEnd: isAtEnd[index], upper: upper, lower: lower))
      }
    }
    place()
  }

  /// Whether a line that leads back to a card crosses fewer others, or is shorter, if it leads around the end.
  private static func isEndBetter(
    from source: Int, to target: Int, graph: LayerGraph, coordinates: CrossCoordinates
  ) -> Bool {
    let (one, other) = (coordinates.middle[source], coordinates.middle[target])
    var balance = one + other - coordinates.start - coordinates.end
    for node in graph.layers[graph.layerOfNode[source]] where node != source {
      balance += (coordinates.middle[node] < one ? 1 : -1) * crossing * graph.edgesDown[node].count
    }
    for node in graph.layers[graph.layerOfNode[target]] where node != target {
      balance += (coordinates.middle[node] < other ? 1 : -1) * crossing * graph.edgesUp[node].count
    }
    return balance >= 0
  }

  /// The length that is worth one crossing.
  private static let crossing = 60

  /// Short lanes are near the cards; lanes that don't meet share a coordinate.
  private mutating func place() {
    var used: [Bool: [[ClosedRange<Int>]]] = [false: [], true: []]
    let order = lanes.indices.sorted { one, other in
      let (a, b) = (lanes[one], lanes[other])
      return (a.lower - a.upper, a.upper, a.trunk) < (b.lower - b.upper, b.upper, b.trunk)
    }
    let (first, last) = (start, end)
    for index in order {
      let lane = lanes[index]
      let range = lane.upper...lane.lower
      var columns = used[lane.isAtEnd] ?? []
      let column = columns.firstIndex { $0.allSatisfy { !$0.overlaps(range) } } ?? columns.count
      if column == columns.count { columns.append([]) }
      columns[column].append(range)
      used[lane.isAtEnd] = columns
      lanes[index].place = lane.isAtEnd ? last + 12 + 9 * column : first - 12 - 9 * column
      start = min(start, lanes[index].place - 2)
      end = max(end, lanes[index].place + 2)
    }
  }
}
