import PodmapManifests

extension ObjectDescription {
  /// The hosts and routes of an object that admits requests; `nil` for all other kinds.
  var admission: Entry? {
    if case .entry(let entry) = facts { return entry }
    let spec = resource.root["spec"]
    switch resource.kind.rawValue {
    case "IngressRoute.traefik.io", "IngressRoute.traefik.containo.us": return Entry(traefik: spec)
    case "HTTPProxy.projectcontour.io":
      return Entry(hosts: [spec?.at("virtualhost", "fqdn")?.text].compactMap(\.self))
    default: return nil
    }
  }
}

extension Entry {
  /// Traefik's `IngressRouteSpec`, whose rules are texts: ``Host(`a.example`) && PathPrefix(`/b`)``.
  fileprivate init(traefik spec: Value?) {
    self.init()
    for (index, route) in (spec?["routes"]?.items ?? []).enumerated() {
      guard let match = route["match"]?.text else { continue }
      let hosts = Self.arguments(of: "Host(", in: match)
      let paths = ["PathPrefix(", "Path("].flatMap { Self.arguments(of: $0, in: match) }
      self.hosts += hosts
      let services = route["services"]?.items.count ?? 0
      for item in 0..<max(1, services) {
        ways.append(Way(field: "spec.routes[\(index)].services[\(item)].name", hosts: hosts, matches: paths))
      }
    }
  }

  /// The quoted arguments of a function in a rule.
  private static func arguments(of function: String, in rule: String) -> [String] {
    var found: [String] = []
    var rest = rule[...]
    while let range = rest.firstRange(of: function) {
      let isWhole = range.lowerBound == rule.startIndex || !rule[rule.index(before: range.lowerBound)].isLetter
      rest = rest[range.upperBound...]
      let arguments = rest.prefix { $0 != ")" }
      guard isWhole else { continue }
      found += arguments.split { "`\"', ".contains($0) }.map(String.init)
    }
    return found
  }
}
