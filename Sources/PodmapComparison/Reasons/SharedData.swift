import PodmapManifests
import PodmapTopology

/// Do containers work on the same files?
extension ReasonJudge {
  var sharedData: Ruling {
    if let first = sharedVolumes.first {
      let names = first.writers == first.sharers ? "can all write" : "\(first.writers.enumeration) can write"
      var sentence = "\(first.sharers.enumeration) share \(first.name) (\(first.source)), which \(names)"
      sentence = sentence.replacing("which can all write", with: "which all can write")
      switch first.fate {
      case .shared: if sharedVolumes.count == 1 || areGroupedAlike { break }
      case .acrossPods, .apart, .notMounted, .unknown:
        sentence += "; on the \(first.side == .left ? "right" : "left") \(first.fate.sentence)"
      }
      if sharedVolumes.count > 1 { sentence += "; \((sharedVolumes.count - 1).of("more volume")) shared" }
      return .holds(
        sentence,
        sharedVolumes.flatMap { volume in volume.evidence.map { SidedEvidence(side: volume.side, evidence: $0) } })
    }
    if let ruling = claimsOfSeveralPods { return ruling }
    let mounts = sides.flatMap { own in
      own.evidence(own.layout.pods.flatMap { $0.template.volumes.flatMap(\.mounts).map(\.evidence) })
    }
    return .doesNot(
      mounts.isEmpty
        ? "no container mounts a volume" : "no two containers mount a volume that one of them can write", mounts)
  }

  /// Claims that pods of several workloads mount: they share data without a pod in common.
  private var claimsOfSeveralPods: Ruling? {
    for own in sides {
      var users: [String: [Int]] = [:]
      var claims: [String: VolumeClaim] = [:]
      for pod in own.layout.pods.indices {
        for volume in own.layout.pods[pod].template.volumes {
          guard !volume.mounts.isEmpty, let claim = own.layout.claim(behind: volume, in: pod), !claim.isOwn else {
            continue
          }
          let key = "\(own.layout.topology.nodes[own.layout.pods[pod].owner].namespace ?? "")/\(claim.name)"
          users[key, default: []].append(pod)
          claims[key] = claim
        }
      }
      let several = users.filter { Set($0.value).count > 1 }
      guard let (key, pods) = several.min(by: { $0.key < $1.key }), let claim = claims[key] else { continue }
      let mounts = pods.uniqued.flatMap { pod in
        own.layout.pods[pod].template.volumes.filter { own.layout.claim(behind: $0, in: pod)?.name == claim.name }
          .flatMap(\.mounts).map(\.evidence)
      }
      let evidence = own.evidence(claim.evidence + mounts)
      let names = pods.uniqued.map { own.layout.pods[$0].id }.enumeration
      if claim.modes.contains("ReadWriteMany") {
        return .doesNot(
          "\(names) mount the claim \(claim.name), which is ReadWriteMany: sharing it takes no common pod",
          evidence)
      }
      if claim.modes.isEmpty {
        return .cantTell("\(names) mount the claim \(claim.name), whose access modes are not stated", evidence)
      }
      return .holds(
        "\(names) mount the claim \(claim.name), which is \(claim.modes.joined(separator: ", ")): different pods can "
          + (claim.modes == ["ReadWriteOncePod"] ? "not share it" : "share it on one node only"), evidence)
    }
    return nil
  }
}

extension SharedVolume.Fate {
  /// For a sentence that begins with the side.
  fileprivate var sentence: String {
    switch self {
    case .shared: "they share it too"
    case .acrossPods(let what, let isEnough):
      "several pods mount \(what)\(isEnough ? "" : ", which they can on one node only")"
    case .apart(let needs): "they are in different pods: \(needs)"
    case .notMounted: "they are in one pod and share nothing"
    case .unknown(let names): "\(names.enumeration) \(names.count == 1 ? "is" : "are") not there"
    }
  }
}
