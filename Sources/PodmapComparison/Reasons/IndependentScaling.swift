import PodmapManifests
import PodmapTopology

/// Should there be more of some containers than of others?
extension ReasonJudge {
  /// How many pods a workload should have according to its manifest.
  private struct Number {
    var pod: Int
    /// "3", "2 to 10", "one per node": equal for workloads that scale alike; `nil` if it is not stated.
    var text: String?
    var isAutoscaled: Bool
    /// Whether the manifest states it, rather than leaving it to the default.
    var isWritten: Bool
    var evidence: [Evidence]
  }

  var independentScaling: Conclusion {
    for own in [right, left] {
      let numbers = numbers(own)
      guard numbers.count > 1 else { continue }
      let known = numbers.filter { $0.text != nil }
      let isScaled = known.contains(where: \.isAutoscaled)
      let differ = Set(known.compactMap(\.text)).count > 1 && known.contains(where: \.isWritten)
      guard isScaled || differ else { continue }
      let listed = examples(known)
      let words = listed.map { "\(own.words(for: $0.pod)) \($0.text ?? "")\($0.isAutoscaled ? " (autoscaled)" : "")" }
      var sentence = "pods on the \(own.side.rawValue): \(words.enumeration)"
      if let ignored = ignored(numbers.map(\.pod), of: own) {
        sentence += "; \(ignored.words)"
        return .applies(sentence, own.evidence(listed.flatMap(\.evidence)) + ignored.evidence)
      }
      return .applies(sentence, own.evidence(listed.flatMap(\.evidence)))
    }
    return withoutNumbers
  }

  /// One workload for each number, then others, five at most.
  private func examples(_ numbers: [Number]) -> [Number] {
    var seen: Set<String> = []
    let sorted = numbers.sorted { ($0.isAutoscaled ? 0 : 1, $0.pod) < ($1.isAutoscaled ? 0 : 1, $1.pod) }
    let first = sorted.filter { seen.insert($0.text ?? "").inserted }
    let others = sorted.filter { number in !first.contains { $0.pod == number.pod } }
    return Array((first + others).prefix(Limit.differentReplicas.value))
  }

  private var withoutNumbers: Conclusion {
    let several = sides.filter { numbers($0).count > 1 }
    guard !several.isEmpty else {
      let mains = sides.map { own in own.longRunning.flatMap { own.mains(in: $0) } }
      let names = sides.flatMap { own in
        own.longRunning.flatMap { own.mains(in: $0) }.prefix(Limit.scalingEvidence.value).flatMap(own.nameEvidence)
      }
      if mains.allSatisfy({ $0.count < 2 }) {
        return .doesNotApply("neither side has two containers that could be scaled separately", names)
      }
      return .cannotTell("all containers are in one pod and share its number of replicas", names)
    }
    for own in several {
      let numbers = numbers(own)
      guard numbers.allSatisfy({ $0.isWritten && !$0.isAutoscaled }), let text = numbers[0].text else { continue }
      return .doesNotApply(
        "all \(numbers.count) workloads on the \(own.side.rawValue) state the same number of pods, \(text)",
        own.evidence(numbers.flatMap(\.evidence)))
    }
    return .cannotTell(
      "the workloads don't state different numbers of pods",
      several.flatMap { own in own.evidence(numbers(own).flatMap(\.evidence)) })
  }

  private func numbers(_ own: ComparedLayout) -> [Number] {
    own.longRunning.map { pod in
      let template = own.layout.pods[pod]
      if let scaler = template.autoscaling.first {
        return Number(pod: pod, text: scaler.text, isAutoscaled: true, isWritten: true, evidence: scaler.evidence)
      }
      let written = template.written?.root.at("spec", "replicas")
      switch template.scale {
      // A Pod is a single pod and doesn't say how many there should be.
      case .replicas where template.kind == "Pod":
        return Number(pod: pod, text: nil, isAutoscaled: false, isWritten: false, evidence: [])
      case .replicas(let count):
        return Number(
          pod: pod, text: String(count), isAutoscaled: false, isWritten: written != nil,
          evidence: written?.allEvidence ?? [])
      case .onePerNode:
        let kind = template.written?.root["kind"]?.allEvidence ?? []
        return Number(pod: pod, text: "one per node", isAutoscaled: false, isWritten: true, evidence: kind)
      case .completions, .schedule, .unstated:
        return Number(pod: pod, text: nil, isAutoscaled: false, isWritten: false, evidence: [])
      }
    }
  }

  /// A pod of the other side that contains several of the containers that are in different pods here.
  func ignored(
    _ pods: [Int], of own: ComparedLayout
  ) -> (words: String, place: String, evidence: [SidedEvidence])? {
    let other = other(than: own)
    let mains = pods.flatMap { own.mains(in: $0) }
    let partners = Dictionary(grouping: mains.compactMap { main in own.partners[main].map { (main, $0) } }) {
      other.layout.containers[$0.1].pod
    }
    let joined = partners.filter { Set($0.value.map { own.layout.containers[$0.0].pod }).count > 1 }
    guard let (pod, pairs) = joined.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else { return nil }
    let template = other.layout.pods[pod]
    let names = other.names(pairs.map(\.1).sorted())
    let end = template.kind == "Pod" ? ", which has no replicas" : ", which has a single number of replicas"
    let field = template.written?.root.at("spec", "replicas") ?? template.written?.root["kind"]
    let place = "on the \(other.side.rawValue) \(names) are in \(template.id)"
    return (place + end, place, other.evidence(field?.evidence))
  }
}

extension ComparedLayout {
  /// The name of a pod in a sentence: that of its main container if it has only one, otherwise its ID.
  func words(for pod: Int) -> String {
    let mains = mains(in: pod)
    return mains.count == 1 ? name(mains[0]) : layout.pods[pod].id
  }
}
