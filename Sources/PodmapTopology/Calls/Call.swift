/// Something that a container calls, or that it gathers.
struct Call: Sendable {
  enum Target: Sendable, Hashable {
    /// An existing node: a Service, a container, an entry point.
    case node(Int)
    /// A Service that should be in the input.
    case service(String, namespace: String)
    /// A host outside the cluster.
    case host(String)
    /// An address in a private network: nothing says whether it is a pod, a Service, a node or something else.
    case unknownAddress(String)
    /// The caller itself, which is not drawn.
    case own

    var exists: Bool {
      if case .node = self { true } else { false }
    }
  }

  var from: Int
  var target: Target
  var kind = EdgeKind.calls
  var port: Int?
  /// The path, if an entry point has a rule for it: `/api`.
  var path: String?
  var scheme: String?
  var certainty: Certainty
  var evidence: Evidence

  /// The text on the line: "8443 /api".
  var label: String { [port.map { String($0) }, path].compactMap(\.self).joined(separator: " ") }
}
