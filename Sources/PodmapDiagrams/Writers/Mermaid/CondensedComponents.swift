/// The cards of each frame: those that lines connect, those without lines, and lists.
struct CondensedComponents {
  /// Cards that lines connect, and the lines among them.
  struct Component {
    var cards: [Int]
    /// The cards that each card leads to, by the position in `cards`.
    var next: [[Int]]
  }

  /// What is directly in a frame.
  struct Content {
    var connected: [Component] = []
    var single: [Int] = []
    var lists: [Int] = []
  }

  /// What is in each frame; the last entry is the page's.
  private(set) var within: [Content]

  init(_ diagram: CondensedDiagram) {
    within = [Content](repeating: Content(), count: diagram.frames.count + 1)
    var parents = Array(diagram.cards.indices)
    func root(_ card: Int) -> Int {
      var card = card
      while parents[card] != card { card = parents[card] }
      return card
    }
    for line in diagram.lines {
      let (from, to) = (root(line.from.card), root(line.to.card))
      parents[max(from, to)] = min(from, to)
    }
    let members = Dictionary(grouping: diagram.cards.indices, by: root)
    for cards in members.sorted(by: { $0.key < $1.key }).map(\.value) {
      let frame = Self.frame(around: cards, in: diagram)
      if cards.count > 1 {
        within[frame].connected.append(Self.component(cards, diagram))
      } else if diagram.cards[cards[0]].form == .table || diagram.cards[cards[0]].form == .tray {
        within[frame].lists.append(cards[0])
      } else {
        within[frame].single.append(cards[0])
      }
    }
    for frame in within.indices {
      // Readers look for where requests come in.
      within[frame].connected.sort { first, second in
        let (one, other) = (Self.isEntered(first, diagram), Self.isEntered(second, diagram))
        return (one ? 0 : 1, -first.cards.count, first.cards[0]) < (other ? 0 : 1, -second.cards.count, second.cards[0])
      }
    }
  }

  /// Whether requests from outside the cluster arrive at one of the cards.
  private static func isEntered(_ component: Component, _ diagram: CondensedDiagram) -> Bool {
    component.cards.contains { card in
      let card = diagram.cards[card]
      return card.style == .entry || card.tabs.contains { $0.subject == .service(isOpen: true) }
    }
  }

  private static func component(_ cards: [Int], _ diagram: CondensedDiagram) -> Component {
    let places = Dictionary(uniqueKeysWithValues: zip(cards, 0...))
    var next = [[Int]](repeating: [], count: cards.count)
    for line in diagram.lines {
      guard let from = places[line.from.card], let to = places[line.to.card], from != to, !next[from].contains(to)
      else { continue }
      next[from].append(to)
    }
    return Component(cards: cards, next: next)
  }

  /// The innermost frame around all of some cards.
  private static func frame(around cards: [Int], in diagram: CondensedDiagram) -> Int {
    func chain(_ card: Int) -> [Int] {
      var frames: [Int] = []
      var next = diagram.cards[card].frame
      while let frame = next {
        frames.append(frame)
        next = diagram.frames[frame].parent
      }
      return frames
    }
    var common = chain(cards[0])
    for card in cards.dropFirst() {
      let frames = Set(chain(card))
      common.removeAll { !frames.contains($0) }
    }
    return common.first ?? diagram.frames.count
  }
}
