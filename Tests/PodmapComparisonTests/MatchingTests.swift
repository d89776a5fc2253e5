import PodmapComparison
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Matching containers")
struct MatchingTests {
  @Test("All containers of the single pod are found in the pods of the other layout")
  func sampleLayouts() throws {
    let comparison = Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod"))
    #expect(
      comparison.pairs == [
        "default/Pod/webapp-pod/frontend = default/Deployment/frontend/frontend (certain)",
        "default/Pod/webapp-pod/backend = default/Deployment/backend/backend (certain)",
        "default/Pod/webapp-pod/cache = default/Deployment/cache/redis (likely)",
      ])
    #expect(comparison.matches[2].reasons.contains("same image repository redis"))
    #expect(comparison.matches[2].reasons.contains("named like the workload cache"))
  }

  @Test("The same ID takes precedence over a better score elsewhere")
  func identityFirst() {
    let comparison = Comparison(
      layout(deployment("web", image: "shop:1", more: "ports: [{containerPort: 80}]")),
      layout(
        deployment("web", image: "other:1"), deployment("new", image: "shop:1", more: "ports: [{containerPort: 80}]")))
    #expect(comparison.pairs == ["default/Deployment/web/app = default/Deployment/web/app (certain)"])
    #expect(comparison.matches[0].reasons == ["same ID"])
  }

  @Test("A container that was renamed within its workload is found by its image")
  func renamed() {
    let comparison = Comparison(
      layout(deployment("web", container: "server", image: "registry.example.com:5000/team/shop:1")),
      layout(deployment("web", container: "shop", image: "team/shop@sha256:abc")))
    #expect(comparison.pairs == ["default/Deployment/web/server = default/Deployment/web/shop (likely)"])
    #expect(comparison.rows.contains("containerRenamed default/Deployment/web/shop: server → shop"))
  }

  @Test("If two containers fit equally well, the match is doubtful and says so")
  func tie() {
    let comparison = Comparison(
      layout(deployment("a", container: "one", image: "redis")),
      layout(deployment("b", container: "two", image: "redis"), deployment("c", container: "three", image: "redis")))
    // If two containers have the same image, half of its points are too few.
    #expect(comparison.pairs.isEmpty)
    let named = Comparison(
      layout(deployment("a", image: "redis")), layout(deployment("b", image: "redis"), deployment("c", image: "redis")))
    #expect(named.pairs == ["default/Deployment/a/app = default/Deployment/b/app (doubtful)"])
    #expect(named.matches[0].reasons.last == "but default/Deployment/c/app fits just as well")
  }

  @Test("Equal ports alone, or a proxy that is in many pods, don't make a match")
  func weak() {
    let ports = "ports: [{containerPort: 80}]"
    let comparison = Comparison(
      layout(deployment("a", container: "x", image: "nginx", more: ports)),
      layout(deployment("b", container: "y", image: "httpd", more: ports)))
    #expect(comparison.pairs.isEmpty)
    let many = (1...9).map { deployment("w\($0)", container: "proxy", image: "envoy:1") }.joined()
    let proxies = Comparison(
      layout(many + deployment("old", container: "proxy", image: "envoy:1")),
      layout(many + deployment("new", container: "proxy", image: "envoy:1")))
    #expect(proxies.matches.count == 9)
    #expect(proxies.rows.contains("containerRemoved default/Deployment/old/proxy: envoy:1 → "))
  }

  @Test("A match that the user names takes precedence")
  func settled() throws {
    let (left, right) = (
      layout(deployment("a", container: "one", image: "x")),
      layout(deployment("a", container: "one", image: "x"), deployment("b", container: "two", image: "y"))
    )
    guard case .one(let old) = left.container(named: NamePattern("one")),
      case .one(let new) = right.container(named: NamePattern("Deployment/B"))
    else {
      Issue.record("the names are found")
      return
    }
    let comparison = Comparison(left, right, settled: [SettledMatch(left: old, right: new)])
    #expect(comparison.pairs == ["default/Deployment/a/one = default/Deployment/b/two (certain)"])
    #expect(comparison.matches[0].reasons == ["as you specified"])
  }

  @Test("A container with another name and image is found by its command and its configuration")
  func commandAndConfiguration() {
    let fields = "args: [serve, --all], envFrom: [{configMapRef: {name: shop}}]"
    let comparison = Comparison(
      layout(deployment("a", container: "one", image: "x", more: fields)),
      layout(deployment("b", container: "two", image: "y", more: fields), deployment("c", container: "z", image: "z")))
    #expect(comparison.pairs == ["default/Deployment/a/one = default/Deployment/b/two (doubtful)"])
    #expect(comparison.matches[0].reasons == ["same command", "same configuration ConfigMap shop"])
    let variables = "env: [{name: SHOP_URL, value: a}, {name: SHOP_DB, value: b}], command: [run]"
    let same = Comparison(
      layout(deployment("a", container: "one", image: "x", more: variables)),
      layout(deployment("b", container: "two", image: "y", more: variables)))
    #expect(same.matches.first?.reasons == ["same command", "2 variables in common"])
  }

  @Test("A workload with another name or of another kind is the same if all containers are in it")
  func renamedWorkloads() {
    let old = deployment("web", image: "shop:1", more: "ports: [{containerPort: 80}]")
    let renamed = old.replacing("{name: web}", with: "{name: shop}").replacing("replicas: 1", with: "replicas: 2")
    #expect(
      Comparison(layout(old), layout(renamed)).rows == [
        "workloadRenamed default/Deployment/shop: web → shop",
        "replicasChanged default/Deployment/shop: 1 pod → 2 pods",
      ])
    let kind = old.replacing("kind: Deployment", with: "kind: StatefulSet")
    #expect(
      Comparison(layout(old), layout(kind)).rows == [
        "workloadKindChanged default/StatefulSet/web: Deployment → StatefulSet"
      ])
    // If two workloads become one, their containers have moved.
    let both = Comparison(
      layout(old, deployment("db", container: "db", image: "postgres")),
      layout(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: all}
        spec: {containers: [{name: app, image: "shop:1", ports: [{containerPort: 80}]}, {name: db, image: postgres}]}
        """))
    #expect(both.rows.count { $0.hasPrefix("containerMoved ") } == 2)
    #expect(both.rows.count { $0.hasPrefix("workloadRemoved ") } == 2)
  }

  @Test("A name means a container before it means a workload, and all candidates are listed")
  func names() {
    let both = layout(deployment("web", image: "x"), deployment("app", image: "y"))
    #expect(
      both.container(named: NamePattern("app"))
        == .several(["default/Deployment/app/app", "default/Deployment/web/app"]))
    #expect(both.container(named: NamePattern("web")) == .one(1))
    #expect(both.container(named: NamePattern("default/Deployment/app/app")) == .one(0))
    #expect(both.container(named: NamePattern("nobody")) == .none)
  }
}
