/// An entry point for requests and how it routes them: an Ingress, a Gateway, or a route attached to one.
package struct Entry: Sendable, Hashable {
  /// Where connections arrive: a listener of a Gateway, or the encrypted and the plain side of an Ingress.
  package struct Door: Sendable, Hashable {
    /// The name by which routes refer to it: that of a Gateway's listener.
    package var name: String?
    /// As the manifest spells it: `HTTP`, `HTTPS`, `TLS`, `TCP`.
    package var protocolName: String
    /// `nil` if the manifest gives none: an Ingress leaves it to its controller.
    package var port: Int?
    package var hosts: [String]
    package var encryption: Encryption?
    /// Which routes may be attached to it; `nil` if it doesn't choose.
    var admission: Admission?

    package init(
      name: String? = nil, protocolName: String, port: Int? = nil, hosts: [String] = [], encryption: Encryption? = nil
    ) {
      self.name = name
      self.protocolName = protocolName
      self.port = port
      self.hosts = hosts
      self.encryption = encryption
    }
  }

  /// What happens to TLS at an entry point.
  package enum Encryption: Sendable, Hashable {
    /// Terminated here; with the names of the certificates' Secrets, if given.
    case ends(secrets: [String])
    /// Terminated here, and encrypted again towards the backend.
    case isRenewed
    /// Terminated by the backend.
    case passes
  }

  /// What a route is attached to: a Gateway, or one of its listeners.
  package struct Parent: Sendable, Hashable {
    /// The path of the field that names it, as in the evidence of its edge.
    package var field: String
    package var name: String
    /// The name of the listener; `nil` for any listener.
    package var listener: String?
    package var port: Int?
  }

  /// One backend of a route, or a response that the route itself gives.
  package struct Way: Sendable, Hashable {
    package enum Port: Sendable, Hashable {
      case number(Int)
      case name(String)
    }

    package enum Unit: Sendable, Hashable {
      case weight, percent

      /// "weight 3", "10 %"
      package func words(_ number: Int) -> String {
        switch self {
        case .weight: "weight \(number)"
        case .percent: "\(number) %"
        }
      }
    }

    /// The path of the field that names the backend, as in the evidence of its edge.
    package var field: String
    package var hosts: [String]
    /// What requests must match: paths, or gRPC methods.
    package var matches: [String]
    /// The port of the Service.
    package var port: Port?
    /// Its share of its rule's requests; a backend with 0 receives none.
    package var weight: Int?
    /// What the weight counts.
    package var unit = Unit.weight
    /// The name of the pods of the Service that are meant: a subset of Istio's.
    package var subset: String?
    /// The owners of these pods; `nil` for all pods of the Service.
    package var owners: [NodeID]?
    /// The number of its rule, if that splits requests among several backends; unique among the entry's rules.
    package var rule: Int?
    /// The response that the entry itself gives, such as a redirect; requests aren't forwarded then.
    package var reply: String?
    /// It receives a copy of each request, and its response is discarded.
    package var isCopy: Bool

    package init(
      field: String, hosts: [String] = [], matches: [String] = [], port: Port? = nil, weight: Int? = nil,
      unit: Unit = .weight, rule: Int? = nil, reply: String? = nil, isCopy: Bool = false
    ) {
      self.unit = unit
      self.field = field
      self.hosts = hosts
      self.matches = matches
      self.port = port
      self.weight = weight
      self.rule = rule
      self.reply = reply
      self.isCopy = isCopy
    }
  }

  /// In the order of the manifest, with duplicates.
  package var hosts: [String]
  package var doors: [Door]
  package var ways: [Way]
  /// For a route of the Gateway API.
  package var parents: [Parent] = []
  /// Whether requests from outside arrive only through other entries that lead here.
  package var isOnlyInside = false
  /// Whether it also routes what pods of a mesh send to its hosts.
  package var isForMesh = false
  /// Whether the paths of the entries that it leads to continue its own.
  package var joinsPaths = false
  /// Which sets of listeners may be attached to it, if it is a Gateway.
  var setAdmission: Admission?

  package init(hosts: [String] = [], doors: [Door] = [], ways: [Way] = []) {
    self.hosts = hosts
    self.doors = doors
    self.ways = ways
  }
}
