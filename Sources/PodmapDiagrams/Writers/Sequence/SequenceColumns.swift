/// The positions of lifelines in a sequence picture, and the line width of its texts that makes it fit a page.
struct SequenceColumns: Sendable {
  let heads: [SequenceHead]
  /// The position of each lifeline.
  let places: [Int]
  /// The room that is needed to the left and right of each lifeline.
  let left: [Int]
  let right: [Int]
  /// The width of lines.
  let room: Int

  /// The widest lines with which the picture fits a page; the narrowest if none do.
  init(_ diagram: SequenceDiagram, hasIcons: Bool) {
    var chosen = Self.columns(diagram, hasIcons, room: Self.rooms[0])
    for room in Self.rooms.dropFirst() where chosen.width > SequenceSize.page {
      chosen = Self.columns(diagram, hasIcons, room: room)
    }
    self = chosen
  }

  private static let rooms = Array(stride(from: 230, through: 60, by: -10))

  private static func columns(_ diagram: SequenceDiagram, _ hasIcons: Bool, room: Int) -> SequenceColumns {
    var heads = diagram.participants.map {
      SequenceHead($0, room: min(150, max(82, room)), hasIcon: hasIcons)
    }
    // Cards in a row look better with the same height.
    let height = heads.filter { !$0.isPerson }.map(\.height).max() ?? 0
    for position in heads.indices where !heads[position].isPerson { heads[position].height = height }
    let needs = SequenceNeeds(diagram, heads, room: room)
    return SequenceColumns(
      heads: heads, places: places(needs, count: heads.count), left: needs.left, right: needs.right, room: room)
  }

  private init(heads: [SequenceHead], places: [Int], left: [Int], right: [Int], room: Int) {
    self.heads = heads
    self.places = places
    self.left = left
    self.right = right
    self.room = room
  }

  /// Whether the picture can be read on a page.
  var fitPage: Bool { width <= SequenceSize.page }

  /// Approximately, with frames and margins.
  private var width: Int {
    guard let last = places.last, let side = right.last else { return 0 }
    return last + side + 2 * SequenceSize.frameInset + 20
  }

  /// Columns are as close as their needs allow. If a text across several columns is too wide, all of them get wider.
  private static func places(_ needs: SequenceNeeds, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var gaps = Array(repeating: 0, count: count - 1)
    let sorted = needs.distances.enumerated().sorted {
      ($0.element.columns.count, $0.offset) < ($1.element.columns.count, $1.offset)
    }
    for (_, need) in sorted {
      let between = need.columns.lowerBound..<need.columns.upperBound
      let missing = need.points - gaps[between].reduce(0, +)
      guard missing > 0, !between.isEmpty else { continue }
      for (position, gap) in between.enumerated() {
        gaps[gap] += (missing * (position + 1)) / between.count - (missing * position) / between.count
      }
    }
    var places = [needs.left[0]]
    for gap in gaps { places.append(places[places.count - 1] + gap) }
    return places
  }
}
