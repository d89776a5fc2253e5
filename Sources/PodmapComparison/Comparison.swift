package import PodmapTopology

/// Two layouts, or two versions, of one application: what matches, what differs, and what each layout means.
package struct Comparison: Sendable {
  package let left: Layout
  package let right: Layout
  /// Sorted by the ID of the left container.
  package let matches: [Match]
  /// Workloads, containers, Services, other objects and calls; each sorted by ID. Empty if nothing differs.
  package let changes: [Change]
  package let calls: [CallComparison]
  /// Whether it is about two versions of one layout, or about two layouts.
  package let subject: Subject
  /// Which objects, and which pods, are the same on both sides.
  let objects: ObjectPairs
  let pods: PodPairs

  package subscript(side: Side) -> Layout {
    switch side {
    case .left: left
    case .right: right
    }
  }

  package init(_ left: Topology, _ right: Topology) {
    self.init(Layout(left), Layout(right))
  }

  /// Compares two layouts; matches that the user has settled take precedence.
  ///
  /// - Parameters:
  ///   - left: The older version, or one layout.
  ///   - right: The newer version, or the other layout.
  ///   - settled: Containers that the user says are the same.
  ///   - subject: What the sides are; by default, that depends on how many containers have moved to other pods.
  package init(_ left: Layout, _ right: Layout, settled: [SettledMatch] = [], subject: Subject? = nil) {
    self.left = left
    self.right = right
    objects = ObjectPairs(left, right)
    matches = ContainerMatcher(left, right, objects: objects, settled: settled).matches
    pods = PodPairs(left, right, objects, matches)
    self.subject = subject ?? Subject(left, right, matches, pods)
    calls = CallComparison.all(left, right, matches)
    changes =
      ChangeFinder(left: left, right: right, objects: objects, matches: matches, pods: pods, calls: calls).changes
  }
}
