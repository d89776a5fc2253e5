import PodmapManifests

extension Entry {
  /// Reads an object of a kind that admits requests; `nil` for all other kinds.
  init?(_ kind: ResourceKind, _ spec: Value?) {
    switch kind {
    case .ingress: self.init(ingress: spec)
    case "Gateway.gateway.networking.k8s.io", "ListenerSet.gateway.networking.k8s.io",
      "XListenerSet.gateway.networking.x-k8s.io":
      self.init(doors: spec.list("listeners").map { Door(listener: $0) })
    case "HTTPRoute.gateway.networking.k8s.io", "GRPCRoute.gateway.networking.k8s.io",
      "TLSRoute.gateway.networking.k8s.io", "TCPRoute.gateway.networking.k8s.io", "UDPRoute.gateway.networking.k8s.io":
      self.init(route: spec, of: kind)
    case "Gateway.networking.istio.io": self.init(doors: spec.list("servers").map { Door(server: $0) })
    case "VirtualService.networking.istio.io": self.init(virtualService: spec)
    case "Route.route.openshift.io": self.init(openShift: spec)
    default: return nil
    }
  }

  // MARK: - networking.k8s.io

  /// `IngressSpec`. An Ingress listens for plain HTTP as well: its controller decides whether that is redirected.
  private init(ingress spec: Value?) {
    let rules = spec.list("rules")
    self.init(hosts: rules.compactMap { $0["host"]?.text })
    let tls = spec.list("tls")
    for item in tls {
      doors.append(
        Door(
          protocolName: "HTTPS", hosts: item.texts("hosts"),
          encryption: .ends(secrets: [item["secretName"]?.text].compactMap(\.self))))
    }
    let covered = Set(doors.flatMap(\.hosts))
    let isAllCovered = doors.contains { $0.hosts.isEmpty } || !hosts.isEmpty && hosts.allSatisfy(covered.contains)
    if tls.isEmpty || !isAllCovered {
      doors.append(Door(protocolName: "HTTP", hosts: hosts.filter { !covered.contains($0) }))
    }
    for (index, rule) in rules.enumerated() {
      let host = [rule["host"]?.text].compactMap(\.self)
      for (item, path) in (rule["http"].list("paths")).enumerated() {
        let matches = [path["path"]?.text].compactMap(\.self)
        append(path["backend"], at: "spec.rules[\(index)].http.paths[\(item)].backend", hosts: host, matches)
      }
    }
    append(spec?["defaultBackend"], at: "spec.defaultBackend", hosts: [], [])
    append(spec?["backend"], at: "spec.backend", hosts: [], [])
  }

  private mutating func append(_ backend: Value?, at path: String, hosts: [String], _ matches: [String]) {
    guard let backend else { return }
    if let service = backend["service"] {
      let port = service["port"].flatMap { Way.Port($0["number"]) ?? Way.Port($0["name"]) }
      ways.append(Way(field: "\(path).service.name", hosts: hosts, matches: matches, port: port))
    } else if backend["serviceName"] != nil {
      let port = Way.Port(backend["servicePort"])
      ways.append(Way(field: "\(path).serviceName", hosts: hosts, matches: matches, port: port))
    } else {
      ways.append(Way(field: "\(path).resource.name", hosts: hosts, matches: matches))
    }
  }

  // MARK: - gateway.networking.k8s.io

  private init(route spec: Value?, of kind: ResourceKind) {
    self.init(hosts: spec?.texts("hostnames") ?? [])
    parents = spec.list("parentRefs").map {
      Parent(name: $0["name"]?.text ?? "", listener: $0["sectionName"]?.text, port: $0["port"]?.integer)
    }
    let isAnswering = kind.name == "HTTPRoute" || kind.name == "GRPCRoute"
    for (index, rule) in spec.list("rules").enumerated() {
      let matches = Self.matches(of: rule)
      let path = "spec.rules[\(index)]"
      let backends = rule.list("backendRefs")
      let served = backends.count { $0["weight"]?.integer != 0 }
      for (item, backend) in backends.enumerated() {
        let field = "\(path).backendRefs[\(item)]"
        let shared = served > 1 ? index : nil
        ways.append(way(backend, field: "\(field).name", matches, rule: shared))
        appendMirrors(of: backend, at: field, matches)
      }
      if served == 0, isAnswering, let reply = Self.reply(of: rule) {
        ways.append(Way(field: path, hosts: hosts, matches: matches, reply: reply))
      }
      appendMirrors(of: rule, at: path, matches)
    }
  }

  /// `nil` if the rule matches all requests.
  private static func matches(of rule: Value) -> [String] {
    let matches = rule.list("matches").map { words(ofMatch: $0) }
    return matches.contains(nil) ? [] : matches.compactMap(\.self)
  }

  /// The response of a rule without a backend.
  private static func reply(of rule: Value) -> String? {
    let filters = rule.list("filters")
    if let redirect = filters.lazy.compactMap({ $0["requestRedirect"] }).first {
      let path = redirect.at("path", "replaceFullPath") ?? redirect.at("path", "replacePrefixMatch")
      return redirection(
        scheme: redirect["scheme"]?.text, host: redirect["hostname"]?.text, port: redirect["port"]?.integer,
        path: path?.text)
    }
    // What the filters of other vendors do isn't known.
    return filters.contains { $0["extensionRef"] != nil } ? nil : "no backend: answers with an error"
  }

