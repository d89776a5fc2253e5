import PodmapDiagrams
import PodmapManifests
import PodmapTestSupport
import PodmapTopology
import Testing

/// The topology of a text.
func topology(_ text: String) -> Topology {
  Topology(ManifestSet(reading: [SourceFile(name: "app.yaml", text: text)]).resources)
}

/// A pod with all roles, a Service and an Ingress in front of it, configuration, and things that are missing.
private let shop = """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop}
  spec:
    replicas: 3
    template:
      metadata: {labels: {app: web}}
      spec:
        serviceAccountName: web
        nodeSelector: {disk: ssd}
        securityContext: {runAsUser: 1000}
        initContainers:
        - {name: migrate, image: "migrate:1"}
        - {name: proxy, image: "proxy:2", restartPolicy: Always, ports: [{containerPort: 9000}]}
        containers:
        - name: app
          image: "shop:3"
          ports: [{containerPort: 8080, name: http}]
          envFrom: [{configMapRef: {name: settings}}]
          env: [{name: K, valueFrom: {secretKeyRef: {name: keys, key: k}}}]
          resources: {requests: {cpu: 100m}, limits: {memory: 1Gi}}
          volumeMounts: [{name: data, mountPath: /data}]
        - name: reader
          image: "reader:4"
          volumeMounts: [{name: data, mountPath: /in, readOnly: true}]
        volumes: [{name: data, emptyDir: {}}]
  ---
  apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop}
  spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: http}]}
  ---
  apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata: {name: web, namespace: shop}
  spec: {rules: [{host: shop.example, http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}]}
  ---
  apiVersion: apps/v1
  kind: DaemonSet
  metadata: {name: agent, namespace: tools}
  spec: {template: {spec: {containers: [{name: agent, image: "agent:5"}]}}}
  ---
  apiVersion: v1
  kind: Pod
  metadata: {name: pinned}
  spec: {nodeName: n1, containers: [{name: c, image: "c:6"}]}
  ---
  {apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}
  ---
  {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}}

  """

@Suite("Views")
struct ViewTests {
  @Test("Each view is as committed, as Mermaid", arguments: FlowView.all)
  func mermaid(_ view: FlowView) throws {
    let text = mermaidText(of: view.drawing(of: topology(shop), ViewOptions(subject: "shop")).diagram)
    try Golden().check(text, named: "view-\(view.name).mmd")
  }

  @Test("Each view is as committed, as DOT", arguments: FlowView.all)
  func dot(_ view: FlowView) throws {
    let text = dotText(of: view.drawing(of: topology(shop), ViewOptions(subject: "shop")).diagram)
    try Golden().check(text, named: "view-\(view.name).dot")
  }

  @Test("JSON of the drawn part is as committed")
  func json() throws {
    var text = ""
    TopologyJSONWriter().write(FlowView.network.part(of: topology(shop)), diagnostics: [], to: &text)
    try Golden().check(text, named: "network.json")
  }

  @Test("The part that a view shows is what it draws", arguments: FlowView.all)
  func part(_ view: FlowView) {
    let whole = topology(shop)
    let drawn = view.drawing(of: whole).drawn
    #expect(view.part(of: whole).nodes.map(\.id) == whole.nodes.indices.filter { drawn[$0] }.map { whole.nodes[$0].id })
  }

  @Test("Every container is in every view that shows its pod")
  func containers() {
    let whole = topology(shop)
    for view in [FlowView.workloads, .architecture, .pod] {
      let cards = view.drawing(of: whole).diagram.cards
      let names = cards.flatMap { $0.pod?.containers.map(\.name) ?? [] }.sorted()
      #expect(names == ["agent", "app", "c", "migrate", "proxy", "reader"], "\(view)")
    }
  }

  @Test("The architecture view invents no nodes: it shows those that are named, and what selects among the others")
  func placement() {
    let groups = FlowView.architecture.drawing(of: topology(shop)).diagram.groups.filter { $0.style == .node }
    #expect(groups.map { "\($0.kind) \($0.name)" }.sorted() == ["every node ", "node n1", "nodes with disk=ssd"])
  }

  @Test(
    "Data has a direction only where exactly one container can write, whatever the mounts of a read-only volume say")
  func direction() {
    let sources = [
      "emptyDir: {}", "configMap: {name: c}", "secret: {secretName: s}", "downwardAPI: {}",
      "persistentVolumeClaim: {claimName: p, readOnly: true}", "persistentVolumeClaim: {claimName: p}",
    ]
    let volumes = sources.enumerated().map { "{name: v\($0.offset), \($0.element)}" }.joined(separator: ", ")
    let mounts = { (end: String) in
      sources.indices.map { "{name: v\($0), mountPath: /v\($0)\(end)}" }.joined(separator: ", ")
    }
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec:
        volumes: [\(volumes)]
        containers:
        - {name: a, volumeMounts: [\(mounts(""))]}
        - {name: b, volumeMounts: [\(mounts(", readOnly: true"))]}
      """
    let pod = FlowView.workloads.drawing(of: topology(text)).diagram.cards.first { $0.pod != nil }?.pod
    #expect(pod?.volumes.map(\.hasOneWriter) == [true, false, false, false, false, true])
  }

  @Test("A single namespace has a frame unless it is the default one")
  func frames() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: NS}\nspec: {containers: [{name: c}]}\n"
    let shop = FlowView.workloads.drawing(of: topology(pod.replacing("NS", with: "shop"))).diagram
    #expect(shop.groups.map(\.name) == ["shop"])
    #expect(FlowView.workloads.drawing(of: topology(pod.replacing("NS", with: "default"))).diagram.groups.isEmpty)
  }

  @Test("An input with nothing in it gives a valid, empty diagram in every view", arguments: FlowView.all)
  func empty(_ view: FlowView) {
    let diagram = view.drawing(of: topology("")).diagram
    #expect(diagram.cards.isEmpty)
    #expect(diagram.links.isEmpty)
    #expect(diagram.summary == "Nothing to draw.")
  }

  @Test("An object with several pod templates has a card for each")
  func templates() {
    let cards = FlowView.workloads.drawing(
      of: topology(
        """
        apiVersion: leaderworkerset.x-k8s.io/v1
        kind: LeaderWorkerSet
        metadata: {name: l}
        spec:
          replicas: 2
          leaderWorkerTemplate:
            size: 3
            leaderTemplate: {spec: {containers: [{name: a, image: i}]}}
            workerTemplate: {spec: {containers: [{name: b, image: i}]}}
        """)
    ).diagram.cards
    #expect(cards.map(\.kind) == ["LeaderWorkerSet · leaderTemplate ×2", "LeaderWorkerSet · workerTemplate ×4"])
    #expect(cards.map { $0.pod?.containers.map(\.name) } == [["a"], ["b"]])
  }
}
