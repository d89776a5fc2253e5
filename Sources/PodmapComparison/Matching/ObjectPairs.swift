import PodmapManifests
import PodmapTopology

/// Which objects of two layouts are the same, by name.
struct ObjectPairs: Sendable {
  struct Pair: Sendable {
    /// Positions in the topology of either side.
    var left: Int
    var right: Int
  }

  /// Sorted by position.
  private(set) var pairs: [Pair] = []
  private(set) var onlyLeft: [Int] = []
  private(set) var onlyRight: [Int] = []
  private(set) var rightOfLeft: [Int: Int] = [:]

  init(_ left: Layout, _ right: Layout) {
    let (own, others) = (Self.objects(left), Self.objects(right))
    var positions: [String: [Int]] = [:]
    for (position, key) in others { positions[key, default: []].append(position) }
    var groups: [String: [Int]] = [:]
    for (position, key) in own { groups[key, default: []].append(position) }
    for (position, key) in own {
      guard let group = groups[key], group.first == position, let candidates = positions[key] else { continue }
      if group.count == 1, candidates.count == 1 {
        pairs.append(Pair(left: position, right: candidates[0]))
      } else {
        pairNumbered(left, group, right, candidates)
      }
    }
    pairs.sort { $0.left < $1.left }
    rightOfLeft = Dictionary(pairs.map { ($0.left, $0.right) }) { first, _ in first }
    let isPaired = Set(pairs.map(\.right))
    onlyLeft = own.map(\.0).filter { rightOfLeft[$0] == nil }
    onlyRight = others.map(\.0).filter { !isPaired.contains($0) }
  }

  /// Pairs objects with generated names, whose numbers depend only on their order: equal ones are the same.
  private mutating func pairNumbered(_ left: Layout, _ group: [Int], _ right: Layout, _ candidates: [Int]) {
    var byContent: [String: [Int]] = [:]
    for position in candidates.reversed() { byContent[Self.content(right, position), default: []].append(position) }
    var (rest, isFree) = ([Int](), Set(candidates))
    for position in group {
      if let found = byContent[Self.content(left, position)]?.popLast() {
        isFree.remove(found)
        pairs.append(Pair(left: position, right: found))
      } else {
        rest.append(position)
      }
    }
    pairs += zip(rest, candidates.filter(isFree.contains)).map { Pair(left: $0, right: $1) }
  }

  private static func content(_ layout: Layout, _ position: Int) -> String {
    layout.sources.resources[position].map { DeclaredReader($0.kind).object($0.root).identity }
      ?? layout.topology.nodes[position].id.text
  }

  /// The objects of a layout, each with the key by which it is paired: its ID, except that an object of an
  /// unknown kind without a namespace counts as one in the default namespace, and that generated names have no numbers.
  private static func objects(_ layout: Layout) -> [(Int, String)] {
    let nodes = layout.topology.nodes
    return nodes.indices.compactMap { position in
      let node = nodes[position]
      guard node.parent == nil, node.presence == .present, node.drawnByHand == nil, !node.places.isEmpty else {
        return nil
      }
      guard let resource = layout.sources.resources[position] else { return (position, node.id.text) }
      let name = resource.isGeneratedName ? "\(resource.name)*" : resource.name
      let isClusterWide = resource.kind.isBuiltIn && node.namespace == nil
      let namespace = node.namespace ?? (isClusterWide ? nil : layout.topology.defaultNamespace.name)
      return (position, NodeID(resource.kind, name, in: namespace).text)
    }
  }
}
