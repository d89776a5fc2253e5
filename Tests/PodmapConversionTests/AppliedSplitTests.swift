import PodmapConversion
import PodmapManifests
import PodmapTopology
import Testing

/// Problems that would only show in a cluster.
@Suite("Applying a split")
struct AppliedSplitTests {
  private let api = "name: api, image: api, ports: [{containerPort: 9000}]"

  /// Two containers that listen, and the configuration of a proxy that passes requests on to both.
  private let behind = [
    "name: api, image: api, ports: [{containerPort: 9000}]", "name: back, image: back, ports: [{containerPort: 9001}]",
  ]
  private let conf = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: conf}
    data:
      nginx.conf: |
        location /a { proxy_pass http://localhost:9000; }
        location /b { proxy_pass http://localhost:9001; }
    ---

    """

  @Test(
    "A proxy that passes requests on to several containers gets its own pod, which its Service leads to",
    arguments: [service("web", "{port: 80}"), ""])
  func front(_ service: String) {
    let conversion = split(
      workload(
        ["name: front, image: nginx, ports: [{containerPort: 80}], volumeMounts: [{name: conf, mountPath: /etc/nginx}]"]
          + behind, pod: "volumes: [{name: conf, configMap: {name: conf}}]") + conf + service)
    #expect(
      conversion.pods == [
        "default/Deployment/api: api", "default/Deployment/back: back", "default/Deployment/front: front",
      ])
    #expect(conversion.routes.contains { $0.hasSuffix("-> default/Deployment/front/front") })
    #expect(conversion.messages.isEmpty, "\(conversion.messages)")
  }

  @Test("A worker that calls several containers and has no port is included once")
  func worker() {
    let conversion = split(
      workload(["name: work, image: work, args: ['http://localhost:9000', 'http://localhost:9001']"] + behind)
        + service("api", "{port: 80, targetPort: 9000}") + service("back", "{port: 80, targetPort: 9001}"))
    #expect(conversion.pods.contains("default/Deployment/work: work") && conversion.pods.count == 3)
    #expect(conversion.messages.isEmpty, "\(conversion.messages)")
  }

  @Test("A container that shares data with another one stays with it and is not copied to those it calls")
  func sharedAndCalling() {
    let conversion = split(
      workload(
        [
          "name: front, image: nginx, ports: [{containerPort: 80}], volumeMounts: [{name: conf, mountPath: /c}, {name: logs, mountPath: /a}]",
          "name: ship, image: fluent-bit, volumeMounts: [{name: logs, mountPath: /a}]",
        ] + behind, pod: "volumes: [{name: logs, emptyDir: {}}, {name: conf, configMap: {name: conf}}]") + conf)
    #expect(conversion.text.ranges(of: "- name: front\n").count == 1, "\(conversion.text)")
    #expect(conversion.pods.contains { $0.hasSuffix(": front, ship") }, "\(conversion.pods)")
  }

  @Test("A probe or a hook that contacts another container's port is reported")
  func probes() {
    let conversion = split(
      workload([
        "name: web, image: web, readinessProbe: {httpGet: {port: 9000}}, lifecycle: {preStop: {httpGet: {port: 9000}}}",
        "\(api), livenessProbe: {tcpSocket: {port: 9000}}",
      ]))
    #expect(conversion.says("readinessProbe of web fails because api, which listens on port 9000, is now another pod"))
    #expect(conversion.says("lifecycle.preStop of web fails because"))
    #expect(!conversion.says("livenessProbe"))
  }

  @Test("Affinity rules that match the pods by an expression refer to each new kind of pod separately")
  func expressions() {
    func text(_ operator_: String, _ values: String) -> String {
      split(
        workload(
          ["name: web, image: web", api],
          pod: "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, "
            + "labelSelector: {matchExpressions: [{key: app, operator: \(operator_), values: [\(values)]}]}}]}}")
      ).text
    }
    // In its selector, the labels of its pods and the rule.
    #expect(text("In", "web").ranges(of: "component: api").count == 4)
    #expect(text("In", "web, other").ranges(of: "component: api").count == 3)
    #expect(text("NotIn", "other").ranges(of: "component: api").count == 3)
  }

  @Test("Pods that don't use the cluster's DNS are reported if they need it")
  func names() {
    let web = "name: web, image: web, args: ['http://localhost:9000']"
    func isReported(_ pod: String) -> Bool {
      split(workload([web, api], pod: pod)).says("don't use the cluster's DNS")
    }
    #expect(isReported("hostNetwork: true") && isReported("dnsPolicy: Default"))
    #expect(!isReported("") && !isReported("hostNetwork: true\ndnsPolicy: ClusterFirstWithHostNet"))
    #expect(
      !split(workload(["name: web, image: web", api], pod: "hostNetwork: true")).says("don't use the cluster's DNS"))
  }

  @Test("Calls between a DaemonSet's containers stay on their node")
  func sameNode() {
    let containers = ["name: web, image: web, args: ['http://localhost:9000']", api]
    #expect(split(workload("DaemonSet", "agent", containers)).text.contains("internalTrafficPolicy: Local"))
    #expect(!split(workload("Deployment", "agent", containers)).text.contains("internalTrafficPolicy"))
  }

  @Test("Names are at most as long as the kind allows, and Service names have no dots")
  func lengths() {
    let long = String(repeating: "n", count: 60)
    let cron = split(workload("CronJob", "nightly", ["name: \(long), image: a", api]))
    #expect(cron.topology.nodes.filter { $0.kind == .cronJob }.allSatisfy { $0.name.count <= 52 })
    let dots = split(
      workload("Deployment", "my.app", ["name: 9front, image: a, args: ['http://localhost:9000']", api])
        + workload("Deployment", "api", ["name: x, image: a"]))
    #expect(dots.text.contains("http://my-app-api:9000"), "\(dots.text)")
  }

  @Test("A container is reported to listen on localhost if it is configured to, not if it calls localhost")
  func binding() {
    func isReported(_ more: String) -> Bool {
      split(workload(["name: web, image: web, args: ['http://localhost:9000']", "\(api), \(more)"]))
        .says("listen on localhost only")
    }
    #expect(isReported("args: [--bind, 127.0.0.1]") && isReported("args: [--host=localhost]"))
    #expect(isReported("env: [{name: LISTEN_ADDRESS, value: localhost}]"))
    #expect(!isReported("env: [{name: DB_HOST, value: localhost}]") && !isReported("args: [--db-host=localhost]"))
  }

  @Test(
    "A command is changed where it contains the host that is called",
    arguments: [
      ("echo localhost && serve --api=localhost:9000", "echo localhost && serve --api=api:9000"),
      ("serve --api=localhost:9000 --db-host localhost", "serve --api=api:9000 --db-host api"),
      ("nc -z localhost 9000; serve --as localhost", "nc -z api 9000; serve --as localhost"),
    ])
  func commands(_ old: String, _ new: String) {
    let conversion = split(
      workload(["name: web, image: web, command: [sh, -c, \"\(old)\"], env: [{name: A, value: 'localhost:9000'}]", api])
    )
    #expect(conversion.text.contains(new), "\(conversion.text)")
  }

  @Test("A workload that selects its pods by an expression gets Services that select no others")
  func expressionsOnly() {
    let conversion = split(
      workload(
        ["name: web, image: web", api],
        spec: "selector: {matchExpressions: [{key: app, operator: In, values: [web, w]}]}"))
    #expect(conversion.text.contains("  selector:\n    app: web\n    app.kubernetes.io/component: api\n"))
  }

  @Test("Addresses that remain in a ConfigMap are reported, and so are changes to an immutable one")
  func configuration() {
    func messages(_ data: String) -> [String] {
      split(
        workload(["name: web, image: web, envFrom: [{configMapRef: {name: c}}]", api])
          + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nimmutable: true\ndata: {\(data)}\n"
      ).messages.filter { $0.contains("ConfigMap") }
    }
    let left = messages("NOTE: 'see localhost:4444'")
    #expect(left.count == 1 && left[0].contains("ConfigMap/c still uses localhost:4444, a port that no container"))
    let usual = messages("CACHES: 'redis://:word@localhost/0,http://localhost'")
    #expect(usual.count == 1 && usual[0].contains("ConfigMap/c still uses localhost:6379"), "\(usual)")
    let changed = messages("API_URL: 'http://localhost:9000'")
    #expect(changed.count == 1 && changed[0].contains("the ConfigMap 'c' is immutable"), "\(changed)")
  }

  @Test("An event-driven autoscaler takes variables only from containers in its own pod")
  func source() {
    let scaler =
      "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: s}\nspec:\n  scaleTargetRef: {name: web, envSourceContainerName: api}\n"
    let conversion = split(workload(["name: front, image: web", api]) + scaler)
    #expect(conversion.text.ranges(of: "envSourceContainerName: api").count == 1)
    #expect(conversion.says("for front no longer takes variables from api"))
  }

  @Test("YAML documents with other line ends or a byte order mark are passed on with our line ends")
  func lineEnds() {
    let other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: |\n    x\n"
    let marked = "\u{FEFF}" + other.replacing("name: c", with: "name: b").replacing("\n", with: "\r\n")
    let windows = "\(marked)---\r\n" + other.replacing("\n", with: "\r\n")
    let conversion = split(windows, workload(["name: web, image: web", api]))
    #expect(conversion.files[0].documents == [other.replacing("name: c", with: "name: b"), other])
  }
}
