/// The routes of lines between parts: through the gaps between parts, tables and frames, with few bends.
///
/// Source: the search for the cheapest path, P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic
/// Determination of Minimum Cost Paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968, on a grid of
/// only those coordinates that are near a border, as in M. Wybrow, K. Marriott, P. J. Stuckey, "Orthogonal Connector
/// Routing", Graph Drawing 2009.
struct OutsideRouting {
  /// One end of a route.
  struct End {
    /// Where the route meets the border of its part.
    var point: Point
    /// Where the search starts: a little outside the part.
    var outside: Point

    /// The direction that leads outside: 0 and 1 to the right and left, 2 and 3 down and up.
    var way: Int

    init(_ stub: Block.Stub) {
      way = stub.outward.x > 0 ? 0 : stub.outward.x < 0 ? 1 : stub.outward.y > 0 ? 2 : 3
      let border = stub.points[stub.points.count - 1]
      point = border
      outside = Point(
        x: border.x + stub.outward.x * OutsideRouting.distance, y: border.y + stub.outward.y * OutsideRouting.distance)
    }
  }

  /// The distance of the nearest track from a part: room for an arrow.
  static let distance = 10

  private var grid: RoutingGrid
  private var memory: RouteSearch.Memory
  private let greed: Int

  init(solids: [Rect], frames: [Rect], ends: [End], lineCount: Int) {
    var required = (x: Set<Int>(), y: Set<Int>())
    for end in ends {
      required.x.insert(end.outside.x)
      required.y.insert(end.outside.y)
    }
    var (x, y) = (Set<Int>(), Set<Int>())
    let isBusy = lineCount > 3 && solids.count + ends.count <= 200
    for (rects, distances) in [
      (solids, [Self.distance] + (isBusy ? [15, 20] : [18])), (frames, [8] + (isBusy ? [13, 18] : [16])),
    ] {
      for rect in rects {
        for distance in distances {
          x.formUnion([rect.x - distance, rect.maxX + distance])
          y.formUnion([rect.y - distance, rect.maxY + distance])
        }
      }
    }
    // A large picture has fewer tracks in each gap.
    let spacing = solids.count + ends.count <= 200 ? 5 : 12
    grid = RoutingGrid(
      xs: Self.spread(x, required: required.x, spacing: spacing),
      ys: Self.spread(y, required: required.y, spacing: spacing),
      solids: solids.map { $0.grown(by: 4) })
    memory = RouteSearch.Memory(cells: grid.count)
    // The more there is to search, the sooner a path is good enough.
    let work = grid.count * lineCount
    greed = work <= 500_000 ? 1 : work <= 5_000_000 ? 2 : 6
  }

  /// The coordinates in order, without those that are too close to another one.
  private static func spread(_ places: Set<Int>, required: Set<Int>, spacing: Int) -> [Int] {
    var result: [Int] = []
    var last = Int.min / 2
    let fixed = required.sorted()
    var next = 0
    for place in places.union(required).sorted() {
      while next < fixed.count, fixed[next] < place { next += 1 }
      let isRequired = next < fixed.count && fixed[next] == place
      let isFree = place - last >= spacing && (next >= fixed.count || fixed[next] - place >= spacing)
      guard isRequired || isFree else { continue }
      result.append(place)
      last = place
    }
    return result
  }

  /// The cheapest route between two ends, both included. It stays inside `bounds` and outside `foreign` frames; other
  /// trunks' tracks are avoided.
  mutating func route(from start: End, to end: End, trunk: Int, bounds: Rect?, foreign: [Rect]) -> [Point] {
    var search = RouteSearch(
      start: grid.cell(start.outside), way: start.way, goal: grid.cell(end.outside), goalWay: end.way ^ 1, trunk: trunk,
      greed: greed, bounds: bounds, foreign: foreign)
    let cells = search.path(in: grid, memory: &memory)
    guard !cells.isEmpty else {
      return [start.point, start.outside, Point(x: start.outside.x, y: end.outside.y), end.outside, end.point]
        .simplified
    }
    for (one, other) in zip(cells, cells.dropFirst()) { grid.use(from: one, to: other, trunk: trunk) }
    return ([start.point] + cells.map { grid.point($0) } + [end.point]).simplified
  }
}
