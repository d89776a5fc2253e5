import PodmapTopology

/// Is there work to do in a pod before its containers start?
extension ReasonJudge {
  var initContainers: Ruling {
    let found = sides.map { own in
      own.layout.containers.indices.filter { own.layout.containers[$0].container.role == .initial }.map { (own, $0) }
    }
    let all =
      found[0]
      + found[1].filter { own, position in
        own.partners[position].map { left.layout.containers[$0].container.role != .initial } ?? true
      }
    // One whose purpose is known says more than one that is only there.
    let telling = all.first { $0.0.layout.containers[$0.1].container.pattern?.isTelling == true }
    if let (own, position) = telling ?? all.first {
      let container = own.layout.containers[position].container
      let purpose = container.pattern?.reason ?? "runs to its end before the app containers start"
      var sentence = "\(own.name(position)) \(purpose)"
      if all.count > 1 { sentence += "; \((all.count - 1).of("more init container"))" }
      if let server = all.lazy.compactMap({ $0.0.neighbour(calledBy: $0.1) }).first {
        sentence += "; \(server)"
      }
      sentence += other(than: own).place(of: position, from: own)
      let evidence = all.flatMap { own, position in
        own.layout.containers[position].container.pattern.map { own.evidence($0.evidence) }
          ?? own.nameEvidence(position)
      }
      return .holds(sentence, evidence)
    }
    // A Job may be what an init container would do.
    let jobs = sides.flatMap { own in
      own.layout.pods.filter { if case .completions = $0.scale { true } else { false } }.map { (own, $0) }
    }
    if let (own, job) = jobs.first {
      let kind = job.written?.root["kind"]?.evidence
      return .cantTell(
        "no pod has init containers, but \(job.id) runs to its end; whether others wait for it is not stated",
        own.evidence(kind))
    }
    return .doesNot("no pod of either side has init containers")
  }

}

extension LayoutSide {
  /// A container of its own pod that an init container calls, and that starts only when it has ended.
  fileprivate func neighbour(calledBy position: Int) -> String? {
    for call in layout.calls where call.caller == .container(position) {
      guard case .container(let target) = call.target, layout.containers[target].container.role == .app,
        layout.containers[target].pod == layout.containers[position].pod
      else { continue }
      return "on the \(side.rawValue) \(name(position)) calls \(name(target)) of its own pod, which starts after it"
    }
    return nil
  }

  /// What an init container of the other side is here, where it is something else.
  fileprivate func place(of position: Int, from other: LayoutSide) -> String {
    guard let own = other.partners[position] else { return "; the \(side.rawValue) side has no such container" }
    let member = layout.containers[own]
    guard member.container.role != .initial else { return "" }
    return "; on the \(side.rawValue) it is no init container, but in \(layout.pods[member.pod].id)"
  }
}
