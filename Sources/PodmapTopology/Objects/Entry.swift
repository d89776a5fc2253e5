/// Where requests come in and how they are told apart: an Ingress, a Gateway, or a route behind one.
package struct Entry: Sendable, Hashable {
  /// Where connections arrive: a listener of a Gateway, or the encrypted and the plain side of an Ingress.
  package struct Door: Sendable, Hashable {
    /// What routes call it by: the name of a Gateway's listener.
    package var name: String?
    /// As the manifest spells it: `HTTP`, `HTTPS`, `TLS`, `TCP`.
    package var protocolName: String
    /// Nothing where the manifest gives none: an Ingress leaves it to its controller.
    package var port: Int?
    package var hosts: [String]
    package var encryption: Encryption?

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

  /// What becomes of TLS at a door.
  package enum Encryption: Sendable, Hashable {
    /// It ends here; the names of the Secrets with the certificates, as far as they are given.
    case ends(secrets: [String])
    /// It ends here and begins anew towards the backend.
    case isRenewed
    /// The backend ends it.
    case passes
  }

  /// What a route hangs on: a Gateway, or one listener of it.
  package struct Parent: Sendable, Hashable {
    package var name: String
    /// The name of the listener; nothing where any is meant.
    package var listener: String?
    package var port: Int?
  }

  /// One backend of a route, or an answer that it gives by itself.
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
    /// Its share among the backends of its rule; 0 gets nothing.
    package var weight: Int?
    /// The number of its rule where that shares requests among several backends; ways of other rules have another.
    package var rule: Int?
    /// What the entry answers by itself, such as a redirect; no request goes on then.
    package var reply: String?
    /// It gets a copy of each request, and its answer is dropped.
    package var isCopy: Bool

    package init(
      field: String, hosts: [String] = [], matches: [String] = [], port: Port? = nil, weight: Int? = nil,
      rule: Int? = nil, reply: String? = nil, isCopy: Bool = false
    ) {
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

  /// In the order of the manifest, as often as they stand there.
  package var hosts: [String]
  package var doors: [Door]
  package var ways: [Way]
  /// For a route of the Gateway API.
  package var parents: [Parent] = []

  package init(hosts: [String] = [], doors: [Door] = [], ways: [Way] = []) {
    self.hosts = hosts
    self.doors = doors
    self.ways = ways
  }
}
