import PodmapManifests
import PodmapTopology
import Testing

/// Variables that a Kustomization of Flux fills in.
@Suite("Variables of Flux")
struct PostBuildTests {
  private static func kustomization(_ build: String, name: String = "apps", path: String = "./apps") -> SourceFile {
    SourceFile(
      name: "clusters/\(name).yaml",
      text: """
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: \(name), namespace: flux-system}
        spec:
          path: \(path)
          postBuild: \(build)
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: vars, namespace: flux-system}
        data: {HOST: db, PORT: '5432'}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: secrets, namespace: flux-system}
        stringData: {HOST: secret-db}

        """)
  }

  private static func app(_ address: String, metadata: String = "", folder: String = "apps") -> SourceFile {
    SourceFile(
      name: "\(folder)/web.yaml",
      text: """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: "web${SUFFIX:=-v1}", namespace: shop\(metadata)}
        spec:
          replicas: ${REPLICAS:=3}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: c, image: i, env: [{name: DB_URL, value: '\(address)'}]}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: shop}
        spec: {selector: {app: db}, ports: [{port: 5432}]}

        """)
  }

  private static func topology(_ files: SourceFile...) -> Topology {
    Topology(ManifestSet(reading: files).resources)
  }

  private static func calls(_ topology: Topology) -> [String] {
    topology.edges.filter { $0.kind == .calls }.map {
      "\(topology.nodes[$0.from].id.text) \($0.label) \(topology.nodes[$0.to].id.text)"
    }
  }

  @Test(
    "They have the values of the Kustomization that applies the folder",
    arguments: [
      "{substitute: {HOST: db, PORT: '5432'}}", "{substituteFrom: [{kind: ConfigMap, name: vars}]}",
      "{substituteFrom: [{kind: ConfigMap, name: vars}], substitute: {PORT: '5432'}}",
    ])
  func values(_ build: String) {
    let topology = Self.topology(Self.kustomization(build), Self.app("http://${HOST}:${PORT}"))
    #expect(Self.calls(topology) == ["shop/Deployment/web-v1/c 5432 shop/Service/db"])
    let workload = topology.nodes.first { $0.name == "web-v1" }?.workload
    #expect(workload?.scale == .replicas(3))
  }

  @Test("A value of the Kustomization itself takes precedence, and a default stands for what is absent")
  func precedence() {
    let build = "{substituteFrom: [{kind: ConfigMap, name: vars}], substitute: {HOST: other}}"
    let topology = Self.topology(Self.kustomization(build), Self.app("http://${HOST:=x}:${GONE:-80}"))
    #expect(Self.calls(topology) == ["shop/Deployment/web-v1/c 80 shop/Service/other"])
  }

  @Test(
    "Everything else stays as it is written",
    arguments: [
      ("{substituteFrom: [{kind: Secret, name: secrets}]}", "", "apps"),
      ("{substitute: {HOST: db}}", ", annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}", "apps"),
      ("{substitute: {HOST: db}}", ", labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}", "apps"),
      ("{substitute: {HOST: db}}", "", "elsewhere"), ("{substitute: {OTHER: db}}", "", "apps"),
    ])
  func unknown(_ build: String, _ metadata: String, _ folder: String) {
    let topology = Self.topology(
      Self.kustomization(build), Self.app("http://${HOST}:5432", metadata: metadata, folder: folder))
    #expect(Self.calls(topology).isEmpty)
  }

  @Test("What a shell is to see stays")
  func escaped() {
    let topology = Self.topology(Self.kustomization("{substitute: {HOST: db}}"), Self.app("http://$${HOST}:5432"))
    #expect(Self.calls(topology).isEmpty)
  }

  @Test("Of two Kustomizations with different values, none is taken")
  func several() {
    func found(_ host: String) -> [String] {
      Self.calls(
        Self.topology(
          Self.kustomization("{substitute: {HOST: db}}"),
          Self.kustomization("{substitute: {HOST: \(host)}}", name: "prod"), Self.app("http://${HOST}:5432")))
    }
    #expect(found("other").isEmpty)
    #expect(found("db").count == 1)
  }
}
