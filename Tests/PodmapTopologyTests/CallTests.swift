import PodmapManifests
import PodmapTopology
import Testing

/// The topology of a Deployment `web` with one container `app`, beside some Services.
func calls(_ fields: String, services: String..., others: String = "") -> Graph {
  let objects = services.map { "---\n" + service($0, spec: "selector: {app: \($0)}\nports: [{port: 5432}]") }
  let lines = fields.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  return Graph(
    deployment("web", labels: "app: web", spec: "containers:\n- name: app\n\(lines)") + objects.joined()
      + (others.isEmpty ? "" : "---\n\(others)"))
}

func configMap(_ name: String, _ data: String) -> String {
  """
  apiVersion: v1
  kind: ConfigMap
  metadata: {name: \(name)}
  data:
  \(data.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n"))

  """
}

let app = "default/Deployment/web/app"

@Suite("Calls: names of Services")
struct CallAddressTests {
  @Test(
    "Each way to write an address leads to the Service, with the port that is written",
    arguments: [
      ("db:5432", "5432"), ("db.default:5432", "5432"), ("http://db", ""), ("http://db.default.svc", ""),
      ("db.default.svc.cluster.local:5432", "5432"), ("db.default.svc.cluster.local.:5432", "5432"),
      ("postgres://user:1234@db:5432/shop?sslmode=disable", "5432"), ("jdbc:postgresql://db:5432/x", "5432"),
      ("Server=db,1433;Database=web", "1433"), ("Data Source=tcp:db,1433", "1433"),
      ("host=db port=5432 user=web", "5432"), ("user:pw@tcp(db:5432)/x", "5432"), ("db", ""),
      ("jdbc:oracle:thin:@//db:1521/x", "1521"), ("DB:5432", "5432"),
    ])
  func forms(_ value: String, _ port: String) {
    let graph = calls("env: [{name: STORE_URL, value: '\(value)'}]", services: "db")
    #expect(graph.edges(.calls) == ["\(app) -calls\(port.isEmpty ? "" : " " + port)-> default/Service/db"])
    #expect(graph.edge(app, "default/Service/db", .calls)?.certainty == .inferred)
  }

