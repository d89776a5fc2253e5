import PodmapManifests

// networking.istio.io
extension Entry {
  init(virtualService spec: Value?) {
    self.init(hosts: spec?.texts("hosts") ?? [])
    isOnlyInside = true
    let gateways = spec?.texts("gateways") ?? []
    isForMesh = gateways.isEmpty || gateways.contains("mesh")
    var number = 0
    for kind in ["http", "tls", "tcp"] {
      for (index, rule) in spec.list(kind).enumerated() {
        number += 1
        let matches = rule.list("match").map { Self.words(ofIstio: $0) }
        let path = "spec.\(kind)[\(index)]"
        let routes = rule.list("route")
        let shared = routes.count { $0["weight"]?.integer != 0 } > 1 ? number : nil
        if let redirect = rule["redirect"] {
          let reply = Self.redirection(
            scheme: redirect["scheme"]?.text, host: redirect["authority"]?.text, port: redirect["port"]?.integer,
            path: redirect["uri"]?.text)
          ways.append(Way(field: path, hosts: hosts, matches: matches, reply: reply))
        }
        if let status = rule.at("directResponse", "status")?.text {
          ways.append(Way(field: path, hosts: hosts, matches: matches, reply: "answers with status \(status)"))
        }
        for (item, route) in routes.enumerated() {
          let weight = route["weight"]?.integer
          var way = way(route["destination"], at: "\(path).route[\(item)].destination", matches)
          if shared != nil || routes.count > 1 && weight == 0 { way.weight = weight }
          way.rule = shared
          ways.append(way)
        }
        let copies =
          [(rule["mirror"], "\(path).mirror", rule.at("mirrorPercentage", "value"))]
          + rule.list("mirrors").enumerated().map {
            ($1["destination"], "\(path).mirrors[\($0)].destination", $1.at("percentage", "value"))
          }
        for (destination, field, percentage) in copies where destination != nil {
          var way = way(destination, at: field, matches)
          way.isCopy = true
          way.weight = percentage?.integer
          way.unit = .percent
          ways.append(way)
        }
      }
    }
  }

  private func way(_ destination: Value?, at field: String, _ matches: [String]) -> Way {
    var way = Way(
      field: "\(field).host", hosts: hosts, matches: matches, port: Way.Port(destination?.at("port", "number")))
    way.subset = destination?["subset"]?.text
    return way
  }

  /// "/cart with header env"
  private static func words(ofIstio match: Value) -> String {
    var words = [match["method"]].compactMap { method in
      ["exact", "prefix", "regex"].firstNonNil { method?[$0]?.text }
    }
    if let uri = match["uri"], let path = ["exact", "prefix", "regex"].firstNonNil({ uri[$0]?.text }) {
      words.append(path)
    }
    words += match.texts("sniHosts")
    if let headers = match["headers"], headers.isMapping {
      words.append("with header \(headers.fields.compactMap(\.key.text).joined(separator: ", "))")
    }
    return words.isEmpty ? "some requests" : words.joined(separator: " ")
  }
}

extension Entry.Door {
  /// `Server` of Istio's Gateway.
  init(server: Value) {
    self.init(
      protocolName: server.at("port", "protocol")?.text ?? "", port: server.at("port", "number")?.integer,
      hosts: server.texts("hosts").map { host in
        // The namespace of the routes may precede it.
        host.firstIndex(of: "/").map { String(host[host.index(after: $0)...]) } ?? host
      })
    guard let tls = server["tls"], let mode = tls["mode"]?.text else { return }
    encryption =
      mode.hasSuffix("PASSTHROUGH") ? .passes : .ends(secrets: [tls["credentialName"]?.text].compactMap(\.self))
  }
}
