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
  private let columns: TrackPlaces
  private let rows: TrackPlaces
  private let isLarge: Bool

  /// Takes what is in the way, the frames with the numbers of those around them, and the ends of the lines.
  init(solids: [Rect], frames: [(rect: Rect, parent: Int?)], ends: [End], lineCount: Int) {
    // A large picture has fewer tracks in each gap, and a route in it uses only those of the frames it leads through.
    isLarge = solids.count + ends.count > 200 && lineCount > 0
    let isBusy = lineCount > 3 && !isLarge
    var (x, y) = ([Int: Set<Int>](), [Int: Set<Int>]())
    let owned =
      solids.map { solid in (rect: solid, owner: Self.innermost(around: solid, of: frames), isSolid: true) }
      + frames.map { (rect: $0.rect, owner: $0.parent ?? -1, isSolid: false) }
    for (rect, owner, isSolid) in owned {
      let first = isSolid ? Self.distance : 8
      for distance in isBusy ? [first, first + 5, first + 10] : [first, isSolid ? 18 : 16] {
        for place in [rect.x - distance, rect.maxX + distance] { x[place, default: []].insert(owner) }
        for place in [rect.y - distance, rect.maxY + distance] { y[place, default: []].insert(owner) }
      }
    }
    let spacing = isLarge ? 12 : 5
    if isBusy || isLarge {
      // Around everything there is room for more.
      let (left, right) = (owned.map(\.rect.x).min() ?? 0, owned.map(\.rect.maxX).max() ?? 0)
      let (top, bottom) = (owned.map(\.rect.y).min() ?? 0, owned.map(\.rect.maxY).max() ?? 0)
      for distance in (1...min(12, lineCount)).map({ 20 + $0 * spacing }) {
        for place in [left - distance, right + distance] { x[place, default: []].insert(-1) }
        for place in [top - distance, bottom + distance] { y[place, default: []].insert(-1) }
      }
    }
    columns = TrackPlaces(x, required: Set(ends.map(\.outside.x)), spacing: spacing)
    rows = TrackPlaces(y, required: Set(ends.map(\.outside.y)), spacing: spacing)
    grid = RoutingGrid(xs: columns.places, ys: rows.places, solids: solids.map { $0.grown(by: 4) })
    memory = RouteSearch.Memory(cells: grid.count)
    // The more there is to search, the sooner a path is good enough.
    let work = grid.count * lineCount
    greed = work <= 500_000 ? 1 : work <= 5_000_000 ? 2 : 6
  }

  private static func innermost(around rect: Rect, of frames: [(rect: Rect, parent: Int?)]) -> Int {
    let around = frames.indices.filter { frames[$0].rect.contains(rect) }
    return around.min { frames[$0].rect.width < frames[$1].rect.width } ?? -1
  }

  /// The cheapest route between two ends, both included. It stays inside `bounds` and outside `foreign` frames, and leads
  /// through the frames `own`; other trunks' tracks are avoided.
  mutating func route(
    from start: End, to end: End, trunk: Int, bounds: Rect?, foreign: [Rect], own: Set<Int>
  ) -> [Point] {
    let all = Tracks(columns: columns.places.map { _ in true }, rows: rows.places.map { _ in true })
    let some = Tracks(
      columns: columns.isUseful(in: own, always: [start.outside.x, end.outside.x]),
      rows: rows.isUseful(in: own, always: [start.outside.y, end.outside.y]))
    var cells: [RoutingGrid.Cell] = []
    for tracks in isLarge ? [some, all] : [all] where cells.isEmpty {
      var search = RouteSearch(
        start: grid.cell(start.outside), way: start.way, goal: grid.cell(end.outside), goalWay: end.way ^ 1,
        trunk: trunk, greed: greed, tracks: tracks, bounds: bounds, foreign: foreign)
      cells = search.path(in: grid, memory: &memory)
    }
    guard !cells.isEmpty else {
      return [start.point, start.outside, Point(x: start.outside.x, y: end.outside.y), end.outside, end.point]
        .simplified
    }
    for (one, other) in zip(cells, cells.dropFirst()) { grid.use(from: one, to: other, trunk: trunk) }
    return ([start.point] + cells.map { grid.point($0) } + [end.point]).simplified
  }
}
