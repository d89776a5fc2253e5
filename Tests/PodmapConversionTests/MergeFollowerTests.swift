import PodmapComparison
import PodmapConversion
import PodmapManifests
import Foundation
import PodmapTestSupport
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Objects that follow merged pods")
struct MergeFollowerTests {
  private func object(_ kind: String, _ name: String, api: String, spec: String) -> String {
    "apiVersion: \(api)\nkind: \(kind)\nmetadata: {name: \(name)}\nspec: \(spec)\n---\n"
  }

  @Test("Services keep their names and ports and select the merged pod; an ambiguous named port becomes a number")
  func services() {
    let port = { (number: Int) in "ports: [{name: http, containerPort: \(number)}]" }
    let merged = Merged(
      workload("a", more: port(80)) + workload("b", more: port(81))
        + service("a", ports: "{name: web, port: 8000, targetPort: http}")
        + service("b", ports: "{port: 8001, targetPort: http, nodePort: 30000}"), name: "ab")
    #expect(merged.has("name: web\n      port: 8000\n      targetPort: 80\n"), "\(merged.text)")
    #expect(merged.has("port: 8001\n      targetPort: 81\n      nodePort: 30000\n"), "\(merged.text)")
    #expect(merged.count("  selector:\n    app: ab\n") == 2)
    let stranger = Merged(
      workload("a", labels: "app: a, tier: web") + workload("b", labels: "app: b, tier: web2")
        + workload("c", labels: "app: c, tier: web") + service("a").replacing("app: a", with: "tier: web"),
      workloads: ["a", "b"])
    #expect(stranger.says(.warning, "the Service 'a' also selects pods that are not merged"))
    #expect(stranger.has("    tier: web\n"))
  }

  @Test("Only the strictest disruption budget is kept")
  func budgets() {
    func budget(_ name: String, _ limit: String) -> String {
      object("PodDisruptionBudget", name, api: "policy/v1", spec: "{\(limit), selector: {matchLabels: {app: \(name)}}}")
    }
    let merged = Merged(
      workload("a", spec: "replicas: 4") + workload("b", spec: "replicas: 4") + budget("a", "maxUnavailable: 50%")
        + budget("b", "minAvailable: 3"))
    #expect(merged.says(.warning, "the PodDisruptionBudget 'a' is left out"))
    #expect(merged.has("minAvailable: 3") && merged.has("#   maxUnavailable: 50%"))
    #expect(merged.count("kind: PodDisruptionBudget") == 1)
    #expect(merged.has("applied only to b"))
  }

  @Test("Policies and their peers, monitors, affinity and spreading refer to the merged pod")
  func selectors() {
    let merged = Merged(
      workload("a") + workload("b")
        + workload(
          "c",
          pod: "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: h, "
            + "labelSelector: {matchLabels: {app: a}}}]}}")
        + object(
          "NetworkPolicy", "p", api: "networking.k8s.io/v1",
          spec: "{podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchLabels: {app: b}}}, "
            + "{podSelector: {matchExpressions: [{key: app, operator: In, values: [b, c]}]}}]}]}")
        + object(
          "PodMonitor", "m", api: "monitoring.coreos.com/v1",
          spec: "{selector: {matchLabels: {app: b}}, podMetricsEndpoints: [{port: x}]}"),
      workloads: ["a", "b"], name: "ab")
    #expect(
      merged.has("# podmap: applied only to a but now applies to all containers of ab\n  podSelector:\n"),
      "\(merged.text)")
    #expect(merged.count("matchLabels:\n                app: ab") >= 1, "\(merged.text)")
    // A selector that also matches other pods is kept, and another item is added.
    #expect(merged.has("operator: In"))
    #expect(merged.count("app: ab\n") == 6, "\(merged.text)")
    #expect(merged.says(.warning, "NetworkPolicy 'p' applied only to a"))
    let own = Merged(
      workload(
        "a",
        pod: "topologySpreadConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: DoNotSchedule, "
          + "labelSelector: {matchLabels: {app: a}}}]") + workload("b"), name: "ab")
    #expect(own.has("labelSelector:\n            matchLabels:\n              app: ab\n"), "\(own.text)")
  }

  @Test("Vertical and event-driven autoscalers follow; other references are reported")
  func references() {
    let merged = Merged(
      workload("a") + workload("b")
        + object(
          "VerticalPodAutoscaler", "v", api: "autoscaling.k8s.io/v1",
          spec: "{targetRef: {apiVersion: apps/v1, kind: Deployment, name: b}}")
        + object("ScaledObject", "k", api: "keda.sh/v1alpha1", spec: "{scaleTargetRef: {name: b}}")
        + object(
          "Canary", "r", api: "flagger.app/v1beta1",
          spec: "{targetRef: {apiVersion: apps/v1, kind: Deployment, name: b}}"),
      name: "ab", force: true)
    #expect(merged.has("targetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: ab\n"))
    #expect(
      merged.has("# podmap: previously scaled b alone, by the needs of its containers\n  scaleTargetRef:\n"),
      "\(merged.text)")
    #expect(merged.says(.warning, "spec.targetRef.name of Canary"), "\(merged.messages)")
  }
}

