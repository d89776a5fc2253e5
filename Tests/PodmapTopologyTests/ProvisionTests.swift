import PodmapManifests
import PodmapTopology
import Testing

/// What operators make for the objects of the input.
@Suite("Provided objects")
struct ProvisionTests {
  private static func object(_ version: String, _ kind: String, _ spec: String = "{}") -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: x, namespace: n}\nspec: \(spec)\n---\n"
  }

  @Test(
    "A call to a Service that an operator makes leads to the object for which it is made",
    arguments: [
      ("kafka.strimzi.io/v1beta2", "Kafka", "{}", "x-kafka-bootstrap"),
      ("kafka.strimzi.io/v1beta2", "Kafka", "{kafka: {listeners: [{name: tls}]}}", "x-kafka-tls-bootstrap"),
      ("postgresql.cnpg.io/v1", "Cluster", "{}", "x-ro"), ("postgresql.cnpg.io/v1", "Pooler", "{}", "x"),
      ("elasticsearch.k8s.elastic.co/v1", "Elasticsearch", "{nodeSets: [{name: hot}]}", "x-es-hot"),
      ("kibana.k8s.elastic.co/v1", "Kibana", "{}", "x-kb-http"), ("rabbitmq.com/v1beta1", "RabbitmqCluster", "{}", "x"),
      ("monitoring.coreos.com/v1", "Alertmanager", "{}", "alertmanager-operated"),
      ("opentelemetry.io/v1beta1", "OpenTelemetryCollector", "{}", "x-collector"),
      ("serving.knative.dev/v1", "Service", "{}", "x"), ("ray.io/v1", "RayCluster", "{}", "x-head-svc"),
      ("databases.spotahome.com/v1", "RedisFailover", "{}", "rfs-x"),
      ("acid.zalan.do/v1", "postgresql", "{}", "x-repl"), ("kubeflow.org/v1", "PyTorchJob", "{}", "x-worker-3"),
    ])
  func services(_ version: String, _ kind: String, _ spec: String, _ host: String) {
    let graph = Graph(
      Self.object(version, kind, spec)
        + deployment(
          "web", namespace: "n", spec: "containers: [{name: c, env: [{name: URL, value: 'http://\(host).n.svc:80'}]}]"))
    let target = "n/\(ResourceKind(apiVersion: version, kind: kind).rawValue)/x"
    #expect(graph.edges(.calls) == ["n/Deployment/web/c -calls 80-> \(target)"])
    #expect(graph.diagnostics.isEmpty, "\(graph.diagnostics)")
  }

  @Test("An Ingress leads to the object whose Service it names")
  func ingress() {
    let ingress = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: i, namespace: n}
      spec: {defaultBackend: {service: {name: x, port: {number: 80}}}}
      ---

      """
    let graph = Graph(Self.object("serving.knative.dev/v1", "Service") + ingress)
    #expect(graph.edges(.routes) == ["n/Ingress/i -routes-> n/Service.serving.knative.dev/x"])
    #expect(graph.diagnostics.isEmpty)
  }

  @Test(
    "A Secret, a ConfigMap or a claim that is made comes from the object for which it is made",
    arguments: [
      (object("postgresql.cnpg.io/v1", "Cluster"), "envFrom: [{secretRef: {name: x-app}}]", "Secret/x-app"),
      (
        object("objectbucket.io/v1alpha1", "ObjectBucketClaim"), "envFrom: [{configMapRef: {name: x}}]", "ConfigMap/x"
      ),
      (
        object(
          "secrets.hashicorp.com/v1beta1", "VaultStaticSecret", "{destination: {name: token}}"),
        "envFrom: [{secretRef: {name: token}}]", "Secret/token"
      ),
    ])
  func configuration(_ provider: String, _ field: String, _ target: String) {
    let graph = Graph(provider + deployment("web", namespace: "n", spec: "containers: [{name: c, \(field)}]"))
    #expect(graph.edges(.owns).map { $0.hasSuffix("-owns makes-> n/\(target)") } == [true])
    #expect(graph.node("n/\(target)")?.presence == .notInInput)
    #expect(graph.diagnostics.isEmpty, "\(graph.diagnostics)")
  }

  @Test("A claim of one of its pods is made by a StatefulSet")
  func claims() {
    let set = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: n}
      spec:
        template: {spec: {containers: [{name: c, image: i}]}}
        volumeClaimTemplates: [{metadata: {name: data}}]
      ---

      """
    func backup(_ claim: String) -> Graph {
      Graph(
        set
          + deployment(
            "backup", namespace: "n",
            spec: "containers: [{name: c}]\nvolumes: [{name: v, persistentVolumeClaim: {claimName: \(claim)}}]"))
    }
    #expect(backup("data-db-0").edges(.owns) == ["n/StatefulSet/db -owns makes-> n/PersistentVolumeClaim/data-db-0"])
    #expect(backup("data-db-0").diagnostics.isEmpty)
    #expect(backup("data-db").diagnostics.count == 1)
  }

  @Test("A project says what the controllers of its own kinds make")
  func written() {
    var settings = GraphSettings()
    settings.provisions = [
      Provision("Cache.example.com", .service, "{name}-{spec.shards[].name}"),
      Provision("Cache.example.com", .configMap, "{name}", namespace: "shared"),
    ]
    let text =
      Self.object("example.com/v1", "Cache", "{shards: [{name: a}, {name: b}]}")
      + deployment(
        "web", namespace: "n", spec: "containers: [{name: c, env: [{name: URL, value: 'http://x-b:80'}]}]")
    let topology = Topology(
      ManifestSet(reading: [SourceFile(name: "a.yaml", text: text)]).resources, settings: settings)
    #expect(topology.nodes.allSatisfy { $0.presence == .present })
    #expect(topology.edges.filter { $0.kind == .calls }.map { topology.nodes[$0.to].name } == ["x"])
  }

  @Test("Policies judge a call to what a controller runs: the caller's end is known")
  func verdict() {
    let policy = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny, namespace: n}
      spec: {podSelector: {}, policyTypes: [Egress]}
      ---

      """
    let graph = Graph(
      policy + Self.object("mysql.oracle.com/v2", "InnoDBCluster")
        + deployment(
          "web", namespace: "n", spec: "containers: [{name: c, env: [{name: URL, value: 'mysql://x:6446'}]}]"))
    let edge = graph.edge("n/Deployment/web/c", "n/InnoDBCluster.mysql.oracle.com/x", .calls)
    #expect(edge?.verdict?.state == .denied)
    #expect(graph.diagnostics.map(\.message).contains { $0.contains("to InnoDBCluster 'x' port 6446 is denied") })
  }

  @Test("The object itself comes before what would be made")
  func present() {
    let graph = Graph(
      Self.object("postgresql.cnpg.io/v1", "Cluster") + service("x-rw", namespace: "n", spec: "ports: [{port: 5432}]"),
      deployment("web", namespace: "n", spec: "containers: [{name: c, env: [{name: DB_HOST, value: x-rw}]}]"))
    #expect(graph.edges(.calls) == ["n/Deployment/web/c -calls-> n/Service/x-rw"])
  }
}
