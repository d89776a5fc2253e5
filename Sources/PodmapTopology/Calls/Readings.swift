import PodmapManifests

/// One text that a container reads.
struct Reading: Sendable {
  var text: String
  /// The scalar that the text comes from, and its location.
  var value: Value
  var file: String
  var path: String
  var source: AddressScan.Source
  /// The name that the value belongs to, such as a variable's.
  var name = ""
  var isSecret = false
  /// Whether it may name a host outside the cluster, or a missing Service by its short name.
  var mayLeadOutside = true
  /// Whether Kubernetes itself puts a Service's address into the text.
  var isInjected = false
  /// The entry of a ConfigMap or Secret that it is, if the container doesn't name it and other workloads load it too.
  var shared: ConfigurationIndex.Key?
  /// The ConfigMap or Secret that contains it.
  var holder: String?
  /// The volume of the file that it is.
  var volume: String?
  /// Whether nothing shows that the reader uses it: a script that nothing runs, a file that is only copied.
  var isIdle = false
  /// Whether the text differs from the scalar, so that positions in one don't apply to the other.
  var isExpanded = false
  /// The parts of it that come from variables whose names suggest a secret: no node is named after them.
  var hidden: [String] = []

  /// How certain it is that the reader calls an address in the text.
  var certainty: Certainty { isInjected ? .declared : shared == nil && !isIdle ? .inferred : .possible }

  func hides(_ host: String) -> Bool { hidden.contains { $0.contains(host) || host.contains($0) } }
}

/// The ConfigMaps and Secrets in the input, with the entries read from them.
struct ConfigurationIndex: Sendable {
  struct Entry: Sendable {
    var key: String
    var text: String
    var value: Value
    var path: String
  }

  /// One entry of an object in the reader's namespace.
  struct Key: Sendable, Hashable {
    var kind: ResourceKind
    var object: String
    var key: String
  }

  /// An object with a label.
  struct Labelled: Sendable {
    /// The position of the object's node.
    var position: Int
    var kind: ResourceKind
    var name: String
    var namespace: String
    var value: String
  }

  private var roots: [NodeID: Resource] = [:]
  private var byLabel: [String: [Labelled]] = [:]

  init(_ objects: [ObjectDescription]) {
    for object in objects where object.resource.kind == .configMap || object.resource.kind == .secret {
      roots[object.id] = object.resource
      for label in object.labels {
        byLabel[label.key, default: []].append(
          Labelled(
            position: object.positions.object, kind: object.resource.kind, name: object.name,
            namespace: object.innerNamespace, value: label.value))
      }
    }
  }

  /// The objects with a label, in input order.
  func objects(labelled key: String) -> [Labelled] { byLabel[key] ?? [] }

  /// The entries of an object, in the order in which they are written.
  func entries(of kind: ResourceKind, _ name: String, in namespace: String) -> (file: String, list: [Entry])? {
    guard let resource = roots[NodeID(kind, name, in: namespace)] else { return nil }
    var list: [Entry] = []
    for field in kind == .secret ? ["stringData", "data"] : ["data"] {
      for (key, value) in resource.root[field]?.fields ?? [] where value.isScalar {
        let isEncoded = kind == .secret && field == "data"
        guard let text = isEncoded ? Base64.decoded(value.written) : value.written else { continue }
        list.append(
          Entry(
            key: key.written, text: text, value: value, path: FieldPath(field).appending(key.written).text))
      }
    }
    return (resource.file, list)
  }
}
