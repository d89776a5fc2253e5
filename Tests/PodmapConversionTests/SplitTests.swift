import Foundation
import PodmapComparison
import PodmapConversion
import PodmapManifests
import PodmapProject
import PodmapTestSupport
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

/// Splits manifests given as texts, one per file.
func split(_ texts: String..., workloads: [String] = [], separatesAll: Bool = false) -> Conversion {
  let files = texts.enumerated().map { (name: "\($0.offset).yaml", text: $0.element) }
  let input = LinkedInput(texts: files, subject: nil, keepsSources: true)
  return Split.run(input, Split.Options(workloads: workloads.map { NamePattern($0) }, separatesAll: separatesAll))
}

extension Conversion {
  /// The result, read again.
  var layout: Layout { Layout(LinkedInput(texts: files.map { ($0.name, $0.text) }, subject: nil).topology) }
  var topology: Topology { layout.topology }

  /// "default/Deployment/web: web, log"
  var pods: [String] {
    let layout = layout
    return layout.pods.map { pod in
      "\(pod.id): \(pod.containers.map { layout.containers[$0].container.name }.joined(separator: ", "))"
    }
  }

  /// "default/Deployment/web/web -> default/Service/api:9000"
  var calls: [String] {
    let topology = topology
    return topology.edges.filter { $0.kind == .calls }.map {
      "\(topology.nodes[$0.from].id.text) -> \(topology.nodes[$0.to].id.text):\($0.port.map { String($0) } ?? "")"
    }
  }

  /// "default/Service/web -> default/Deployment/web/web"
  var routes: [String] {
    let topology = topology
    return topology.edges.filter { $0.kind == .routes }.map {
      "\(topology.nodes[$0.from].id.text) -> \(topology.nodes[$0.to].id.text)"
    }
  }

  var messages: [String] { diagnostics.map(\.description) }

  func says(_ text: String) -> Bool { messages.contains { $0.contains(text) } }
}

/// A workload with containers in flow YAML and further fields of its pod.
func workload(
  _ kind: String, _ name: String, _ containers: [String], pod: String = "", spec: String = "",
  metadata: String = ""
) -> String {
  let version =
    ["Job", "CronJob"].contains(kind) ? "batch/v1" : ["Pod", "ReplicationController"].contains(kind) ? "v1" : "apps/v1"
  let lines = "containers:\n" + containers.map { "- {\($0)}" }.joined(separator: "\n") + (pod.isEmpty ? "" : "\n" + pod)
  func indented(_ text: String, _ count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }
  let template = "metadata: {labels: {app: \(name)}}\nspec:\n\(indented(lines, 2))"
  let body =
    switch kind {
    case "Pod": "metadata: {name: \(name), labels: {app: \(name)}\(metadata)}\nspec:\n\(indented(lines, 2))"
    case "CronJob":
      "metadata: {name: \(name)}\nspec:\n  schedule: '@daily'\n  jobTemplate:\n    spec:\n      template:\n\(indented(template, 8))"
    default: "metadata: {name: \(name)\(metadata)}\nspec:\n\(indented(spec, 2))\n  template:\n\(indented(template, 4))"
    }
  return "apiVersion: \(version)\nkind: \(kind)\n\(body)\n---\n"
}

func workload(_ containers: [String], pod: String = "", spec: String = "") -> String {
  workload("Deployment", "web", containers, pod: pod, spec: spec)
}

func service(_ name: String, _ ports: String, selector: String = "{app: web}", more: String = "") -> String {
  "apiVersion: v1\nkind: Service\nmetadata: {name: \(name)}\nspec: {selector: \(selector), ports: [\(ports)]\(more)}\n---\n"
}

@Suite("Splitting")
struct SplitTests {
  private let web =
    "name: web, image: web, ports: [{containerPort: 80}], env: [{name: API_URL, value: 'http://localhost:9000'}]"
  private let api = "name: api, image: api, ports: [{containerPort: 9000, name: http}]"

