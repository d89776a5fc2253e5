import PodmapManifests

/// The consequences of two layouts, side by side.
package struct LayoutProperties: Sendable {
  /// The properties of one layout as a whole.
  package struct Side: Sendable {
    package var pods: PodTotal
    /// Containers in the manifests; each counts once, whatever the number of pods.
    package var containers: Int
    /// The most containers that the loss of one pod takes down; `nil` if there are no pods.
    package var largestLoss: Int?
    /// How many containers can be scaled on their own.
    package var scaledAlone: Int
    /// What the loss of one node can take down.
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
  /// The rulings on all reasons, in the order of `Reason`.
  package let reasons: [Ruling]
  /// Whether containers share their pods with different containers than on the other side.
  package let isRegrouped: Bool

  package init(_ comparison: Comparison) {
    let (left, right) = (comparison.left, comparison.right)
    let places = (
      left.containers.indices.map { ContainerPlacement($0, of: left) },
      right.containers.indices.map { ContainerPlacement($0, of: right) }
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
    let sides = ComparedLayout.both(of: comparison)
    sharedVolumes = SharedVolume.all(sides.left, sides.right)
    needs = NeedDifference.all(sides.left, sides.right)
    collisions = PortCollision.all(sides.left, sides.right)
    policies = PolicyComparison.all(sides.left, sides.right)
    let judge = ReasonJudge(sides.left, sides.right, sharedVolumes, collisions)
    isRegrouped = !judge.areGroupedAlike
    reasons = concurrentMap(Reason.allCases) { judge.ruling(of: $0) }
  }
}

extension LayoutProperties.Side {
  fileprivate init(_ layout: Layout, _ places: [ContainerPlacement]) {
    pods = PodTotal(layout.pods)
    containers = layout.containers.count
    each = layout.pods.indices.map { PodProperties($0, of: layout) }
    largestLoss = each.map(\.lostWithOnePod).max()
    nodeLoss = NodeLossTotal(layout, each.map(\.nodeLoss))
    nodeSize = NodeSize(layout, each)
    scaledAlone = places.filter { $0.scaling == .alone }.count
  }
}
