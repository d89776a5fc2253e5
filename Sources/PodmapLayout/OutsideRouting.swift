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
    // In a large picture, a route uses only the tracks of the frames it leads through.
    isLarge = solids.count + ends.count > 200
    let owned =
      solids.map { Owned(rect: $0, owner: Self.innermost(around: $0, of: frames), distance: Self.distance) }
      + frames.map { Owned(rect: $0.rect, owner: $0.parent ?? -1, distance: 8) }
    var tracks = Self.tracks(around: owned, ends: ends, lineCount: lineCount, isDense: true)
    if tracks.columns.places.count * tracks.rows.places.count > Self.denseCells {
      tracks = Self.tracks(around: owned, ends: ends, lineCount: lineCount, isDense: false)
    }
    (columns, rows) = tracks
    grid = RoutingGrid(xs: columns.places, ys: rows.places, solids: solids.map { $0.grown(by: 4) })
    memory = RouteSearch.Memory(cells: grid.count)
    // The more there is to search, the sooner a path is good enough.
    let work = grid.count * lineCount
    greed = work <= 500_000 ? 1 : work <= 5_000_000 ? 2 : 6
  }

  /// The number of cells up to which each gap has many tracks.
  private static let denseCells = 700_000

  /// What lines lead along.
  private struct Owned {
    var rect: Rect
    /// The frame that it is in, or -1 for the whole picture.
    var owner: Int
    /// The distance of the first track from it.
    var distance: Int
  }

  private static func tracks(
    around owned: [Owned], ends: [End], lineCount: Int, isDense: Bool
  ) -> (columns: TrackPlaces, rows: TrackPlaces) {
    let spacing = isDense ? 5 : 12
    let isBusy = lineCount > 3
    var (x, y) = ([Int: Set<Int>](), [Int: Set<Int>]())
    func add(around rect: Rect, distance: Int, owner: Int) {
      for place in [rect.x - distance, rect.maxX + distance] { x[place, default: []].insert(owner) }
      for place in [rect.y - distance, rect.maxY + distance] { y[place, default: []].insert(owner) }
    }
    for item in owned {
      for distance in isBusy && isDense ? [0, 5, 10] : [0, 8] {
        add(around: item.rect, distance: item.distance + distance, owner: item.owner)
      }
    }
    if isBusy {
      // Around everything there is room for more.
      let all = owned.dropFirst().reduce(owned.first?.rect ?? Rect(x: 0, y: 0, width: 0, height: 0)) {
        $0.joined(with: $1.rect)
      }
      for count in 1...min(12, lineCount) { add(around: all, distance: 20 + count * spacing, owner: -1) }
    }
    return (
      TrackPlaces(x, required: Set(ends.map(\.outside.x)), spacing: spacing),
      TrackPlaces(y, required: Set(ends.map(\.outside.y)), spacing: spacing)
    )
  }

  private static func innermost(around rect: Rect, of frames: [(rect: Rect, parent: Int?)]) -> Int {
    let around = frames.indices.filter { frames[$0].rect.contains(rect) }
    return around.min { frames[$0].rect.width < frames[$1].rect.width } ?? -1
  }

  /// The cheapest route between two ends, both included. It stays inside `bounds` and outside `foreign` frames, and
  /// leads through the frames `own`; other trunks' tracks are avoided.
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