  @Test("Lists name several, whatever separates them")
  func lists() {
    let graph = calls(
      "env: [{name: BROKERS, value: 'a:9092, b:9092,c'}, {name: MONGO_URL, value: 'mongodb://u:p@d:1,e:2/x'}]",
      services: "a", "b", "c", "d", "e")
    #expect(
      graph.edges(.calls) == [
        "\(app) -calls 9092-> default/Service/a", "\(app) -calls 9092-> default/Service/b",
        "\(app) -calls-> default/Service/c", "\(app) -calls 1-> default/Service/d",
        "\(app) -calls 2-> default/Service/e",
      ])
  }

  @Test("The name of a pod behind a headless Service is a call to that Service")
  func podNames() {
    let headless = service("db", spec: "clusterIP: None\nselector: {app: db}")
    for host in ["db-0.db:5432", "db-0.db.default:5432", "db-0.db.default.svc.cluster.local:5432"] {
      let graph = calls("env: [{name: DB_ADDR, value: '\(host)'}]", others: headless)
      #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    }
  }

  @Test("A Service of another namespace is meant only if the namespace is written")
  func namespaces() {
    let other =
      service("db", namespace: "data", spec: "selector: {app: db}") + "---\n"
      + service("own", namespace: "default", spec: "selector: {app: own}")
    #expect(
      calls("env: [{name: DB_ADDR, value: 'db.data:1'}]", others: other).edges(.calls) == [
        "\(app) -calls 1-> data/Service/db"
      ])
    #expect(calls("env: [{name: DB_HOST, value: db}]", others: other).edges(.calls).isEmpty)
  }

  @Test("An address of a Service that does not exist is a call to a missing one")
  func missing() {
    for value in ["gone:80", "http://gone", "gone.default.svc:80", "gone.default.svc.cluster.local"] {
      let graph = calls("env: [{name: GONE_ADDR, value: '\(value)'}]")
      #expect(graph.node("default/Service/gone")?.presence == .missing)
    }
    #expect(calls("env: [{name: A_HOST, value: gone}]").edges(.calls).isEmpty)
    let api = calls("env: [{name: A_URL, value: 'https://kubernetes.default.svc'}]")
    #expect(api.node("default/Service/kubernetes")?.presence == .external)
  }

  @Test("Two labels are a Service and its namespace, unless the second is a top-level domain")
  func twoLabels() {
    let graph = calls(
      "env: [{name: A_URL, value: 'http://collector.telemetry:4317'}, {name: B_URL, value: 'http://b.com'}]")
    #expect(graph.edges(.calls) == ["\(app) -calls-> Host/b.com", "\(app) -calls 4317-> telemetry/Service/collector"])
  }

  @Test("The program's own public address is not a host that it calls", arguments: ["PUBLIC_URL", "CORS_ORIGIN"])
  func publicAddress(_ name: String) {
    #expect(calls("env: [{name: \(name), value: 'https://shop.example.com'}]").edges(.calls).isEmpty)
  }

  @Test("A secret in a variable or an argument never names a missing Service")
  func secretsInAddresses() {
    let graph = Graph(
      deployment(
        "web",
        spec: """
          containers:
          - name: app
            env:
            - {name: PASSWORD, value: hunter2}
            - {name: C_HOST, value: "$(PASSWORD):99"}
            - {name: A, value: "$(PASSWORD)"}
            - {name: B_HOST, value: "$(A):99"}
            - {name: D_URL, value: "http://app:$(PASSWORD)@orders-db:5432/shop"}
            args: ["--token", "http://hunter3:80/"]
          """))
    #expect(graph.edges(.calls) == ["default/Deployment/web/app -calls 5432-> default/Service/orders-db"])
    #expect(!graph.ids.contains { $0.contains("hunter") })
    #expect(!graph.diagnostics.contains { $0.message.contains("hunter") })
  }

  @Test("A value that is a secret by its variable's name becomes no node")
  func secretNames() {
    #expect(calls("env: [{name: MY_PASSWORD, value: 'http://hunter2/x'}]").edges(.calls).isEmpty)
    #expect(calls("env: [{name: TOKEN_URL, value: 'https://a.example.com'}]").ids.contains("Host/a.example.com"))
  }

  @Test("External hosts are separate nodes")
  func outside() {
    let graph = calls(
      "env: [{name: A_URL, value: 'https://api.example.com/v1'}, {name: B_ADDR, value: '10.1.2.3:80'}]")
    #expect(
      graph.edges(.calls) == ["\(app) -calls 80-> Host/10.1.2.3", "\(app) -calls-> Host/api.example.com"])
    #expect(graph.node("Host/10.1.2.3")?.presence == .notInInput)
  }

  @Test("A Service with an external name leads to that host, or to the Service behind it")
  func externalNames() {
    let graph = Graph(
      service("a", spec: "type: ExternalName\nexternalName: db.example.com") + "---\n"
        + service("b", spec: "type: ExternalName\nexternalName: a.default.svc.cluster.local"))
    #expect(
      graph.edges(.routes) == [
        "default/Service/a -routes-> Host/db.example.com", "default/Service/b -routes-> default/Service/a",
      ])
  }
}

@Suite("Calls: what is not a call")
struct NoCallTests {
  @Test(
    "A word that equals a Service's name is not a call",
    arguments: [
      ("LOG_LEVEL", "db"), ("STORAGE_BACKEND", "db"), ("DB_NAME", "db"), ("DB_PASS", "db"), ("DB_USER", "db"),
      ("SERVICE_NAME", "db"), ("SERVICE_ACCOUNT", "db"), ("IMAGE", "registry/db:5432"), ("TOPICS", "db:1,db:2"),
      ("PATH_URL", "/db/x"), ("DATA_DIR", "/var/db:5432"), ("OTEL_SERVICE_NAME", "db"), ("DB_KEY", "db"),
      ("A_URL", "$$(db):5432"), ("A_URL", "http://${db}:5432"), ("LISTEN_ADDR", "0.0.0.0:5432"), ("X_URL", "db.yaml"),
      ("TIME", "12:30"), ("A_ADDR", "12:30"), ("A_URL", "file:///db"), ("ALLOWED_HOSTS", "db"),
    ])
  func words(_ name: String, _ value: String) {
    let graph = calls("image: db\nenv: [{name: \(name), value: '\(value)'}]", services: "db")
    #expect(graph.edges(.calls).isEmpty)
  }

  @Test("A workload does not call itself or its peers")
  func own() {
    let graph = calls(
      "env: [{name: SELF_URL, value: 'http://web:80'}, {name: PEERS, value: 'web-0.web:80'}]",
      others: service("web", spec: "clusterIP: None\nselector: {app: web}"))
    #expect(graph.edges(.calls).isEmpty)
  }
}