@Suite("Calls between merged pods")
struct MergeCallTests {
  private func caller(_ more: String) -> String {
    workload("web", port: 8080, more: more) + workload("api", port: 9000)
      + service("api", ports: "{port: 80, targetPort: 9000}")
  }

  @Test(
    "Addresses of merged Services become localhost with the port of the container",
    arguments: [
      ("http://api", "http://localhost:9000"), ("http://api:80/v1", "http://localhost:9000/v1"),
      ("http://api.default/x", "http://localhost:9000/x"), ("api:80", "localhost:9000"),
      ("http://api.default.svc.cluster.local:80", "http://localhost:9000"), ("grpc://api", "grpc://localhost:9000"),
      ("http://user@api.default.svc/x?y=api", "http://user@localhost:9000/x?y=api"),
    ])
  func addresses(old: String, new: String) {
    let merged = Merged(caller("env: [{name: API_URL, value: \"\(old)\"}], args: [\"--server=\(old)\"]"))
    #expect(merged.errors.isEmpty && merged.warnings.isEmpty, "\(merged.messages)")
    #expect(merged.has("value: \"\(new)\""), "\(merged.text)")
    #expect(merged.has("- \"--server=\(new)\""), "\(merged.text)")
  }

  @Test("A host and a port in two variables are both changed")
  func variables() {
    let merged = Merged(caller("env: [{name: API_HOST, value: api}, {name: API_PORT, value: \"80\"}]"))
    #expect(merged.has("value: localhost\n") && merged.has("value: \"9000\""), "\(merged.text)")
  }

  @Test("A port after a variable changes with the host that is the variable's value")
  func putTogether() {
    let merged = Merged(
      caller("env: [{name: API_HOST, value: api}, {name: API_URL, value: \"http://$(API_HOST):80/v1\"}]"))
    #expect(merged.has("value: \"http://$(API_HOST):9000/v1\"") && merged.warnings.isEmpty, "\(merged.messages)")
  }

  @Test("A host whose port is elsewhere is unchanged if the container listens on another one")
  func hostAlone() {
    for more in [
      "args: [--host, api, --port, \"80\"]", "args: [\"serve --host api --port 80\"]",
      "env: [{name: API_SERVER, value: api}]", "args: ['{\"host\": \"api\", \"port\": 80}']",
    ] {
      let merged = Merged(
        caller(
          "env: [{name: X, value: \"http://api\"}], \(more)".replacing(
            "env: [{name: X, value: \"http://api\"}], env: [", with: "env: [{name: X, value: \"http://api\"}, ")))
      #expect(merged.text.ranges(of: "localhost").count == 1, "\(merged.text)")
    }
  }

  @Test("A port that follows its host as a separate word is changed with it")
  func portApart() {
    let merged = Merged(
      caller(
        "env: [{name: X, value: \"http://api\"}], command: [sh, -c, \"until nc -z api 80; do sleep 1; done; serve api:80\"]"
      ))
    #expect(merged.has("- \"until nc -z localhost 9000; do sleep 1; done; serve localhost:9000\""), "\(merged.text)")
  }

