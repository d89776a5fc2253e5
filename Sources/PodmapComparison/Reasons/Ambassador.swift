import PodmapTopology

/// Does a container pass on what others in its pod send, or what clients send to them?
extension ReasonJudge {
  var ambassador: Conclusion {
    if let conclusion = patternConclusion(.ambassador) ?? nothingShared { return conclusion }
    // Programs that do little but pass requests on.
    let proxies = ["proxy", "envoy", "ambassador", "pgbouncer", "twemproxy", "traefik", "nginx", "tunnel", "gateway"]
    if let (own, position) = named(proxies) {
      return .cannotTell(
        "by its name or image, \(own.name(position)) may pass requests on, but nothing shows from whom or to whom",
        imageEvidence(own, position))
    }
    return .doesNotApply("no container visibly passes on what the others in its pod send or receive", serverEvidence)
  }
}
