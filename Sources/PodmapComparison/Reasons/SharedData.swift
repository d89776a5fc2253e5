import PodmapManifests
import PodmapTopology

/// Do containers work on the same files?
extension ReasonJudge {
  var sharedData: Conclusion {
    if let first = sharedVolumes.first {
      let writers = first.writers == first.sharers ? "all of them" : first.writers.enumeration
      var sentence = "\(first.sharers.enumeration) share \(first.name) (\(first.source)), which \(writers) can write to"
      switch first.fate {
      case .shared: if sharedVolumes.count == 1 || areGroupedAlike { break }
      case .acrossPods, .apart, .notMounted, .unknown:
        sentence += "; on the \(first.side == .left ? "right" : "left") \(first.fate.sentence)"
      }
      let more = sharedVolumes.count - 1
      if more > 0 { sentence += "; \(more.of("more volume")) \(more == 1 ? "is" : "are") shared" }
      return .applies(
        sentence,
        sharedVolumes.flatMap { volume in volume.evidence.map { SidedEvidence(side: volume.side, evidence: $0) } })
    }
    if let conclusion = claimsOfSeveralPods { return conclusion }
    let mounts = sides.flatMap { own in
      own.evidence(own.layout.pods.flatMap { $0.template.volumes.flatMap(\.mounts).map(\.evidence) })
    }
    return .doesNotApply(
      mounts.isEmpty
        ? "no container mounts a volume" : "no two containers mount a volume that one of them can write to", mounts)
  }

  /// The conclusion from claims that pods of several workloads mount: they share data without sharing a pod.
  private var claimsOfSeveralPods: Conclusion? {
    for own in sides {
      guard let (claim, pods, evidence) = own.claimsOfSeveralPods.first else { continue }
      let names = pods.map { own.layout.pods[$0].id }.enumeration
      if claim.modes.contains("ReadWriteMany") {
        return .doesNotApply(
          "\(names) mount the claim \(claim.name), which is ReadWriteMany, so they share it without sharing a pod",
          evidence)
      }
      if claim.modes.isEmpty {
        return .cannotTell("\(names) mount the claim \(claim.name), whose access modes are not stated", evidence)
      }
      return .applies(
        "\(names) mount the claim \(claim.name), which is \(claim.modes.joined(separator: ", ")), so different pods "
          + (claim.modes == ["ReadWriteOncePod"] ? "can't share it" : "can share it only on one node"), evidence)
    }
    return nil
  }
}

extension ComparedLayout {
  /// Claims that pods of several workloads mount, by name.
  var claimsOfSeveralPods: [(claim: VolumeClaim, pods: [Int], evidence: [SidedEvidence])] {
    struct Key: Hashable {
      var namespace: String?
      var name: String
    }
    var found: [Key: (claim: VolumeClaim, pods: [Int], evidence: [Evidence])] = [:]
    for pod in layout.pods.indices {
      for volume in layout.pods[pod].template.volumes where !volume.mounts.isEmpty {
        guard let claim = layout.claim(behind: volume, in: pod), !claim.isOwn else { continue }
        let key = Key(namespace: layout.topology.nodes[layout.pods[pod].owner].namespace, name: claim.name)
        var users = found[key] ?? (claim, [], claim.evidence)
        users.pods.append(pod)
        users.evidence += volume.mounts.map(\.evidence)
        found[key] = users
      }
    }
    return found.filter { Set($0.value.pods).count > 1 }.sorted {
      ($0.key.namespace ?? "", $0.key.name) < ($1.key.namespace ?? "", $1.key.name)
    }.map { ($0.value.claim, $0.value.pods.uniqued, evidence($0.value.evidence)) }
  }
}

extension SharedVolume.Fate {
  /// The end of a sentence that begins with the side.
  fileprivate var sentence: String {
    switch self {
    case .shared: "they share it too"
    case .acrossPods(let what, let isEnough):
      "several pods mount \(what)\(isEnough ? "" : ", which works on one node only")"
    case .apart(let needs): "they are in different pods: \(needs)"
    case .notMounted: "they are in one pod but share nothing"
    case .unknown(let names): "\(names.enumeration) \(names.count == 1 ? "is" : "are") missing"
    }
  }
}
