import PodmapManifests

/// What the objects of the input make others create, by the ID of what is created.
struct ProvidedNames: Sendable {
  /// The position of the provider among the objects.
  private var providers: [NodeID: Int] = [:]
  /// By the ID up to the number at its end.
  private var numbered: [NodeID: Int] = [:]
  /// The provided Services: their names and namespaces, and the positions of their providers.
  private(set) var services: [(name: String, namespace: String, provider: Int)] = []

  /// `written` are the rows of the project.
  init(_ objects: [ObjectDescription], _ written: [Provision]) {
    for (position, object) in objects.enumerated() {
      for row in Provision.rows(of: object.resource.kind, and: written) {
        let namespace = row.namespace(for: object)
        for name in row.names(for: object) { add(name, of: row.kind, in: namespace, provider: position) }
      }
    }
  }

  private mutating func add(_ name: String, of kind: ResourceKind, in namespace: String, provider: Int) {
    if name.hasSuffix("{index}") {
      numbered[NodeID(kind, String(name.dropLast("{index}".count)), in: namespace)] = provider
    } else if providers.updateValue(provider, forKey: NodeID(kind, name, in: namespace)) == nil, kind == .service {
      services.append((name, namespace, provider))
    }
  }

  /// The position, among the objects, of the one for which an object is created.
  func provider(of kind: ResourceKind, _ name: String, in namespace: String?) -> Int? {
    if providers.isEmpty && numbered.isEmpty { return nil }
    if let found = providers[NodeID(kind, name, in: namespace)] { return found }
    let stem = name.reversed().drop { $0.isASCII && $0.isNumber }.reversed()
    guard stem.count < name.count else { return nil }
    return numbered[NodeID(kind, String(stem), in: namespace)]
  }
}
