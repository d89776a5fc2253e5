import PodmapTopology

/// Which openings of two layouts are the same, grouped by entry point and by what happened to them.
struct ExposurePairs {
  /// Openings with the same entry points and the same fate.
  struct Group {
    var kind: ExposureChange.Kind
    /// Positions of the entry points in either topology; `nil` on a side that has no such opening.
    var left: EntryPoint?
    var right: EntryPoint?
    var openings: [(left: Opening?, right: Opening?)] = []
    /// Whether the entry point had no other openings before (opened), or has none left (closed).
    var isWhole = true
  }

  private(set) var groups: [Group] = []
  /// Openings of both sides that the policies of one side only deny to clients outside.
  private(set) var judgedDifferently: [(left: Opening, right: Opening)] = []
  private let names: (left: EndpointNames, right: EndpointNames)
  private let nodes: NodePairs

  init(_ comparison: Comparison) {
    names = (
      EndpointNames(comparison.left, comparison.matches, isLeft: true),
      EndpointNames(comparison.right, comparison.matches, isLeft: false)
    )
    nodes = NodePairs(comparison)
    let sides = (OpeningFinder.openings(of: comparison.left), OpeningFinder.openings(of: comparison.right))
    let pairs = pairs(sides.0, sides.1)
    var positions: [[Int]: Int] = [:]
    func add(_ kind: ExposureChange.Kind, _ left: Opening?, _ right: Opening?, isWhole: Bool = false) {
      let key = [
        ExposureChange.Kind.allCases.firstIndex(of: kind) ?? 0, left?.entry.node ?? -1, right?.entry.node ?? -1,
      ]
      let position = positions[key] ?? groups.count
      if position == groups.count {
        positions[key] = position
        groups.append(Group(kind: kind, left: left?.entry, right: right?.entry, isWhole: isWhole))
      }
      groups[position].openings.append((left, right))
    }
    let opened = (Set(sides.0.map(\.entry.node)), Set(sides.1.map(\.entry.node)))
    for (left, right) in pairs {
      switch (left, right) {
      case (let old?, let new?):
        if isDifferent(old, new) { add(.changed, old, new) }
        if (old.denial == nil) != (new.denial == nil) { judgedDifferently.append((old, new)) }
      case (nil, let new?):
        let before = nodes.left(of: new.entry.node)
        add(.opened, nil, new, isWhole: before.map { !opened.0.contains($0) } ?? true)
      case (let old?, nil):
        let after = nodes.right(of: old.entry.node)
        add(.closed, old, nil, isWhole: after.map { !opened.1.contains($0) } ?? true)
      case (nil, nil): break
      }
    }
  }

  // MARK: - Pairs

  private struct Key: Hashable {
    /// `nil` for a request by its host, which may come in elsewhere than before.
    var entry: Int?
    var door: Opening.Door
    var targets: Set<String> = []
  }

  /// First openings of the same entry point; then the same requests, and the same ports of the same pods, through others.
  private func pairs(_ left: [Opening], _ right: [Opening]) -> [(Opening?, Opening?)] {
    var isTaken = Set<Int>()
    var partners: [Int: Int] = [:]
    func join(_ keyOfLeft: (Opening) -> Key?, _ keyOfRight: (Opening) -> Key?) {
      var open: [Key: [Int]] = [:]
      for (position, opening) in right.enumerated() where !isTaken.contains(position) {
        if let key = keyOfRight(opening) { open[key, default: []].append(position) }
      }
      for (position, opening) in left.enumerated() where partners[position] == nil {
        guard let key = keyOfLeft(opening), let found = open[key]?.first else { continue }
        open[key]?.removeFirst()
        partners[position] = found
        isTaken.insert(found)
      }
    }
    join({ own in self.nodes.right(of: own.entry.node).map { Key(entry: $0, door: own.door) } }) { other in
      Key(entry: other.entry.node, door: other.door)
    }
    func elsewhere(_ opening: Opening, _ names: EndpointNames) -> Key? {
      switch opening.door {
      case .request(let host, _): host.isEmpty ? nil : Key(door: opening.door)
      case .port, .hostPort:
        opening.targets.isEmpty ? nil : Key(door: opening.door, targets: Set(opening.targets.map(names.key)))
      }
    }
    join({ elsewhere($0, names.left) }) { elsewhere($0, names.right) }
    return left.enumerated().map { ($1, partners[$0].map { right[$0] }) }
      + right.enumerated().filter { !isTaken.contains($0.offset) }.map { (nil, $0.element) }
  }

  // MARK: - Differences

  private func isDifferent(_ old: Opening, _ new: Opening) -> Bool {
    old.traits != new.traits || nodes.right(of: old.entry.node) != new.entry.node || leadsElsewhere(old, new)
  }

  func leadsElsewhere(_ old: Opening, _ new: Opening) -> Bool {
    Set(old.services.map { nodes.right(of: $0) ?? -1 - $0 }) != Set(new.services)
      || Set(old.targets.map(names.left.key)) != Set(new.targets.map(names.right.key))
  }
}
