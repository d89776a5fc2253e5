/// The place of each element in a diagram: what a link ends at, what a frame contains.
struct ElementIndex {
  enum Place {
    case group(Int)
    case card(Int)
    case container(Int, card: Int)
    case volume(Int, card: Int)
  }

  private let diagram: FlowDiagram
  private var places: [ElementID: Place] = [:]
  /// Positions of the groups directly in each group; the last entry is the page's.
  private(set) var groupsIn: [[Int]]
  /// Positions of the cards directly in each group; the last entry is the page's.
  private(set) var cardsIn: [[Int]]

  init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    groupsIn = Array(repeating: [], count: diagram.groups.count + 1)
    cardsIn = groupsIn
    for position in diagram.groups.indices {
      groupsIn[diagram.parent(ofGroup: position) ?? diagram.groups.count].append(position)
    }
    for position in diagram.cards.indices {
      cardsIn[diagram.group(ofCard: position) ?? diagram.groups.count].append(position)
    }
    fillPlaces()
  }

  private mutating func fillPlaces() {
    places.reserveCapacity(diagram.groups.count + diagram.cards.count)
    for (position, group) in diagram.groups.enumerated() { places[group.id] = .group(position) }
    for (position, card) in diagram.cards.enumerated() {
      places[card.id] = .card(position)
      guard let pod = card.pod else { continue }
      for (row, container) in pod.containers.enumerated() { places[container.id] = .container(row, card: position) }
      for (row, volume) in pod.volumes.enumerated() { places[volume.id] = .volume(row, card: position) }
    }
  }

  subscript(id: ElementID) -> Place? { places[id] }

  /// The card that an element is, or is part of.
  func card(of id: ElementID) -> Int? {
    switch places[id] {
    case .card(let card), .container(_, let card), .volume(_, let card): card
    case .group, nil: nil
    }
  }

  /// The group that an element is.
  func group(of id: ElementID) -> Int? {
    if case .group(let group) = places[id] { group } else { nil }
  }

  /// Whether the group is empty, so that it must be drawn as a box.
  func isEmpty(group: Int) -> Bool {
    groupsIn[group].isEmpty && cardsIn[group].isEmpty
  }

  /// The groups around an element, the nearest first.
  func groups(around place: Place) -> [Int] {
    var around: [Int] = []
    var next: Int? =
      switch place {
      case .group(let group): diagram.parent(ofGroup: group)
      case .card(let card), .container(_, let card), .volume(_, let card): diagram.group(ofCard: card)
      }
    while let group = next {
      around.append(group)
      next = diagram.parent(ofGroup: group)
    }
    return around
  }
}

extension FlowDiagram {
  /// The frame around a group; one that doesn't come before the group counts as none.
  func parent(ofGroup position: Int) -> Int? {
    groups[position].parent.flatMap { (0..<position).contains($0) ? $0 : nil }
  }

  func group(ofCard position: Int) -> Int? {
    cards[position].group.flatMap { groups.indices.contains($0) ? $0 : nil }
  }
}
