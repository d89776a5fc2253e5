internal import PodmapManifests
internal import PodmapTopology

/// The objects in files, as far as they tell whether two sources make the same ones.
struct CandidateObjects: Sendable {
  /// The kinds and names of all but namespaces.
  private let all: Set<String>
  private let resources: [Resource]

  init(_ files: [SourceFile]) {
    resources = ManifestSet(reading: files).resources
    all = Set(resources.filter { $0.kind != .namespace }.map { "\($0.kind.rawValue)/\($0.name)" })
  }

  /// The names of what runs pods: a CronJob can do in one variant what a Deployment does in another. To find them takes
  /// longer than to read the objects.
  private var running: Set<String> {
    Set(Topology(resources).nodes.filter { $0.workload != nil && $0.presence == .present }.map(\.name))
  }

  /// Whether most of the objects of another source are among these.
  func contains(most other: CandidateObjects) -> Bool { other.all.isMostly(in: all) }

  func contains(all other: CandidateObjects) -> Bool { other.all.isSubset(of: all) }

  /// Whether both can't be wanted at the same time: they run the same, or, if nothing runs, have the same objects.
  func isAlternative(to other: CandidateObjects) -> Bool {
    let (small, large) = all.count < other.all.count ? (self, other) : (other, self)
    guard small.all.isMostly(in: large.all) else { return false }
    let (running, others) = (running, other.running)
    if running.isEmpty && others.isEmpty { return true }
    return running.isMostly(in: others) || others.isMostly(in: running)
  }
}

extension Set<String> {
  /// Whether more than half of the texts, and at least one, are in another set.
  fileprivate func isMostly(in other: Set<String>) -> Bool { 2 * intersection(other).count > count }
}