  @Test("The sample's pod is split as a careful reader has split it by hand")
  func sampleLikeByHand() throws {
    let folder = packageFolder().appendingPathComponent("samples/webapp/single-pod").path
    let input = LinkedInput(reading: [folder], keepsSources: true)
    let conversion = Split.run(input)
    try Golden().check(conversion.text, named: "split-webapp.yaml")
    let comparison = Comparison(conversion.layout, try sample("webapp/multi-pod"))
    #expect(comparison.matches.count == 3)
    // The same calls, with the same names and ports.
    #expect(comparison.calls.allSatisfy(\.isSame) && comparison.calls.count == 2)
    #expect(conversion.messages.count == 1 && conversion.says("a comment of Pod/webapp-pod is left out"))
  }

  @Test("An application with every feature is split, and every loss is reported")
  func everything() throws {
    let golden = Golden()
    let input = LinkedInput(
      texts: [("shop.yaml", try golden.text("split-shop-input.yaml"))], subject: nil, keepsSources: true)
    for (isAll, name) in [(false, "split-shop"), (true, "split-shop-all")] {
      let conversion = Split.run(input, Split.Options(separatesAll: isAll))
      let messages = conversion.messages.joined(separator: "\n") + "\n"
      #expect(throws: Never.self) { try golden.check(conversion.text, named: "\(name).yaml") }
      #expect(throws: Never.self) { try golden.check(messages, named: "\(name).txt") }
      #expect(Split.run(input, Split.Options(separatesAll: isAll)).text == conversion.text)
      #expect(!conversion.text.contains("topsecret") && !messages.contains("hunter2"))
    }
  }

  @Test(
    "The new workloads have the old one's kind",
    arguments: [
      ("Deployment", "Deployment"), ("Pod", "Deployment"), ("StatefulSet", "StatefulSet"), ("DaemonSet", "DaemonSet"),
      ("ReplicaSet", "ReplicaSet"), ("ReplicationController", "ReplicationController"), ("Job", "Job"),
      ("CronJob", "CronJob"),
    ])
  func kinds(_ old: String, _ new: String) {
    let selector = old == "ReplicationController" ? "selector: {app: web}" : "selector: {matchLabels: {app: web}}"
    let spec = ["Pod", "Job", "CronJob"].contains(old) ? "" : selector
    let conversion = split(workload(old, "web", [web, api], spec: spec))
    #expect(conversion.pods == ["default/\(new)/api: api", "default/\(new)/web: web"])
    #expect(conversion.calls == ["default/\(new)/web/web -> default/Service/api:9000"])
  }

  @Test("A pod that runs to completion becomes Jobs")
  func runsOnce() {
    let conversion = split(workload("Pod", "web", [web, api], pod: "restartPolicy: Never"))
    #expect(conversion.pods == ["default/Job/api: api", "default/Job/web: web"])
  }

