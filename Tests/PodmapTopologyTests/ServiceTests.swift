import PodmapManifests
import PodmapTopology
import Testing

@Suite("Services, selectors and ports")
struct ServiceTests {
  static let web = deployment(
    "web", labels: "app: web, tier: front",
    spec: """
      initContainers:
      - {name: setup, ports: [{containerPort: 9000}]}
      - {name: proxy, restartPolicy: Always, ports: [{containerPort: 15001, name: proxy}]}
      containers:
      - {name: app, ports: [{containerPort: 8080, name: http}, {containerPort: 53, protocol: UDP, name: dns}]}
      """)

  @Test("A port leads to the container that has it, by number, name and protocol")
  func ports() {
    let graph = Graph(
      Self.web + "---\n"
        + service(
          "s",
          spec: """
            selector: {app: web}
            ports:
            - {port: 80, targetPort: http}
            - {port: 8080}
            - {port: 15, targetPort: 15001}
            - {port: 53, protocol: UDP, targetPort: dns}
            - {port: 9000, targetPort: 9000}
            - {port: 1, targetPort: nothing}
            - {port: 2, targetPort: "8080"}
            """))
    #expect(
      graph.edges(.routes) == [
        "default/Service/s -routes 1 → nothing-> default/Deployment/web",
        "default/Service/s -routes 80 → 8080, 8080, 53/UDP, 9000, 2 → 8080-> default/Deployment/web/app",
        "default/Service/s -routes 15 → 15001-> default/Deployment/web/proxy",
      ])
  }

  @Test("An undeclared number goes to the only app container, or to the pod if there are several")
  func undeclaredPort() {
    let services = service("s", spec: "selector: {app: x}\nports: [{port: 80}]")
    let one = Graph(deployment("d", labels: "app: x", spec: "containers: [{name: a}]") + "---\n" + services)
    #expect(one.edges(.routes) == ["default/Service/s -routes 80-> default/Deployment/d/a"])
    let two = Graph(deployment("d", labels: "app: x", spec: "containers: [{name: a}, {name: b}]") + "---\n" + services)
    #expect(two.edges(.routes) == ["default/Service/s -routes 80-> default/Deployment/d"])
  }

  @Test("A selector never reaches into another namespace")
  func namespaces() {
    let graph = Graph(
      Self.web + "---\n" + deployment("web", labels: "app: web", namespace: "other", spec: "containers: [{name: a}]")
        + "---\n" + service("s", namespace: "other", spec: "selector: {app: web}"))
    #expect(graph.edges(.selects) == ["other/Service/s -selects-> other/Deployment/web"])
  }

  @Test(
    "A Service without a selector that can match selects nothing",
    arguments: [
      "ports: [{port: 80}]", "selector: {}", "selector: {app: web, tier: back}", "selector: {app: web, absent: x}",
      "type: ExternalName\nexternalName: example.org\nselector: {app: web}",
    ])
  func noSelection(_ spec: String) {
    #expect(Graph(Self.web + "---\n" + service("s", spec: spec)).edges(.selects).isEmpty)
  }

  @Test("Pods of an unknown custom resource that omits its namespace are found in the default one")
  func customWithoutNamespace() {
    let rollout = """
      apiVersion: example.org/v1
      kind: Rollout
      metadata: {name: r}
      spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: i}]}}}
      ---

      """
    let graph = Graph(rollout + service("s", spec: "selector: {app: web}\nports: [{port: 80}]"))
    #expect(graph.edges(.routes) == ["default/Service/s -routes 80-> Rollout.example.org/r/c"])
    var selection = Selection()
    selection.namespaces = ["default"]
    #expect(graph.topology.selecting(selection).nodes.count == 3)
  }

  @Test("Of several pod templates, only those that the selector matches get traffic")
  func matchingTemplate() {
    let cluster = """
      apiVersion: ray.io/v1
      kind: RayCluster
      metadata: {name: ray, namespace: default}
      spec:
        headGroupSpec:
          template: {metadata: {labels: {role: head}}, spec: {containers: [{name: c, ports: [{containerPort: 9000}]}]}}
        workerGroupSpecs:
        - template: {metadata: {labels: {role: worker}}, spec: {containers: [{name: c, ports: [{containerPort: 9000}]}]}}
      ---

      """
    let graph = Graph(cluster + service("s", spec: "selector: {role: head}\nports: [{port: 9000}]"))
    #expect(graph.edges(.routes) == ["default/Service/s -routes 9000-> default/RayCluster.ray.io/ray/headGroupSpec/c"])
  }

  @Test(
    "A Service for one pod of a StatefulSet finds it by the name that its controller gives",
    arguments: [(2, 1), (3, 0)])
  func statefulSetPod(_ number: Int, _ count: Int) {
    let set = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec: {replicas: 3, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: c}]}}}
      ---

      """
    let spec = "selector: {app: db, statefulset.kubernetes.io/pod-name: db-\(number)}"
    #expect(Graph(set + service("s", spec: spec)).edges(.selects).count == count)
  }

  @Test("A PodTemplate object runs no pods that a Service could select")
  func podTemplateObject() {
    let template = """
      apiVersion: v1
      kind: PodTemplate
      metadata: {name: t}
      template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c}]}}
      ---

      """
    #expect(Graph(template + service("s", spec: "selector: {app: web}")).edges(.selects).isEmpty)
  }

  @Test("Every key of a selector is evidence")
  func evidence() {
    let graph = Graph(Self.web + "---\n" + service("s", spec: "selector:\n  app: web\n  tier: front"))
    #expect(
      graph.edge("default/Service/s", "default/Deployment/web", .selects)?.evidence.map {
        "\($0.line) \($0.path) \($0.value)"
      } == ["22 spec.selector.app web", "23 spec.selector.tier front"])
  }

  @Test("A label with special characters has a path that can be read back")
  func quotedPath() {
    let graph = Graph(
      deployment("d", labels: "app.kubernetes.io/name: x", spec: "containers: [{name: a}]") + "---\n"
        + service("s", spec: "selector: {app.kubernetes.io/name: x}"))
    #expect(
      graph.edge("default/Service/s", "default/Deployment/d", .selects)?.evidence.first?.path
        == "spec.selector[\"app.kubernetes.io/name\"]")
  }

  static let expressions: [(String, Bool)] = [
    ("app=web", true), ("app==web", true), ("app!=web", false), ("app in (web, api)", true), ("app notin (web)", false),
    ("tier", true), ("!tier", false), ("!absent", true), ("absent notin (x)", true), ("absent!=x", true),
    ("app=web,tier=front", true), ("app=web,tier=back", false), ("app in (web),tier in (back,front)", true),
  ]

  @Test("Label selectors of the command line mean what they mean for kubectl", arguments: expressions)
  func labelExpressions(_ expression: String, _ matches: Bool) {
    var selection = Selection()
    selection.labels = LabelSelector(expression: expression)
    #expect(selection.labels != nil)
    #expect(Graph(Self.web).topology.selecting(selection).nodes.isEmpty != matches)
  }

  @Test("A text that is not a label selector is rejected", arguments: ["", ",", "a b", "in (x)", "=x", "a in x"])
  func badExpressions(_ expression: String) {
    #expect(LabelSelector(expression: expression) == nil)
  }
}
