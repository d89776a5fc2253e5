import PodmapManifests

extension Finding {
  /// Keys that containers need and that the ConfigMap or Secret in the input doesn't have: the pod doesn't start.
  static let missingKeys = Finding("missing keys") { builder in
    builder.lackingKeys.map { .missingKey($0.key, builder.objects[$0.object]) }
  }
}

/// A key that a container or volume of a template needs.
struct NeededKey: Hashable {
  var kind: ResourceKind
  var name: String
  var key: String
  /// The container, or `nil` for a volume.
  var container: String?
  var template: Int
  var place: Place
}

/// The keys of the ConfigMaps and Secrets in the input.
struct KeyedObjects {
  private var keys: [NodeID: Set<String>] = [:]

  init(_ objects: [ObjectDescription]) {
    for object in objects where object.resource.kind == .configMap || object.resource.kind == .secret {
      // Another definition may have the key.
      if object.isContested { continue }
      let root = object.resource.root
      let fields = ["data", "binaryData", "stringData"].flatMap { root[$0]?.fields.map { $0.key.written } ?? [] }
      // An empty one is filled in later.
      if !fields.isEmpty { keys[object.id] = Set(fields) }
    }
  }

  /// The required keys that the objects lack.
  func lacking(_ object: ObjectDescription) -> [NeededKey] {
    guard !keys.isEmpty, !object.templates.isEmpty else { return [] }
    return object.rawPodSpecs.enumerated().flatMap { template, spec in
      Self.needed(by: spec.value, template, object.podSource.file).filter { needed in
        let id = NodeID(needed.kind, needed.name, in: object.innerNamespace)
        return keys[id].map { !$0.contains(needed.key) } ?? false
      }
    }
  }

  private static func needed(by spec: Value, _ template: Int, _ file: String) -> [NeededKey] {
    var found: [NeededKey] = []
    func add(_ kind: ResourceKind, _ source: Value?, _ name: String?, _ item: Value?, container: String?) {
      guard let source, source["optional"]?.boolean != true, let name, let key = item?["key"], let text = key.text
      else { return }
      found.append(
        NeededKey(
          kind: kind, name: name, key: text, container: container, template: template, place: key.place(in: file)))
    }
    for list in PodTemplateFinder.containerLists {
      for container in spec[list]?.items ?? [] {
        for variable in container["env"]?.items ?? [] {
          for (field, kind) in [("configMapKeyRef", ResourceKind.configMap), ("secretKeyRef", .secret)] {
            let source = variable.at("valueFrom", field)
            add(kind, source, source?["name"]?.text, source, container: container["name"]?.text ?? "")
          }
        }
      }
    }
    for volume in spec["volumes"]?.items ?? [] {
      let sources = [volume] + (volume.at("projected", "sources")?.items ?? [])
      for source in sources {
        for (field, name, kind) in [
          ("configMap", "name", ResourceKind.configMap), ("secret", "secretName", .secret), ("secret", "name", .secret),
        ] {
          for item in source.at(field, "items")?.items ?? [] {
            add(kind, source[field], source.at(field, name)?.text, item, container: nil)
          }
        }
      }
    }
    return found
  }
}

extension Diagnostic {
  fileprivate static func missingKey(_ needed: NeededKey, _ object: ObjectDescription) -> Diagnostic {
    let who = needed.container.map { "the container '\($0.shortened())' of \(object.words)" } ?? object.words
    return Diagnostic(
      .warning, at: needed.place, topic: .missingKey,
      about: [NodeID(needed.kind, needed.name, in: object.innerNamespace).text, object.id.text],
      "the \(needed.kind.name) '\(needed.name.shortened())' has no key '\(needed.key.shortened())', without which "
        + "\(who) does not start; add the key, or correct its name")
  }
}
