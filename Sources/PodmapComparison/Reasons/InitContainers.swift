import PodmapManifests
import PodmapTopology

/// Does a pod have work to do before its app containers start?
extension ReasonJudge {
  var initContainers: Conclusion {
    let found = sides.map { own in
      own.layout.containers.indices.filter { own.layout.containers[$0].container.role == .initial }.map { (own, $0) }
    }
    let all =
      found[0]
      + found[1].filter { own, position in
        own.partners[position].map { left.layout.containers[$0].container.role != .initial } ?? true
      }
    // One with a known purpose is more informative than the others.
    let telling = all.first { $0.0.layout.containers[$0.1].container.pattern?.isTelling == true }
    if let (own, position) = telling ?? all.first {
      let container = own.layout.containers[position].container
      let purpose = container.pattern?.reason ?? "runs to completion before the app containers start"
      var sentence = "\(own.name(position)) \(purpose)"
      if all.count > 1 { sentence += "; \((all.count - 1).of("more init container"))" }
      if let server = all.firstNonNil({ $0.0.neighbour(calledBy: $0.1) }) {
        sentence += "; \(server)"
      }
      sentence += other(than: own).place(of: position, from: own)
      let evidence = all.flatMap { own, position in
        own.layout.containers[position].container.pattern.map { own.evidence($0.evidence) }
          ?? own.nameEvidence(position)
      }
      return .applies(sentence, evidence)
    }
    // A Job can do what an init container would.
    let jobs = sides.flatMap { own in
      own.layout.pods.filter { if case .completions = $0.scale { true } else { false } }.map { (own, $0) }
    }
    if let (own, job) = jobs.first {
      let kind = job.written?.root["kind"]?.evidence
      return .cannotTell(
        "no pod has init containers, but \(job.id) runs to completion, and whether others wait for it is not stated",
        own.evidence(kind))
    }
    return .doesNotApply("no pod on either side has init containers")
  }
}

extension ComparedLayout {
  /// Says that an init container calls an app container in its own pod, which starts only after it has finished.
  fileprivate func neighbour(calledBy position: Int) -> String? {
    for call in layout.calls where call.caller == .container(position) {
      guard case .container(let target) = call.target, layout.containers[target].container.role == .app,
        layout.containers[target].pod == layout.containers[position].pod
      else { continue }
      return
        "on the \(side.rawValue) \(name(position)) calls \(name(target)) in its own pod, which starts only afterwards"
    }
    return nil
  }

  /// Says what an init container of the other side is on this side, if it is something else.
  fileprivate func place(of position: Int, from other: ComparedLayout) -> String {
    guard let own = other.partners[position] else { return "; the \(side.rawValue) side has no such container" }
    let member = layout.containers[own]
    guard member.container.role != .initial else { return "" }
    return "; on the \(side.rawValue) it is not an init container but runs in \(layout.pods[member.pod].id)"
  }
}
