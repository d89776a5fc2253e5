import PodmapManifests

extension Entry {
  /// Reads an object of a kind that a row of the tables describes.
  init(_ rule: EntryRule, _ root: Value) {
    self.init(hosts: rule.hosts.flatMap { Self.texts($0, in: root) })
    joinsPaths = rule.joinsPaths
    isOnlyInside =
      switch rule.need {
      case .nothing: false
      case .field(let path): root.values(at: path).isEmpty
      case .anotherEntry: true
      }
    let lists = NamedBackends(rule, root)
    var others: [String] = []
    var number = 0
    for route in rule.routes {
      for (value, path) in root.values(at: route.path) {
        let hosts = route.hosts.flatMap { Self.texts($0, in: value) }
        for (item, inner) in value.values(at: route.items) {
          number += 1
          others += add(route, item, at: EntryRule.path(path.text, inner.text), hosts, rule: number, lists)
        }
      }
    }
    hosts = (hosts + others).uniqued
    if !isOnlyInside { addDoors(rule, root) }
  }

  /// Adds the ways of one route, and returns the hosts that it names itself.
  private mutating func add(
    _ route: EntryRule.RouteField, _ value: Value, at path: String, _ own: [String], rule number: Int,
    _ lists: NamedBackends
  ) -> [String] {
    let found = route.backends.flatMap { field in
      value.values(at: field.item).compactMap { Backend($0.value, $0.path.text, field, route: path, lists) }
    }
    let answer =
      found.firstNonNil(\.reply) ?? route.replies.firstNonNil { Self.reply($0, in: value) }
    let shares = found.count { !$0.isCopy && $0.weight != 0 && $0.reply == nil }
    let condition = route.expression.flatMap { Self.texts($0, in: value).first }.map { TraefikRule($0).alternatives }
    let alternatives = condition ?? [(own, Self.matches(of: route, in: value))]
    for (hosts, matches) in alternatives {
      let hosts = hosts.isEmpty ? self.hosts : hosts
      for backend in found where backend.reply == nil {
        let weight = shares > 1 || backend.weight == 0 || backend.isShare || backend.isCopy ? backend.weight : nil
        ways.append(
          Way(
            field: backend.field, hosts: hosts, matches: matches, port: backend.port, weight: weight,
            unit: backend.unit, rule: !backend.isCopy && (shares > 1 || weight != nil) ? number : nil,
            isCopy: backend.isCopy))
      }
      if shares == 0, let reply = answer {
        ways.append(Way(field: path, hosts: hosts, matches: matches, reply: reply))
      }
    }
    return alternatives.flatMap(\.hosts)
  }

  private static func matches(of route: EntryRule.RouteField, in value: Value) -> [String] {
    let matches = route.matches.flatMap { texts($0, in: value) }
    let headers = route.headers.flatMap { texts($0, in: value) }.uniqued
    if headers.isEmpty { return matches }
    let words = "with header \(headers.joined(separator: ", "))"
    return matches.isEmpty ? [words] : matches.map { "\($0) \(words)" }
  }

  private static func reply(_ field: EntryRule.ReplyField, in value: Value) -> String? {
    guard let found = value.values(at: field.path).first?.value else { return nil }
    if let status = field.status { return "answers with status \(found[status]?.text ?? "200")" }
    guard let redirect = field.redirect else { return nil }
    func text(_ name: String?) -> String? { name.flatMap { found[$0]?.text } }
    // A switch rather than a name: `httpsRedirect: true`.
    let scheme = text(redirect.scheme).map { $0 == "true" ? "https" : $0 }
    return redirection(
      scheme: scheme == "false" ? nil : scheme, host: text(redirect.host),
      port: text(redirect.port).flatMap { Int($0) },
      path: text(redirect.path))
  }

  private mutating func addDoors(_ rule: EntryRule, _ root: Value) {
    let stated = rule.protocolField.flatMap { Self.texts($0, in: root).first }
    if stated == "TLS_PASSTHROUGH" {
      doors = [Door(protocolName: "TLS", hosts: hosts, encryption: .passes)]
      return
    }
    for field in rule.tls {
      for (value, _) in root.values(at: field.path) where value.boolean != false {
        let secrets = field.secret.map { Self.texts($0, in: value) } ?? []
        let passes = field.passes.map { Self.texts($0, in: value).contains { ["true", "passthrough"].contains($0) } }
        doors.append(
          Door(
            protocolName: rule.protocolName == "HTTP" ? "HTTPS" : "TLS",
            hosts: field.hosts.map { Self.texts($0, in: value) } ?? hosts,
            encryption: passes ?? false ? .passes : .ends(secrets: secrets)))
      }
    }
    guard doors.isEmpty else { return }
    let ports = rule.ports.flatMap { Self.texts($0, in: root) }.compactMap { Int($0) }.uniqued
    let name = stated ?? rule.protocolName
    doors = ports.map { Door(protocolName: name, port: $0, hosts: hosts) }
    if doors.isEmpty { doors = [Door(protocolName: name, hosts: hosts)] }
  }

  static func texts(_ path: String, in value: Value) -> [String] {
    value.values(at: path).compactMap(\.value.text)
  }
}

/// The lists in which routes look up their backends by a name of their own.
private struct NamedBackends {
  private var lists: [String: [String: (value: Value, path: FieldPath)]] = [:]

  init(_ rule: EntryRule, _ root: Value) {
    for case let list? in rule.routes.flatMap(\.backends).map(\.list) where lists[list.path] == nil {
      let items = root.values(at: list.path).compactMap { item in
        item.value[list.key]?.text.map { ($0, (value: item.value, path: item.path)) }
      }
      lists[list.path] = Dictionary(items) { first, _ in first }
    }
  }

  func item(_ name: String, of list: EntryRule.BackendField.NamedList) -> (value: Value, path: FieldPath)? {
    lists[list.path]?[name]
  }
}

/// One backend, as a field of a route describes it.
private struct Backend {
  var field: String
  var port: Entry.Way.Port?
  var weight: Int?
  var unit: Entry.Way.Unit
  var isCopy: Bool
  /// Whether the weight alone says that others get the rest.
  var isShare: Bool
  /// What answers, if that is the controller itself.
  var reply: String?

  /// `nil` if the field isn't there, or names nothing that is known.
  init?(_ value: Value, _ path: String, _ rule: EntryRule.BackendField, route: String, _ lists: NamedBackends) {
    guard let name = value.values(at: rule.name).first, let text = name.value.text, !text.isEmpty else {
      return nil
    }
    field = EntryRule.path(route, path, rule.name)
    port = rule.port.flatMap { Entry.Way.Port(value.values(at: $0).first?.value) }
    if let list = rule.list {
      guard let item = lists.item(text, of: list) else { return nil }
      field = EntryRule.path(item.path.text, list.name)
      port = list.port.flatMap { Entry.Way.Port(item.value[$0]) }
    }
    if rule.notation == .address { port = ServiceAddress(text)?.port.map { .number($0) } }
    weight = rule.weight.flatMap { value.values(at: $0).first?.value.integer }
    unit = rule.unit
    isShare = unit == .percent
    reply = rule.reserved.contains { $0.hasPrefix("@") && text.hasSuffix($0) } ? "answered by \(text)" : nil
    isCopy =
      switch rule.copy {
      case .never: false
      case .always: true
      case .marked(let field): value[field]?.boolean ?? false
      }
  }
}
