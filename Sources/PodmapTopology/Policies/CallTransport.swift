/// The transport protocols that a call may use, as far as its scheme and its port say.
enum CallTransport {
  /// The protocols, the likeliest first; both if neither the scheme nor the port decides.
  static func candidates(scheme: String?, port: Int?) -> [String] {
    if let scheme { return transports(of: scheme.lowercased()) }
    // A database's port says as much as its scheme.
    if let port, tcpPorts.contains(port) { return tcp }
    return either
  }

  /// The protocols of a scheme: `udp`, `syslog+udp`, `http`.
  private static func transports(of scheme: String) -> [String] {
    if let row = named[scheme] { return row }
    for part in scheme.split(separator: "+").reversed() {
      if let row = named[String(part)], row.count == 1 { return row }
    }
    return scheme.split(separator: "+").first.flatMap { named[String($0)] } ?? tcp
  }

  private static let tcp = ["TCP"]
  private static let udp = ["UDP"]
  private static let either = ["TCP", "UDP"]

  /// The schemes of other protocols than TCP, and parts of schemes that name the protocol.
  private static let named: [String: [String]] = Dictionary(
    uniqueKeysWithValues: [
      (tcp, ["tcp", "tcp4", "tcp6", "tls", "ssl"]),
      (
        udp,
        [
          "udp", "udp4", "udp6", "quic", "h3", "http3", "dtls", "coap", "coaps", "ntp", "snmp", "tftp", "radius", "rtp",
          "srt", "wireguard",
        ]
      ),
      (["SCTP"], ["sctp"]),
      (either, ["dns", "syslog", "statsd", "gelf", "graphite", "stun", "turn", "sip", "kerberos", "fluent"]),
    ].flatMap { transports, names in names.map { ($0, transports) } })

  /// The usual ports of schemes whose protocol is TCP, unless a scheme with another protocol has the same.
  private static let tcpPorts: Set<Int> = {
    let ports = { (isTCP: Bool) in
      Set(Scheme.all.filter { (transports(of: $0.name) == tcp) == isTCP }.compactMap(\.port))
    }
    return ports(true).subtracting(ports(false))
  }()
}
