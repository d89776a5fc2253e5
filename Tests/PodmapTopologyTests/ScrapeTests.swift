import PodmapManifests
import PodmapTopology
import Testing

@Suite("Calls: what a Prometheus scrapes")
struct ScrapeTests {
  private static func graph(_ label: String, _ names: String = "") -> Graph {
    let configuration = """
      prometheus.yml: |
        scrape_configs:
        - job_name: found
          kubernetes_sd_configs:
          - role: pod\(names)
          relabel_configs:
          - source_labels: [\(label)]
            action: keep
            regex: true
      """
    let app = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart, namespace: default}
      spec:
        template:
          metadata: {labels: {app: cart}, annotations: {prometheus.io/scrape: 'true', prometheus.io/port: '9100'}}
          spec: {containers: [{name: cart}, {name: exporter, ports: [{containerPort: 9100}]}]}

      """
    let door = """
      apiVersion: v1
      kind: Service
      metadata: {name: till, namespace: default, annotations: {prometheus.io/scrape: 'true'}}
      spec: {selector: {app: cart}, ports: [{port: 80}]}

      """
    return Graph(
      deployment(
        "prometheus", namespace: "default",
        spec: """
          containers: [{name: server, volumeMounts: [{name: c, mountPath: /etc/prometheus}]}]
          volumes: [{name: c, configMap: {name: c}}]
          """) + "---\n" + configMap("c", configuration) + "---\n" + app + "---\n" + door)
  }

  private static let server = "default/Deployment/prometheus/server"

  @Test("The annotation of pods makes a call to the container with the port")
  func pods() {
    let graph = Self.graph("__meta_kubernetes_pod_annotation_prometheus_io_scrape")
    #expect(graph.edges(.calls) == ["\(Self.server) -calls 9100-> default/Deployment/cart/exporter"])
    let call = graph.edge(Self.server, "default/Deployment/cart/exporter", .calls)
    #expect(call?.certainty == .inferred)
    #expect(call?.evidence.first?.path == "spec.template.metadata.annotations[\"prometheus.io/scrape\"]")
  }

  @Test("The annotation of Services makes a call to the Service")
  func services() {
    let graph = Self.graph("__meta_kubernetes_service_annotation_prometheus_io_scrape")
    #expect(graph.edges(.calls) == ["\(Self.server) -calls 80-> default/Service/till"])
  }

  @Test("No Prometheus that reads the annotation, no call")
  func others() {
    #expect(Self.graph("__meta_kubernetes_pod_label_app").edges(.calls).isEmpty)
    let label = "__meta_kubernetes_pod_annotation_prometheus_io_scrape"
    let elsewhere = "\n          namespaces:\n            names:\n            - other"
    #expect(Self.graph(label, elsewhere).edges(.calls).isEmpty)
    #expect(Self.graph(label, elsewhere + "\n            - default").edges(.calls).count == 1)
  }
}

@Suite("Names of ConfigMaps and Secrets in variables and arguments")
struct NameReferenceTests {
  private static func uses(_ fields: String) -> [String] {
    calls(
      fields,
      others: configMap("tcp-services", "a: b") + "---\napiVersion: v1\nkind: Secret\nmetadata: {name: web-tls}\n"
    ).edges(.uses)
  }

  @Test(
    "They are references if the input has the object",
    arguments: [
      "env: [{name: CONFIG_MAP_NAME, value: tcp-services}]", "args: ['--tcp-services-configmap=default/tcp-services']",
      "args: ['--tcp-services-configmap=$(POD_NAMESPACE)/tcp-services']", "args: [--configmap, tcp-services]",
    ])
  func configMaps(_ fields: String) {
    #expect(Self.uses(fields).count == 1)
    #expect(Self.uses(fields).allSatisfy { $0.hasSuffix("-> default/ConfigMap/tcp-services") })
  }

  @Test("The value of a variable that names a secret isn't shown")
  func secrets() {
    let graph = calls(
      "env: [{name: TLS_SECRET, value: web-tls}]",
      others: "apiVersion: v1\nkind: Secret\nmetadata: {name: web-tls}\n")
    #expect(graph.edge(app, "default/Secret/web-tls", .uses)?.evidence.map(\.value) == ["<redacted>"])
    #expect(graph.edge(app, "default/Secret/web-tls", .uses)?.certainty == .inferred)
  }

  @Test(
    "Other words are not",
    arguments: [
      "env: [{name: APP, value: tcp-services}]", "env: [{name: CONFIG_MAP, value: gone}]",
      "args: ['--configmap=other/tcp-services']", "args: [tcp-services]",
    ])
  func others(_ fields: String) {
    #expect(Self.uses(fields).isEmpty)
  }
}

@Suite("Names of objects in roles")
struct RoleNameTests {
  private static func grants(_ kind: String, _ namespaces: String...) -> [String] {
    let objects = namespaces.map {
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: \($0)}\n---\n"
    }
    let metadata = kind == "Role" ? "{name: r, namespace: a}" : "{name: r}"
    return Graph(
      objects.joined() + """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: \(kind)
        metadata: \(metadata)
        rules: [{apiGroups: [''], resources: [configmaps], resourceNames: [settings], verbs: [get]}]

        """
    ).edges(.grants)
  }

  @Test("They are references to the object in the role's namespace, or to the only one that a cluster role can mean")
  func names() {
    #expect(Self.grants("Role", "a", "b") == ["a/Role/r -grants-> a/ConfigMap/settings"])
    #expect(Self.grants("ClusterRole", "b") == ["ClusterRole/r -grants-> b/ConfigMap/settings"])
    #expect(Self.grants("ClusterRole", "a", "b").isEmpty)
    #expect(Self.grants("ClusterRole").isEmpty)
  }
}

@Suite("Variables that nobody has filled in")
struct UnfilledVariableTests {
  @Test(
    "An object with such a name is not in the input, rather than missing, and one note says so",
    arguments: ["${NAME}", "$NAME", "{{ name }}", "<name>", "%NAME%", "web-$(NAME)", "__NAME__"])
  func names(_ name: String) {
    let graph = calls("envFrom: [{configMapRef: {name: '\(name)'}}, {configMapRef: {name: '\(name)-2'}}]")
    #expect(graph.topology.nodes.filter { $0.kind == .configMap }.allSatisfy { $0.presence == .notInInput })
    #expect(graph.diagnostics.map(\.severity) == [.note])
    #expect(graph.diagnostics[0].message.hasPrefix("variables that nobody has filled in: '\(name)'"))
  }

  @Test("Other names are still missing", arguments: ["name", "a.b-c", "a_b"])
  func others(_ name: String) {
    let graph = calls("envFrom: [{configMapRef: {name: '\(name)'}}]")
    #expect(graph.diagnostics.map(\.severity) == [.warning])
  }
}
