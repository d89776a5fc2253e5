package import PodmapManifests

/// Finds the pod templates in an object: where the API has them in built-in kinds, where the tables of shapes say for
/// some custom kinds, anywhere in others, since any custom resource may embed some.
package enum PodTemplateFinder {
  /// A value shaped like `PodTemplateSpec`: optional `metadata`, and `spec` with `containers`.
  package struct Found {
    /// Distinguishes several templates of one object: the name of the list item that contains it, else of its field.
    package var name: String
    package var value: Value
    package var path: FieldPath
    /// Whether the object describes the pods in words of its own.
    var isShaped = false
    /// Whether each app container waits until the one before it has ended.
    var runsInTurn = false
    /// The paths in the object of what the template is made of, if it isn't written as one.
    var written: [String] = []
    /// How many of these pods there are, if that is known for each template.
    var count: Int?

    init(name: String, value: Value, path: FieldPath) {
      self.name = name
      self.value = value
      self.path = path
    }
  }

  package static func templates(of resource: Resource) -> [Found] {
    if let keys = keys(of: resource.kind) { return known(resource.root, keys) }
    if resource.kind == .podTemplate { return known(resource.root, ["template"]) }
    guard resource.kind.builtInScope == nil, !PodlessKinds.contain(resource.kind) else { return [] }
    let shapes = PodShape.shapes(of: resource.kind)
    if !shapes.isEmpty { return shapes.flatMap { $0.pods(of: resource) } }
    var search = Search()
    search.visit(resource.root, name: "", path: FieldPath(), depth: 0)
    for position in search.found.indices {
      search.found[position].count = WorkerSetCounts.count(of: resource, template: search.found[position].name)
    }
    return search.found
  }

  /// The path to the `metadata` and `spec` of the pods that objects of a kind make; `nil` for kinds for which the API
  /// doesn't define one.
  package static func keys(of kind: ResourceKind) -> [String]? {
    switch kind {
    case .pod: []
    case .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job: ["spec", "template"]
    case .cronJob: ["spec", "jobTemplate", "spec", "template"]
    default: nil
    }
  }

  /// The lists of containers in a pod's `spec`, in the order of `PodTemplate.containers`.
  package static let containerLists = ["initContainers", "containers", "ephemeralContainers"]

  private static func known(_ root: Value, _ fields: [String]) -> [Found] {
    var value = root
    var path = FieldPath()
    for field in fields {
      guard let next = value[field] else { return [] }
      value = next
      path.enter(field)
    }
    return [Found(name: "", value: value, path: path)]
  }

  private struct Search {
    var found: [Found] = []

    mutating func visit(_ value: Value, name: String, path: FieldPath, depth: Int) {
      guard depth < Limit.podTemplateDepth.value else { return }
      if value.isSequence {
        for (index, item) in value.items.enumerated() where item.isMapping || item.isSequence {
          visit(item, name: item["name"]?.text ?? "\(name)\(index + 1)", path: path.appending(index), depth: depth + 1)
        }
      } else if value.isMapping {
        if isPodTemplate(value) {
          found.append(Found(name: name, value: value, path: path))
          return
        }
        for (key, child) in value.fields where child.isMapping || child.isSequence {
          let field = key.written
          // "spec" and "template" say nothing; the name of a list item or an outer field does.
          let isTelling = !["spec", "template", "podTemplate"].contains(field)
          visit(child, name: isTelling || name.isEmpty ? field : name, path: path.appending(field), depth: depth + 1)
        }
      }
    }

    private func isPodTemplate(_ value: Value) -> Bool {
      guard let containers = value["spec"]?["containers"], containers.isSequence else { return false }
      let items = containers.items
      return !items.isEmpty && items.allSatisfy { $0["image"]?.isScalar == true || $0["name"]?.isScalar == true }
    }
  }
}
