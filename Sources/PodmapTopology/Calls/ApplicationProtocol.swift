import PodmapManifests

/// The protocol that a client speaks: "gRPC", "PostgreSQL".
package enum ApplicationProtocol {
  /// By the scheme of a URL, `postgresql+asyncpg`, else by the port, else the scheme itself, if it is known.
  static func name(scheme: String?, port: Service.Port?) -> String? {
    let word = scheme.map { String($0.prefix { $0 != "+" }) }
    return word.flatMap(spelled) ?? port.flatMap { name($0) } ?? word.flatMap { Scheme(named: $0)?.name }
  }

  /// By a Service's port: its `appProtocol`, else the first word of its name, as Istio reads it: `grpc-web`, else what
  /// its transport is, unless that is TCP.
  package static func name(_ port: Service.Port) -> String? {
    // `kubernetes.io/h2c`
    if let word = port.appProtocol?.split(separator: "/").last, let name = spelled(word.lowercased()) { return name }
    if let word = port.name?.split(separator: "-").first, let name = spelled(word.lowercased()) { return name }
    return port.transport == "TCP" ? nil : port.transport.shortened(to: 12)
  }

  private static func spelled(_ word: String) -> String? { words[word] ?? Scheme(named: word)?.protocolName }

  /// Words in the names of ports that aren't schemes, or are written differently there.
  private static let words = [
    "http2": "HTTP/2", "web": "HTTP", "mongo": "MongoDB", "rabbitmq": "AMQP", "grpc": "gRPC", "pg": "PostgreSQL",
    "psql": "PostgreSQL",
  ]
}
