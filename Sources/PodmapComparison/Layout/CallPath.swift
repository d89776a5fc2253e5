package import PodmapTopology

/// One end of a call, or what a Service leads to.
package enum Endpoint: Sendable, Hashable, Comparable {
  /// The position in `Layout.containers`.
  case container(Int)
  /// The ID of an object whose containers can't be narrowed down to one.
  case object(String)
  /// A host outside the cluster, or an address that may be anything.
  case host(String)
}

/// A call, and how it travels.
package struct CallPath: Sendable, Hashable {
  package enum Way: Sendable, Hashable {
    /// Inside the pod.
    case localhost
    /// Through a Service, given by its ID.
    case service(String)
    /// Through an entry point of the application itself, given by its ID.
    case entry(String)
    /// To the address of a pod or a node, given by the ID of what listens there, or to an address that may be anything.
    case address(String)
    /// To a host outside the cluster.
    case outside(String)
  }

  package var caller: Endpoint
  package var target: Endpoint
  package var way: Way
  /// `nil` if the manifest names none.
  package var port: Int?
  /// What the NetworkPolicies say about it; `nil` if it isn't made by a pod.
  package var verdict: Verdict?

  /// "localhost:8000", "Service default/Service/backend:8000", "outside: api.example.com:443"
  package var text: String {
    let end = port.map { ":\($0)" } ?? ""
    return switch way {
    case .localhost: "localhost\(end)"
    case .service(let id): "Service \(id)\(end)"
    case .entry(let id): "entry point \(id)\(end)"
    case .address(let id): "address \(id)\(end)"
    case .outside(let host): "outside: \(host)\(end)"
    }
  }
}

/// A Service and where it leads.
package struct ServiceFacts: Sendable, Hashable {
  package var id: String
  package var type: String
  /// "80 → http", sorted.
  package var ports: [String]
  package var targets: [Endpoint]
}
