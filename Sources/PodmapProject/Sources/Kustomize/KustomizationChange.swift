internal import PodmapManifests

/// What a field of a kustomization does to objects: a named value, in a list.
struct KustomizationChange: Sendable {
  let field: String
  let apply: @Sendable (Value, inout [KustomizedObject]) -> Void

  init(_ field: String, _ apply: @escaping @Sendable (Value, inout [KustomizedObject]) -> Void) {
    self.field = field
    self.apply = apply
  }

  /// In kustomize's order.
  static let all = [
    KustomizationChange("namespace", NamespaceChange.apply),
    KustomizationChange("namePrefix") { NameChange.apply($0, isPrefix: true, &$1) },
    KustomizationChange("nameSuffix") { NameChange.apply($0, isPrefix: false, &$1) },
    KustomizationChange("commonLabels") { LabelChange.applyCommon($0, &$1) },
    KustomizationChange("labels") { LabelChange.apply($0, &$1) },
    KustomizationChange("commonAnnotations", AnnotationChange.apply),
    KustomizationChange("replicas", ReplicaChange.apply),
    KustomizationChange("images", ImageChange.apply),
    KustomizationChange("imageTags", ImageChange.apply),
  ]
}

/// `namePrefix` and `nameSuffix`.
enum NameChange {
  /// Kinds whose names mean something outside the application.
  private static let kept: Set<ResourceKind> = [.namespace, "CustomResourceDefinition", "APIService"]

  static func apply(_ value: Value, isPrefix: Bool, _ objects: inout [KustomizedObject]) {
    guard let affix = value.text, !affix.isEmpty else { return }
    for position in objects.indices where !kept.contains(objects[position].kind) {
      let name = objects[position].name
      guard !name.isEmpty else { continue }
      objects[position].remember()
      objects[position].name = isPrefix ? affix + name : name + affix
      if isPrefix { objects[position].prefixes.append(affix) } else { objects[position].suffixes.append(affix) }
    }
  }
}

/// `replicas`.
enum ReplicaChange {
  private static let kinds: Set<ResourceKind> = [
    .deployment, .statefulSet, .replicaSet, .replicationController,
  ]

  static func apply(_ value: Value, _ objects: inout [KustomizedObject]) {
    for item in value.items {
      guard let name = item["name"]?.text, let count = item["count"]?.integer else { continue }
      for position in objects.indices
      where kinds.contains(objects[position].kind) && objects[position].isOrWas(name) {
        objects[position].draft[path: "spec", "replicas"] = Draft(count)
      }
    }
  }
}
