/// Which card is in which part.
struct PartitionPlan {
  /// Cards that belong together for the reader: those in one frame.
  struct Bucket {
    var name: String
    var kind: String
    var cards: [Int] = []
    var bins: [Int] = []
  }

  let diagram: FlowDiagram
  private(set) var buckets: [Bucket] = []
  /// The cards of each part.
  private(set) var bins: [[Int]] = []
  /// The name of each part.
  private(set) var names: [String] = []
  /// The part of each card.
  private(set) var binOfCard: [Int]
  /// The card that each end of a link belongs to.
  let index: ElementIndex
  private let budget: Cost

  /// The share of a picture that cards use.
  private struct Cost {
    var characters: Int
    var links: Int
  }

  init(_ diagram: FlowDiagram, maximumCharacters: Int, maximumLinks: Int) {
    self.diagram = diagram
    budget = Cost(characters: maximumCharacters, links: maximumLinks)
    index = ElementIndex(diagram)
    binOfCard = [Int](repeating: 0, count: diagram.cards.count)
    makeBuckets()
    let neighbours = self.neighbours()
    for bucket in buckets.indices { fillBins(of: bucket, neighbours) }
    nameBins()
  }

  private mutating func makeBuckets() {
    var positions: [Int?: Int] = [:]
    for position in diagram.cards.indices {
      let bucket: Int
      let frame = frame(of: position)
      if let known = positions[frame] {
        bucket = known
      } else {
        let group = frame.map { diagram.groups[$0] }
        buckets.append(
          Bucket(
            name: group.map { $0.name.isEmpty ? $0.kind : $0.name } ?? (diagram.sides == nil ? "others" : "pods"),
            kind: group?.kind ?? "part"))
        bucket = buckets.count - 1
        positions[frame] = bucket
      }
      buckets[bucket].cards.append(position)
    }
  }

  /// The frame whose cards stay together; `nil` if two sides are compared, because then the pairs stay together.
  private func frame(of card: Int) -> Int? { diagram.sides == nil ? diagram.cards[card].group : nil }

  private func neighbours() -> [[Int]] {
    var neighbours = [[Int]](repeating: [], count: diagram.cards.count)
    for link in diagram.links {
      guard let from = index.card(of: link.from), let to = index.card(of: link.to), from != to else { continue }
      neighbours[from].append(to)
      neighbours[to].append(from)
    }
    for alignment in diagram.sides?.alignments ?? [] {
      guard let above = index.card(of: alignment.above), let below = index.card(of: alignment.below) else { continue }
      neighbours[above].append(below)
      neighbours[below].append(above)
    }
    return neighbours
  }

  /// Packs the cards of a bucket, with neighbours next to each other, into as few parts as the budget allows.
  private mutating func fillBins(of bucket: Int, _ neighbours: [[Int]]) {
    let group = buckets[bucket].cards.first.flatMap { frame(of: $0) }
    let components = connected(buckets[bucket].cards) { card in
      neighbours[card].filter { frame(of: $0) == group }
    }
    var bin: [Int] = []
    var size = Cost(characters: 0, links: 0)
    func cost(_ cards: [Int]) -> Cost {
      cards.reduce(into: Cost(characters: 0, links: 0)) { total, card in
        total.characters += diagram.cards[card].estimatedCharacters + 70 * neighbours[card].count
        total.links += neighbours[card].count
      }
    }
    func fits(_ more: Cost) -> Bool {
      bin.isEmpty
        || (size.characters + more.characters <= budget.characters && size.links + more.links <= budget.links)
    }
    func close() {
      guard !bin.isEmpty else { return }
      for card in bin { binOfCard[card] = bins.count }
      buckets[bucket].bins.append(bins.count)
      bins.append(bin.sorted())
      bin = []
      size = Cost(characters: 0, links: 0)
    }
    for component in components {
      let whole = cost(component)
      if whole.characters <= budget.characters && whole.links <= budget.links {
        if !fits(whole) { close() }
        bin += component
        size.characters += whole.characters
        size.links += whole.links
        continue
      }
      // Too large for one part: split into neighbourhoods, in the order of a walk.
      close()
      for card in component {
        let one = cost([card])
        if !fits(one) { close() }
        bin.append(card)
        size.characters += one.characters
        size.links += one.links
      }
      close()
    }
    close()
  }

  private mutating func nameBins() {
    names = [String](repeating: "", count: bins.count)
    var partNames = PartNames()
    for bucket in buckets {
      for (number, bin) in bucket.bins.enumerated() {
        names[bin] = partNames.name(for: bucket.name, number: bucket.bins.count > 1 ? number + 1 : nil)
      }
    }
  }
}

extension FlowDiagram {
  /// The approximate length of the diagram's text.
  var estimatedCharacters: Int {
    cards.reduce(0) { $0 + $1.estimatedCharacters } + 90 * links.count
  }
}

extension FlowDiagram.Card {
  /// The approximate length of the card's text, with an allowance for escapes.
  var estimatedCharacters: Int {
    func text(_ text: String) -> Int { min(text.utf8.count, 100) * 9 / 8 + 3 }
    var total = 40 + id.text.utf8.count + text(kind) + text(name) + lines.reduce(0) { $0 + text($1) }
    guard let pod else { return total }
    for container in pod.containers {
      total += 12 + text(container.name) + text(container.image) + container.ports.reduce(0) { $0 + text($1) }
      total += container.lines.reduce(0) { $0 + text($1) }
      if pod.form == .expanded { total += 2 * container.id.text.utf8.count + 60 }
    }
    for volume in pod.volumes {
      total += text(volume.name) + text(volume.source) + volume.mounts.count * 60
      if pod.form == .expanded { total += volume.mounts.count * (2 * id.text.utf8.count + 120) }
    }
    return total + pod.shared.reduce(0) { $0 + text($1) }
  }
}