  /// "redirect to https"
  private static func redirection(scheme: String?, host: String?, port: Int?, path: String?) -> String {
    let place = (host ?? "") + (port.map { ":\($0)" } ?? "") + (path ?? "")
    let target = [scheme, place.isEmpty ? nil : place].compactMap(\.self).joined(separator: "://")
    return target.isEmpty ? "redirect" : "redirect to \(target)"
  }

  /// "GET /cart with header env"; `nil` if it matches all requests.
  private static func words(ofMatch match: Value) -> String? {
    let path = match.at("path", "value")?.text
    var words: [String] = []
    if let method = match["method"], method.isMapping {
      words = [[method["service"]?.text, method["method"]?.text].compactMap(\.self).joined(separator: "/")]
    } else {
      words = [match["method"]?.text, path ?? (match["method"] == nil ? nil : "/")].compactMap(\.self)
    }
    let headers = match.list("headers").compactMap { $0["name"]?.text }
    if !headers.isEmpty { words.append("with header \(headers.joined(separator: ", "))") }
    let parameters = match.list("queryParams").compactMap { $0["name"]?.text }
    if !parameters.isEmpty { words.append("with parameter \(parameters.joined(separator: ", "))") }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func appendMirrors(of value: Value, at path: String, _ matches: [String]) {
    for (index, filter) in value.list("filters").enumerated() {
      guard let backend = filter.at("requestMirror", "backendRef") else { continue }
      var way = way(backend, field: "\(path).filters[\(index)].requestMirror.backendRef.name", matches)
      way.isCopy = true
      ways.append(way)
    }
  }

  private func way(_ backend: Value, field: String, _ matches: [String], rule: Int? = nil) -> Way {
    let weight = backend["weight"]?.integer
    return Way(
      field: field, hosts: hosts, matches: matches, port: Way.Port(backend["port"]),
      weight: rule != nil || weight == 0 ? weight : nil, rule: rule)
  }

  // MARK: - networking.istio.io

  private init(virtualService spec: Value?) {
    self.init(hosts: spec?.texts("hosts") ?? [])
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
        for (item, route) in routes.enumerated() {
          ways.append(
            Way(
              field: "\(path).route[\(item)].destination.host", hosts: hosts, matches: matches,
              port: Way.Port(route.at("destination", "port", "number")),
              weight: shared != nil || routes.count > 1 && route["weight"]?.integer == 0
                ? route["weight"]?.integer : nil,
              rule: shared))
        }
        ways.append(Way(field: "\(path).mirror.host", hosts: hosts, matches: matches, isCopy: true))
        for item in rule.list("mirrors").indices {
          let field = "\(path).mirrors[\(item)].destination.host"
          ways.append(Way(field: field, hosts: hosts, matches: matches, isCopy: true))
        }
      }
    }
  }

  /// "/cart with header env"
  private static func words(ofIstio match: Value) -> String {
    var words: [String] = []
    if let uri = match["uri"], let path = ["exact", "prefix", "regex"].lazy.compactMap({ uri[$0]?.text }).first {
      words.append(path)
    }
    words += match.texts("sniHosts")
    if let headers = match["headers"], headers.isMapping {
      words.append("with header \(headers.fields.compactMap(\.key.text).joined(separator: ", "))")
    }
    return words.isEmpty ? "some requests" : words.joined(separator: " ")
  }

  // MARK: - route.openshift.io

  private init(openShift spec: Value?) {
    let host = [spec?["host"]?.text].compactMap(\.self)
    self.init(hosts: host)
    let encryption: Encryption? =
      switch spec?.at("tls", "termination")?.text {
      case nil: nil
      case "passthrough": .passes
      case "reencrypt": .isRenewed
      default: .ends(secrets: [spec?.at("tls", "externalCertificate", "name")?.text].compactMap(\.self))
      }
    doors = [Door(protocolName: encryption == nil ? "HTTP" : "HTTPS", hosts: host, encryption: encryption)]
    let matches = [spec?["path"]?.text].compactMap(\.self)
    ways = [Way(field: "spec.to.name", hosts: host, matches: matches)]
    for index in spec.list("alternateBackends").indices {
      ways.append(Way(field: "spec.alternateBackends[\(index)].name", hosts: host, matches: matches))
    }
  }
}

extension Entry.Door {
  /// `Listener` of the Gateway API: it terminates TLS unless its mode is `Passthrough`.
  fileprivate init(listener: Value) {
    let protocolName = listener["protocol"]?.text ?? ""
    self.init(
      name: listener["name"]?.text, protocolName: protocolName, port: listener["port"]?.integer,
      hosts: [listener["hostname"]?.text].compactMap(\.self))
    guard let tls = listener["tls"] else { return }
    encryption =
      tls["mode"]?.text == "Passthrough"
      ? .passes : .ends(secrets: tls.list("certificateRefs").compactMap { $0["name"]?.text })
  }

  /// `Server` of Istio's Gateway.
  fileprivate init(server: Value) {
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

extension Entry.Way.Port {
  fileprivate init?(_ value: Value?) {
    if let number = value?.integer {
      self = .number(number)
    } else if let name = value?.text {
      self = .name(name)
    } else {
      return nil
    }
  }
}

extension Value? {
  fileprivate func list(_ field: String) -> [Value] { self?.list(field) ?? [] }
}

extension Value {
  /// The mappings in a list; empty if the field is something else.
  fileprivate func list(_ field: String) -> [Value] {
    guard let list = self[field], list.isSequence else { return [] }
    return Array(list.items)
  }

  fileprivate func texts(_ field: String) -> [String] { list(field).compactMap(\.text) }
}
