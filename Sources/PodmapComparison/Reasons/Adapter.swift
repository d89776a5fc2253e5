import PodmapTopology

/// Does a container show what another one of its pod has in the form that systems outside ask for?
extension ReasonJudge {
  var adapter: Ruling {
    if let ruling = patternRuling(.adapter) ?? nothingShared { return ruling }
    if let (own, position) = named(["exporter", "adapter", "metrics"]) {
      return .cantTell(
        "\(own.name(position)) may show a neighbour's state, by its name or image, but nothing says what it reads",
        imageEvidence(own, position))
    }
    return .doesNot("no container is seen to show on a port for monitoring what it reads from another", serverEvidence)
  }
}