  @Test("A URL without a port means the default port of its scheme if a Service has several ports")
  func usualPorts() {
    func merged(_ url: String) -> Merged {
      Merged(
        workload("web", more: "env: [{name: A, value: \"http://api:80\"}, {name: B, value: \"\(url)\"}]")
          + workload("api", port: 9000)
          + service("api", ports: "{name: a, port: 80, targetPort: 9000}, {name: r, port: 6379, targetPort: 6380}"))
    }
    #expect(merged("redis://:word@api/0").has("value: \"redis://:word@localhost:6380/0\""))
    #expect(merged("http://api/x").has("value: \"http://localhost:9000/x\""))
    let open = merged("thrift://api/x")
    #expect(
      open.has("value: \"thrift://api/x\"") && open.says(.warning, "is unchanged"), "\(open.text) \(open.messages)")
  }

  @Test(
    "A merged workload with the name of an old one but another selector is reported, because it can't be applied over it"
  )
  func sameName() {
    #expect(Merged(workload("web") + workload("api"), name: "web").says(.note, "delete the old one before") == false)
    let other = workload("web", labels: "app: front") + workload("api")
    #expect(Merged(other, name: "web").says(.note, "delete the old one before you apply the new"))
    #expect(!Merged(other, name: "shop").says(.note, "delete the old one"))
  }

  private func configured(_ more: String = "") -> String {
    caller("envFrom: [{configMapRef: {name: conf}}]") + more
      + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\ndata:\n  API_HOST: api\n  API_PORT: \"80\"\n"
      + "  nginx.conf: |\n    # keep\n    proxy_pass http://api:80;\n"
  }

  @Test("Files and values of ConfigMaps are changed unless something else reads them")
  func configMaps() {
    let merged = Merged(configured())
    #expect(merged.has("    # keep\n    proxy_pass http://localhost:9000;\n"), "\(merged.text)")
    #expect(merged.has("API_HOST: localhost\n  API_PORT: \"9000\"\n"), "\(merged.text)")
    let shared = Merged(
      configured(workload("other", more: "envFrom: [{configMapRef: {name: conf}}]")), workloads: ["web", "api"])
    #expect(shared.says(.warning, "'other', which is not merged, reads this ConfigMap too"), "\(shared.messages)")
    #expect(shared.has("API_HOST: api\n"))
  }

  @Test("Secrets are never changed, and addresses of others are unchanged")
  func others() {
    let secret = Merged(
      caller("envFrom: [{secretRef: {name: s}}]")
        + "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {API_URL: \"http://api:80\"}\n")
    #expect(!secret.has("http://localhost"))
    #expect(secret.says(.warning, "it is in a Secret"), "\(secret.messages)")
    let outside = Merged(
      caller("env: [{name: X_URL, value: \"http://other:80\"}]") + workload("other", port: 80) + service("other"),
      workloads: ["web", "api"])
    #expect(outside.has("http://other:80") && outside.warnings.isEmpty, "\(outside.messages)")
  }

  @Test("An init container that waits for another workload is reported")
  func waiting() {
    let waits = workload(
      "web", pod: "initContainers: [{name: wait, image: x, command: [sh, -c, \"curl http://api:80\"]}]")
    let merged = Merged(waits + workload("api", port: 9000) + service("api", ports: "{port: 80, targetPort: 9000}"))
    #expect(merged.says(.warning, "the pod never starts"), "\(merged.messages)")
    #expect(merged.has("# podmap: calls api"))
  }

  @Test("The many-pod sample, merged, has the containers, ports and calls of the one-pod sample")
  func sample() throws {
    let text = try ["backend", "cache", "frontend", "ingress"].map { name in
      try String(
        contentsOf: packageFolder().appendingPathComponent("samples/webapp/multi-pod/\(name).yaml"), encoding: .utf8)
    }.joined(separator: "---\n")
    let merged = Merged(text, name: "webapp", replicas: 1)
    let comparison = Comparison(try PodmapComparisonTestSupport.sample("webapp/single-pod"), layout(merged.text))
    let kept = comparison.rows.filter { row in
      ["call", "ports", "containerAdded", "containerRemoved"].contains(where: row.hasPrefix)
    }
    #expect(kept.isEmpty, "\(kept)")
  }
}
