import PodmapTopology

/// One thing that a client outside the cluster can ask an entry point for, and what gets the request.
struct Opening: Sendable {
  enum Door: Sendable, Hashable, Comparable {
    /// A host and a path or another condition, as a gate states them; empty for any.
    case request(host: String, match: String)
    /// The port of a Service.
    case port(Int, transport: String)
    /// The port of a cluster node on which a container listens.
    case hostPort(Int, transport: String)
  }

  /// What else decides who gets in, as values that can be compared.
  enum Trait: Int, Sendable, Hashable, CaseIterable {
    case type, addresses, sources, nodePort, encryption
  }

  var entry: EntryPoint
  var door: Door
  /// Positions of the Services to which the entry point forwards requests; empty if it is one itself.
  var services: [Int]
  /// The containers, or the objects whose containers can't be narrowed down to one.
  var targets: [Endpoint]
  var traits: [Trait: String]
  var evidence: [Evidence]
  /// The verdict of the NetworkPolicies on clients outside, if they let none in.
  var denial: Verdict?
}

extension Opening.Door {
  /// "tickets.example/api", "port 8443", "host port 9100"
  var words: Sentence {
    switch self {
    case .request(let host, let match):
      if host.isEmpty && match.isEmpty { return "every request" }
      if host.isEmpty { return "\(match) of every host" }
      return match.hasPrefix("/") || match.isEmpty ? "\(host + match)" : "\(host) (\(match))"
    case .port(let number, let transport): return Self.port("port", number, transport)
    case .hostPort(let number, let transport): return Self.port("host port", number, transport)
    }
  }

  private static func port(_ words: StaticString, _ number: Int, _ transport: String) -> Sentence {
    transport == "TCP" ? "\(words: words) \(number)" : "\(words: words) \("\(number)/\(transport)")"
  }
}

extension Opening.Trait {
  /// "type `LoadBalancer`"
  func words(_ value: String?) -> Sentence {
    switch self {
    case .type: "type \(value ?? "ClusterIP")"
    case .addresses: value.map { "addresses \($0)" } ?? "no addresses of its own"
    case .sources: value.map { "open to \($0)" } ?? "open to every address"
    case .nodePort: value.map { "node port \($0)" } ?? "a node port that Kubernetes chooses"
    case .encryption: Sentence(.words(value ?? "TLS not stated"))
    }
  }
}
