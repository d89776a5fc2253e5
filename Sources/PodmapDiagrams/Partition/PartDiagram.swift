import PodmapManifests

extension PartitionPlan {
  /// Every part as a diagram.
  func parts() -> [(name: String, diagram: FlowDiagram)] {
    var links = [[Int]](repeating: [], count: bins.count)
    for (position, link) in diagram.links.enumerated() {
      guard let from = index.card(of: link.from), let to = index.card(of: link.to) else { continue }
      links[binOfCard[from]].append(position)
      if binOfCard[to] != binOfCard[from] { links[binOfCard[to]].append(position) }
    }
    return bins.indices.map { (names[$0], part($0, links: links[$0])) }
  }

  private func part(_ bin: Int, links: [Int]) -> FlowDiagram {
    var part = diagram
    part.title = "\(diagram.title) (part \(bin + 1) of \(bins.count): \(names[bin]))"
    part.cards = bins[bin].map { diagram.cards[$0] }
    part.links = []
    let foreign = Set(links.flatMap { link in ends(link).filter { binOfCard[$0] != bin } }).sorted()
    let isSummed = foreign.count > Limit.partStubs.value
    if isSummed {
      let others = Set(foreign.map { binOfCard[$0] }).sorted()
      part.cards += others.map { other in
        FlowDiagram.Card(
          id: stub(other), style: .other, kind: "part", name: names[other],
          lines: ["\(foreign.count { binOfCard[$0] == other }) objects"])
      }
    } else {
      part.cards += foreign.map { position in
        var card = diagram.cards[position]
        card.pod = nil
        card.lines = ["in part \(names[binOfCard[position]])"]
        return card
      }
    }
    var summed: [FlowDiagram.Link: Int] = [:]
    for position in links {
      var link = diagram.links[position]
      let (from, to) = (index.card(of: link.from) ?? 0, index.card(of: link.to) ?? 0)
      // The contents of a card in another part are drawn only there.
      if binOfCard[from] != bin { link.from = isSummed ? stub(binOfCard[from]) : diagram.cards[from].id }
      if binOfCard[to] != bin { link.to = isSummed ? stub(binOfCard[to]) : diagram.cards[to].id }
      let isForeign = binOfCard[from] != bin || binOfCard[to] != bin
      guard isSummed && isForeign else {
        part.links.append(link)
        continue
      }
      link.label = ""
      link.share = ""
      if let known = summed[link] {
        summed[link] = known + 1
      } else {
        summed[link] = 1
        part.links.append(link)
      }
    }
    for position in part.links.indices {
      if let count = summed[part.links[position]], count > 1 { part.links[position].label = "\(count) times" }
    }
    part.summary = Summary(part.cards).text
    return part.keepingUsedGroups()
  }

  private func ends(_ link: Int) -> [Int] {
    [index.card(of: diagram.links[link].from), index.card(of: diagram.links[link].to)].compactMap(\.self)
  }

  /// The element that represents another part.
  private func stub(_ bin: Int) -> ElementID {
    ElementID(trusted: "part__" + names[bin].replacing("-", with: "_"))
  }
}

extension FlowDiagram {
  /// The diagram without empty frames.
  package func keepingUsedGroups() -> FlowDiagram {
    var isUsed = [Bool](repeating: false, count: groups.count)
    for card in cards {
      var group = card.group
      while let position = group, !isUsed[position] {
        isUsed[position] = true
        group = groups[position].parent
      }
    }
    var newPosition = [Int?](repeating: nil, count: groups.count)
    var kept = self
    kept.groups = []
    for position in groups.indices where isUsed[position] {
      newPosition[position] = kept.groups.count
      var group = groups[position]
      group.parent = group.parent.flatMap { newPosition[$0] }
      kept.groups.append(group)
    }
    for position in kept.cards.indices {
      kept.cards[position].group = kept.cards[position].group.flatMap { newPosition[$0] }
    }
    return kept
  }
}
