import PodmapComparison
import PodmapManifests
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Changes")
struct ChangeTests {
  @Test("Both localhost calls in the single pod become calls to Services")
  func sampleLayouts() throws {
    let comparison = Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
    #expect(
      comparison.rows.suffix(2) == [
        "callChanged default/Deployment/backend/backend: localhost:6379 → Service default/Service/cache:6379",
        "callChanged default/Deployment/frontend/frontend: localhost:8000 → Service default/Service/backend:8000",
      ])
    #expect(comparison.rows.count { $0.hasPrefix("containerMoved ") } == 3)
    #expect(!comparison.rows.contains { $0.hasPrefix("containerAdded") || $0.hasPrefix("containerRemoved") })
    let back = Comparison(comparison.right, comparison.left)
    #expect(back.rows.count == comparison.rows.count)
    #expect(
      back.rows.contains(
        "callChanged default/Pod/webapp-pod/frontend: Service default/Service/backend:8000 → localhost:8000"))
  }

  @Test("YAML documents in a different order, with different key order, notation and file split, are not a change")
  func shuffled() {
    let web = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        template:
          metadata: {labels: {app: web, tier: front}}
          spec:
            containers:
            - name: app
              image: shop:1
              ports: [{containerPort: 80, name: http}, {containerPort: 9090}]
              env: [{name: DB, value: "db:5432"}]
              resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}
              readinessProbe: {httpGet: {path: /, port: http}}

      """
    let same = """
      spec:
          template:
              spec:
                  containers:
                    - readinessProbe: {httpGet: {port: http, path: /}}
                      resources:
                          limits: {memory: 1024Mi}
                          requests: {memory: "1073741824", cpu: 1000m}
                      env: [{value: "db:5432", name: DB}]
                      ports:
                        - {containerPort: 9090}
                        - {name: http, containerPort: 80}
                      image: 'shop:1'
                      name: app
              metadata: {labels: {tier: front, app: web}}
          replicas: 2
      metadata: {name: web, namespace: default}
      kind: Deployment
      apiVersion: apps/v1

      """
    let service = """
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: db}, ports: [{port: 5432, name: a}, {port: 5433, name: b}]}

      """
    let reordered = service.replacing(
      "{port: 5432, name: a}, {port: 5433, name: b}", with: "{name: b, port: 5433}, {name: a, port: 5432}")
    let db = deployment("db", image: "postgres:17", more: "ports: [{containerPort: 5432}]")
    let comparison = Comparison(layout(web + "---\n" + service, db), layout(db + reordered + "---\n" + same))
    #expect(comparison.rows.isEmpty)
    #expect(comparison.matches.count == 2)
  }

  @Test("Every sample compared with itself has no changes", arguments: ["webapp", "patterns", "shop-with-users"])
  func itself(_ name: String) throws {
    let whole = name == "patterns" ? "patterns/ambassador" : name == "webapp" ? "webapp/multi-pod" : name
    let layout = try sample(whole)
    let comparison = Comparison(layout, layout)
    #expect(comparison.rows.isEmpty)
    #expect(comparison.matches.count == layout.containers.count && !layout.containers.isEmpty)
  }

  @Test("A new version gives a list of what was edited, and nothing else")
  func version() {
    let old = deployment(
      "web", image: "shop:1", replicas: 2,
      more: "ports: [{containerPort: 80}], resources: {requests: {cpu: 100m}, limits: {memory: 1Gi}}")
    let new = deployment(
      "web", image: "shop:2", replicas: 3,
      more: """
        ports: [{containerPort: 80}, {containerPort: 9090, name: metrics}], \
        resources: {requests: {cpu: 200m}, limits: {memory: 2Gi}}, livenessProbe: {tcpSocket: {port: 80}}
        """)
    let rest = deployment("db", image: "postgres:17")
    let id = "default/Deployment/web/app"
    #expect(
      Comparison(layout(old, rest), layout(rest, new)).rows == [
        "replicasChanged default/Deployment/web: 2 pods → 3 pods",
        "imageChanged \(id): shop:1 → shop:2",
        "portsChanged \(id): 80 → 80 & 9090 (metrics)",
        "requestsChanged \(id): cpu 100m → cpu 200m",
        "limitsChanged \(id): memory 1Gi → memory 2Gi",
        "probesChanged \(id):  → liveness TCP port 80, every 10 s, timeout 1 s, 3 failures",
      ])
  }

  @Test("A different schedule is not reported as a number of pods")
  func schedules() {
    func job(_ schedule: String) -> Layout {
      layout(
        "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec: {schedule: '\(schedule)', jobTemplate: "
          + "{spec: {template: {spec: {containers: [{name: a, image: x}]}}}}}\n")
    }
    let changes = Comparison(job("0 1 * * *"), job("0 2 * * *")).changes
    #expect(changes.map { "\($0.kind.words)" } == ["schedule changed"])
  }

  @Test("A Service that changes its type, its ports or its pods is reported")
  func services() {
    let pods = deployment("a", image: "x") + deployment("b", image: "y")
    func service(_ type: String, _ port: Int, _ app: String) -> String {
      """
      apiVersion: v1
      kind: Service
      metadata: {name: s}
      spec: {type: \(type), selector: {app: \(app)}, ports: [{port: \(port), targetPort: 8080}]}

      """
    }
    let comparison = Comparison(
      layout(pods, service("ClusterIP", 80, "a")), layout(pods, service("NodePort", 81, "b")))
    #expect(
      comparison.rows == [
        "serviceTypeChanged default/Service/s: ClusterIP → NodePort",
        "servicePortsChanged default/Service/s: 80 → 8080 → 81 → 8080",
        "serviceTargetsChanged default/Service/s: default/Deployment/a/app → default/Deployment/b/app",
        "fieldsChanged default/Service/s: spec.selector.app: a → spec.selector.app: b",
      ])
  }

  @Test("A call that goes to another port, is new or is gone is reported")
  func calls() {
    func caller(_ values: String...) -> String {
      let env = values.enumerated().map { "{name: URL\($0.offset), value: \"\($0.element)\"}" }
      return deployment("web", image: "x", more: "env: [\(env.joined(separator: ", "))]")
    }
    let db = """
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: db}, ports: [{port: 80, name: a}, {port: 81, name: b}]}

      """
    let rest = deployment("db", image: "y") + db
    let comparison = Comparison(
      layout(caller("http://db:80", "https://old.example.com/x"), rest),
      layout(caller("http://db:81", "https://api.example.com/y"), rest))
    #expect(
      comparison.rows == [
        """
        environmentChanged default/Deployment/web/app: URL0=http://db:80 & URL1=https://old.example.com/x \
        → URL0=http://db:81 & URL1=https://api.example.com/y
        """,
        "callAdded default/Deployment/web/app:  → outside: api.example.com",
        "callChanged default/Deployment/web/app: Service default/Service/db:80 → Service default/Service/db:81",
        "callRemoved default/Deployment/web/app: outside: old.example.com → ",
      ])
  }
}
