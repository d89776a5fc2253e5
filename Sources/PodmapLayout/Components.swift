/// Which cards of each frame are connected by lines, and which lines lead out of such a part.
struct Components {
  /// A connected part of one frame's cards.
  struct Component {
    /// The cards, in order.
    var cards: [Int] = []
    /// The lines between them, with their ends as positions in `cards`.
    var inner: [Part.Inner] = []
    /// The lines that have one end here.
    var outer: [Part.Outer] = []
  }

  /// Whether no line starts or ends at a card.
  private(set) var isSingle: [Bool]
  private var cardsOfFrame: [Int: [Int]] = [:]
  private var childrenOfFrame: [Int: [Int]] = [:]
  private var partsOfFrame: [Int: [Component]] = [:]

  /// Takes an input whose cards, lines and frames are in the order of their ids. `centres` has the cards' positions in
  /// an earlier drawing, if there is one: it tells on which side lines leave.
  init(of input: LayoutInput, centres: [Point?]?) {
    var root = Array(input.cards.indices)
    func find(_ card: Int) -> Int {
      var card = card
      while root[card] != card {
        root[card] = root[root[card]]
        card = root[card]
      }
      return card
    }
    isSingle = Array(repeating: true, count: input.cards.count)
    for line in input.lines {
      isSingle[line.from] = false
      isSingle[line.to] = false
      guard input.cards[line.from].frame == input.cards[line.to].frame else { continue }
      let (one, other) = (find(line.from), find(line.to))
      root[max(one, other)] = min(one, other)
    }
    for (index, card) in input.cards.enumerated() { cardsOfFrame[card.frame ?? -1, default: []].append(index) }
    for (index, frame) in input.frames.enumerated() { childrenOfFrame[frame.parent ?? -1, default: []].append(index) }
    collect(input, roots: input.cards.indices.map(find), centres: centres)
  }

  private mutating func collect(_ input: LayoutInput, roots: [Int], centres: [Point?]?) {
    var components: [Int: Component] = [:]
    var position = Array(repeating: 0, count: input.cards.count)
    for card in input.cards.indices where !isSingle[card] {
      position[card] = components[roots[card]]?.cards.count ?? 0
      components[roots[card], default: Component()].cards.append(card)
    }
    for (index, line) in input.lines.enumerated() {
      if roots[line.from] == roots[line.to] {
        components[roots[line.from]]?.inner.append(
          Part.Inner(line: index, from: position[line.from], to: position[line.to]))
      } else {
        for (card, other) in [(line.from, line.to), (line.to, line.from)] {
          var (isRight, isBelow) = (true, true)
          var distance: Point?
          if let one = centres?[card], let two = centres?[other] {
            (isRight, isBelow) = (two.x >= one.x, two.y >= one.y)
            distance = Point(x: abs(two.x - one.x), y: abs(two.y - one.y))
          }
          components[roots[card]]?.outer.append(
            Part.Outer(
              line: index, card: position[card], isLeaving: card == line.from, isRight: isRight, isBelow: isBelow,
              distance: distance))
        }
      }
    }
    let found = components.values.sorted { one, other in
      let entries = [one, other].map { part in part.cards.contains { input.cards[$0].rank == .entry } ? 0 : 1 }
      return (entries[0], -one.cards.count, one.cards[0]) < (entries[1], -other.cards.count, other.cards[0])
    }
    for part in found { partsOfFrame[input.cards[part.cards[0]].frame ?? -1, default: []].append(part) }
  }

  /// The cards directly in a frame; `nil` stands for the picture.
  func cards(in frame: Int?) -> [Int] { cardsOfFrame[frame ?? -1] ?? [] }
  /// The frames directly in a frame.
  func children(of frame: Int?) -> [Int] { childrenOfFrame[frame ?? -1] ?? [] }
  /// The connected parts directly in a frame.
  func parts(in frame: Int?) -> [Component] { partsOfFrame[frame ?? -1] ?? [] }
}
