import PodmapManifests

/// The annotations of an Ingress that describe what AWS's load balancer does with requests:
/// `alb.ingress.kubernetes.io/actions.NAME`. A backend means one of them if its port is `use-annotation`.
struct LoadBalancerActions {
  private static let prefix = "alb.ingress.kubernetes.io/actions."

  private struct Action {
    /// `nil` if it isn't readable JSON.
    var value: Value?
    var annotation: Value
    var path: FieldPath
  }

  private var actions: [String: Action] = [:]
  private let file: String

  init(_ resource: Resource) {
    file = resource.file
    guard let annotations = resource.root.at("metadata", "annotations") else { return }
    for (key, value) in annotations.fields where key.written.hasPrefix(Self.prefix) {
      let name = String(key.written.dropFirst(Self.prefix.count))
      actions[name] = Action(
        value: value.text.flatMap { Value.only(in: Array($0.utf8)) }, annotation: value,
        path: FieldPath("metadata.annotations").appending(key.written))
    }
  }

  /// The name of the annotation that a backend means; `nil` if it means a Service.
  static func name(in backend: Value) -> String? {
    let service = backend["service"]
    let port = service?.at("port", "name") ?? backend["servicePort"]
    guard port?.text == "use-annotation" else { return nil }
    return (service?["name"] ?? backend["serviceName"])?.text
  }

  /// What happens to requests that a backend of the Ingress would get.
  func ways(of name: String, at field: String, hosts: [String], _ matches: [String], rule: Int) -> [Entry.Way] {
    guard let action = actions[name] else { return [] }
    guard let value = action.value else { return [] }
    let targets = targets(of: action)
    if targets.isEmpty {
      return [Entry.Way(field: field, hosts: hosts, matches: matches, reply: Self.reply(value))]
    }
    let shares = targets.count { $0.weight != 0 }
    return targets.map { target in
      Entry.Way(
        field: target.field, hosts: hosts, matches: matches, port: Entry.Way.Port(target.port),
        weight: shares > 1 || target.weight == 0 ? target.weight : nil, rule: shares > 1 ? rule : nil)
    }
  }

  /// The Services that some of the annotations name.
  func references(of names: Set<String>) -> [ObjectDescription.Reference] {
    actions.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.flatMap { _, action in
      targets(of: action).map { target in
        var evidence = Evidence(action.annotation, path: target.field, in: file)
        evidence.value = target.name
        return ObjectDescription.Reference(
          origin: .object, kind: .service, name: target.name, edge: .routes, label: "", isOptional: false,
          evidence: evidence)
      }
    }
  }

  /// What is wrong with the backends that mean an annotation.
  func diagnostics(of resource: Resource) -> [Diagnostic] {
    let rules = resource.root.values(at: "spec.rules[].http.paths[].backend")
    let backends = rules + ["spec.defaultBackend", "spec.backend"].flatMap { resource.root.values(at: $0) }
    return backends.compactMap { value, _ in
      guard let name = Self.name(in: value), let field = value.at("service", "name") ?? value["serviceName"] else {
        return nil
      }
      guard let action = actions[name] else {
        return .noAction(Self.prefix + name, resource, field.place(in: file))
      }
      return action.value?.isMapping == true
        ? nil : .unreadable(Self.prefix + name, resource, action.annotation.place(in: file))
    }
  }

  // MARK: - JSON

  private struct Target {
    var field: String
    var name: String
    var port: Value?
    var weight: Int?
  }

  private func targets(of action: Action) -> [Target] {
    guard let value = action.value else { return [] }
    let config = value.field("forwardConfig")
    let groups = config?.field("targetGroups")?.items ?? []
    let base = action.path.appending("forwardConfig").appending("targetGroups")
    let several = groups.enumerated().compactMap { index, group in
      group.field("serviceName")?.text.map {
        Target(
          field: base.appending(index).appending("serviceName").text, name: $0, port: group.field("servicePort"),
          weight: group.field("weight")?.integer)
      }
    }
    guard several.isEmpty, let name = value.field("serviceName")?.text else { return several }
    return [
      Target(
        field: action.path.appending("serviceName").text, name: name, port: value.field("servicePort"), weight: nil)
    ]
  }

  private static func reply(_ value: Value) -> String {
    if let redirect = value.field("redirectConfig") {
      // `#{host}` means that of the request.
      func text(_ name: String) -> String? {
        redirect.field(name)?.text.flatMap { $0.isEmpty || $0.contains("#{") ? nil : $0 }
      }
      return Entry.redirection(
        scheme: text("protocol")?.lowercased(), host: text("host"), port: text("port").flatMap { Int($0) },
        path: text("path"))
    }
    if let response = value.field("fixedResponseConfig") {
      return "answers with status \(response.field("statusCode")?.text ?? "200")"
    }
    return "forwarded to a target group outside the cluster"
  }
}

extension Value {
  /// A field of an action, which older versions of the controller wrote with a capital letter.
  fileprivate func field(_ name: String) -> Value? {
    self[name] ?? self[name.prefix(1).uppercased() + name.dropFirst()]
  }
}

extension ObjectDescription {
  /// Follows the annotations that an Ingress names instead of Services.
  mutating func followActions() {
    guard resource.kind == .ingress else { return }
    let actions = LoadBalancerActions(resource)
    let used = resource.root.values(at: "spec.rules[].http.paths[].backend").map { ($0.value, $0.path.text) }
    let others = ["spec.defaultBackend", "spec.backend"].flatMap { path in
      resource.root.values(at: path).map { ($0.value, path) }
    }
    let named = (used + others).compactMap { value, path in
      LoadBalancerActions.name(in: value).map { (name: $0, path: path) }
    }
    guard !named.isEmpty else { return }
    let replaced = Set(named.flatMap { ["\($0.path).service.name", "\($0.path).serviceName"] })
    references.removeAll { $0.edge == .routes && replaced.contains($0.evidence.path) }
    references += actions.references(of: Set(named.map(\.name)))
    diagnostics += actions.diagnostics(of: resource)
  }
}

extension Diagnostic {
  fileprivate static func noAction(_ annotation: String, _ resource: Resource, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place, topic: .missingObject,
      "the Ingress '\(resource.name.shortened())' sends traffic where the annotation '\(annotation.shortened())' says, "
        + "but has no such annotation; add it, or name a port of a Service instead of 'use-annotation'")
  }

  fileprivate static func unreadable(_ annotation: String, _ resource: Resource, _ place: Place) -> Diagnostic {
    Diagnostic(
      .warning, at: place,
      "the annotation '\(annotation.shortened())' of the Ingress '\(resource.name.shortened())' is not a mapping in "
        + "JSON; correct it")
  }
}
