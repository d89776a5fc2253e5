package import PodmapManifests

/// The namespaces that the objects of an input name, and whether any object leaves its own out.
///
/// A reference, such as the subject of a binding, names a namespace only if it means an object that is in the input
/// without one: the reference then says where that object belongs. Namespaces that every cluster has don't count.
package struct NamedNamespaces: Sendable, Hashable {
  /// The first place that names each namespace.
  package private(set) var places: [String: Place] = [:]
  /// Whether an object that has a namespace leaves it out.
  package private(set) var isLeftOut = false

  init() {}

  init(_ objects: [ObjectDescription], _ scopes: KindScopes) {
    for object in objects {
      if let namespace = object.resource.namespace {
        let isTelling = scopes[object.resource.kind] != .cluster && !object.resource.kind.isForDeployment
        if isTelling { add(namespace, of: object.resource) }
      } else if scopes[object.resource.kind] == .namespaced {
        isLeftOut = true
      }
    }
    guard isLeftOut else { return }
    addReferences(of: objects, scopes)
  }

  private mutating func addReferences(of objects: [ObjectDescription], _ scopes: KindScopes) {
    let named = objects.lazy.flatMap(\.references).compactMap { reference in
      reference.target.map { (id: NodeID(reference.kind, $0.name, in: nil), $0.namespace, reference.evidence.place) }
    }
    // Most inputs have no such reference.
    guard named.first != nil else { return }
    var homeless: Set<NodeID> = []
    for object in objects where object.resource.namespace == nil && scopes[object.resource.kind] == .namespaced {
      homeless.insert(NodeID(object.resource.kind, object.name, in: nil))
    }
    for (id, namespace, place) in named where homeless.contains(id) { add(namespace, at: place) }
  }

  private mutating func add(_ namespace: String, of resource: Resource) {
    // The object begins before it names its namespace, which takes longer to find.
    if let known = places[namespace], known <= resource.place { return }
    add(namespace, at: resource.namespacePlace)
  }

  private mutating func add(_ namespace: String, at place: Place) {
    // An application in one of these, such as `istio-system`, is what another one runs on.
    if namespace.hasSuffix("-system") || ProvidedObjects.systemNamespaces.contains(namespace) { return }
    // The first in the order of files and lines, whatever the order of reading.
    if let known = places[namespace], known <= place { return }
    places[namespace] = place
  }

  /// What both inputs name together.
  func union(_ other: NamedNamespaces) -> NamedNamespaces {
    var both = self
    both.places.merge(other.places) { own, _ in own }
    both.isLeftOut = isLeftOut || other.isLeftOut
    return both
  }

  /// The namespace that follows from the input alone.
  var choice: DefaultNamespace {
    guard places.count == 1, let (name, place) = places.first else { return .fallback }
    return DefaultNamespace(name, .onlyOne(place))
  }
}

extension ResourceKind {
  /// Whether an object of the kind tells a controller what to install. It is in the controller's namespace, and what it
  /// installs is elsewhere.
  fileprivate var isForDeployment: Bool {
    rawValue.hasSuffix(".toolkit.fluxcd.io") || Self.forDeployment.contains(self)
  }

  private static let forDeployment: Set<ResourceKind> = [
    "Application.argoproj.io", "ApplicationSet.argoproj.io", "AppProject.argoproj.io",
  ]
}

extension Resource {
  /// Where the object names its namespace.
  fileprivate var namespacePlace: Place { root.at("metadata", "namespace")?.place(in: file) ?? place }
}

extension ObjectDescription.Reference {
  /// The object that the reference means, if it says in which namespace.
  fileprivate var target: (name: String, namespace: String)? {
    if let namespace { return (name, namespace) }
    guard notation == .host, name.contains("."),
      case .service(let name, let namespace)? = HostName(name, near: "", isService: { _ in false })
    else { return nil }
    return (name, namespace)
  }
}
