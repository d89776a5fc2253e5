internal import PodmapManifests

/// `namespace`: the namespace of all objects that have one.
enum NamespaceChange {
  /// The fields of cluster-scoped objects that name the namespace of one of the application's Services.
  private static let services: [(kind: ResourceKind, route: FieldRoute)] = [
    ("APIService", "spec/service"),
    ("CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service"),
  ]

  static func apply(_ value: Value, _ objects: inout [KustomizedObject]) {
    guard let namespace = value.text, !namespace.isEmpty else { return }
    for position in objects.indices { apply(namespace, &objects[position]) }
  }

  private static func apply(_ namespace: String, _ object: inout KustomizedObject) {
    object.remember()
    if object.kind == .namespace {
      object.name = namespace
    } else if !object.kind.isClusterScoped {
      object.namespace = namespace
    }
    for row in services where row.kind == object.kind {
      object.draft.visit(row.route) { if !$0.fields.isEmpty { $0["namespace"] = Draft(namespace) } }
    }
    guard ["RoleBinding", "ClusterRoleBinding"].contains(object.kind.rawValue) else { return }
    // Every namespace has an account of this name; other subjects follow the objects that they name.
    var subjects = object.draft["subjects"]?.items ?? []
    for number in subjects.indices
    where subjects[number]["kind"]?.text == "ServiceAccount" && subjects[number]["name"]?.text == "default" {
      subjects[number]["namespace"] = Draft(namespace)
    }
    if !subjects.isEmpty { object.draft["subjects"] = Draft(subjects) }
  }
}
