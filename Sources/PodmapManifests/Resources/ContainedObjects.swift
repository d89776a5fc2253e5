/// Kinds whose objects contain other objects, as a `List` does: one row each.
struct ContainedObjects: Sendable {
  /// Without the version: `template.openshift.io`; empty for the core group.
  let group: String
  let kind: String
  /// The fields that lead to the object, or to the list of objects.
  let path: [String]
  /// Whether it is an object of its own, too: one that a controller keeps while the others exist.
  var remains = true
  /// The list of parameters whose values replace `${NAME}` in the objects.
  var parameters: String?

  private static let all: [ContainedObjects] = [
    // https://docs.openshift.com/container-platform/latest/openshift_images/using-templates.html
    ContainedObjects(
      group: "template.openshift.io", kind: "Template", path: ["objects"], remains: false, parameters: "parameters"),
    ContainedObjects(group: "", kind: "Template", path: ["objects"], remains: false, parameters: "parameters"),
    ContainedObjects(
      group: "work.open-cluster-management.io", kind: "ManifestWork", path: ["spec", "workload", "manifests"]),
    ContainedObjects(
      group: "work.open-cluster-management.io", kind: "ManifestWorkReplicaSet",
      path: ["spec", "manifestWorkTemplate", "workload", "manifests"]),
    ContainedObjects(
      group: "addon.open-cluster-management.io", kind: "AddOnTemplate",
      path: ["spec", "agentSpec", "workload", "manifests"]),
    ContainedObjects(group: "work.karmada.io", kind: "Work", path: ["spec", "workload", "manifests"]),
    ContainedObjects(group: "hive.openshift.io", kind: "SyncSet", path: ["spec", "resources"]),
    ContainedObjects(group: "hive.openshift.io", kind: "SelectorSyncSet", path: ["spec", "resources"]),
    ContainedObjects(
      group: "kubernetes.crossplane.io", kind: "Object", path: ["spec", "forProvider", "manifest"]),
    ContainedObjects(
      group: "kubernetes.m.crossplane.io", kind: "Object", path: ["spec", "forProvider", "manifest"]),
  ]

  /// The row of a kind; `nil` for almost all kinds.
  static func row(apiVersion: String, kind: String) -> ContainedObjects? {
    guard kinds.contains(kind) else { return nil }
    let group = ResourceKind.group(of: apiVersion)
    return all.first { $0.kind == kind && $0.group == group }
  }

  private static let kinds = Set(all.map(\.kind))

  /// The objects in an object, with the values of its parameters; `nil` if the field isn't there.
  func objects(in root: Value) -> [Value]? {
    var value = root
    for field in path {
      guard let next = value[field] else { return nil }
      value = next
    }
    let items = value.isSequence ? value.items : value.isMapping ? [value] : []
    let values = parameterValues(in: root)
    return values.isEmpty ? items : items.map { $0.replacingTexts { Self.filled($0, values) } }
  }

  private func parameterValues(in root: Value) -> [String: String] {
    guard let parameters, let list = root[parameters] else { return [:] }
    return Dictionary(
      list.items.compactMap { parameter in
        guard let name = parameter["name"]?.text, let value = parameter["value"]?.text else { return nil }
        return (name, value)
      }, uniquingKeysWith: { $1 })
  }

  /// A text with the values of the parameters that it names: `${NAME}`, or `${{NAME}}` for one that isn't a text.
  private static func filled(_ text: String, _ values: [String: String]) -> (text: String, style: Value.Style?)? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    if text.hasPrefix("${{"), text.hasSuffix("}}"), let value = values[String(text.dropFirst(3).dropLast(2))] {
      return (value, .plain)
    }
    var result = ""
    var rest = text[...]
    while let start = rest.firstByteRange(of: "${") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstIndex(of: "}"),
        let value = values[String(rest[start.upperBound..<end])]
      else {
        result += "${"
        rest = rest[start.upperBound...]
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    let new = result + rest
    return new == text ? nil : (new, .doubleQuoted)
  }
}
