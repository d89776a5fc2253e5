/// Where requests come in and how they are told apart: an Ingress, a Gateway, or a route behind one.
package struct Entry: Sendable, Hashable {
  /// Where connections arrive: a listener of a Gateway, or the encrypted and the plain side of an Ingress.
  package struct Door: Sendable, Hashable {
    /// As the manifest spells it: `HTTP`, `HTTPS`, `TLS`, `TCP`.
    package var protocolName: String
    /// Nothing where the manifest gives none: an Ingress leaves it to its controller.
    package var port: Int?
    package var hosts: [String]
    package var encryption: Encryption?

    package init(protocolName: String, port: Int? = nil, hosts: [String] = [], encryption: Encryption? = nil) {
      self.protocolName = protocolName
      self.port = port
      self.hosts = hosts
      self.encryption = encryption
    }
  }

  /// What becomes of TLS at a door.
  package enum Encryption: Sendable, Hashable {
    /// It ends here; the names of the Secrets with the certificates, as far as they are given.
    case ends(secrets: [String])
    /// It ends here and begins anew towards the backend.
    case isRenewed
    /// The backend ends it.
    case passes
  }

  /// One backend of a route.
  package struct Way: Sendable, Hashable {
    package enum Port: Sendable, Hashable {
      case number(Int)
      case name(String)
    }

    /// The path of the field that names the backend, as in the evidence of its edge.
    package var field: String
    package var hosts: [String]
    /// What requests must be like: paths, or the methods of gRPC.
    package var matches: [String]
    /// The port of the Service.
    package var port: Port?
    /// Its share among the backends of its rule.
    package var weight: Int?
    /// It gets a copy of each request, and its answer is dropped.
    package var isCopy: Bool

    package init(
      field: String, hosts: [String] = [], matches: [String] = [], port: Port? = nil, weight: Int? = nil,
      isCopy: Bool = false
    ) {
      self.field = field
      self.hosts = hosts
      self.matches = matches
      self.port = port
      self.weight = weight
      self.isCopy = isCopy
    }
  }

  /// In the order of the manifest, as often as they stand there.
  package var hosts: [String]
  package var doors: [Door]
  package var ways: [Way]

  package init(hosts: [String] = [], doors: [Door] = [], ways: [Way] = []) {
    self.hosts = hosts
    self.doors = doors
    self.ways = ways
  }
}
