import PodmapManifests

/// How many pods a LeaderWorkerSet makes: groups of `size` pods, of which the first is the leader. Without a template of
/// its own, the leader is made from the one for workers: https://lws.sigs.k8s.io/docs/reference/leaderworkerset.v1/
enum WorkerSetCounts {
  static let kind: ResourceKind = "LeaderWorkerSet.leaderworkerset.x-k8s.io"
  static let groups = PodCount("spec.replicas", usual: 1)
  static let workers = PodCount(
    "spec.leaderWorkerTemplate.size", usual: 1, groups: "spec.replicas",
    besides: "spec.leaderWorkerTemplate.leaderTemplate")

  /// The number of pods of a template; `nil` for other kinds.
  static func count(of resource: Resource, template: String) -> Int? {
    guard resource.kind == kind else { return nil }
    let count = template == "leaderTemplate" ? groups : workers
    return count.number { resource.root.values(at: $0).map(\.value) }
  }
}
