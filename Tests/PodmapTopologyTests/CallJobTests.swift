import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: what a container doesn't call itself")
struct CallJobTests {
  private static func monitoring(_ sidecar: String) -> Graph {
    let configuration = """
      prometheus.yml: |
        scrape_configs:
        - job_name: fixed
          static_configs: [{targets: ['cart:9100']}]
        - job_name: found
          kubernetes_sd_configs: [{role: service}]
          relabel_configs:
          - source_labels: [__meta_kubernetes_service_annotation_prometheus_io_scrape]
            action: keep
            regex: true
      """
    let door = """
      apiVersion: v1
      kind: Service
      metadata: {name: till, namespace: default, annotations: {prometheus.io/scrape: 'true'}}
      spec: {selector: {app: till}, ports: [{port: 80}]}

      """
    return Graph(
      deployment(
        "prometheus", namespace: "default",
        spec: """
          containers:
          - {name: server, args: [--config.file=/etc/x/prometheus.yml], volumeMounts: [{name: c, mountPath: /etc/x}]}
          - {name: side, \(sidecar), volumeMounts: [{name: c, mountPath: /etc/x}]}
          volumes: [{name: c, configMap: {name: c}}]
          """) + "---\n" + configMap("c", configuration) + "---\n" + door + "---\n"
        + service("cart", namespace: "default", spec: "selector: {app: cart}\nports: [{port: 9100}]"))
  }

  @Test(
    "A sidecar that only watches the files of its neighbour calls nothing in them",
    arguments: [
      "args: [--volume-dir=/etc/x, --webhook-url=http://127.0.0.1:9090/-/reload]", "args: [-volume-dir, /etc/x]",
      "args: ['--watched-dir=/etc/x', '--reload-url=http://localhost:9090/-/reload']",
      "env: [{name: REQ_URL, value: 'http://localhost:9090/-/reload'}]",
    ])
  func reloaders(_ fields: String) {
    #expect(
      Self.monitoring(fields).edges(.calls) == [
        "default/Deployment/prometheus/server -calls 9100-> default/Service/cart",
        "default/Deployment/prometheus/server -calls 80-> default/Service/till",
      ])
  }

  @Test("Another program with the same files, and a Prometheus that reloads itself, read them")
  func readers() {
    #expect(Self.monitoring("args: [--volume=/etc/x]").edges(.calls).count == 4)
    #expect(
      Self.monitoring(
        "args: ['--config.file=/etc/x/prometheus.yml'], env: [{name: U, value: 'http://localhost:9090/-/reload'}]"
      ).edges(.calls).count == 4)
  }

  @Test(
    "A name that a certificate must say isn't called",
    arguments: [
      "env: [{name: DB_TLS_SERVER_NAME, value: db.default.svc}]", "env: [{name: UPSTREAM_SNI, value: db.default.svc}]",
      "args: [--tls-server-name=db.default.svc]", "args: [--tls-server-name, db.default.svc.cluster.local]",
      "args: ['openssl s_client -servername db.default.svc']",
      "args: [--upstream-sni, foo.example, db]", "args: [--host, '--tls-server-name', db.default.svc]",
      "image: registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1\nargs: [create, '--host=db,db.default.svc']",
      "image: a.example/cert-generator@sha256:00\nargs: ['--host', db]",
    ])
  func certificates(_ fields: String) {
    #expect(calls(fields, services: "db").edges(.calls).isEmpty)
  }

  @Test("The fields of files name certificates and servers of their own too")
  func certificateFields() {
    func found(_ line: String) -> [String] {
      let volume = "\nvolumeMounts: [{name: v, mountPath: /etc/x}]"
      return Graph(
        deployment(
          "web",
          spec:
            "containers:\n- name: app\(volume.replacing("\n", with: "\n  "))\nvolumes: [{name: v, configMap: {name: c}}]"
        )
          + "---\n" + service("db", spec: "selector: {app: db}\nports: [{port: 80}]") + "---\n"
          + configMap("c", "file: |\n  a: b\n  \(line)")
      ).edges(.calls)
    }
    for line in ["server_name: db.default.svc", "serverName: \"db.default.svc\"", "sni: db.default.svc"] {
      #expect(found(line).isEmpty, "\(line)")
    }
    #expect(found("name: db.default.svc").count == 1)
  }

  @Test(
    "Names that only resemble those of certificates are called",
    arguments: [
      "env: [{name: DB_SERVER_NAME, value: db.default.svc}]", "env: [{name: TLS_HOST, value: db}]",
      "args: [--db-server-name=db.default.svc]", "image: certs:1\nargs: ['--host=db']",
      "image: certgen\ncommand: [sh, -c, 'certgen && curl http://db']",
      "args: [--upstream-sni, foo.example, --host, db]",
    ])
  func others(_ fields: String) {
    #expect(calls(fields, services: "db").edges(.calls).count == 1)
  }
}

