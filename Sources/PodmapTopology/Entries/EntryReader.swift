import PodmapManifests

extension Entry {
  /// Reads an object of a kind that admits requests; `nil` for all other kinds.
  init?(_ resource: Resource) {
    let spec = resource.root["spec"]
    switch resource.kind {
    case .ingress: self.init(ingress: spec, LoadBalancerActions(resource))
    case "Gateway.gateway.networking.k8s.io": self.init(gateway: spec)
    case "ListenerSet.gateway.networking.k8s.io", "XListenerSet.gateway.networking.x-k8s.io":
      self.init(listenerSet: spec)
    case "HTTPRoute.gateway.networking.k8s.io", "GRPCRoute.gateway.networking.k8s.io",
      "TLSRoute.gateway.networking.k8s.io", "TCPRoute.gateway.networking.k8s.io", "UDPRoute.gateway.networking.k8s.io":
      self.init(route: spec, of: resource.kind)
    case "Gateway.networking.istio.io": self.init(doors: spec.list("servers").map { Door(server: $0) })
    case "VirtualService.networking.istio.io": self.init(virtualService: spec)
    case "Route.route.openshift.io": self.init(openShift: spec)
    default:
      guard let rule = EntryTables.byKind[resource.kind] else { return nil }
      self.init(rule, resource.root)
    }
  }

  /// "redirect to https"
  static func redirection(scheme: String?, host: String?, port: Int?, path: String?) -> String {
    // The port that a scheme has anyway says nothing.
    let isUsual = scheme == "https" && port == 443 || scheme == "http" && port == 80
    let place = (host ?? "") + (isUsual ? "" : port.map { ":\($0)" } ?? "") + (path ?? "")
    let target = [scheme, place.isEmpty ? nil : place].compactMap(\.self).joined(separator: "://")
    return target.isEmpty ? "redirect" : "redirect to \(target)"
  }

  // MARK: - networking.k8s.io

  /// `IngressSpec`. An Ingress listens for plain HTTP as well: its controller decides whether that is redirected.
  private init(ingress spec: Value?, _ actions: LoadBalancerActions) {
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
        append(
          path["backend"], at: "spec.rules[\(index)].http.paths[\(item)].backend", hosts: host, matches, actions)
      }
    }
    append(spec?["defaultBackend"], at: "spec.defaultBackend", hosts: [], [], actions)
    append(spec?["backend"], at: "spec.backend", hosts: [], [], actions)
  }

  private mutating func append(
    _ backend: Value?, at path: String, hosts: [String], _ matches: [String], _ actions: LoadBalancerActions
  ) {
    guard let backend else { return }
    if let name = LoadBalancerActions.name(in: backend) {
      // A rule of its own, since weights count among the backends of one action.
      ways += actions.ways(of: name, at: path, hosts: hosts, matches, rule: ways.count)
      return
    }
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
    let others = spec.list("alternateBackends")
    let first = [(field: "spec.to.name", weight: spec?.at("to", "weight")?.integer ?? 100)]
    // A number is a port of the pods, a name one of the Service.
    let port = spec?.at("port", "targetPort").flatMap { $0.integer == nil ? Way.Port($0) : nil }
    let isWeighted = spec?.at("to", "weight") != nil || others.contains { $0["weight"] != nil }
    // Weights say something only if several backends share the requests.
    let all =
      first
      + others.enumerated().map { ("spec.alternateBackends[\($0)].name", $1["weight"]?.integer ?? 100) }
    let shares = all.count { $0.weight != 0 }
    ways = all.map { field, weight in
      Way(
        field: field, hosts: host, matches: matches, port: port,
        weight: isWeighted && (shares > 1 || weight == 0) ? weight : nil, rule: shares > 1 ? 0 : nil)
    }
  }
}

extension Entry.Way.Port {
  init?(_ value: Value?) {
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
  func list(_ field: String) -> [Value] { self?.list(field) ?? [] }
}

extension Value {
  /// The mappings in a list; empty if the field is something else.
  func list(_ field: String) -> [Value] {
    guard let list = self[field], list.isSequence else { return [] }
    return Array(list.items)
  }

  func texts(_ field: String) -> [String] { list(field).compactMap(\.text) }
}
