/// A connected part of a picture as its layout sees it: lines lead along the main axis, layers lie along the cross
/// axis. Cards have the numbers 0, 1, … in the order of their ids.
struct Part {
  /// A line with both ends in this part.
  struct Inner {
    /// The index in the whole picture.
    var line: Int
    /// The card where it starts.
    var from: Int
    /// The card where it ends.
    var to: Int
  }

  /// A line with one end in this part.
  struct Outer {
    /// The index in the whole picture.
    var line: Int
    /// The card in this part.
    var card: Int
    /// Whether the line leaves the part here; otherwise it comes in.
    var isLeaving: Bool
    /// Whether its other end is further to the right.
    var isRight: Bool
    /// Whether its other end is further down.
    var isBelow: Bool
    /// How far away its other end is; `nil` if that isn't known yet.
    var distance: Point?
  }

  /// The cards' indices in the whole picture.
  var cards: [Int]
  /// Which way the main axis points.
  var direction: LayoutInput.Direction
  /// The size of each card along the cross axis.
  var cross: [Int]
  /// The size of each card along the main axis.
  var main: [Int]
  /// Each card's rank, as a number.
  var rank: [Int]
  /// Whether each card is an entry.
  var isEntry: [Bool]
  /// The lines between the part's cards.
  var inner: [Inner]
  /// The lines that enter or leave the part.
  var outer: [Outer]

  /// The number of cards.
  var count: Int { cards.count }

  init(
    cards: [Int], inner: [Inner], outer: [Outer], of input: LayoutInput, direction: LayoutInput.Direction
  ) {
    self.cards = cards
    self.direction = direction
    self.inner = inner
    self.outer = outer
    let isDown = direction == .topToBottom
    cross = cards.map { isDown ? input.cards[$0].width : input.cards[$0].height }
    main = cards.map { isDown ? input.cards[$0].height : input.cards[$0].width }
    rank = cards.map { input.cards[$0].rank.rawValue }
    isEntry = cards.map { input.cards[$0].rank == .entry }
  }
}