@Suite("Calls: lookups and printed text")
struct CallLookupTests {
  private static func call(_ script: String) -> (certainty: Certainty?, words: String?) {
    let graph = calls("command:\n- sh\n- -c\n- |\n  \(script)", services: "db")
    let edges = graph.edges(.calls)
    return (graph.edge(app, "default/Service/db", .calls)?.certainty, edges.count == 1 ? edges[0] : nil)
  }

  @Test(
    "A name that is looked up is a possible call, without a port",
    arguments: [
      "until nslookup db; do sleep 1; done", "nslookup -type=a db.default.svc.cluster.local", "nslookup db 10.96.0.10",
      "until getent hosts db; do echo waiting; done", "while ! getent ahosts db >/dev/null; do sleep 1; done",
      "dig +short db", "dig @10.96.0.10 -t A db.default.svc", "if host db; then true; fi", "/usr/bin/host -t A db",
      "ping -c 1 db",
      "until nslookup db.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local; do sleep 2; done",
    ])
  func lookups(_ script: String) {
    let found = Self.call(script)
    #expect(found.certainty == .possible)
    #expect(found.words == "\(app) -calls-> default/Service/db")
  }

  @Test(
    "A wait that connects is a call, whatever is looked up before it",
    arguments: [
      "until nc -z db 5432; do sleep 1; done", "nslookup db && nc -z -w 2 db 5432", "ncat db 5432",
      "until pg_isready -h db; do sleep 1; done", "curl http://db:5432", "nslookup db; wget -q http://db:5432/",
    ])
  func connections(_ script: String) {
    #expect(Self.call(script).certainty == .inferred)
  }

  @Test("A lookup isn't a reason to say that something is missing")
  func missing() {
    let graph = calls("command: [sh, -c, 'until nslookup gone.default.svc.cluster.local; do sleep 1; done']")
    #expect(graph.node("default/Service/gone")?.presence == .notInInput)
    #expect(graph.diagnostics.isEmpty)
  }

  @Test(
    "A word that is only called like a program isn't one",
    arguments: ["run --mode host db", "echo host db", "my-dig db"])
  func words(_ script: String) {
    #expect(Self.call(script).certainty == nil)
  }

  @Test(
    "What is only printed isn't called",
    arguments: [
      "echo \"waiting for http://db:5432\"", "until true; do echo waiting for db:5432; sleep 1; done",
      "printf 'no http://db yet\\n' >&2", "echo http://db > /dev/stderr",
      "test -f x || echo \"see http://db; or db:5432\"",
      "(echo http://db)", "echo \"a \\\" http://db\"",
    ])
  func printed(_ script: String) {
    #expect(Self.call(script).certainty == nil)
  }

  @Test(
    "What is used after it was printed is called, and so is what follows",
    arguments: [
      "echo waiting; curl http://db:5432", "echo x | nc db 5432", "echo http://db:5432 | xargs curl",
      "echo \"url=http://db:5432\" > /etc/x.conf", "echo \"$(curl http://db:5432)\"",
      "echo start && wget http://db:5432",
      "echo `curl http://db:5432`", "cat echo http://db:5432",
    ])
  func used(_ script: String) {
    #expect(Self.call(script).certainty == .inferred)
  }
}
