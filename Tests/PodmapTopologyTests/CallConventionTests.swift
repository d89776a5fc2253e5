import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: conventions")
struct CallConventionTests {
  @Test(
    "A name that ends in a word for an address is one, whatever precedes it",
    arguments: [
      "IMAGE_STORE_HOST", "USER_DB_HOST", "EMAIL_SERVER", "ConnectionString", "DPConnectionString",
      "EventBusConnection",
      "ConnectionStrings__Main", "ES_NODES", "REGISTRY_HOST_NAME", "CONTACT_POINTS", "DBHost", "SEED_URLs",
    ])
  func names(_ name: String) {
    let graph = calls("env: [{name: \(name), value: db}]", services: "db")
    #expect(graph.edges(.calls) == ["\(app) -calls-> default/Service/db"])
  }

  @Test("The whole name of a Service is an address in any text")
  func clusterNames() {
    for value in ["db.default.svc.cluster.local", "-Dstore=db.default.svc", "a db.default.svc b"] {
      let graph = calls("env: [{name: BACKEND, value: '\(value)'}]", services: "db")
      #expect(graph.edges(.calls) == ["\(app) -calls-> default/Service/db"])
    }
    let others = "env: [{name: NO_PROXY, value: '.svc,db.default.svc'}]\nargs: [-subj, /CN=db.default.svc]"
    #expect(calls(others, services: "db").edges(.calls).isEmpty)
  }

  @Test(
    "A shell's variables have the values of the container's variables",
    arguments: ["$STORE:5432", "${STORE}:5432", "${STORE:-other}:5432", "${GONE:-db}:5432", "${STORE}:${PORT:-5432}"])
  func shellVariables(_ address: String) {
    let graph = calls(
      "env: [{name: STORE, value: db}]\ncommand: [sh, -c, 'exec run http://\(address)/x']", services: "db", "other")
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
    #expect(
      graph.edge(app, "default/Service/db", .calls)?.evidence.map(\.value) == ["exec run http://\(address)/x"])
  }

  @Test("A variable that a shell does not find, or that no shell reads, has no value")
  func noShell() {
    #expect(calls("command: [sh, -c, 'run http://$GONE:80/']", services: "GONE").edges(.calls).isEmpty)
    #expect(
      calls("env: [{name: STORE, value: db}, {name: A_URL, value: 'http://$STORE:80'}]", services: "db").edges(.calls)
        .isEmpty)
  }

  @Test("The line of a script is evidence, as written")
  func scriptLines() {
    let graph = calls(
      "env: [{name: STORE, value: db}]\ncommand:\n- sh\n- -c\n- |\n  set -e\n  nc -z $STORE 5432", services: "db")
    let evidence = graph.edge(app, "default/Service/db", .calls)?.evidence.first
    #expect(evidence?.value == "nc -z $STORE 5432")
    #expect(evidence?.line == 18)
  }

  @Test("Variables that refer to each other twice don't grow without end")
  func growth() {
    let lines = (1...40).map { "- {name: V\($0), value: '$(V\($0 - 1))$(V\($0 - 1)) http://db:5432'}" }
    let graph = calls("env:\n- {name: V0, value: x}\n" + lines.joined(separator: "\n"), services: "db")
    #expect(graph.edges(.calls) == ["\(app) -calls 5432-> default/Service/db"])
  }

  @Test(
    "Files: scripts, lists of hosts, and the lines of fluentd and Redis",
    arguments: [
      ("run.sh", "redis-cli -h db ping", ""), ("run", "#!/bin/sh\nnc -z ${STORE} 5432", "5432"),
      ("a.yaml", "hosts: [\"db\"]", ""), ("a.toml", "addrs = [ 'db' ]", ""),
      ("fluent.conf", "<match **>\n  host db\n  port 5432\n</match>", ""), ("redis.conf", "replicaof db 5432", ""),
      ("x", "url=jdbc:oracle:thin:@db:5432:sid", "5432"),
    ])
  func files(_ key: String, _ body: String, _ port: String) {
    let graph = Graph(
      deployment(
        "web", labels: "app: web",
        spec: """
          containers:
          - {name: app, env: [{name: STORE, value: db}], volumeMounts: [{name: v, mountPath: /etc/x}]}
          volumes: [{name: v, configMap: {name: c}}]
          """) + "---\n" + service("db", spec: "selector: {app: db}\nports: [{port: 5432}]") + "---\n"
        + configMap("c", "\(key): |\n" + body.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")))
    let call = graph.edge(app, "default/Service/db", .calls)
    #expect(call != nil)
    if !port.isEmpty { #expect(call?.label == port) }
  }

  @Test("The pod's own address without a port means the port of the scheme")
  func usualPorts() {
    let spec = """
      containers:
      - {name: app, args: ['--upstream=http://localhost/', '--peer', 'https://127.0.0.1', 'amqp://localhost']}
      - {name: web, ports: [{containerPort: 80}]}
      - {name: tls, ports: [{containerPort: 443}]}
      - {name: mq, ports: [{containerPort: 5672}]}
      """
    #expect(
      Graph(deployment("web", spec: spec)).edges(.calls) == [
        "\(app) -calls-> default/Deployment/web/mq", "\(app) -calls-> default/Deployment/web/tls",
        "\(app) -calls-> default/Deployment/web/web",
      ])
  }

  @Test("Annotations of an Ingress and of pods call Services, and nothing outside")
  func annotations() {
    let ingress = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: in
        annotations:
          nginx.ingress.kubernetes.io/auth-url: http://db.default.svc.cluster.local:5432/check
          nginx.ingress.kubernetes.io/auth-signin: https://login.example.com/start
          kubectl.kubernetes.io/last-applied-configuration: '{"a":"http://gone.x.svc"}'
          unknown: http://gone

      """
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, annotations: {agent/server: 'https://vault.tools.svc:8200', docs: 'https://example.com'}}
      spec: {containers: [{name: c}]}

      """
    let graph = Graph(ingress + "---\n" + pod + "---\n" + service("db", spec: "selector: {app: db}"))
    #expect(
      graph.edges(.calls) == [
        "default/Ingress/in -calls 5432-> default/Service/db", "default/Pod/p -calls 8200-> tools/Service/vault",
      ])
    #expect(
      graph.edge("default/Ingress/in", "default/Service/db", .calls)?.evidence.first?.path
        == "metadata.annotations[\"nginx.ingress.kubernetes.io/auth-url\"]")
  }
}

