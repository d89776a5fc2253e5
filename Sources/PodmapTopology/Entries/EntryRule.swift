import PodmapManifests

/// How the objects of some custom kinds route requests: one row of the tables in `Tables/`.
///
/// Both the edges to the backends and what an `Entry` says about them come from the row. Paths are written as in a
/// `ReferenceRule`.
struct EntryRule: Sendable {
  var kinds: [ResourceKind]
  /// The protocol of its doors, unless TLS is set up.
  var protocolName = "HTTP"
  /// The field that says another protocol.
  var protocolField: String?
  /// Fields with the hosts of all of its routes.
  var hosts: [String] = []
  /// Fields with the numbers of the ports that it listens on.
  var ports: [String] = []
  var tls: [TLSField] = []
  var routes: [RouteField]
  /// Whether requests arrive only through other entries that lead here.
  var need = Need.nothing
  /// Whether the paths of what it leads to continue its own.
  var joinsPaths = false

  /// What makes it an entry point.
  enum Need: Sendable {
    case nothing
    /// A field without which requests arrive only through other entries.
    case field(String)
    /// Another entry that leads to it.
    case anotherEntry
  }

  /// Where TLS is set up.
  struct TLSField: Sendable {
    /// The mapping whose presence means TLS.
    var path: String
    /// The name of the certificate's Secret, below it.
    var secret: String?
    /// The hosts that it is for, below it; those of the object without it.
    var hosts: String?
    /// The field below it that says that TLS passes through.
    var passes: String?
    var notation = ReferenceRule.Notation.name

    init(
      _ path: String, secret: String? = nil, hosts: String? = nil, passes: String? = nil,
      notation: ReferenceRule.Notation = .name
    ) {
      self.path = path
      self.secret = secret
      self.hosts = hosts
      self.passes = passes
      self.notation = notation
    }
  }

  /// A place where a route is written.
  struct RouteField: Sendable {
    var path: String
    /// The path, below it, of a list of which each item is a route for its hosts.
    var items = ""
    /// Fields below it with its hosts; those of the object if there are none.
    var hosts: [String] = []
    /// Fields below it with what requests must match, each an alternative.
    var matches: [String] = []
    /// Fields below it with the names of headers that requests must have.
    var headers: [String] = []
    /// A field below it with an expression in Traefik's language.
    var expression: String?
    var backends: [BackendField] = []
    var replies: [ReplyField] = []

    init(
      _ path: String, items: String = "", hosts: [String] = [], matches: [String] = [], headers: [String] = [],
      expression: String? = nil,
      _ backends: [BackendField], replies: [ReplyField] = []
    ) {
      self.path = path
      self.items = items
      self.hosts = hosts
      self.matches = matches
      self.headers = headers
      self.expression = expression
      self.backends = backends
      self.replies = replies
    }
  }

  /// A response that a route gives itself.
  struct ReplyField: Sendable {
    /// The mapping whose presence means the response.
    var path: String
    /// Fields of a redirect below it: scheme, host, port, path.
    var redirect: (scheme: String?, host: String?, port: String?, path: String?)?
    /// The field below it with the status of a fixed response.
    var status: String?

    static func redirect(
      _ path: String, scheme: String? = nil, host: String? = nil, port: String? = nil, to: String? = nil
    ) -> Self {
      Self(path: path, redirect: (scheme, host, port, to))
    }

    static func answer(_ path: String, status: String) -> Self { Self(path: path, status: status) }
  }
}