@Suite("Calls: sources of addresses")
struct CallSourceTests {
  @Test("Variables are expanded as Kubernetes does: earlier ones only, and two dollars are one")
  func expansion() {
    let graph = calls(
      """
      env:
      - {name: EARLY, value: 'http://$(NAME):1'}
      - {name: NAME, value: db}
      - {name: LATE, value: 'http://$(NAME):2'}
      - {name: PLAIN, value: 'http://$$(NAME):3'}
      """, services: "db")
    #expect(graph.edges(.calls) == ["\(app) -calls 2-> default/Service/db"])
    #expect(graph.edge(app, "default/Service/db", .calls)?.evidence.first?.value == "http://$(NAME):2")
  }

  @Test("Variables that Kubernetes provides are known without being declared, with certainty")
  func injected() {
    let graph = calls("args: ['--to', 'http://$(MY_DB_SERVICE_HOST):$(MY_DB_SERVICE_PORT)/']", services: "my-db")
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/my-db"])
    #expect(graph.edge(app, "default/Service/my-db", .calls)?.certainty == .declared)
    let declared = calls(
      "env: [{name: DB_SERVICE_HOST, value: other}]\nargs: ['http://$(DB_SERVICE_HOST)']", services: "db", "other")
    #expect(declared.edges(.calls) == ["\(app) -calls-> default/Service/other"])
  }

  @Test(
    "Commands and arguments name Services by URL, address, or after a flag or a program that expects a host",
    arguments: [
      "['--db-host=db']", "['--db-host', db]", "['-h', db]", "[sh, -c, 'until nc -z db 5432; do sleep 1; done']",
      "[sh, -c, 'nslookup db']", "[sh, -c, 'wget -q http://db:5432/']", "['db:5432']",
    ])
  func arguments(_ list: String) {
    #expect(
      calls("command: \(list)", services: "db").edges(.calls).map { $0.hasSuffix("-> default/Service/db") } == [true])
    if list.contains("nc ") {
      #expect(calls("command: \(list)", services: "db").edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    }
    #expect(calls("command: [echo, db, --name=db, --mode, db]", services: "db").edges(.calls).isEmpty)
  }

  @Test("Init containers and sidecars make their own calls")
  func otherContainers() {
    let graph = Graph(
      deployment(
        "web", labels: "app: web",
        spec: """
          initContainers:
          - {name: wait, env: [{name: DB_ADDR, value: 'db:1'}]}
          - {name: side, restartPolicy: Always, env: [{name: DB_ADDR, value: 'db:2'}]}
          containers: [{name: app}]
          """) + "---\n" + service("db", spec: "selector: {app: db}"))
    #expect(
      graph.edges(.calls) == [
        "default/Deployment/web/side -calls 2-> default/Service/db",
        "default/Deployment/web/wait -calls 1-> default/Service/db",
      ])
  }

  @Test("The port beside the host is that of the call")
  func twoVariables() {
    let graph = calls("env: [{name: CART_HOST, value: cart}, {name: CART_PORT, value: '7070'}]", services: "cart")
    #expect(graph.edges(.calls) == ["\(app) -calls 7070-> default/Service/cart"])
  }

  @Test("The pod's own address leads to the container that listens there")
  func localhost() {
    let spec = """
      containers:
      - {name: app, ports: [{containerPort: 80}], env: [{name: A_URL, value: 'http://HOST:9000'}, {name: B, value: 'http://HOST:80'}]}
      - {name: cache, ports: [{containerPort: 9000}]}
      """
    for host in ["localhost", "127.0.0.1", "[::1]"] {
      let graph = Graph(deployment("web", spec: spec.replacing("HOST", with: host)))
      #expect(graph.edges(.calls) == ["default/Deployment/web/app -calls 9000-> default/Deployment/web/cache"])
    }
  }

  @Test("ConfigMaps are read through variables, each with its place in the ConfigMap")
  func configMapVariables() {
    let map = configMap("c", "DB_ADDR: db:5432\nOTHER_ADDR: x:1")
    let one = calls(
      "env: [{name: DB_URL, valueFrom: {configMapKeyRef: {name: c, key: DB_ADDR}}}]", services: "db", others: map)
    #expect(one.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    #expect(one.edge(app, "default/Service/db", .calls)?.evidence.first?.path == "data.DB_ADDR")
    let all = calls("envFrom: [{configMapRef: {name: c}}]", services: "db", others: map)
    #expect(all.edges(.calls) == ["\(app) -calls 5432-> default/Service/db", "\(app) -calls 1-> default/Service/x"])
  }

  @Test(
    "Files of every common format name what they connect to",
    arguments: [
      "location / { proxy_pass http://db:5432; }", "proxy_pass http://pool;\nupstream pool {\n  server db:5432;\n}",
      "socket_address: { address: db, port_value: 5432 }", "socket_address:\n  address: db\n  port_value: 5432",
      "spring.datasource.url=jdbc:postgresql://db:5432/x", "DB_ADDR=db:5432", "{\"db\": {\"url\": \"http://db:5432\"}}",
      "address = \"db:5432\"", "- db:5432", "# http://gone:80\nurl: http://db:5432",
    ])
  func files(_ body: String) {
    let lines = body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let graph = Graph(
      deployment(
        "web", labels: "app: web",
        spec: """
          containers: [{name: app, volumeMounts: [{name: v, mountPath: /etc/x}]}]
          volumes: [{name: v, configMap: {name: c}}]
          """) + "---\n" + service("db", spec: "selector: {app: db}\nports: [{port: 5432}]") + "---\n"
        + configMap("c", "file: |\n\(lines)"))
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
  }

  @Test("Only mounted keys count")
  func mountedKeys() {
    for mount in ["items: [{key: a, path: x}]", ""] {
      let graph = Graph(
        deployment(
          "web",
          spec: """
            containers: [{name: app, volumeMounts: [{name: v, mountPath: /x, subPath: \(mount.isEmpty ? "a" : "x")}]}]
            volumes: [{name: v, configMap: {name: c, \(mount)}}]
            """) + "---\n" + service("db", spec: "") + "---\n" + service("other", spec: "") + "---\n"
          + configMap("c", "a: |\n  http://db\nb: |\n  http://other"))
      #expect(graph.edges(.calls) == ["\(app) -calls-> default/Service/db"])
    }
  }
}

