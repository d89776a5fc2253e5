import PodmapManifests

/// A field of a custom resource that looks like a reference, though no row of a table names it.
///
/// Shapes: `{kind, name}`, optionally with `apiVersion`, `apiGroup`, `group` and `namespace`; a field whose name is
/// that of a kind followed by `Ref`, `Refs` or `KeyRef` (`passwordSecretRef: {name}`); a text in a field that is named
/// after a kind (`secretName`).
struct GuessedReference: Sendable {
  enum Kind: Sendable, Hashable {
    case exact(ResourceKind)
    /// A kind's name without its group.
    case named(String)
    /// The beginning of a field's name, which may end in a kind's name: `passwordSecret`.
    case ending(String)
  }

  var kind: Kind
  var name: String
  var namespace: String?
  var evidence: Evidence

  /// Every such field of an object, except those in pod templates, which the tables cover.
  static func all(in resource: Resource, besides templates: [String]) -> [GuessedReference] {
    var search = Search(file: resource.file, templates: Set(templates))
    for (key, value) in resource.root.fields where key.written != "metadata" && key.written != "status" {
      search.visit(value, key: key.written, path: FieldPath(key.written), depth: 0)
    }
    return search.found
  }

  private struct Search {
    let file: String
    let templates: Set<String>
    var found: [GuessedReference] = []

    mutating func visit(_ value: Value, key: String, path: FieldPath, depth: Int) {
      guard depth < Limit.guessDepth.value, !templates.contains(path.text) else { return }
      if value.isSequence {
        for (position, item) in value.items.enumerated() where !item.isScalar {
          visit(item, key: key, path: path.appending(position), depth: depth + 1)
        }
      } else if value.isMapping {
        if let name = value["name"], name.isScalar, let kind = kind(of: value, key: key) {
          add(kind, name, value["namespace"]?.text, path: path.appending("name"))
        }
        for (key, child) in value.fields {
          visit(child, key: key.written, path: path.appending(key.written), depth: depth + 1)
        }
      } else if let stem = key.stem(before: ["Name", "Ref"]) {
        add(.ending(stem), value, nil, path: path)
      }
    }

    private func kind(of value: Value, key: String) -> Kind? {
      guard let kind = value["kind"]?.text else {
        return key.stem(before: ["KeyRef", "Refs", "Ref"]).map { .ending($0) }
      }
      if let version = value["apiVersion"]?.text { return .exact(ResourceKind(apiVersion: version, kind: kind)) }
      if let group = (value["apiGroup"] ?? value["group"])?.text {
        return .exact(ResourceKind(group: group[...], kind: kind))
      }
      return .named(kind)
    }

    private mutating func add(_ kind: Kind, _ name: Value, _ namespace: String?, path: FieldPath) {
      guard let text = name.text, !text.isEmpty else { return }
      found.append(
        GuessedReference(
          kind: kind, name: text, namespace: namespace, evidence: Evidence(name, path: path.text, in: file)))
    }
  }
}

extension String {
  fileprivate func stem(before endings: [String]) -> String? {
    endings.first { hasSuffix($0) && utf8.count > $0.utf8.count }.map { String(dropLast($0.count)) }
  }
}
