import PodmapManifests
import PodmapTopology

/// Do some containers keep running when others are lost?
extension ReasonJudge {
  var faultIsolation: Conclusion {
    let mains = sides.map { own in own.longRunning.map { own.mains(in: $0) } }
    guard mains.contains(where: { $0.joined().count > 1 }) else {
      return .doesNotApply(
        "there is only one container apart from helpers, so there are no others to isolate from its faults",
        sides.flatMap { own in own.longRunning.flatMap { own.mains(in: $0) }.flatMap(own.nameEvidence) })
    }
    let isolating = zip(sides, mains).filter { $0.1.count > 1 }.map(\.0)
    let largest = zip(sides, mains).map { own, pods in largestLoss(own, pods) }
    guard !isolating.isEmpty else {
      let counts = zip(sides, mains).map { "\($1.joined().count.of("container")) on the \($0.side.rawValue)" }
      return .cannotTell(
        "all are in one pod (\(counts.uniqued.joined(separator: ", "))), which is lost as a whole; whether some could "
          + "run without the others is not stated", largest.flatMap { $0?.evidence ?? [] })
    }
    let words = largest.compactMap { $0?.words }
    var sentence =
      Set(words).count == 1 && words.count == 2
      ? "on both sides the loss of one pod takes down \(words[0])"
      : zip(sides, largest).compactMap { own, loss in
        loss.map { "on the \(own.side.rawValue) the loss of one pod takes down \($0.words)" }
      }.joined(separator: "; ")
    var evidence = largest.flatMap { $0?.evidence ?? [] }
    if let (words, fields) = soleServer(isolating[isolating.count - 1]) {
      sentence += "; \(words)\(isolating.count > 1 ? "" : " on the \(isolating[0].side.rawValue)")"
      evidence += fields
    }
    for own in isolating {
      evidence += own.evidence(own.longRunning.flatMap { own.layout.pods[$0].budgets.flatMap(\.evidence) })
    }
    return .applies(sentence, evidence)
  }

  /// The pod whose loss takes down the most containers.
  private func largestLoss(
    _ own: ComparedLayout, _ mains: [[Int]]
  ) -> (pod: String, words: String, evidence: [SidedEvidence])? {
    let all = own.longRunning.reduce(0) { $0 + own.layout.running(in: $1).count }
    let candidates = own.longRunning.filter { own.layout.pods[$0].scale != .replicas(0) }
    guard
      let pod = candidates.max(by: { one, other in
        let counts = [one, other].map { own.layout.running(in: $0).count }
        // Among equals, the one with the fewest surviving pods, then the first.
        return counts[0] != counts[1] ? counts[0] < counts[1] : own.survivors(of: one) > own.survivors(of: other)
      })
    else { return nil }
    let template = own.layout.pods[pod]
    let running = own.layout.running(in: pod)
    var words = "\(running.count) of \(all.of("container"))"
    if running.count > 1, let scaler = template.autoscaling.first {
      words += " (the workload has at least \(max(0, scaler.least - 1).of("other pod")))"
    } else if running.count > 1, case .replicas(let count) = template.scale {
      words += " (the workload has \(count > 1 ? (count - 1).of("other pod") : "no other pod"))"
    }
    let replicas = own.evidence(template.written?.root.at("spec", "replicas")?.evidence)
    return (template.id, words, replicas + running.flatMap(own.nameEvidence))
  }

  /// A container with a single pod that containers in other pods call: its loss affects them as well.
  private func soleServer(_ own: ComparedLayout) -> (words: String, evidence: [SidedEvidence])? {
    for pod in own.longRunning
    where own.layout.pods[pod].scale == .replicas(1) && own.layout.pods[pod].autoscaling.isEmpty {
      for main in own.mains(in: pod) {
        let callers = own.layout.calls.compactMap { call -> Int? in
          guard call.target == .container(main), case .container(let caller) = call.caller,
            own.layout.containers[caller].pod != pod
          else { return nil }
          return caller
        }
        guard !callers.isEmpty else { continue }
        let end = callers.uniqued.count == 1 ? "calls" : "call"
        return (
          "\(own.names(callers)) \(end) \(own.name(main)), which has only one pod",
          own.evidence(own.layout.pods[pod].written?.root.at("spec", "replicas")?.evidence)
        )
      }
    }
    return nil
  }
}

extension ComparedLayout {
  /// How many pods of a workload are left when one is lost; `Int.max` if their number is not stated.
  fileprivate func survivors(of pod: Int) -> Int {
    if case .replicas(let count) = layout.pods[pod].scale { count - 1 } else { .max }
  }
}
