import PodmapManifests

/// The Services in the input by namespace and name, and the variables that Kubernetes derives from them.
struct ServiceIndex: Sendable {
  struct Entry: Sendable {
    /// The position of the Service's node.
    var position: Int
    var name: String
    var service: Service
    /// The positions of the objects whose pods it selects.
    var owners: Set<Int>
    /// Whether a controller makes it, so that its ports are unknown.
    var isProvided = false
  }

  private var byName: [String: [String: Entry]] = [:]
  /// By the prefix of the variables that Kubernetes gives to containers.
  private var byVariable: [String: [String: String]] = [:]
  private(set) var namespaces: Set<String> = []
  /// By the positions of their nodes.
  private var byPosition: [Int: Entry] = [:]

  /// `provided` are the Services that controllers make: calls to one lead to the object for which it is made.
  init(_ objects: [ObjectDescription], _ pods: PodIndex, _ provided: ProvidedNames) {
    for made in provided.services {
      let maker = objects[made.provider].positions.object
      byName[made.namespace, default: [:]][made.name] = Entry(
        position: maker, name: made.name, service: Service(type: "ClusterIP"), owners: [maker], isProvided: true)
    }
    for object in objects {
      if !object.templates.isEmpty { namespaces.insert(object.innerNamespace) }
      // Other kinds that select pods have no name in DNS.
      guard object.resource.kind == .service, let service = object.service else { continue }
      let namespace = object.innerNamespace
      namespaces.insert(namespace)
      let owners = service.selector.map { pods.pods(in: namespace, matching: $0).map(\.owner) }
      let entry = Entry(
        position: object.positions.object, name: object.name, service: service, owners: Set(owners ?? []))
      byName[namespace, default: [:]][object.name] = entry
      byPosition[entry.position] = entry
      // A Service without its own address has no variables.
      if !service.isHeadless && service.externalName == nil {
        byVariable[namespace, default: [:]][object.name.uppercased().replacing("-", with: "_")] = object.name
      }
    }
  }

  func service(_ name: some StringProtocol, in namespace: some StringProtocol) -> Entry? {
    byName[String(namespace)]?[String(name)]
  }

  func service(at position: Int) -> Service? { byPosition[position]?.service }

  /// The objects whose pods a Service selects.
  func owners(of position: Int) -> Set<Int> { byPosition[position]?.owners ?? [] }

  /// The value of a variable that Kubernetes gives to each container, with the Service's name for its address.
  func injected(_ variable: String, in namespace: String) -> String? {
    guard let names = byVariable[namespace] else { return nil }
    func service(_ end: String) -> Entry? {
      guard variable.hasSuffix(end) else { return nil }
      return names[String(variable.dropLast(end.count))].flatMap { byName[namespace]?[$0] }
    }
    if let found = service("_SERVICE_HOST") { return found.name }
    if let found = service("_SERVICE_PORT") { return found.service.ports.first.map { String($0.number) } }
    if let found = service("_PORT") { return found.service.ports.first.map { "tcp://\(found.name):\($0.number)" } }
    return nil
  }
}
