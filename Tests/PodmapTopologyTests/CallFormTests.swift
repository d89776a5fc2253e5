import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: names and schemes")
struct CallFormTests {
  private static let archive = service(
    "archive", namespace: "default",
    spec: "selector: {app: archive}\nports: [{name: grpc, port: 10901}, {name: http, port: 80}]")

  @Test(
    "A record of the DNS names a Service, and the port by its name",
    arguments: [
      "dnssrv+_grpc._tcp.archive.default.svc.cluster.local", "dnssrvnoa+_grpc._tcp.archive.default.svc",
      "dns+archive.default.svc:10901", "dns+archive:10901", "dns:///archive:10901", "dns:///archive.default.svc:10901",
      "_grpc._tcp.archive.default.svc.cluster.local", "_grpc._tcp.archive", "passthrough:///archive:10901",
      "_grpc._tcp.archive.default.svc.cluster.local.",
    ])
  func records(_ value: String) {
    for field in ["args: ['--endpoint=\(value)']", "env: [{name: STORE_ENDPOINT, value: '\(value)'}]"] {
      let graph = calls(field, others: Self.archive)
      #expect(graph.edges(.calls) == ["\(app) -calls 10901-> default/Service/archive"])
      #expect(graph.edge(app, "default/Service/archive", .calls)?.protocolName == "gRPC")
    }
  }

  @Test("A cluster may have another domain, in which the Service must be in the input if nothing else shows it")
  func domains() {
    let known = calls("env: [{name: X, value: 'db.default.svc.k8s.corp'}]", services: "db")
    #expect(known.edges(.calls) == ["\(app) -calls-> default/Service/db"])
    #expect(calls("env: [{name: X, value: 'gone.default.svc.k8s.corp'}]").edges(.calls).isEmpty)
  }

  @Test(
    "Any scheme counts with a name that ends in svc, or with a port of the Service",
    arguments: [
      "syslog+udp://db.default.svc:5432", "statsd://db:5432", "consul://db.default.svc.cluster.local:5432",
      "fttps://db:5432/something#abc", "mysql2://db", "redis+sentinel://db/0", "jdbc:mysql://db:5432/x",
      "x-1.2+y://db:5432", "s3://db:5432/bucket", "what://db.default:5432",
    ])
  func schemes(_ value: String) {
    for field in ["args: ['\(value)']", "env: [{name: LOG_URL, value: '\(value)'}]"] {
      #expect(calls(field, services: "db").edge(app, "default/Service/db", .calls) != nil)
    }
  }

  @Test(
    "An unknown scheme alone isn't a call",
    arguments: ["s3://db/bucket", "s3://db:1/bucket", "what://gone:5432", "gs://db", "what://a.example.com:80"])
  func unknownSchemes(_ value: String) {
    #expect(calls("env: [{name: STORE_URL, value: '\(value)'}]", services: "db").edges(.calls).isEmpty)
  }

  @Test(
    "A bare name counts in a variable whose name says host, service or a protocol",
    arguments: ["SERVICE_CART", "CART_REDIS", "POSTGRES", "CART_GRPC", "KAFKA", "DB_UPSTREAM", "BACKEND_SVC"])
  func bareNames(_ name: String) {
    #expect(calls("env: [{name: \(name), value: db}]", services: "db").edges(.calls).count == 1)
  }

  @Test("A bare name doesn't count elsewhere", arguments: ["APP", "OTEL_SERVICE_NAME", "REDIS_DB_NAME", "MODE"])
  func otherNames(_ name: String) {
    #expect(calls("env: [{name: \(name), value: db}]", services: "db").edges(.calls).isEmpty)
  }

  @Test("The port is in a variable beside the host's, whatever the host's is called")
  func ports() {
    for (host, port) in [("DB_SERVICE", "DB_PORT"), ("POSTGRES", "POSTGRES_PORT"), ("DB_ENDPOINT", "DB_PORT")] {
      let graph = calls("env: [{name: \(host), value: db}, {name: \(port), value: '5432'}]", services: "db")
      #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    }
  }

  @Test("A container's own namespace is part of the name")
  func namespaces() {
    let field =
      "env: [{name: NS, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}, {name: U, value: 'http://db.$(NS).svc:5432'}]"
    #expect(calls(field, services: "db").edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
  }

  @Test("Without service links there are no variables for Services")
  func serviceLinks() {
    func graph(_ links: String) -> Graph {
      Graph(
        deployment(
          "web", spec: "\(links)containers: [{name: app, args: ['--db=$(DB_SERVICE_HOST):$(DB_SERVICE_PORT)']}]")
          + "---\n" + service("db", spec: "selector: {app: db}\nports: [{port: 5432}]"))
    }
    #expect(graph("enableServiceLinks: false\n").edges(.calls).isEmpty)
    #expect(graph("").edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
  }

  @Test("A list of URLs names each, and a block of addresses none")
  func lists() {
    let graph = calls(
      "env: [{name: STORES, value: 'http://a,https://b/x,redis://c:1,d:2'}]", services: "a", "b", "c", "d")
    #expect(graph.edges(.calls).count == 4)
    for block in ["10.0.0.0/8", "fd00::/8"] {
      #expect(calls("env: [{name: PODS_ADDR, value: '\(block)'}]").edges(.calls).isEmpty)
    }
  }

  @Test("A placeholder before a host isn't left out of it", arguments: ["${P}db:5432", "$(P)db:5432", "{{p}}db:5432"])
  func placeholders(_ value: String) {
    #expect(calls("env: [{name: DB_ADDR, value: '\(value)'}]", services: "db").edges(.calls).isEmpty)
  }

  @Test(
    "The protocol of a call comes from its scheme, appProtocol or the name of the port",
    arguments: [
      ("postgres://db:5432", "{port: 5432}", "PostgreSQL"), ("db:5432", "{port: 5432, appProtocol: grpc}", "gRPC"),
      ("db:5432", "{port: 5432, name: redis-main}", "Redis"), ("db:5432", "{port: 5432, name: kafka}", "Kafka"),
      ("db:5432", "{port: 5432, name: amqp}", "AMQP"), ("db:5432", "{port: 5432, name: tcp-x}", "TCP"),
      ("tcp://db:5432", "{port: 5432, name: http-web, appProtocol: kubernetes.io/h2c}", "TCP"),
      ("db:5432", "{port: 5432, name: main}", nil),
    ])
  func protocols(_ value: String, _ port: String, _ name: String?) {
    let graph = calls(
      "env: [{name: DB_ADDR, value: '\(value)'}]", others: service("db", spec: "selector: {app: db}\nports: [\(port)]"))
    #expect(graph.edge(app, "default/Service/db", .calls)?.protocolName == name)
  }
}
