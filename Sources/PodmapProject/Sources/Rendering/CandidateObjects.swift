internal import PodmapManifests
internal import PodmapTopology

/// The objects in files, as far as they tell whether two sources make the same ones.
struct CandidateObjects: Sendable {
  /// The kinds and names of all but namespaces.
  private let all: Set<String>
  /// The names of what runs pods: a CronJob can do in one variant what a Deployment does in another.
  private let running: Set<String>

  init(_ files: [SourceFile]) {
    let resources = ManifestSet(reading: files).resources
    all = Set(resources.filter { $0.kind != .namespace }.map { "\($0.kind.rawValue)/\($0.name)" })
    running = Set(
      Topology(resources).nodes.filter { $0.workload != nil && $0.presence == .present }.map(\.name))
  }

  /// Whether most of the objects of another source are among these.
  func contains(most other: CandidateObjects) -> Bool { other.all.isMostly(in: all) }

  func contains(all other: CandidateObjects) -> Bool { other.all.isSubset(of: all) }

  /// Whether both can't be wanted at the same time: they run the same, or, if nothing runs, have the same objects.
  func isAlternative(to other: CandidateObjects) -> Bool {
    let (small, large) = all.count < other.all.count ? (self, other) : (other, self)
    guard small.all.isMostly(in: large.all) else { return false }
    if running.isEmpty && other.running.isEmpty { return true }
    return running.isMostly(in: other.running) || other.running.isMostly(in: running)
  }
}

extension Set<String> {
  /// Whether more than half of the texts, and at least one, are in another set.
  fileprivate func isMostly(in other: Set<String>) -> Bool { 2 * intersection(other).count > count }
}
