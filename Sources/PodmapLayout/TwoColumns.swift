/// Two frames beside each other, with the cards of each below each other and the lines between them.
///
/// Rows that a line joins are at the same height where the cards leave room for that. In a column, cards keep the
/// order of the input: what they are compared by.
struct TwoColumns {
  private let input: LayoutInput
  /// The cards of each column, from top to bottom.
  private var columns: [[Int]]
  /// The upper edge of each card.
  private var tops: [Int]
  private static let gap = 16
  /// The room between a column and the first or last track.
  private static let margin = 24
  private static let rounds = 8

  /// `nil` if the input has cards or lines that are not in two columns.
  init?(_ input: LayoutInput) {
    guard input.frames.count == 2, input.frames.allSatisfy({ $0.parent == nil }),
      input.cards.allSatisfy({ $0.frame != nil }),
      input.lines.allSatisfy({ input.cards[$0.from].frame == 0 && input.cards[$0.to].frame == 1 && !$0.hasLabel })
    else { return nil }
    self.input = input
    columns = [0, 1].map { column in input.cards.indices.filter { input.cards[$0].frame == column } }
    tops = Array(repeating: 0, count: input.cards.count)
    for column in columns { stack(column) }
    // Each column follows the other one, so that both share what room there is.
    for round in 0..<Self.rounds { settle(columns[1 - round % 2], isLast: round >= Self.rounds - 2) }
    let first = tops.min() ?? 0
    for card in tops.indices { tops[card] -= first }
  }

  private mutating func stack(_ column: [Int]) {
    var top = 0
    for card in column {
      tops[card] = top
      top += input.cards[card].height + Self.gap
    }
  }

  /// Moves the cards of a column towards the heights of what they are joined to, by weighted least squares.
  private mutating func settle(_ column: [Int], isLast: Bool) {
    var sums: [Int: (total: Int, count: Int)] = [:]
    for line in input.lines {
      let shift = height(line.toOffset, of: line.to) - height(line.fromOffset, of: line.from)
      sums[line.from, default: (0, 0)].total += tops[line.to] + shift
      sums[line.from, default: (0, 0)].count += 1
      sums[line.to, default: (0, 0)].total += tops[line.from] - shift
      sums[line.to, default: (0, 0)].count += 1
    }
    let wanted = column.map { card in sums[card].map { Double($0.total) / Double($0.count) } ?? Double(tops[card]) }
    let weights = column.map { sums[$0] == nil ? 0.01 : 1.0 }
    let gaps = column.dropLast().map { Double(input.cards[$0].height + Self.gap) }
    for (card, place) in zip(column, positions(wanted: wanted, weights: weights, gaps: gaps)) {
      tops[card] = Int(place.rounded())
    }
    guard isLast else { return }
    for (before, card) in zip(column, column.dropFirst()) {
      tops[card] = max(tops[card], tops[before] + input.cards[before].height + Self.gap)
    }
  }

  /// Where a line meets its card, from the card's upper edge.
  private func height(_ offset: Int?, of card: Int) -> Int {
    let height = input.cards[card].height
    return offset.map { min(max($0, 0), height) } ?? height / 2
  }

  // MARK: - The picture

  func result() -> LayoutResult {
    let ends = input.lines.map { line in
      (
        up: tops[line.from] + height(line.fromOffset, of: line.from),
        down: tops[line.to] + height(line.toOffset, of: line.to)
      )
    }
    var channel = Channel()
    for (line, end) in ends.enumerated() {
      channel.change(.trunk(line)) {
        $0.ups = [end.up]
        $0.downs = [end.down]
      }
    }
    channel.assignTracks()
    let widths = zip(input.frames, columns).map { frame, column in
      max(column.map { input.cards[$0].width }.max() ?? 0, frame.titleWidth)
    }
    let paddings = input.frames.map { max(0, $0.padding) }
    let tracks = 2 * Self.margin + max(0, channel.tracks - 1) * input.trackGap
    let lefts = [paddings[0], 2 * paddings[0] + widths[0] + max(60, tracks) + paddings[1]]
    let top = zip(input.frames, paddings).map { $1 + ($0.titleHeight > 0 ? $0.titleHeight + 6 : 0) }.max() ?? 0
    let cards = input.cards.enumerated().map { position, card in
      Rect(x: lefts[card.frame ?? 0], y: tops[position] + top, width: card.width, height: card.height)
    }
    let bottom = (cards.map(\.maxY).max() ?? top) + (paddings.max() ?? 0)
    let frames = [0, 1].map { side in
      Rect(x: lefts[side] - paddings[side], y: 0, width: widths[side] + 2 * paddings[side], height: bottom)
    }
    let firstTrack =
      frames[0].maxX + (frames[1].x - frames[0].maxX - max(0, channel.tracks - 1) * input.trackGap) / 2
    let routes = input.lines.enumerated().map { position, line in
      let (up, down) = (ends[position].up + top, ends[position].down + top)
      let track = firstTrack + channel.track(of: .trunk(position)) * input.trackGap
      return [
        Point(x: cards[line.from].maxX, y: up), Point(x: track, y: up), Point(x: track, y: down),
        Point(x: cards[line.to].x, y: down),
      ].simplified
    }
    let quality = Crossings(of: routes.enumerated().map { ($0, $1) })
    return LayoutResult(
      cards: cards, frames: frames, routes: routes, labels: input.lines.map { _ in nil },
      isReversed: input.lines.map { _ in false }, width: frames[1].maxX, height: bottom, crossings: quality.count(),
      throughCards: quality.pieces(through: cards))
  }
}