  @Test("Containers that share data stay together, with their init containers, unless all are to be separated")
  func sharedData() {
    let text = workload(
      [
        "name: a, image: a, volumeMounts: [{name: d, mountPath: /d}]",
        "name: b, image: b, volumeMounts: [{name: d, mountPath: /d, readOnly: true}]", "name: c, image: c",
      ],
      pod: """
        initContainers:
        - {name: fill, image: f, volumeMounts: [{name: d, mountPath: /d}]}
        volumes: [{name: d, emptyDir: {}}]
        """)
    #expect(split(text).pods == ["default/Deployment/a: fill, a, b", "default/Deployment/c: c"])
    let all = split(text, separatesAll: true)
    #expect(
      all.pods == ["default/Deployment/a: fill, a", "default/Deployment/b: fill, b", "default/Deployment/c: c"])
    #expect(all.text.contains("# podmap: was shared with b;"))
    #expect(all.says("a no longer shares the volume 'd'"))
  }

  @Test("Helpers stay with those they help, and proxies of the whole pod go with each container")
  func helpers() {
    let text =
      workload(
        [
          web, api, "name: istio-proxy, image: proxyv2, ports: [{containerPort: 15090}]",
          "name: reload, image: r, args: ['--url=http://localhost:9000/reload']",
        ]) + service("api", "{port: 9000}")
    let conversion = split(text)
    #expect(
      conversion.pods == [
        "default/Deployment/api: api, istio-proxy, reload", "default/Deployment/web: web, istio-proxy",
      ])
    #expect(conversion.says("istio-proxy belongs to no container in particular"))
    #expect(conversion.says("api and reload stay in one pod"))
  }

  @Test("A native sidecar goes with its container, and becomes an app container if it is alone")
  func nativeSidecar() {
    let text = workload(
      [web, api],
      pod: "initContainers:\n- {name: tail, image: t, restartPolicy: Always, ports: [{containerPort: 7}]}")
    #expect(
      split(text).pods == ["default/Deployment/api: tail, api", "default/Deployment/web: tail, web"])
    let all = split(text, separatesAll: true)
    #expect(
      all.pods == ["default/Deployment/api: api", "default/Deployment/tail: tail", "default/Deployment/web: web"])
    #expect(all.layout.containers.map(\.container.role) == [.app, .app, .app])
  }

  @Test("A pod whose containers see each other's processes is not split")
  func processes() {
    let text = workload([web, api], pod: "shareProcessNamespace: true")
    let conversion = split(text)
    #expect(conversion.converted == 0 && conversion.says("is not split: web and api share the process namespace"))
    #expect(split(text, separatesAll: true).pods.count == 2)
  }

  @Test("Claims keep their names with the StatefulSet that mounts them, and each has a governing Service")
  func statefulSet() {
    let text =
      workload(
        "StatefulSet", "db",
        [
          "name: db, image: db, ports: [{containerPort: 5432}], volumeMounts: [{name: data, mountPath: /data}]",
          "name: exporter, image: e, ports: [{containerPort: 9187}]",
        ],
        spec: """
          serviceName: db
          selector: {matchLabels: {app: db}}
          volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]
          """)
      + service("db", "{port: 5432}", selector: "{app: db}", more: ", clusterIP: None")
    let conversion = split(text)
    #expect(conversion.pods == ["default/StatefulSet/db: db", "default/StatefulSet/exporter: exporter"])
    #expect(conversion.text.contains("  name: exporter\nspec:\n  clusterIP: None\n"))
    #expect(conversion.text.components(separatedBy: "volumeClaimTemplates").count == 2)
    #expect(conversion.text.contains("serviceName: exporter") && conversion.text.contains("serviceName: db"))
  }

  @Test("A Service keeps its name and ports and leads to the pod that owns its target port")
  func services() {
    let both = workload([web, api])
    #expect(
      split(both + service("front", "{port: 8080, targetPort: 80}")).routes == [
        "default/Service/api -> default/Deployment/api/api", "default/Service/front -> default/Deployment/web/web",
      ])
    // One Service for both: the names of the ports distinguish the pods.
    let shared = split(both + service("all", "{name: a, port: 80}, {name: b, port: 81, targetPort: 9000}"))
    #expect(
      shared.routes.filter { $0.contains("/all ") } == [
        "default/Service/all -> default/Deployment/api/api", "default/Service/all -> default/Deployment/web/web",
      ])
    #expect(shared.text.contains("targetPort: port-80") && shared.text.contains("targetPort: http"))
    #expect(shared.says("distinguishes them by the names of their ports"))
    // The Service that is named like the container gets the port that its neighbours use.
    let extended = split(both + service("api", "{port: 80, targetPort: 9000}"))
    #expect(extended.calls == ["default/Deployment/web/web -> default/Service/api:9000"])
    // A Service that is open to the outside does not.
    let open = split(both + service("api", "{port: 80, targetPort: 9000}", more: ", type: LoadBalancer"))
    #expect(open.calls == ["default/Deployment/web/web -> default/Service/api-local:9000"])
  }

  @Test("A configuration that others read too is not rewritten, which is reported")
  func sharedConfiguration() {
    let map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {API_URL: 'http://localhost:9000'}\n---\n"
    let reader = "name: web, image: web, envFrom: [{configMapRef: {name: c}}]"
    let alone = split(workload([reader, api]) + map)
    #expect(alone.text.contains("API_URL: 'http://api:9000'"))
    #expect(alone.calls == ["default/Deployment/web/web -> default/Service/api:9000"])
    let shared = split(workload([reader, api]) + map + workload("Deployment", "other", [reader]))
    #expect(shared.text.contains("API_URL: 'http://localhost:9000'"))
    #expect(shared.says("ConfigMap/c contains localhost and is not rewritten"))
  }

  @Test("Whatever is not split is passed on byte for byte, in files of the same names")
  func passedOn() {
    let other = "# Stays.\nkind:   Service\napiVersion: v1\nmetadata: {name: x}   # as it is\nspec: {}\n"
    let conversion = split(workload([web, api]), "%YAML 1.1\n---\n" + other + "...\n")
    #expect(conversion.files.map(\.name) == ["web.yaml", "api.yaml", "1.yaml"])
    #expect(conversion.files.last?.text == other)
    let untouched = split(other)
    #expect(untouched.converted == 0 && untouched.text == other)
  }

  @Test("Each object of a list becomes a YAML document, and earlier versions of a workload do not reappear")
  func lists() {
    let item = workload("Pod", "p", [web, api]).split(separator: "\n").dropLast().joined(separator: "\n    ")
    let list =
      "apiVersion: v1\nkind: List\nitems:\n  - \(item)\n  - {apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: topsecret}}\n"
    let conversion = split(workload("Pod", "p", ["name: old, image: old"]), list)
    #expect(conversion.pods == ["default/Deployment/api: api", "default/Deployment/web: web"])
    #expect(!conversion.text.contains("topsecret") && conversion.text.contains("# podmap: Secret/s is not copied"))
  }

  @Test("A container without a name is an error in the input, but is not lost")
  func nameless() {
    let conversion = split(workload([web, "image: nameless:1", api]))
    #expect(conversion.text.contains("image: nameless:1"))
  }

  @Test("Only the named workloads are split, and new names don't collide with old ones")
  func names() {
    let text =
      workload([web, api]) + workload("Deployment", "api", ["name: x, image: x"])
      + workload("Deployment", "two", [web, api])
    let one = split(text, workloads: ["Deployment/web"])
    #expect(
      one.pods.map { $0.prefix { $0 != ":" } } == [
        "default/Deployment/api", "default/Deployment/two", "default/Deployment/web", "default/Deployment/web-api",
      ])
    let both = split(text)
    #expect(
      both.pods.map { $0.prefix { $0 != ":" } } == [
        "default/Deployment/api", "default/Deployment/two-api", "default/Deployment/two-web",
        "default/Deployment/web-api", "default/Deployment/web-web",
      ])
    #expect(
      Set(both.calls.map { $0.split(separator: " ").last.map(String.init) }) == [
        "default/Service/two-api:9000", "default/Service/web-api:9000",
      ])
  }

  @Test("A custom resource is refused if it is named, otherwise passed on")
  func customResources() {
    let text =
      "apiVersion: example.com/v1\nkind: Rollout\nmetadata: {name: r}\nspec:\n  template:\n    spec:\n      containers: [{\(web)}, {\(api)}]\n"
    #expect(split(text).messages == [])
    #expect(split(text, workloads: ["r"]).diagnostics.contains { $0.severity == .error })
  }

  @Test(
    "Hostile names and values are unchanged",
    arguments: [
      "a'b\"c", "end]", "<script>", "- x: y", "#x", "😀", "x\u{202e}y", "a\nb", String(repeating: "n", count: 10_000),
    ])
  func hostile(_ text: String) {
    let quoted =
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    let conversion = split(
      workload(
        ["name: \(quoted), image: \(quoted), args: [\(quoted)]", api], pod: "nodeSelector: {a: \(quoted)}"))
    let layout = conversion.layout
    #expect(layout.containers.contains { $0.container.name == text && $0.container.image == text })
    #expect(layout.pods.count == 2)
  }
}

@Suite("Splitting and merging back")
struct RoundTripTests {
  @Test("Splitting and merging again preserves containers, images, ports and calls")
  func roundTrip() throws {
    let folder = packageFolder().appendingPathComponent("samples/webapp/single-pod").path
    let input = LinkedInput(reading: [folder], keepsSources: true)
    let parts = Split.run(input)
    let texts = parts.files.map { (name: $0.name, text: $0.text) }
    let again = Merge.run(LinkedInput(texts: texts, subject: nil, keepsSources: true))
    #expect(!again.diagnostics.contains { $0.severity == .error }, "\(again.messages)")
    let comparison = Comparison(Layout(input), again.layout)
    #expect(comparison.matches.count == 3 && again.layout.pods.count == 1)
    #expect(comparison.calls.count == 2 && comparison.calls.allSatisfy(\.isSame))
    let same: Set = ["imageChanged", "portsChanged", "callAdded", "callRemoved", "callChanged", "environmentChanged"]
    #expect(comparison.changes.allSatisfy { !same.contains($0.kind.name) }, "\(comparison.rows)")
  }
}
