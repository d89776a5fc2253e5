/// An address in a text: a host, and how it is written.
struct Address: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// `scheme://host`
    case url
    /// `host:port`
    case hostAndPort
    /// A host alone, in a position where the text says that a host follows.
    case bare
  }

  var host: String
  var port: Int?
  var form: Form
  /// Whether something before it says that an address follows: the variable's name, a field, a flag.
  var isNamed: Bool
  /// Whether it may mean something else, so that it only counts if the host exists.
  var isDoubtful = false
  /// Whether its name is only looked up, so that nothing shows a connection to it.
  var isLookup = false
  /// The known scheme before it: `postgres`.
  var scheme: String?
  /// The default port of the scheme, if none is written.
  var usualPort: Int?
  /// Whether the scheme before it is unknown, so that a short name counts only with a port that the Service has.
  var hasUnknownScheme = false
  /// The path of the URL, for a host that may be an entry point: `/api`.
  var path: String?
  /// The byte offset of the host in the text.
  var offset: Int
}
