import PodmapManifests

/// A scheme of URLs that name a host to connect to: one row of the table.
package struct Scheme: Sendable {
  package let name: String
  /// The port that a URL without one means: registered by IANA for the service, or given by the project's own
  /// documentation (MongoDB, NATS, Redis over TLS). `nil` if a URL must name its port.
  package let port: Int?
  /// What the protocol is called in diagrams: "PostgreSQL".
  package let protocolName: String?

  private init(_ name: String, _ port: Int? = nil, _ protocolName: String? = nil) {
    self.name = name
    self.port = port
    self.protocolName = protocolName
  }

  /// The row of a scheme, ignoring case; without one, the row of the protocol that it begins with: `mysql2`,
  /// `redis+sentinel`, `syslog+udp`.
  package init?(named name: some StringProtocol) {
    let name = name.lowercased()
    // Most are.
    if let row = Self.byName[name] {
      self = row
      return
    }
    let parts = [name[...]] + name.split(separator: "+")
    let plain = parts.map { part in String(part.reversed().drop { $0.isNumber }.reversed()) }
    guard let row = (parts.map(String.init) + plain).firstNonNil({ Self.byName[$0] }) else { return nil }
    self = row
  }

  /// Schemes of gRPC's name resolvers, whose URLs may name the host in their path: `dns:///db:5432`.
  static let resolvers: Set<String> = ["dns", "passthrough", "kubernetes", "k8s", "xds"]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  package static let all = web + databases + messages + infrastructure

  private static let web = [
    Scheme("http", 80, "HTTP"), Scheme("https", 443, "HTTPS"), Scheme("ws", 80, "WebSocket"),
    Scheme("wss", 443, "WebSocket"), Scheme("h2c", nil, "HTTP/2"), Scheme("grpc", nil, "gRPC"),
    Scheme("grpcs", nil, "gRPC"), Scheme("thrift"), Scheme("xds"), Scheme("unleash"),
    Scheme("rtmp", 1935), Scheme("rtsp", 554), Scheme("stun", 3478), Scheme("turn", 3478),
  ]

  private static let databases = [
    Scheme("postgres", 5432, "PostgreSQL"), Scheme("postgresql", 5432, "PostgreSQL"),
    Scheme("postgresql+asyncpg", 5432, "PostgreSQL"), Scheme("postgresql+psycopg2", 5432, "PostgreSQL"),
    Scheme("postgis", 5432), Scheme("mysql", 3306, "MySQL"), Scheme("mysql+pymysql", 3306, "MySQL"),
    Scheme("mariadb", 3306), Scheme("sqlserver", 1433), Scheme("oracle"), Scheme("db2"), Scheme("cockroachdb"),
    Scheme("mongodb", 27017, "MongoDB"),
    // The hosts and ports come from DNS.
    Scheme("mongodb+srv", nil, "MongoDB"),
    Scheme("redis", 6379, "Redis"), Scheme("rediss", 6379, "Redis"), Scheme("memcached", 11211), Scheme("cassandra"),
    Scheme("bolt", 7687), Scheme("neo4j", 7687), Scheme("clickhouse"), Scheme("couchdb", 5984), Scheme("influxdb"),
    Scheme("elasticsearch"), Scheme("presto"), Scheme("trino"), Scheme("hdfs"),
  ]

  private static let messages = [
    Scheme("amqp", 5672, "AMQP"), Scheme("amqps", 5671, "AMQP"), Scheme("nats", 4222, "NATS"),
    Scheme("mqtt", 1883, "MQTT"), Scheme("mqtts", 8883), Scheme("kafka", nil, "Kafka"),
    // The protocols of a Kafka listener.
    Scheme("plaintext", nil, "Kafka"), Scheme("sasl_plaintext", nil, "Kafka"), Scheme("sasl_ssl", nil, "Kafka"),
    Scheme("pulsar"), Scheme("pulsar+ssl"), Scheme("stomp"),
    Scheme("smtp", 25, "SMTP"), Scheme("smtps", 465),
  ]

  private static let infrastructure = [
    Scheme("tcp", nil, "TCP"), Scheme("tcp4"), Scheme("tcp6"), Scheme("udp", nil, "UDP"), Scheme("tls", nil, "TLS"),
    Scheme("ssl"), Scheme("dns", 53, "DNS"), Scheme("ldap", 389, "LDAP"), Scheme("ldaps", 636), Scheme("ftp", 21),
    Scheme("ssh", 22), Scheme("sftp", 22), Scheme("git", 9418), Scheme("nfs", 2049), Scheme("socks5", 1080),
    Scheme("syslog", 514), Scheme("gelf"), Scheme("fluent"), Scheme("zipkin"), Scheme("thanos"), Scheme("zk"),
    Scheme("zookeeper"), Scheme("etcd", 2379),
  ]
}
