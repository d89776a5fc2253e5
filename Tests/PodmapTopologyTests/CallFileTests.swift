import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: files")
struct CallFileTests {
  /// A Deployment that mounts a ConfigMap with the files, beside the Services `orders` and `cart`.
  private static func graph(_ files: [(String, String)], container: String = "", volumes: String = "") -> Graph {
    let data = files.map { key, text in
      "\(key): |\n" + text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }.joined(separator: "\n")
    return Graph(
      deployment(
        "web", labels: "app: web", namespace: "default",
        spec: """
          containers:
          - {name: app, volumeMounts: [{name: v, mountPath: /etc/app}], \(container)}
          volumes: [{name: v, configMap: {name: c}}]
          """) + "---\n" + configMap("c", data) + "---\n"
        + service("orders", namespace: "default", spec: "selector: {app: orders}\nports: [{port: 8080}]") + "---\n"
        + service("cart", namespace: "default", spec: "selector: {app: cart}\nports: [{port: 80}]"))
  }

  @Test("A group of servers that another file of the folder defines is no Service")
  func groups() {
    let nginx = Self.graph([
      ("a.conf", "upstream ordersapi { server orders:8080; }"),
      ("b.conf", "server { location / { proxy_pass http://ordersapi; } }"),
    ])
    #expect(nginx.edges(.calls) == ["\(app) -calls 8080-> default/Service/orders"])
    let haproxy = Self.graph([
      ("haproxy.cfg", "backend shop\n  server s1 orders:8080\nfrontend in\n  http-request use http://shop")
    ])
    #expect(haproxy.edges(.calls) == ["\(app) -calls 8080-> default/Service/orders"])
    let envoy = Self.graph([
      (
        "envoy.yaml",
        "clusters:\n- name: ext-authz\n  load_assignment:\n    address: orders\n    port_value: 8080\nserver_uri:\n  uri: http://ext-authz"
      )
    ])
    #expect(envoy.edges(.calls) == ["\(app) -calls 8080-> default/Service/orders"])
  }

  @Test("A group with the name of a Service hides neither the Service's address in it nor makes another call")
  func sameName() {
    let graph = Self.graph([("a.conf", "upstream orders { server orders:8080; }\nproxy_pass http://orders;")])
    #expect(graph.edges(.calls) == ["\(app) -calls 8080-> default/Service/orders"])
  }

  @Test("Labels in rules about metrics, in queries and in dashboards aren't calls")
  func metrics() {
    let rules =
      "groups:\n- rules:\n  - alert: A\n    expr: up{service=\"cart\"}\n    labels:\n      service: cart\n    annotations:\n      url: http://cart/x"
    #expect(Self.graph([("r.yaml", rules)]).edges(.calls).isEmpty)
    #expect(Self.graph([("q.yaml", "seriesQuery: 'http_requests{service=\"cart\",host!=\"\"}'")]).edges(.calls).isEmpty)
    let board = "{\"panels\": [{\"url\": \"http://cart/x\"}], \"schemaVersion\": 1}"
    #expect(Self.graph([("d.json", board)]).edges(.calls).isEmpty)
  }

  @Test("A script that nothing runs shows only what is possible")
  func scripts() {
    let script = [("check.sh", "#!/bin/sh\ncurl http://cart:80")]
    func certainty(_ container: String) -> Certainty? {
      Self.graph(script, container: container).edge(app, "default/Service/cart", .calls)?.certainty
    }
    #expect(certainty("command: [serve]") == .possible)
    #expect(certainty("command: [sh, /etc/app/check.sh]") == .inferred)
    #expect(certainty("livenessProbe: {exec: {command: [/etc/app/check.sh]}}") == .inferred)
    #expect(certainty("lifecycle: {postStart: {exec: {command: [sh, -c, 'run-parts /etc/app']}}}") == .inferred)
    let both = script + [("main.sh", "#!/bin/sh\n. ./check.sh")]
    let graph = Self.graph(both, container: "command: [/etc/app/main.sh]")
    #expect(graph.edge(app, "default/Service/cart", .calls)?.certainty == .inferred)
  }

