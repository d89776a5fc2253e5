import PodmapManifests

extension Pass {
  /// Adds an edge from each container to the ConfigMaps and Secrets of the input that its variables and arguments name:
  /// `CONFIG_MAP=tcp-services`, `--default-ssl-certificate=web/tls`.
  static let followNames = Pass("follow names") { builder in
    let objects = builder.objects
    var index: [NodeID: Int] = [:]
    for object in objects where object.resource.kind == .configMap || object.resource.kind == .secret {
      index[object.id] = object.positions.object
    }
    guard !index.isEmpty else { return }
    let known = Set(
      builder.edges.lazy.filter { $0.kind == .mounts || $0.kind == .reads }.map { [$0.from, $0.to] })
    let names = ObjectNamesInTexts(index: index)
    let callers = objects.indices.filter { !objects[$0].templates.isEmpty }
    let found = concurrentFlatMap(callers) { names.references(of: objects[$0]) }
    for reference in found where !known.contains([reference.from, reference.to]) {
      builder.connect(
        reference.from, reference.to, .uses, label: reference.label, certainty: .inferred,
        evidence: [reference.evidence])
    }
  }
}

/// Finds the names of ConfigMaps and Secrets in variables and arguments.
private struct ObjectNamesInTexts: Sendable {
  struct Reference: Sendable {
    var from: Int
    var to: Int
    var label: String
    var evidence: Evidence
  }

  let index: [NodeID: Int]

  func references(of object: ObjectDescription) -> [Reference] {
    object.templates.indices.flatMap { template -> [Reference] in
      guard object.positions.containers.indices.contains(template) else { return [] }
      let positions = object.positions.containers[template]
      return object.writtenContainers(template).flatMap { container, value, path in
        references(in: value, path: path, of: object).map { reference in
          var reference = reference
          reference.from = positions[container]
          return reference
        }
      }
    }
  }

  private func references(in container: Value, path: FieldPath, of object: ObjectDescription) -> [Reference] {
    var found: [Reference] = []
    func add(_ name: String, _ text: String, _ value: Value, _ path: FieldPath) {
      guard let target = target(name, text, in: object.innerNamespace) else { return }
      var evidence = Evidence(value, path: path.text, in: object.podSource.file)
      if Credentials.hide(text, under: CredentialName(name)) { evidence.value = Credentials.mark }
      found.append(Reference(from: 0, to: target, label: name, evidence: evidence))
    }
    for (number, item) in (container["env"]?.items ?? []).enumerated() {
      guard let name = item["name"]?.text, let value = item["value"], let text = value.text else { continue }
      add(name, text, value, path.appending("env").appending(number).appending("value"))
    }
    for field in ["command", "args"] {
      var flag = ""
      for (number, item) in (container[field]?.items ?? []).enumerated() {
        guard let text = item.text else { continue }
        let place = path.appending(field).appending(number)
        if text.hasPrefix("-"), let equals = text.firstIndex(of: "=") {
          add(String(text[..<equals]), String(text[text.index(after: equals)...]), item, place)
        } else if !flag.isEmpty {
          add(flag, text, item, place)
        }
        flag = text.hasPrefix("-") && !text.contains("=") ? text : ""
      }
    }
    return found
  }

  /// The object that a text names, if the name of its variable or flag says what kind it is.
  private func target(_ name: String, _ text: String, in namespace: String) -> Int? {
    // `$(POD_NAMESPACE)/tcp-services`
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last, !last.isEmpty, last.utf8.count <= Limit.dnsName.value else {
      return nil
    }
    let words = Set(NameWords.words(of: name))
    let home = parts.count == 2 && !parts[0].contains("$") ? String(parts[0]) : namespace
    return Self.kinds.lazy.filter { !$0.words.isDisjoint(with: words) }
      .compactMap { index[NodeID($0.kind, String(last), in: home)] }.first
  }

  private static let kinds: [(kind: ResourceKind, words: Set<String>)] = [
    (.configMap, ["configmap", "configmaps", "config", "configuration", "settings", "template", "dashboards"]),
    (
      .secret,
      ["secret", "secrets", "certificate", "certificates", "cert", "certs", "tls", "credential", "credentials"]
    ),
  ]
}
