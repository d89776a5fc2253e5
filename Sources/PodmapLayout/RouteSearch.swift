/// The search for the cheapest path between two cells of a grid.
struct RouteSearch {
  /// What is known about each cell and direction; kept between searches, since clearing it takes time.
  struct Memory {
    fileprivate var cost: [Int32]
    fileprivate var before: [Int32]
    fileprivate var round: [Int32]
    fileprivate var isDone: [Bool]
    fileprivate var current: Int32 = 0

    init(cells: Int) {
      cost = Array(repeating: 0, count: cells * 4)
      before = cost
      round = cost
      isDone = Array(repeating: false, count: cells * 4)
    }
  }

  /// The cell where the path starts.
  let start: RoutingGrid.Cell
  /// The direction in which it starts.
  let way: Int
  /// The cell where it ends.
  let goal: RoutingGrid.Cell
  /// The direction in which it ends.
  let goalWay: Int
  /// The trunk it belongs to.
  let trunk: Int
  /// How much the search prefers cells that are near the goal; 1 to find the cheapest path.
  let greed: Int
  /// The rows and columns that the path can use.
  let tracks: Tracks
  /// What the path must not leave.
  let bounds: Rect?
  /// Frames that it must not enter.
  let foreign: [Rect]
  private var queue = Queue()

  private static let bend = 40
  private static let overlap = 90
  private static let crossing = 25

  init(
    start: RoutingGrid.Cell, way: Int, goal: RoutingGrid.Cell, goalWay: Int, trunk: Int, greed: Int, tracks: Tracks,
    bounds: Rect?, foreign: [Rect]
  ) {
    self.start = start
    self.way = way
    self.goal = goal
    self.goalWay = goalWay
    self.trunk = trunk
    self.greed = greed
    self.tracks = tracks
    self.bounds = bounds
    self.foreign = foreign.map { $0.grown(by: 4) }
  }

  /// The cells of the path; empty if there is none.
  mutating func path(in grid: RoutingGrid, memory: inout Memory) -> [RoutingGrid.Cell] {
    memory.current += 1
    let first = grid.number(start) * 4 + way
    reach(first, cost: 0, before: -1, memory: &memory)
    queue.push(first, priority: 0)
    while let state = queue.pop() {
      if state < 0 { return cells(to: -state - 1, grid, memory) }
      guard !memory.isDone[state] else { continue }
      memory.isDone[state] = true
      let (cell, way, cost) = (grid.cell(state / 4), state % 4, Int(memory.cost[state]))
      if cell == goal {
        queue.push(-state - 1, priority: cost + (way == goalWay ? 0 : Self.bend))
        continue
      }
      // A bend on another trunk's track looks like a part of that trunk.
      let isTouching = grid.isCrossed(cell, way: 0, besides: trunk) || grid.isCrossed(cell, way: 2, besides: trunk)
      let turn = Self.bend + (isTouching ? Self.overlap : 0)
      for next in 0..<4 where next != way ^ 1 {
        step(from: cell, state: state, cost: cost + (next == way ? 0 : turn), way: next, grid, &memory)
      }
    }
    return []
  }

  private func reach(_ state: Int, cost: Int, before: Int, memory: inout Memory) {
    memory.round[state] = memory.current
    memory.cost[state] = Int32(cost)
    memory.before[state] = Int32(before)
    memory.isDone[state] = false
  }

  private mutating func step(
    from cell: RoutingGrid.Cell, state: Int, cost: Int, way: Int, _ grid: RoutingGrid, _ memory: inout Memory
  ) {
    guard let next = tracks.cell(after: cell, way: way), !grid.isBlocked(cell, next) else { return }
    let (one, other) = (grid.point(cell), grid.point(next))
    if let bounds, other.x < bounds.x || other.x > bounds.maxX || other.y < bounds.y || other.y > bounds.maxY { return }
    if foreign.contains(where: { $0.isCut(from: one, to: other) }) { return }
    var cost = cost + abs(one.x - other.x) + abs(one.y - other.y)
    let others = grid.others(from: cell, to: next, besides: trunk)
    if others.length > 0 { cost += Self.overlap + 6 * others.length }
    cost += Self.crossing * others.crossings
    let key = grid.number(next) * 4 + way
    if memory.round[key] == memory.current, memory.isDone[key] || memory.cost[key] <= cost { return }
    reach(key, cost: cost, before: state, memory: &memory)
    queue.push(key, priority: cost + estimate(from: other, to: grid.point(goal)))
  }

  private func estimate(from point: Point, to goal: Point) -> Int {
    let (x, y) = (abs(point.x - goal.x), abs(point.y - goal.y))
    return (x + y + (x > 0 && y > 0 ? Self.bend : 0)) * greed
  }

  private func cells(to last: Int, _ grid: RoutingGrid, _ memory: Memory) -> [RoutingGrid.Cell] {
    var result: [RoutingGrid.Cell] = []
    var state = last
    while state >= 0 {
      result.append(grid.cell(state / 4))
      state = Int(memory.before[state])
    }
    return result.reversed()
  }
}