@Suite("Calls: files that a sidecar collects by a label")
struct GatheredFileTests {
  private func graph(_ variables: String, namespace: String = "default", labels: String = "sources: '1'") -> Graph {
    Graph(
      deployment(
        "web", labels: "app: web", namespace: "default",
        spec: """
          containers:
          - name: app
            volumeMounts: [{name: shared, mountPath: /etc/app}]
          - name: side
            env: [\(variables)]
            volumeMounts: [{name: shared, mountPath: /sources}, {name: root, mountPath: /}]
          volumes: [{name: shared, emptyDir: {}}, {name: root, emptyDir: {}}]
          """) + "---\n" + service("db", spec: "selector: {app: db}") + """
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: c, namespace: \(namespace), labels: {\(labels)}}
          data:
            a.yaml: 'url: http://db'
            links.json: '{"url": "https://example.com"}'

          """)
  }

  private let label = "{name: LABEL, value: sources}, {name: FOLDER, value: /sources/x}"

  @Test("The sidecar reads them, and the container that shares the folder calls what they name")
  func gathered() {
    let graph = graph(label)
    #expect(graph.edges(.calls) == ["\(app) -calls-> default/Service/db"])
    #expect(graph.edges(.reads) == ["default/Deployment/web/side -reads-> default/ConfigMap/c"])
    #expect(graph.edge("default/Deployment/web/side", "default/ConfigMap/c", .reads)?.certainty == .inferred)
  }

  @Test(
    "The label's value, the namespaces and the kind of object choose",
    arguments: [
      (", {name: LABEL_VALUE, value: '1'}", "default", true), (", {name: LABEL_VALUE, value: '2'}", "default", false),
      ("", "other", false), (", {name: NAMESPACE, value: ALL}", "other", true),
      (", {name: NAMESPACE, value: 'x,other'}", "other", true), (", {name: RESOURCE, value: secret}", "default", false),
      (", {name: RESOURCE, value: both}", "default", true),
    ])
  func choice(_ more: String, _ namespace: String, _ isRead: Bool) {
    let edges = graph(label + more, namespace: namespace).edges(.reads)
    #expect(edges == (isRead ? ["default/Deployment/web/side -reads-> \(namespace)/ConfigMap/c"] : []))
  }

  @Test("Without a folder or the label nothing is collected")
  func nothing() {
    #expect(graph("{name: LABEL, value: sources}").edges(.reads).isEmpty)
    #expect(graph(label, labels: "other: '1'").edges(.reads).isEmpty)
  }
}

@Suite("Calls: secrets")
struct CallSecretTests {
  @Test(
    "Nothing in the place of a secret becomes a node or is shown",
    arguments: [
      "env: [{name: STORE_URL, value: 'Server=db;Password=hunter2:99'}]",
      "env: [{name: STORE_URL, value: 'Password=a,hunter2:99;Server=db'}]",
      "env: [{name: STORE_URL, value: 'db:5432,password=hunter2:99,ssl=true'}]",
      "env: [{name: STORE_URL, value: '{\"password\": \"hunter2:99\", \"host\": \"db\"}'}]",
      "env: [{name: STORE_URL, value: 'http://db:5432/?token=hunter2:99'}]",
      "env: [{name: STORE_URL, value: 'http://hunter2:x@db:5432/'}]",
      "env: [{name: STORE_URL, value: 'redis://:hunter2:99@db:5432/'}]",
      "env: [{name: PASSWORD_HOST, value: 'hunter2:99'}, {name: A_HOST, value: 'db'}]",
      "env: [{name: TOKEN_SERVER, value: 'hunter2:99'}, {name: A_HOST, value: 'db'}]",
      "env: [{name: MY_PASSWORD, value: hunter2}, {name: A_HOST, value: '$(MY_PASSWORD):99'}, {name: B_HOST, value: db}]",
      "args: [--password, 'http://hunter2:99', --host, db]", "args: ['--password http://hunter2:99 --host db']",
      "command: [sh, -c, 'mysql -uroot -phunter2 -h db']", "command: [sh, -c, 'redis-cli -a hunter2 -h db']",
      "command: [sh, -c, 'curl --user-key hunter2 http://db']", "command: [sh, -c, 'curl -H X-Auth:hunter2 http://db']",
    ])
  func hidden(_ fields: String) {
    let graph = calls(fields, services: "db")
    #expect(graph.edge(app, "default/Service/db", .calls) != nil)
    let shown =
      graph.ids + graph.edges() + graph.topology.edges.flatMap(\.evidence).map(\.value)
      + graph.diagnostics.map(\.message)
    #expect(!shown.contains { $0.contains("hunter2") })
  }
}
