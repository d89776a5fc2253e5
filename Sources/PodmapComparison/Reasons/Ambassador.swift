import PodmapTopology

/// Does a container pass on what others of its pod send, or what clients send to them?
extension ReasonJudge {
  var ambassador: Ruling {
    if let ruling = patternRuling(.ambassador) ?? nothingShared { return ruling }
    // Programs that do little else.
    let proxies = ["proxy", "envoy", "ambassador", "pgbouncer", "twemproxy", "traefik", "nginx", "tunnel", "gateway"]
    if let (own, position) = named(proxies) {
      return .cantTell(
        "\(own.name(position)) may pass requests on, by its name or image, but nothing shows from whom and to whom",
        imageEvidence(own, position))
    }
    return .doesNot("no container is seen to pass on what the others of its pod send or get", serverEvidence)
  }
}