  @Test("What is only possible makes nothing missing")
  func possibleMissing() {
    let script = "#!/bin/sh\ncurl http://gone.default.svc:80"
    let idle = Self.graph([("check.sh", script)])
    #expect(idle.node("default/Service/gone")?.presence == .notInInput)
    #expect(!idle.diagnostics.contains { $0.message.contains("gone") })
    let run = Self.graph([("check.sh", script)], container: "command: [/etc/app/check.sh]")
    #expect(run.node("default/Service/gone")?.presence == .missing)
    let port = Self.graph([("check.sh", "#!/bin/sh\ncurl http://cart:99")])
    #expect(!port.diagnostics.contains { $0.message.contains("99") })
  }

  /// A Deployment whose init container prepares what the app container mounts.
  private static func prepared(_ command: String) -> Graph {
    Graph(
      deployment(
        "web", labels: "app: web", namespace: "default",
        spec: """
          initContainers:
          - name: setup
            command: \(command)
            volumeMounts: [{name: t, mountPath: /template}, {name: w, mountPath: /work}]
          containers:
          - {name: app, volumeMounts: [{name: w, mountPath: /etc/app}]}
          - {name: other}
          volumes: [{name: t, configMap: {name: c}}, {name: w, emptyDir: {}}]
          """) + "---\n" + configMap("c", "app.conf: |\n  x = 1\n  url = http://cart:80") + "---\n"
        + service("cart", namespace: "default", spec: "selector: {app: cart}\nports: [{port: 80}]"))
  }

  @Test("The reader of a file that an init container copies calls what it names; who copies it may")
  func copies() {
    for command in ["[cp, /template/app.conf, /work/app.conf]", "[sh, -c, 'envsubst < /template/app.conf > /work/a']"] {
      let graph = Self.prepared(command)
      #expect(graph.edge(app, "default/Service/cart", .calls)?.certainty == .inferred)
      #expect(graph.edge("default/Deployment/web/setup", "default/Service/cart", .calls)?.certainty == .possible)
      #expect(graph.edges(.calls).count == 2)
    }
    let reader = Self.prepared("[check, /template/app.conf]")
    #expect(reader.edge("default/Deployment/web/setup", "default/Service/cart", .calls)?.certainty == .inferred)
    #expect(reader.edges(.calls).count == 1)
  }

  @Test("So does the reader of a file that an init container's script writes")
  func written() {
    let graph = Self.prepared(
      "\n    - sh\n    - -c\n    - |\n      nc -z cart 80\n      cat > /work/a.conf <<EOF\n      url=http://cart:81\n      EOF\n      echo 'host=cart' >> /work/b.conf"
    )
    #expect(
      graph.edges(.calls) == [
        "\(app) -calls 81-> default/Service/cart", "default/Deployment/web/setup -calls 80-> default/Service/cart",
      ])
    #expect(graph.edge(app, "default/Service/cart", .calls)?.evidence.first?.value == "url=http://cart:81")
  }

  @Test(
    "However the script names the file",
    arguments: [
      "cat <<EOF > /work/a\nDOC", "tee /work/a <<'EOF'\nDOC", "cat <<EOF | tee /work/a\nDOC",
      "cd /work\ncat <<-EOF >a\nDOC", "OUT=/work/a\ncat > $OUT <<EOF\nDOC",
      "export OUT=/work\ncat > \"${OUT}/a\" <<\"EOF\"\nDOC",
    ])
  func names(_ script: String) {
    let lines = script.replacing("DOC", with: "address: cart\nport_value: 81\nEOF\nnc -z cart 80")
      .replacing("\n", with: "\n      ")
    let graph = Self.prepared("\n    - sh\n    - -c\n    - |\n      \(lines)")
    #expect(
      graph.edges(.calls) == [
        "\(app) -calls 81-> default/Service/cart", "default/Deployment/web/setup -calls 80-> default/Service/cart",
      ])
  }
}
