/// The lines of one kind that end at one row of one card: they are drawn as one line with several beginnings.
struct Trunk: Hashable {
  /// The index of the card in the whole picture.
  var card: Int
  /// The row's distance from the card's upper edge.
  var offset: Int?
  /// The kind of line.
  var net: Int
  /// The card where all its lines start, if it has few of them.
  var source: Int?

  init(of line: LayoutInput.Line) {
    card = line.to
    offset = line.toOffset
    net = line.net
    source = line.ownEnd
  }
}

/// One line, as the layout of a part sees it.
struct Run {
  /// How the line leads through the layers.
  enum Shape: Hashable {
    /// From a card to a card in a deeper layer.
    case forward
    /// From a card to a card that is not in a deeper layer: around the outside.
    case backward
    /// From a card to itself.
    case loop
    /// From a card out of the part.
    case leaving
    /// From outside the part to a card.
    case entering
  }

  /// The index in the whole picture.
  var line: Int
  /// The card where the line starts, if that is in the part.
  var source: Int
  /// The card where the line ends, if that is in the part.
  var target: Int
  /// The number of the trunk.
  var trunk: Int
  /// How the line leads through the layers.
  var shape: Shape
  /// Whether a line that leaves or enters has its other end nearer to the end of the cross axis.
  var isTowardsEnd = false
}

/// The lines of a part and the trunks they form.
struct Runs {
  /// The lines, those of the part first.
  private(set) var runs: [Run] = []
  /// The trunks.
  private(set) var trunks: [Trunk] = []
  /// The card of the part where each trunk ends; -1 if that is outside.
  private(set) var cardOfTrunk: [Int] = []
  /// Whether all lines of each trunk come from a layer above.
  private(set) var isForward: [Bool] = []

  init(of part: Part, in input: LayoutInput, layers: Layering) {
    var numbers: [Trunk: Int] = [:]
    for inner in part.inner {
      let trunk = number(of: input.lines[inner.line], card: inner.to, in: &numbers)
      let isForward = layers.layerOfCard[inner.from] < layers.layerOfCard[inner.to]
      runs.append(
        Run(
          line: inner.line, source: inner.from, target: inner.to, trunk: trunk,
          shape: inner.from == inner.to ? .loop : isForward ? .forward : .backward))
    }
    for outer in part.outer {
      let trunk = number(of: input.lines[outer.line], card: outer.isLeaving ? -1 : outer.card, in: &numbers)
      runs.append(
        Run(
          line: outer.line, source: outer.isLeaving ? outer.card : -1, target: outer.isLeaving ? -1 : outer.card,
          trunk: trunk, shape: outer.isLeaving ? .leaving : .entering,
          isTowardsEnd: part.direction == .topToBottom ? outer.isRight : outer.isBelow))
    }
    isForward = Array(repeating: true, count: trunks.count)
    for run in runs where run.shape != .forward { isForward[run.trunk] = false }
  }

  private mutating func number(of line: LayoutInput.Line, card: Int, in numbers: inout [Trunk: Int]) -> Int {
    let trunk = Trunk(of: line)
    if let number = numbers[trunk] { return number }
    numbers[trunk] = trunks.count
    trunks.append(trunk)
    cardOfTrunk.append(card)
    return trunks.count - 1
  }
}
