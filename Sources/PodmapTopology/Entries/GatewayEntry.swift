import PodmapManifests

// gateway.networking.k8s.io
extension Entry {
  init(gateway spec: Value?) {
    self.init(doors: spec.list("listeners").map { Door(listener: $0) })
    // Without this field, a Gateway has only its own listeners.
    setAdmission = Admission(spec?.at("allowedListeners", "namespaces"), default: .none)
  }

  /// A ListenerSet is attached to a Gateway as routes are.
  init(listenerSet spec: Value?) {
    self.init(doors: spec.list("listeners").map { Door(listener: $0) })
    parents = [Parent(field: "spec.parentRef.name", name: spec?.at("parentRef", "name")?.text ?? "")]
    isOnlyInside = true
  }

  init(route spec: Value?, of kind: ResourceKind) {
    self.init(hosts: spec?.texts("hostnames") ?? [])
    parents = spec.list("parentRefs").enumerated().map {
      Parent(
        field: "spec.parentRefs[\($0)].name", name: $1["name"]?.text ?? "", listener: $1["sectionName"]?.text,
        port: $1["port"]?.integer)
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
    if let redirect = filters.firstNonNil({ $0["requestRedirect"] }) {
      let path = redirect.at("path", "replaceFullPath") ?? redirect.at("path", "replacePrefixMatch")
      return redirection(
        scheme: redirect["scheme"]?.text, host: redirect["hostname"]?.text, port: redirect["port"]?.integer,
        path: path?.text)
    }
    // What the filters of other vendors do isn't known.
    return filters.contains { $0["extensionRef"] != nil } ? nil : "no backend: answers with an error"
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
}

extension Entry.Door {
  /// `Listener` of the Gateway API: it terminates TLS unless its mode is `Passthrough`.
  init(listener: Value) {
    let protocolName = listener["protocol"]?.text ?? ""
    self.init(
      name: listener["name"]?.text, protocolName: protocolName, port: listener["port"]?.integer,
      hosts: [listener["hostname"]?.text].compactMap(\.self))
    let allowed = listener["allowedRoutes"]
    admission = Entry.Admission(allowed?["namespaces"], default: .same)
    if let kinds = allowed?["kinds"], kinds.isSequence {
      admission?.kinds = kinds.items.compactMap { kind in
        kind["kind"]?.text.map {
          ResourceKind(group: (kind["group"]?.text ?? "gateway.networking.k8s.io")[...], kind: $0)
        }
      }
    }
    guard let tls = listener["tls"] else { return }
    encryption =
      tls["mode"]?.text == "Passthrough"
      ? .passes : .ends(secrets: tls.list("certificateRefs").compactMap { $0["name"]?.text })
  }
}
