/// What two layouts mean, side by side.
package struct LayoutProperties: Sendable {
  /// What a layout is as a whole.
  package struct Side: Sendable {
    package var pods: PodTotal
    /// Containers as they are written, each once whatever the number of pods.
    package var containers: Int
    /// The most containers that the loss of one pod takes down; nothing where there is no pod.
    package var largestLoss: Int?
    /// How many containers can be scaled by themselves.
    package var scaledAlone: Int
    /// What one node's loss can take down.
    package var nodeLoss: NodeLossTotal
    package var nodeSize: NodeSize
    package var each: [PodProperties]
  }

  package let left: Side
  package let right: Side
  package let containers: [ContainerComparison]
  package let sharedVolumes: [SharedVolume]
  package let needs: [NeedDifference]
  package let collisions: [PortCollision]
  package let policies: [PolicyComparison]
  /// For and against one pod, in the order of `Reason`.
  package let reasons: [Judgement]
  /// Whether containers share their pod with others than on the other side.
  package let isRegrouped: Bool

  package init(_ comparison: Comparison) {
    let (left, right) = (comparison.left, comparison.right)
    let places = (
      left.containers.indices.map { ContainerPlace($0, of: left) },
      right.containers.indices.map { ContainerPlace($0, of: right) }
    )
    self.left = Side(left, places.0)
    self.right = Side(right, places.1)
    let (matchedLeft, matchedRight) = (
      Set(comparison.matches.map(\.left)), Set(comparison.matches.map(\.right))
    )
    let both = comparison.matches.map { ContainerComparison(left: places.0[$0.left], right: places.1[$0.right]) }
    let gone = places.0.indices.filter { !matchedLeft.contains($0) }.map { ContainerComparison(left: places.0[$0]) }
    let new = places.1.indices.filter { !matchedRight.contains($0) }.map { ContainerComparison(right: places.1[$0]) }
    containers = (both + gone + new).sorted { ($0.id, $0.left?.id ?? "") < ($1.id, $1.left?.id ?? "") }
    let sides = LayoutSide.both(of: comparison)
    sharedVolumes = SharedVolume.all(sides.left, sides.right)
    needs = NeedDifference.all(sides.left, sides.right)
    collisions = PortCollision.all(sides.left, sides.right)
    policies = PolicyComparison.all(sides.left, sides.right)
    let judge = ReasonJudge(sides.left, sides.right, sharedVolumes, collisions)
    isRegrouped = !judge.areGroupedAlike
    reasons = Reason.allCases.map(judge.judgement)
  }
}

extension LayoutProperties.Side {
  fileprivate init(_ layout: Layout, _ places: [ContainerPlace]) {
    pods = PodTotal(layout.pods)
    containers = layout.containers.count
    each = layout.pods.indices.map { PodProperties($0, of: layout) }
    largestLoss = each.map(\.lostWithOnePod).max()
    nodeLoss = NodeLossTotal(layout, each.map(\.nodeLoss))
    nodeSize = NodeSize(layout, each)
    scaledAlone = places.filter { $0.scaling == .alone }.count
  }
}
