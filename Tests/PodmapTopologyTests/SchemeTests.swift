import Testing

@testable import PodmapTopology

@Suite("Schemes")
struct SchemeTests {
  @Test(
    "A URL without a port means the port of its scheme",
    arguments: [
      ("http", 80), ("HTTPS", 443), ("ws", 80), ("wss", 443), ("postgres", 5432), ("postgresql+asyncpg", 5432),
      ("mysql", 3306), ("mariadb", 3306), ("sqlserver", 1433), ("mongodb", 27017), ("redis", 6379), ("rediss", 6379),
      ("amqp", 5672), ("amqps", 5671), ("nats", 4222), ("mqtt", 1883), ("mqtts", 8883), ("memcached", 11211),
      ("ldap", 389), ("ldaps", 636), ("smtp", 25), ("smtps", 465), ("ssh", 22), ("sftp", 22), ("etcd", 2379),
      ("mongodb+srv", nil), ("kafka", nil), ("grpc", nil), ("tcp", nil), ("thrift", nil),
    ] as [(String, Int?)])
  func ports(_ name: String, _ port: Int?) throws {
    #expect(try #require(Scheme(named: name)).port == port)
  }

  @Test("Every scheme has one row, in lower case, and a port that exists")
  func rows() {
    #expect(Set(Scheme.all.map(\.name)).count == Scheme.all.count)
    for scheme in Scheme.all {
      #expect(scheme.name == scheme.name.lowercased())
      #expect(scheme.port.map { (1...65535).contains($0) } ?? true)
    }
  }

  @Test("A scheme that names no host to connect to is not in the table", arguments: ["file", "mailto", "jdbc", ""])
  func others(_ name: String) {
    #expect(Scheme(named: name) == nil)
  }
}
