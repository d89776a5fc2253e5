import PodmapComparison
import Testing
import PodmapComparisonTestSupport

@Suite("Differences that are not changes")
struct NoiseTests {
  @Test("What Kubernetes treats as equal is not a change: notations, nulls, empty fields, what a cluster fills in")
  func notations() {
    let one = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        revisionHistoryLimit: 3
        paused: false
        template:
          spec:
            volumes: [{name: tmp, emptyDir: {sizeLimit: 1Gi}}, {name: conf, configMap: {name: c, defaultMode: 0644}}]
            tolerations: [{key: a, operator: Exists}, {key: b, operator: Exists}]
            imagePullSecrets: [{name: x}, {name: y}]
            containers:
            - {name: app, image: "shop:1", env: [{name: N, value: "1"}], securityContext: {capabilities: {drop: [A, B]}}}

      """
    let other = """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        namespace: default
        name: web
        labels: {}
        annotations:
          kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"replicas":7}}'
        creationTimestamp: null
        resourceVersion: "12"
        managedFields: [{manager: kubectl}]
      spec:
        strategy: {}
        minReadySeconds: null
        paused: no
        revisionHistoryLimit: 0x3
        template:
          metadata: {}
          spec:
            affinity: {nodeAffinity: {}}
            nodeSelector: {}
            imagePullSecrets: [{name: y}, {name: x}]
            tolerations: [{operator: Exists, key: b}, {operator: Exists, key: a}]
            securityContext: {}
            initContainers: []
            containers:
            - name: app
              resources: {requests: {}, limits: {}}
              securityContext: {capabilities: {drop: [B, A], add: []}}
              env: [{value: '1', name: N}]
              args: []
              image: shop:1
            volumes: [{configMap: {defaultMode: 420, name: c}, name: conf}, {name: tmp, emptyDir: {sizeLimit: 1024Mi}}]
      status: {replicas: 3}

      """
    let comparison = Comparison(layout(one), layout(other))
    #expect(comparison.rows.isEmpty)
    #expect(comparison.matches.count == 1)
  }

  @Test("An empty mapping that selects something is a change")
  func meaningfulEmpty() {
    func policy(_ from: String) -> Layout {
      layout(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: p}
        spec: {podSelector: {}, ingress: [{from: [{\(from)}]}]}
        """)
    }
    #expect(
      Comparison(policy("podSelector: {}"), policy("podSelector: {}, namespaceSelector: {}")).rows == [
        "policyChanged default/NetworkPolicy/p:  → spec.ingress[].from[].namespaceSelector: {}"
      ])
  }

  @Test("Objects with generated names are identified by their content, in whatever order")
  func generatedNames() {
    func job(_ image: String) -> String {
      """
      apiVersion: batch/v1
      kind: Job
      metadata: {generateName: migrate-}
      spec: {template: {spec: {containers: [{name: run, image: "\(image)", env: [{name: I, value: "\(image)"}]}]}}}
      ---

      """
    }
    let (one, two, three) = (job("a:1"), job("b:1"), job("c:1"))
    #expect(Comparison(layout(one, two, three), layout(three, one, two)).rows.isEmpty)
    let changed = Comparison(layout(one, two, three), layout(three, job("a:2"), two))
    #expect(changed.rows.count == 2)
    #expect(changed.rows.contains { $0.hasPrefix("imageChanged ") && $0.hasSuffix(": a:1 → a:2") })
  }

  @Test("A custom resource in the namespace default is the same with and without it")
  func ownKinds() {
    func object(_ namespace: String) -> Layout {
      layout(
        """
        apiVersion: example.com/v1
        kind: Fleet
        metadata: {name: f\(namespace)}
        spec: {ship: {spec: {containers: [{name: app, image: x}]}}, size: 3}
        """)
    }
    let comparison = Comparison(object(""), object(", namespace: default"))
    #expect(comparison.rows.isEmpty)
    #expect(comparison.matches.count == 1)
    #expect(!Comparison(object(""), object(", namespace: other")).rows.isEmpty)
  }

  @Test("Aliases and merged mappings are resolved")
  func aliases() {
    let long = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: m, labels: {a: x, b: y}}
      data: {one: text, two: text}
      """
    let short = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: m, labels: {<<: {b: y}, a: x}}
      data: {one: &t text, two: *t}
      """
    #expect(Comparison(layout(long), layout(short)).rows.isEmpty)
  }
}