@Suite("Calls: evidence")
struct CallEvidenceTests {
  @Test("Evidence names the line inside a block")
  func lines() {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        containers:
        - name: c
          command:
          - sh
          - -c
          - |
            echo

            wget http://db:5432/x
      """
    let graph = Graph(text + "\n---\n" + service("db", spec: ""))
    let evidence = graph.edge("default/Pod/p/c", "default/Service/db", .calls)?.evidence
    #expect(
      evidence == [
        Evidence(file: "0.yaml", line: 13, path: "spec.containers[0].command[2]", value: "wget http://db:5432/x")
      ])
  }

  @Test(
    "No secret is ever shown",
    arguments: [
      "postgres://web:hunter2@db:5432/x", "Server=db,1433;Password=hunter2", "http://db:5432/?sig=hunter2",
      "amqp://u:hunter2/x@db:5432", "host=db password=hunter2", "amqp://hunter2:12/34@db:5432",
    ])
  func secrets(_ value: String) {
    let graph = calls("env: [{name: DB_URL, value: '\(value)'}]", services: "db")
    let shown = graph.topology.edges.flatMap(\.evidence).map(\.value) + graph.edges() + graph.ids
    #expect(!shown.contains { $0.contains("hunter2") })
  }

  @Test(
    "Only host and port of an address with a password are shown; its protocol is kept separately",
    arguments: [
      ("mysql://u:hunter2@db:3306/x", "db:3306", "MySQL"), ("jdbc:mysql://u:hunter2@db:3306", "db:3306", "MySQL"),
      ("http://db:5432/?sig=hunter2", "db:5432", "HTTP"), ("postgres://u:hunter2@db", "db", "PostgreSQL"),
      ("mysql://u:hunter2://x@db:3306", nil, nil), ("hunter2://u:p@db:3306", nil, nil),
    ])
  func password(_ value: String, _ shown: String?, _ protocolName: String?) {
    let edge = calls("env: [{name: DB_URL, value: '\(value)'}]", services: "db")
      .edge(app, "default/Service/db", .calls)
    let values = edge?.evidence.map(\.value) ?? []
    if let shown {
      #expect(values == [shown])
      #expect(edge?.protocolName == protocolName)
    }
    #expect(!values.contains { $0.contains("hunter2") })
  }

  @Test("Secrets lead only to Services that exist, and show nothing")
  func secretObjects() {
    // "http://db:5432"
    let secret = """
      apiVersion: v1
      kind: Secret
      metadata: {name: s}
      data: {A_URL: aHR0cDovL2RiOjU0MzI=}
      stringData: {B_URL: 'http://gone:80', C_URL: 'https://example.com'}
      """
    let graph = calls("envFrom: [{secretRef: {name: s}}]", services: "db", others: secret)
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    #expect(graph.edge(app, "default/Service/db", .calls)?.evidence.map(\.value) == ["<redacted>"])
  }
}
