import PodmapTopology

/// Which pod templates of two layouts are the same, even under another name or of another kind.
struct PodPairs: Sendable {
  struct Pair: Sendable {
    /// Positions in `Layout.pods` of either side.
    var left: Int
    var right: Int
    /// Whether the objects are the same, rather than only their containers.
    var isSameObject: Bool
  }

  private(set) var pairs: [Pair] = []
  private(set) var onlyLeft: [Int] = []
  private(set) var onlyRight: [Int] = []
  private(set) var rightOfLeft: [Int: Int] = [:]

  init(_ left: Layout, _ right: Layout, _ objects: ObjectPairs, _ matches: [Match]) {
    struct Place: Hashable {
      var owner: Int
      var template: String?
    }
    let positions = Dictionary(right.pods.enumerated().map { (Place(owner: $1.owner, template: $1.template.name), $0) })
    {
      first, _ in first
    }
    var isTaken: Set<Int> = []
    func pair(_ left: Int, _ right: Int, isSameObject: Bool) {
      pairs.append(Pair(left: left, right: right, isSameObject: isSameObject))
      rightOfLeft[left] = right
      isTaken.insert(right)
    }
    for (position, pod) in left.pods.enumerated() {
      guard let owner = objects.rightOfLeft[pod.owner],
        let other = positions[Place(owner: owner, template: pod.template.name)]
      else { continue }
      pair(position, other, isSameObject: true)
    }
    // All containers of a pod are in one other pod, which has none from elsewhere.
    var (goals, origins) = ([Int: Set<Int>](), [Int: Set<Int>]())
    var counts: [Int: Int] = [:]
    for match in matches {
      let (from, to) = (left.containers[match.left].pod, right.containers[match.right].pod)
      goals[from, default: []].insert(to)
      origins[to, default: []].insert(from)
      counts[from, default: 0] += 1
    }
    for position in left.pods.indices where rightOfLeft[position] == nil {
      guard let goal = goals[position]?.first, goals[position]?.count == 1, origins[goal]?.count == 1,
        !isTaken.contains(goal), counts[position] == left.pods[position].containers.count
      else { continue }
      pair(position, goal, isSameObject: false)
    }
    pairs.sort { $0.left < $1.left }
    onlyLeft = left.pods.indices.filter { rightOfLeft[$0] == nil }
    onlyRight = right.pods.indices.filter { !isTaken.contains($0) }
  }
}
