import PodmapManifests

/// The reader of texts: a container, or a whole object.
struct Caller {
  struct Place {
    var template: PodTemplate
    /// The positions of the containers' nodes.
    var containers: [Int]
    var container: Int

    var own: Container { template.containers[container] }
  }

  var object: ObjectDescription
  var place: Place?
  /// The addresses that its pod gives to names.
  var aliases = HostAliases()

  var namespace: String { object.innerNamespace }
  var position: Int { place.map { $0.containers[$0.container] } ?? object.positions.object }

  /// The container of the pod that listens on a port of the pod's own address.
  func sibling(_ port: Int?) -> Call.Target? {
    guard let port, let place,
      !place.own.ports.contains(where: { $0.number == port }),
      let owner = place.template.containers.firstIndex(where: { container in
        container.key != place.own.key && container.role != .initial && container.ports.contains { $0.number == port }
      })
    else { return nil }
    return .node(place.containers[owner])
  }
}

/// The names that a pod's `hostAliases` give to IP addresses.
struct HostAliases {
  private var addresses: [String: IPAddress] = [:]
  private var names: [IPAddress: String] = [:]

  init() {}

  init(_ spec: Value) {
    for item in spec["hostAliases"]?.items ?? [] {
      guard let address = item["ip"]?.text.flatMap({ IPAddress($0) }) else { continue }
      for name in (item["hostnames"]?.items ?? []).compactMap({ $0.text?.lowercased() }) {
        if addresses[name] == nil { addresses[name] = address }
        if names[address] == nil { names[address] = name }
      }
    }
  }

  func address(of name: String) -> IPAddress? { addresses[name] }

  /// The first name of an address.
  func name(of address: IPAddress) -> String? { names[address] }
}
