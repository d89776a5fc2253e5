import PodmapComparison
import PodmapDiagrams
import PodmapComparisonTestSupport

/// Comparisons whose pictures are golden files.
struct SamplePicture: Sendable {
  let name: String
  let left: String
  let right: String

  static let all = [versions, hostile]

  var comparison: Comparison { Comparison(layout(left), layout(right)) }

  func picture(_ kind: ComparisonPicture.Kind, showsAll: Bool = false) -> ComparisonPicture {
    ComparisonPicture(
      comparison, left: "main", right: "branch", ComparisonPicture.Options(kind: kind, showsAll: showsAll))
  }

  /// Everything that can happen to a container, an object and a line.
  static let versions = SamplePicture(
    name: "versions",
    left: """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        replicas: 2
        template:
          metadata: {labels: {app: shop}}
          spec:
            volumes: [{name: logs, emptyDir: {}}]
            containers:
            - name: server
              image: shop:1
              ports: [{containerPort: 8080}]
              env: [{name: CACHE, value: "redis://localhost:6379"}, {name: MAIL, value: "smtp://mail:25"}]
              volumeMounts: [{name: logs, mountPath: /logs}]
            - {name: cache, image: "redis:7", ports: [{containerPort: 6379}]}
            - {name: shipper, image: "fluent-bit:3", volumeMounts: [{name: logs, mountPath: /in, readOnly: true}]}
      ---
      \(service("shop", port: 80, target: 8080))
      ---
      \(deployment("mail", image: "mail:1", more: "ports: [{containerPort: 25}]").trimmed)
      \(service("mail", port: 25, target: 25))
      """,
    right: """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: shop}
      spec:
        replicas: 3
        template:
          metadata: {labels: {app: shop}}
          spec:
            containers:
            - name: server
              image: shop:2
              ports: [{containerPort: 8080}]
              env: [{name: CACHE, value: "redis://cache:6379"}, {name: MAIL, value: "smtp://mail:25"}]
            - {name: metrics, image: "exporter:1"}
      ---
      \(service("shop", port: 80, target: 8080))
      ---
      \(deployment("cache", container: "cache", image: "redis:7", more: "ports: [{containerPort: 6379}]").trimmed)
      \(service("cache", port: 6379, target: 6379))
      ---
      \(deployment("mail", image: "mail:1", more: "ports: [{containerPort: 25}]").trimmed)
      \(service("mail", port: 25, target: 25))
      """)

  /// Names that try to end a label, a line, a frame or a fence.
  static let hostile = SamplePicture(
    name: "hostile",
    left: #"""
      apiVersion: v1
      kind: Pod
      metadata: {name: "end\"]; click x \"javascript:alert(1)\"\n%% <script>x</script>", namespace: "left/a\"] end"}
      spec:
        containers:
        - {name: "a\"] --> b", image: "x\"<b>&amp;`${}|:1", env: [{name: T, value: "http://localhost:81/"}]}
        - {name: "end", image: "subgraph:1", ports: [{containerPort: 81}]}
        - {name: "```", image: "gone:1"}
      """#,
    right: #"""
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: "end", namespace: "right/side_room"}
      spec:
        replicas: 3
        template:
          spec:
            initContainers: [{name: "<i>init</i>", image: "#quot;:1"}]
            containers:
            - {name: "a\"] --> b", image: "x\"<b>&amp;`${}|:2"}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: "class a b", namespace: "style x fill:#f00"}
      spec: {containers: [{name: "end", image: "subgraph:1", ports: [{containerPort: 81}]}]}
      """#)
}

func service(_ name: String, port: Int, target: Int) -> String {
  """
  apiVersion: v1
  kind: Service
  metadata: {name: \(name)}
  spec: {selector: {app: \(name)}, ports: [{port: \(port), targetPort: \(target)}]}
  """
}

extension String {
  /// Without the newline at the end, so that it can be inserted into a longer text.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

/// As Mermaid.
func mermaid(_ picture: ComparisonPicture) -> String { MermaidFlowchartWriter().text(of: picture.diagram) }

/// As DOT.
func dot(_ picture: ComparisonPicture) -> String { picture.diagram.wholeDOT(DOTWriter(), isPlaced: true) }
