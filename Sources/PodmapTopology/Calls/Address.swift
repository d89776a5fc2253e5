/// A place that a text names: a host, and how it is written.
struct Address: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// `scheme://host`
    case url
    /// `host:port`
    case hostAndPort
    /// A host alone, where the text says that one stands there.
    case bare
  }

  var host: String
  var port: Int?
  var form: Form
  /// Whether what stands before it says that an address follows: the variable's name, a field, a flag.
  var isNamed: Bool
  /// Whether it can be read in another way too, so that only a host that is there counts.
  var isDoubtful = false
  /// The scheme before it, one that is known: `postgres`.
  var scheme: String?
  /// The port that the scheme means where none is written.
  var usualPort: Int?
  /// Where the host begins in the text, in bytes.
  var offset: Int
}
