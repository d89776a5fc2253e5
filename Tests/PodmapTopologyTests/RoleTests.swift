import PodmapManifests
import PodmapTopology
import Testing

@Suite("Patterns of containers")
struct RoleTests {
  /// "name: pattern: reason", for each container of the Deployment `web` that has one.
  static func patterns(_ spec: String, annotations: String = "", _ others: String...) -> [String] {
    let web = deployment("web", labels: "app: web", spec: spec).replacing(
      "labels: {app: web}", with: "labels: {app: web}\n      annotations: {\(annotations)}")
    return Graph(([web] + others).joined(separator: "\n---\n")).topology.nodes.compactMap { node in
      node.container?.pattern.map { "\(node.name): \($0.text)" }
    }
  }

  static func web(_ ports: String) -> String { service("web", spec: "selector: {app: web}\nports: [\(ports)]") }

  // MARK: - Ambassadors

  @Test("A container that forwards what a neighbour sends to localhost is an ambassador")
  func outwards() {
    let spec = """
      containers:
      - {name: app, env: [{name: DB_HOST, value: localhost}, {name: DB_PORT, value: "5432"}]}
      - {name: door, args: ["--port=5432", "--to=db:5432"]}
      """
    #expect(
      Self.patterns(spec, service("db", spec: "ports: [{port: 5432}]")) == [
        "door: ambassador: forwards requests from app on localhost:5432 to db"
      ])
    let tunnel = """
      containers:
      - {name: app, env: [{name: DB, value: "postgres://me@127.0.0.1:5432/shop"}]}
      - {name: door, command: [/sql_proxy, "-instances=project:region:db=tcp:5432"]}
      """
    #expect(
      Self.patterns(tunnel, Self.web("{port: 80}")).contains(
        "door: ambassador: forwards requests from app on localhost:5432"))
  }

  @Test(
    "A container between a Service and a neighbour is an ambassador", arguments: ["--upstream=http://localhost:8080"])
  func inFront(_ argument: String) {
    let spec = """
      containers:
      - {name: app}
      - {name: gate, args: ["--listen=0.0.0.0:8443", "\(argument)"], ports: [{containerPort: 8443}]}
      """
    let app = spec.replacing("name: app", with: "name: app, ports: [{containerPort: 8080}]")
    #expect(
      Self.patterns(app, Self.web("{port: 443, targetPort: 8443}")) == [
        "gate: ambassador: in front of app: forwards client requests to localhost:8080"
      ])
    // Clients reach both: neither is in front of the other.
    #expect(Self.patterns(app, Self.web("{port: 443, targetPort: 8443, name: a}, {port: 8080, name: b}")) == [])
  }

  @Test("A configuration file shows it as well")
  func proxyPass() {
    let spec = """
      containers:
      - {name: app, ports: [{containerPort: 9000}]}
      - name: nginx
        ports: [{containerPort: 80}]
        volumeMounts: [{name: c, mountPath: /etc/nginx/conf.d}]
      volumes: [{name: c, configMap: {name: nginx}}]
      """
    let map = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: nginx}
      data:
        site.conf: |
          # proxy_pass http://localhost:9999;
          listen 127.0.0.1:9001;
          location / { proxy_pass http://localhost:9000; }
      """
    let graph = Graph(
      [deployment("web", labels: "app: web", spec: spec), map, Self.web("{port: 80}")].joined(separator: "\n---\n"))
    let pattern = graph.node("default/Deployment/web/nginx")?.container?.pattern
    #expect(pattern?.text == "ambassador: in front of app: forwards client requests to localhost:9000")
    #expect(
      pattern?.evidence.last.map { "\($0.line) \($0.path) \($0.value)" } == "25 data[\"site.conf\"] localhost:9000")
  }

  @Test(
    "An application that calls another part of it on localhost shows no pattern",
    arguments: [
      "containers:\n- {name: a, env: [{name: BACKEND_URL, value: \"http://localhost:8000\"}], ports: [{containerPort: 80}]}\n"
        + "- {name: b, ports: [{containerPort: 8000}]}",
      "containers:\n- {name: a, ports: [{containerPort: 80}]}\n- {name: b, ports: [{containerPort: 8000}]}",
      "containers:\n- {name: a, args: [\"--listen=127.0.0.1:8000\"], ports: [{containerPort: 80}]}\n"
        + "- {name: b, ports: [{containerPort: 8000}]}",
      "containers:\n- {name: a, image: envoy-proxy, ports: [{containerPort: 80}]}\n- {name: sidecar, image: fluent-bit}",
    ])
  func independent(_ spec: String) {
    #expect(Self.patterns(spec, Self.web("{port: 80}")) == [])
  }

  // MARK: - Adapters

  @Test(
    "A container that reads a neighbour and exposes it to monitoring is an adapter",
    arguments: ["name: metrics", "protocol: TCP"])
  func exporter(_ port: String) {
    let spec = """
      containers:
      - {name: db, ports: [{containerPort: 6379}]}
      - {name: exporter, env: [{name: TARGET, value: "redis://localhost:6379"}], ports: [{containerPort: 9121, \(port)}]}
      """
    #expect(
      Self.patterns(spec, annotations: "prometheus.io/port: \"9121\"") == [
        "exporter: adapter: reads db on localhost:6379, and exposes it on port 9121"
      ])
  }

  @Test("An application with its own metrics is not an adapter")
  func ownMetrics() {
    let spec = """
      containers:
      - {name: app, env: [{name: CACHE, value: "localhost:6379"}], ports: [{containerPort: 80}, {containerPort: 9090, name: metrics}]}
      - {name: cache, ports: [{containerPort: 6379}]}
      """
    #expect(Self.patterns(spec, Self.web("{port: 80}")) == [])
  }

  @Test("Logs that are read and exposed to monitoring make an adapter too")
  func logAdapter() {
    let spec = """
      containers:
      - {name: app, ports: [{containerPort: 80}], volumeMounts: [{name: logs, mountPath: /logs}]}
      - {name: tail, ports: [{containerPort: 3903, name: metrics}], volumeMounts: [{name: logs, mountPath: /l, readOnly: true}]}
      volumes: [{name: logs, emptyDir: {}}]
      """
    #expect(
      Self.patterns(spec) == ["tail: adapter: reads what app writes to logs, and exposes it on port 3903"])
  }

  // MARK: - Volumes

  static func sharing(_ one: String, _ other: String, _ mounts: (String, String)) -> String {
    """
    containers:
    - {name: one, \(one)volumeMounts: [{name: v, mountPath: /v\(mounts.0)}]}
    - {name: other, \(other)volumeMounts: [{name: v, mountPath: /v\(mounts.1)}]}
    volumes: [{name: v, emptyDir: {}}]
    """
  }

  static let ports = "ports: [{containerPort: 80}], "

  @Test("A container that reads what a server writes is a sidecar; the server is not")
  func logShipper() {
    #expect(
      Self.patterns(Self.sharing(Self.ports, "", ("", ", readOnly: true"))) == [
        "other: sidecar: reads what one writes to v"
      ])
  }

  @Test("A container that fetches from outside what a server reads is a sidecar")
  func fetcher() {
    #expect(
      Self.patterns(Self.sharing(Self.ports, "args: [\"--repo=https://example.org/x\"], ", (", readOnly: true", "")))
        == [
          "other: sidecar: fetches example.org into v for one"
        ])
  }

  @Test("Two containers that only share their work process shared data")
  func sharedData() {
    #expect(
      Self.patterns(Self.sharing(Self.ports, "", (", readOnly: true", ""))) == [
        "one: shared-data: reads what other writes to v", "other: shared-data: writes v, which one reads",
      ])
  }

  @Test(
    "A volume that both can write, or of which each has its own part, proves nothing",
    arguments: [("", ""), (", readOnly: true", ", readOnly: true"), (", subPath: a", ", subPath: b, readOnly: true")])
  func together(_ one: String, _ other: String) {
    #expect(Self.patterns(Self.sharing(Self.ports, "", (one, other))) == [])
  }

  // MARK: - Before and beside

  static let inits: [(String, String)] = [
    ("command: [sh, -c, \"until nc -z db 5432; do sleep 1; done\"]", "waits for db"),
    ("args: [migrate, \"--database=postgres://me:secret@db:5432/x\"]", "prepares db"),
    (
      "args: [\"https://example.org/site.tgz\"], volumeMounts: [{name: v, mountPath: /v}]",
      "fetches from example.org into v for app"
    ),
    ("volumeMounts: [{name: v, mountPath: /v}]", "fills v for app"),
    ("env: [{name: DB_HOST, value: db}]", "calls db before the others start"),
    ("image: migrate", "runs to completion before the app containers start"),
  ]

  @Test("An init container is described by what it does", arguments: inits)
  func initial(_ container: String, _ reason: String) {
    let spec = """
      initContainers: [{name: i, \(container)}]
      containers: [{name: app, volumeMounts: [{name: v, mountPath: /v}]}]
      volumes: [{name: v, emptyDir: {}}]
      """
    #expect(Self.patterns(spec, service("db", spec: "ports: [{port: 5432}]")) == ["i: init: \(reason)"])
  }

  @Test("A native sidecar is known by its field, and a container without clients that calls the server is one too")
  func sidecars() {
    let native = "initContainers: [{name: s, restartPolicy: Always}]\ncontainers: [{name: app}]"
    #expect(Self.patterns(native) == ["s: sidecar: starts before the app containers and runs alongside them"])
    let reloader = """
      containers:
      - {name: app, ports: [{containerPort: 80}]}
      - {name: reloader, args: ["--reload-url=http://localhost:80/-/reload"]}
      """
    #expect(Self.patterns(reloader, Self.web("{port: 80}")) == ["reloader: sidecar: calls app on localhost:80"])
  }

  @Test("No value of the environment is shown except the address that counts")
  func redacted() {
    let spec = """
      containers:
      - {name: app, env: [{name: DB, value: "postgres://me:topsecret@localhost:5432/shop"}]}
      - {name: door, args: ["--port=5432", "proxy"]}
      """
    let graph = Graph(deployment("web", spec: spec))
    let pattern = graph.node("default/Deployment/web/door")?.container?.pattern
    #expect(pattern?.name == .ambassador)
    #expect(pattern?.evidence.map(\.value) == ["localhost:5432", "proxy"])
  }
}
