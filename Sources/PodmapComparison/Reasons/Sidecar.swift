import PodmapTopology

/// Does a container help another one in its pod?
extension ReasonJudge {
  var sidecar: Conclusion {
    if let conclusion = patternConclusion(.sidecar) ?? nothingShared { return conclusion }
    let silent = silent
    if let first = silent.first {
      let names = silent.filter { $0.own.side == first.own.side }.map { $0.own.name($0.position) }
      return .cannotTell(
        "\(names.enumeration) \(names.count == 1 ? "has" : "have") no port and nothing is known to call "
          + "\(names.count == 1 ? "it" : "them"); whether \(names.count == 1 ? "it helps" : "they help") another "
          + "container in the pod is not stated",
        silent.flatMap { $0.own.nameEvidence($0.position) })
    }
    return .doesNotApply(
      "each container that shares a pod has a port or callers of its own; none merely helps another",
      serverEvidence)
  }
}
