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
    package var each: [PodProperties]
  }

  package let left: Side
  package let right: Side
  package let containers: [ContainerComparison]

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
  }
}

extension LayoutProperties.Side {
  fileprivate init(_ layout: Layout, _ places: [ContainerPlace]) {
    pods = PodTotal(layout.pods)
    containers = layout.containers.count
    each = layout.pods.indices.map { PodProperties($0, of: layout) }
    largestLoss = each.map(\.lostWithOnePod).max()
    scaledAlone = places.filter { $0.scaling == .alone }.count
  }
}
