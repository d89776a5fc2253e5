import PodmapTopology

@testable import PodmapDiagrams

/// What a condensed diagram loses, repeats or doesn't name of the diagram that it was made from.
struct NothingLost {
  /// One sentence for each.
  private(set) var problems: [String] = []
  private let diagram: FlowDiagram
  private let condensed: CondensedDiagram
  private let index: ElementIndex

  init(_ diagram: FlowDiagram, _ condensed: CondensedDiagram) {
    self.diagram = diagram
    self.condensed = condensed
    index = ElementIndex(diagram)
    checkElements()
    checkLinks()
    checkIds()
    checkLines()
    for card in condensed.cards { checkNames(card) }
  }

  private var places: [CondensedDiagram.Represented] {
    condensed.cards.flatMap { card in [card.represents] + (card.tabs + card.rows + card.foot).map(\.represents) }
  }

  private mutating func checkElements() {
    var counts: [ElementID: Int] = [:]
    for element in places.flatMap(\.elements) { counts[element, default: 0] += 1 }
    for card in diagram.cards {
      for id in [card.id] + (card.pod?.containers.map(\.id) ?? []) + (card.pod?.volumes.map(\.id) ?? []) {
        let count = counts.removeValue(forKey: id) ?? 0
        if count != 1 { problems.append("\(id.text) is in \(count) places") }
      }
    }
    for id in counts.keys.sorted() { problems.append("\(id.text) isn't an element of the diagram") }
  }

  private mutating func checkLinks() {
    var counts = [Int](repeating: 0, count: diagram.links.count)
    for link in places.flatMap(\.links) + condensed.lines.flatMap(\.represents) {
      if counts.indices.contains(link) { counts[link] += 1 } else { problems.append("there is no link \(link)") }
    }
    for (link, count) in counts.enumerated() where count != 1 {
      problems.append("\(words(link)) is in \(count) places")
    }
  }

  private mutating func checkIds() {
    var known: Set<ElementID> = []
    let rows = condensed.cards.flatMap { $0.tabs + $0.rows + $0.foot }.compactMap(\.id)
    for id in condensed.frames.map(\.id) + condensed.cards.map(\.id) + rows where !known.insert(id).inserted {
      problems.append("the id \(id.text) is used twice")
    }
    for card in condensed.cards where !(card.frame.map(condensed.frames.indices.contains) ?? true) {
      problems.append("the frame of \(card.id.text) doesn't exist")
    }
    for (position, frame) in condensed.frames.enumerated() where frame.parent.map({ $0 >= position }) ?? false {
      problems.append("the frame around \(frame.id.text) comes after it")
    }
  }

  private mutating func checkLines() {
    for line in condensed.lines {
      for end in [line.from, line.to] {
        guard condensed.cards.indices.contains(end.card) else {
          problems.append("a line ends at no card")
          continue
        }
        let card = condensed.cards[end.card]
        if let row = end.row, !(card.tabs + card.rows).contains(where: { $0.id == row }) {
          problems.append("\(card.id.text) has no row \(row.text), but a line to it")
        }
        if let frame = end.frame, !condensed.frames.indices.contains(frame) {
          problems.append("a line ends at no frame")
        }
      }
      if line.represents.isEmpty { problems.append("a line stands for no link") }
      for link in line.represents where diagram.links[link].isDenied != line.isDenied {
        problems.append("\(words(link)) is denied, but its line isn't")
      }
    }
  }

  // MARK: - Names

  private mutating func checkNames(_ card: CondensedDiagram.Card) {
    let rows = card.tabs + card.rows + card.foot
    let texts = Set(rows.flatMap { $0.items.flatMap { [$0.text, $0.quiet] } } + (card.form == .set ? [] : [card.name]))
    let elements = (card.represents.elements + rows.flatMap(\.represents.elements)).compactMap(index.card(of:))
    let own = Set(elements)
    let joined = texts.sorted().joined(separator: "\n")
    checkNames(card.represents, texts, joined + "\n" + card.shownTooltip, own, "the card \(card.id.text)")
    for row in rows {
      let tooltip = row.isHidden ? card.shownTooltip : row.shownTooltip
      checkNames(row.represents, texts, joined + "\n" + tooltip, own, "a row of \(card.id.text)")
    }
  }

  private mutating func checkNames(
    _ represents: CondensedDiagram.Represented, _ texts: Set<String>, _ text: String, _ own: Set<Int>, _ place: String
  ) {
    let text = text.cleaned()
    func isNamed(_ name: String) -> Bool {
      let shown = Shortened(name, limit: 60)
      return texts.contains(name) || text.contains(shown.isCut ? String(shown.text.prefix(30)) : shown.text)
    }
    for element in represents.elements where !isNamed(name(of: element)) {
      problems.append("\(place) doesn't name \(element.text)")
    }
    for link in represents.links {
      for end in [diagram.links[link].from, diagram.links[link].to] {
        if let card = index.card(of: end), own.contains(card) || isNamed(diagram.cards[card].shownName) { continue }
        if !isNamed(name(of: end)) { problems.append("\(place) doesn't name the end \(end.text) of \(words(link))") }
      }
    }
  }

  private func name(of element: ElementID) -> String {
    switch index[element] {
    case .card(let card): diagram.cards[card].shownName
    case .container(let row, let card): diagram.cards[card].pod?.containers[row].name ?? ""
    case .volume(let row, let card): diagram.cards[card].pod?.volumes[row].name ?? ""
    case .group(let group): diagram.groups[group].name
    case nil: element.text
    }
  }

  private func words(_ link: Int) -> String {
    let link = diagram.links[link]
    return "\(link.from.text) \(link.kind.rawValue) \(link.to.text)"
  }
}
