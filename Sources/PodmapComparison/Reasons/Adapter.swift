import PodmapTopology

/// Does a container expose what another one in its pod has, in the form that outside systems expect?
extension ReasonJudge {
  var adapter: Conclusion {
    if let conclusion = patternConclusion(.adapter) ?? nothingShared { return conclusion }
    if let (own, position) = named(["exporter", "adapter", "metrics"]) {
      return .cannotTell(
        "by its name or image, \(own.name(position)) may expose a neighbour's state, but nothing shows what it reads",
        imageEvidence(own, position))
    }
    return .doesNotApply("no container visibly exposes on a monitoring port what it reads from another", serverEvidence)
  }
}
