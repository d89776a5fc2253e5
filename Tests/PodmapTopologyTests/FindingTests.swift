import PodmapManifests
import PodmapTopology
import Testing

@Suite("Findings")
struct FindingTests {
  /// What was found about one topic, as it is printed.
  static func found(_ topic: Diagnostic.Topic, _ texts: String...) -> [String] {
    let text = texts.joined(separator: "\n---\n")
    return Graph(text).diagnostics.filter { $0.topic == topic }.map(\.description)
  }

  static func claim(_ mode: String) -> String {
    """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: data}
    spec: {accessModes: [\(mode)], resources: {requests: {storage: 1Gi}}}
    """
  }

  // MARK: - Called ports

  private static func called(_ spec: String) -> String {
    "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {\(spec)}"
  }

  private static func caller(_ address: String) -> String {
    deployment("web", spec: "containers: [{name: app, env: [{name: API_URL, value: 'http://\(address)/'}]}]")
  }

  @Test("A Gateway that the input lacks is reported where a route names it")
  func missingGateway() {
    let text = """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: v, namespace: shop}
      spec: {gateways: [mesh, public], hosts: ["*"], http: [{route: [{destination: {host: web}}]}]}
      ---
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: r, namespace: shop}
      spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: web, port: 80}]}]}
      ---

      """ + service("web", namespace: "shop", spec: "ports: [{port: 80}]")
    #expect(
      Graph(text).diagnostics.filter { $0.topic == .missingObject }.map(\.description) == [
        "0.yaml:9:28: warning: the Gateway 'edge' is not in the input, but the HTTPRoute 'r' is attached to it; add its "
          + "manifest, or correct the name",
        "0.yaml:4:25: warning: the Gateway 'public' is not in the input, but the VirtualService 'v' is attached to it; "
          + "add its manifest, or correct the name",
      ])
  }

  @Test("A call to a port that the Service does not have is reported")
  func calledPort() {
    #expect(
      Self.found(.calledPort, Self.caller("api:8083"), Self.called("ports: [{port: 80}, {port: 81}]")) == [
        "0.yaml:10:61: warning: the container 'app' of the Deployment 'web' calls port 8083 of the Service 'api', "
          + "which has '80' and '81'; correct one of them"
      ])
  }

  @Test(
    "An existing port, a headless Service, an external host and a Service without ports are not findings",
    arguments: [
      ("api:80", "ports: [{port: 80}]"), ("api", "ports: [{port: 80}]"),
      ("api:8083", "clusterIP: None, ports: [{port: 80}]"), ("api:8083", "type: ExternalName, externalName: x.com"),
      ("api:30080", "type: NodePort, ports: [{port: 80, nodePort: 30080}]"), ("api:1", "clusterIP: 10.0.0.1"),
      ("other.example.com:8083", "ports: [{port: 80}]"),
    ])
  func calledPortIsThere(_ address: String, _ spec: String) {
    #expect(!Self.found(.calledPort, Self.caller(address), Self.called(spec)).contains { $0.contains("calls port") })
  }

  // MARK: - Missing objects

  static let settings = """
    containers:
    - name: server
      envFrom:
      - configMapRef: {name: settings}
    """

  @Test("An object that is not in the input is reported once, with the first reference and the number of others")
  func missing() {
    #expect(
      Self.found(.missingObject, deployment("a", spec: Self.settings), deployment("b", spec: Self.settings)) == [
        "0.yaml:13:32: warning: the ConfigMap 'settings' is not in the input, but the container 'server' of the "
          + "Deployment 'a' reads it (1 other refers to it); add its manifest, or correct the name"
      ])
  }

  @Test("A name that is nearly right is suggested, and a namespace that can't be reached is named")
  func nearlyRight() {
    func map(_ name: String, _ namespace: String) -> String {
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \(name), namespace: \(namespace)}"
    }
    let web = deployment("web", namespace: "default", spec: Self.settings)
    #expect(Self.found(.missingObject, map("setings", "default"), web)[0].hasSuffix("; did you mean 'setings'?"))
    #expect(
      Self.found(.missingObject, map("settings", "shop"), web)[0].hasSuffix(
        "; there is one in the namespace 'shop', but it can't be used from here"))
  }

  @Test(
    "What exists, is optional or secret, or is provided by the cluster is not missing",
    arguments: [
      "containers: [{name: c, envFrom: [{configMapRef: {name: x, optional: true}}, {secretRef: {name: y}}]}]",
      "containers: [{name: c, envFrom: [{configMapRef: {name: kube-root-ca.crt}}]}]\nserviceAccountName: default",
      "containers: [{name: c, envFrom: [{configMapRef: {name: there}}]}]\npriorityClassName: high\nnodeName: n1",
    ])
  func notMissing(_ spec: String) {
    let there = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: there}"
    #expect(Self.found(.missingObject, there, deployment("web", spec: spec)) == [])
  }

  // MARK: - Services

  static let web = deployment("web", labels: "app: web, tier: front", spec: "containers: [{name: c}]")
  static let webInDefault = deployment(
    "web", labels: "app: web, tier: front", namespace: "default", spec: "containers: [{name: c}]")

  @Test("A Service that selects nothing is reported, with the nearest pods")
  func emptyService() {
    #expect(
      Self.found(.emptySelector, Self.web, service("s", spec: "selector: {app: web, tier: back}")) == [
        "0.yaml:18:19: warning: the Service 's' selects no pods in the input (app=web, tier=back); "
          + "the pods of the Deployment 'web' have tier=front"
      ])
    #expect(
      Self.found(.emptySelector, Self.web, service("s", spec: "selector: {app: api}"))[0].hasSuffix(
        "(app=api); correct its selector, or add its workload"))
  }

  @Test("A label that pods may get when they run causes a note, not a warning")
  func labelAtRunTime() {
    let found = Self.found(.emptySelector, Self.web, service("s", spec: "selector: {app: web, role: primary}"))
    #expect(found.count == 1)
    #expect(found[0].contains("note: the Service 's' selects no pod"))
    #expect(found[0].hasSuffix("have no label 'role', unless they get it at run time"))
  }

  @Test("Pods in another namespace are named")
  func podsElsewhere() {
    #expect(
      Self.found(.emptySelector, Self.webInDefault, service("s", namespace: "other", spec: "selector: {app: web}"))[0]
        .contains(
          "in the namespace 'other'; pods with these labels are in 'default', which its selector can't reach"))
  }

  @Test(
    "A Service whose pods or addresses come from elsewhere is not a finding",
    arguments: [
      service("s", spec: "selector: {app: web}"), service("s", spec: "ports: [{port: 80}]"),
      service("s", spec: "selector: {}"),
      service("s", spec: "type: ExternalName\nexternalName: example.org\nselector: {app: x}"),
      service("s", namespace: "kube-system", spec: "selector: {component: kube-scheduler}"),
      service("s", namespace: "elsewhere", spec: "selector: {app: x}"),
      service("s", spec: "selector: {job-name: x}"),
      service("s", spec: "selector: {app: x}") + "---\napiVersion: v1\nkind: Endpoints\nmetadata: {name: s}\n",
      service("s", spec: "selector: {app: x}") + """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s-1, labels: {kubernetes.io/service-name: s}}
        """,
      service("s", spec: "selector: {strimzi.io/kind: Kafka}") + """
        ---
        apiVersion: kafka.strimzi.io/v1beta2
        kind: Kafka
        metadata: {name: events, namespace: default}
        """,
      service("s", spec: "selector: {cluster: events}") + """
        ---
        apiVersion: example.org/v1
        kind: Database
        metadata: {name: events, namespace: default}
        """,
    ])
  func noEmptyService(_ text: String) {
    #expect(Self.found(.emptySelector, Self.webInDefault, text) == [])
  }

  @Test("Services alone, whose workloads are kept elsewhere, are not findings")
  func onlyServices() {
    #expect(Self.found(.emptySelector, service("s", spec: "selector: {app: web}")) == [])
  }

  // MARK: - Ports

  static let ports = deployment(
    "web", labels: "app: web",
    spec: """
      initContainers:
      - {name: proxy, restartPolicy: Always, ports: [{containerPort: 15001, name: proxy}]}
      containers:
      - {name: c, ports: [{containerPort: 8080, name: http}, {containerPort: 53, protocol: UDP, name: dns}]}
      """)

  @Test("A port name that no selected container has is reported, with the existing names")
  func namedPort() {
    let spec = "selector: {app: web}\nports: [{port: 80, targetPort: web}, {port: 53, targetPort: dns}]"
    #expect(
      Self.found(.targetPort, Self.ports, service("s", spec: spec)) == [
        "0.yaml:22:34: warning: the Service 's' sends traffic to the port 'web', which no container "
          + "of the Deployment 'web' declares; use one of these names: 'proxy', 'http' and 'dns'",
        "0.yaml:22:63: warning: the Service 's' sends traffic to the port 'dns', which no container "
          + "of the Deployment 'web' declares; the port with that name is UDP, this one is TCP",
      ])
  }

  @Test(
    "Declared names, undeclared numbers, and ports without a pod in the input are not findings",
    arguments: [
      "selector: {app: web}\nports: [{port: 80, targetPort: http}, {port: 53, protocol: UDP, targetPort: dns}]",
      "selector: {app: web}\nports: [{port: 80, targetPort: proxy}, {port: 81, targetPort: 9999}, {port: 82}]",
      "selector: {app: web, and: more}\nports: [{port: 80, targetPort: web}]", "ports: [{port: 80, targetPort: web}]",
    ])
  func noNamedPort(_ spec: String) {
    #expect(Self.found(.targetPort, Self.ports, service("s", spec: spec)) == [])
  }

  @Test("One of several workloads that declares the name is enough")
  func oneDeclares() {
    let other = deployment("old", labels: "app: web", spec: "containers: [{name: c}]")
    #expect(
      Self.found(
        .targetPort, Self.ports, other,
        service("s", spec: "selector: {app: web}\nports: [{port: 80, targetPort: http}]"))
        == [])
  }

  @Test("Two containers of a pod that run at the same time can't have the same port")
  func collision() {
    let spec = """
      initContainers:
      - {name: proxy, restartPolicy: Always, ports: [{containerPort: 80}]}
      containers:
      - {name: a, ports: [{containerPort: 53, protocol: UDP}, {containerPort: 80}]}
      - {name: b, ports: [{containerPort: 53, protocol: UDP}]}
      """
    #expect(
      Self.found(.portCollision, deployment("web", spec: spec)) == [
        "0.yaml:13:79: warning: the containers 'proxy' and 'a' of the Deployment 'web' both declare port 80/TCP but "
          + "share one network; make one of them listen on another port",
        "0.yaml:14:43: warning: the containers 'a' and 'b' of the Deployment 'web' both declare port 53/UDP but "
          + "share one network; make one of them listen on another port",
      ])
  }

  @Test(
    "Other protocols, completed init containers, other pods and one container's own ports don't collide",
    arguments: [
      "containers: [{name: a, ports: [{containerPort: 53}]}, {name: b, ports: [{containerPort: 53, protocol: UDP}]}]",
      "initContainers: [{name: i, ports: [{containerPort: 80}]}]\ncontainers: [{name: a, ports: [{containerPort: 80}]}]",
      "containers: [{name: a, ports: [{containerPort: 80, name: x}, {containerPort: 80, name: y}]}]",
    ])
  func noCollision(_ spec: String) {
    let other = deployment("other", spec: "containers: [{name: a, ports: [{containerPort: 80}]}]")
    #expect(Self.found(.portCollision, deployment("web", spec: spec), other) == [])
  }
}
