import PodmapManifests

/// One text that a container reads.
struct Reading: Sendable {
  var text: String
  /// The scalar that the text comes from, and where it stands.
  var value: Value
  var file: String
  var path: String
  var source: AddressScan.Source
  /// The name that stands before the value: the variable's.
  var name = ""
  var isSecret = false
  /// Whether it may name a host outside the cluster, or a Service that is not there by its first name.
  var mayLeadOutside = true
  /// Whether Kubernetes itself puts a Service's address into the text.
  var isInjected = false
  /// Whether the text differs from the scalar, so that a position in one is none in the other.
  var isExpanded = false
  /// The parts of it that variables hold whose names say that they are secrets: no node is named after one.
  var hidden: [String] = []

  func hides(_ host: String) -> Bool { hidden.contains { $0.contains(host) || host.contains($0) } }
}

/// The ConfigMaps and Secrets of the input, by what is read from them.
struct ConfigurationIndex: Sendable {
  struct Entry: Sendable {
    var key: String
    var text: String
    var value: Value
    var path: String
  }

  /// An object that has a label.
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
            namespace: object.namespace ?? "default", value: label.value))
      }
    }
  }

  /// The objects that have a label, in the order of the input.
  func objects(labelled key: String) -> [Labelled] { byLabel[key] ?? [] }

  /// What an object holds, in the order of its text.
  func entries(of kind: ResourceKind, _ name: String, in namespace: String?) -> (file: String, list: [Entry])? {
    guard let resource = roots[NodeID(kind, name, in: namespace ?? "default")] else { return nil }
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
