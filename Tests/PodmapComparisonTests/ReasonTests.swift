import PodmapComparison
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Reasons for one pod and for several")
struct ReasonTests {
  private func judge(_ reason: Reason, _ left: Layout, _ right: Layout) throws -> Ruling {
    try #require(LayoutProperties(Comparison(left, right)).reasons.first { $0.reason == reason })
  }

  private func judge(_ reason: Reason, _ both: Layout) throws -> Ruling { try judge(reason, both, both) }

  /// "right 0.yaml spec.replicas = 3"
  private func places(_ ruling: Ruling) -> [String] {
    ruling.evidence.map { "\($0.side.rawValue) \($0.evidence.path) = \($0.evidence.value)" }
  }

  private func pod(_ containers: String, name: String = "p", more: String = "") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), labels: {app: \(name)}}
    spec:
    \(more.isEmpty ? "" : "  \(more)\n")  containers:
    \(containers)
    ---

    """
  }

  private let server = "  - {name: server, image: x, ports: [{containerPort: 80}]}"
  private let service =
    "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {app: p}, ports: [{port: 80}]}\n---\n"

  @Test("All nine reasons are judged for the sample, in their usual order")
  func sampleReasons() throws {
    let reasons = LayoutProperties(Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod"))).reasons
    #expect(
      reasons.map { "\($0.reason.rawValue) \($0.verdict.rawValue)" } == [
        "sidecar doesNot", "ambassador doesNot", "adapter doesNot", "init doesNot", "sharedData doesNot",
        "independentScaling holds", "differentResources doesNot", "faultIsolation holds", "differentHosts doesNot",
      ])
    #expect(
      reasons[5].finding == "pods on the right: backend 2, cache/redis 1 and frontend 3; "
        + "on the left frontend, backend and cache are in default/Pod/webapp-pod, which has no replicas")
    #expect(
      reasons[6].finding == "cpu from 100m (cache/redis) to 250m (backend), a factor of 2.5; "
        + "memory from 64Mi (cache/redis) to 128Mi (backend), a factor of 2; "
        + "none is both 4 times another and at least 250m CPU or 256Mi memory above it")
  }

  @Test("Without containers nothing can be determined")
  func empty() throws {
    let none = layout("")
    for reason in Reason.allCases { #expect(try judge(reason, none).verdict == .cannotTell) }
  }

  // MARK: - For one pod

  @Test("A sidecar merely helps another container: it applies, doesn't apply, or can't be determined")
  func sidecar() throws {
    let shipper =
      "  - {name: shipper, image: y, volumeMounts: [{name: logs, mountPath: /l, readOnly: true}]}"
    let writer =
      "  - {name: server, image: x, ports: [{containerPort: 80}], volumeMounts: [{name: logs, mountPath: /l}]}"
    let helped = layout(service, pod("\(writer)\n\(shipper)", more: "volumes: [{name: logs, emptyDir: {}}]"))
    let found = try judge(.sidecar, helped)
    #expect(found.verdict == .applies)
    #expect(found.finding == "shipper reads what server writes to logs")
    #expect(!found.evidence.isEmpty)

    let apart = layout(pod(server), pod("  - {name: shipper, image: y}", name: "q"))
    let split = try judge(.sidecar, helped, apart)
    #expect(split.finding.hasSuffix("; on the right server and shipper are in different pods"))

    let two = layout(pod("\(server)\n  - {name: other, image: y, ports: [{containerPort: 81}]}"))
    #expect(try judge(.sidecar, two).verdict == .doesNotApply)
    #expect(try judge(.sidecar, layout(pod(server))).verdict == .doesNotApply)

    let silent = try judge(.sidecar, layout(pod("\(server)\n  - {name: worker, image: y}")))
    #expect(silent.verdict == .cannotTell)
    #expect(silent.finding.hasPrefix("worker has no port and nothing is known to call it"))
    #expect(places(silent) == ["left spec.containers[1].name = worker", "right spec.containers[1].name = worker"])
  }

  @Test("A sidecar that moves with the container it helps doesn't concern the others in its pod")
  func keptSidecar() throws {
    let writer =
      "  - {name: server, image: x, ports: [{containerPort: 80}], volumeMounts: [{name: logs, mountPath: /l}]}\n"
      + "  - {name: shipper, image: y, volumeMounts: [{name: logs, mountPath: /l, readOnly: true}]}"
    let volumes = "volumes: [{name: logs, emptyDir: {}}]"
    let web = "  - {name: web, image: z, ports: [{containerPort: 81}]}"
    let left = layout(service, pod("\(writer)\n\(web)", more: volumes))
    let right = layout(service, pod(writer, more: volumes), pod(web, name: "q"))
    #expect(try judge(.sidecar, left, right).finding == "shipper reads what server writes to logs")
  }

  @Test("An ambassador passes requests on: it applies, doesn't apply, or only its name suggests it")
  func ambassador() throws {
    let client = "  - {name: app, image: x, env: [{name: DB, value: \"localhost:5432\"}]}"
    let proxy =
      "  - {name: tunnel, image: cloud-sql-proxy, command: [cloud-sql-proxy, --port=5432], ports: [{containerPort: 5432}]}"
    let found = try judge(.ambassador, layout(pod("\(client)\n\(proxy)")))
    #expect(found.verdict == .applies)
    #expect(found.finding == "tunnel forwards requests from app on localhost:5432")
    #expect(!found.evidence.isEmpty)
    #expect(try judge(.ambassador, layout(pod("\(client)\n\(server)"))).verdict == .doesNotApply)
    let unknown = try judge(.ambassador, layout(pod("\(server)\n  - {name: b, image: 'envoyproxy/envoy:1'}")))
    #expect(unknown.verdict == .cannotTell)
    #expect(places(unknown).first == "left spec.containers[1].image = envoyproxy/envoy:1")
  }

  @Test("An adapter exposes what another container has: it applies, doesn't apply, or only its name suggests it")
  func adapter() throws {
    func exporter(_ more: String) -> String {
      "  - {name: exporter, image: redis-exporter, ports: [{name: metrics, containerPort: 9121}]\(more)}"
    }
    let redis = "  - {name: redis, image: redis, ports: [{containerPort: 6379}]}"
    let call = ", env: [{name: REDIS_ADDR, value: \"redis://localhost:6379\"}]"
    let found = try judge(.adapter, layout(pod("\(redis)\n\(exporter(call))")))
    #expect(found.verdict == .applies)
    #expect(found.finding.hasPrefix("exporter reads redis on localhost:6379"))
    #expect(try judge(.adapter, layout(pod("\(redis)\n\(exporter(""))"))).verdict == .cannotTell)
    #expect(try judge(.adapter, layout(pod("\(redis)\n\(server)"))).verdict == .doesNotApply)
  }

  @Test("Init containers are reported with their purpose; a Job may do the work of one")
  func initContainers() throws {
    let waiting = pod(
      server,
      more: "initContainers: [{name: wait, image: b, command: [sh, -c, \"until nc -z db 5432; do sleep 1; done\"]}]")
    let found = try judge(.initContainers, layout(waiting))
    #expect(found.verdict == .applies)
    #expect(found.finding == "wait waits before the others start")
    #expect(
      try judge(.initContainers, layout(waiting), layout(pod(server))).finding
        == "wait waits before the others start; the right side has no such container")
    #expect(try judge(.initContainers, layout(pod(server))).verdict == .doesNotApply)
    let job =
      "apiVersion: batch/v1\nkind: Job\nmetadata: {name: migrate}\n"
      + "spec: {template: {spec: {containers: [{name: m, image: x}]}}}"
    let unknown = try judge(.initContainers, layout(pod(server), job))
    #expect(unknown.verdict == .cannotTell)
    #expect(places(unknown).first == "left kind = Job")
  }

  @Test("Shared data is a volume that one container can write to and another mounts, or a claim that needs one node")
  func sharedData() throws {
    func two(_ volume: String, readOnly: Bool = false) -> String {
      pod(
        """
          - {name: a, image: x, volumeMounts: [{name: v, mountPath: /v, readOnly: \(readOnly)}]}
          - {name: b, image: x, volumeMounts: [{name: v, mountPath: /v, readOnly: true}]}
        """, more: "volumes: [{name: v, \(volume)}]")
    }
    let found = try judge(.sharedData, layout(two("emptyDir: {}")))
    #expect(found.verdict == .applies)
    #expect(found.finding == "a and b share v (emptyDir), which a can write to")
    #expect(try judge(.sharedData, layout(two("configMap: {name: c}"))).verdict == .doesNotApply)
    #expect(try judge(.sharedData, layout(two("emptyDir: {}", readOnly: true))).verdict == .doesNotApply)

    func claim(_ mode: String?) -> Layout {
      let mount = "volumeMounts: [{name: v, mountPath: /v}]"
      let volumes = "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"
      let pods =
        pod("  - {name: a, image: x, \(mount)}", name: "a", more: volumes)
        + pod("  - {name: b, image: x, \(mount)}", name: "b", more: volumes)
      let claim = mode.map {
        "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [\($0)]}\n"
      }
      return layout(pods, claim ?? "")
    }
    #expect(try judge(.sharedData, claim("ReadWriteMany")).verdict == .doesNotApply)
    let once = try judge(.sharedData, claim("ReadWriteOnce"))
    #expect(once.verdict == .applies)
    #expect(places(once).contains("left spec.accessModes[0] = ReadWriteOnce"))
    #expect(try judge(.sharedData, claim(nil)).verdict == .cannotTell)
  }

  // MARK: - For several pods

  @Test("Different numbers or an autoscaler ask for independent scaling, and equal numbers rule it out")
  func independentScaling() throws {
    func two(_ a: Int, _ b: Int, _ more: String = "") -> Layout {
      layout(deployment("a", image: "x", replicas: a), deployment("b", image: "y", replicas: b), more)
    }
    let found = try judge(.independentScaling, two(1, 3))
    #expect(found.verdict == .applies)
    #expect(found.finding == "pods on the right: a/app 1 and b/app 3")
    #expect(places(found) == ["right spec.replicas = 1", "right spec.replicas = 3"])
    #expect(try judge(.independentScaling, two(2, 2)).verdict == .doesNotApply)
    let scaler = """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: a}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, minReplicas: 2, maxReplicas: 9}
      """
    let scaled = try judge(.independentScaling, two(2, 2, scaler))
    #expect(scaled.verdict == .applies)
    #expect(scaled.finding.contains("a/app 2 to 9 (autoscaled)"))
    let pods = layout(pod(server), pod(server, name: "q"))
    #expect(try judge(.independentScaling, pods).verdict == .cannotTell)
    let one = layout(pod("\(server)\n  - {name: b, image: y, ports: [{containerPort: 81}]}"))
    #expect(try judge(.independentScaling, one).verdict == .cannotTell)
    #expect(try judge(.independentScaling, layout(pod(server))).verdict == .doesNotApply)
  }

  @Test("Resources differ vastly, or not, or are not stated")
  func differentResources() throws {
    func two(_ a: String, _ b: String) -> Layout {
      layout(deployment("a", image: "x", more: "resources: \(a)"), deployment("b", image: "y", more: "resources: \(b)"))
    }
    let small = "{requests: {cpu: 100m, memory: 64Mi}}"
    let vast = try judge(.differentResources, two(small, "{requests: {cpu: 2, memory: 64Mi}}"))
    #expect(vast.verdict == .applies)
    #expect(vast.finding == "cpu from 100m (a/app) to 2 (b/app), a factor of 20")
    #expect(places(vast).last == "right spec.template.spec.containers[0].resources.requests.cpu = 2")
    #expect(try judge(.differentResources, two(small, "{requests: {cpu: 400m, memory: 64Mi}}")).verdict == .applies)
    #expect(
      try judge(.differentResources, two(small, "{requests: {cpu: 390m, memory: 64Mi}}")).verdict == .doesNotApply)
    // Ten times almost nothing is still almost nothing.
    let tiny = "{requests: {cpu: 10m, memory: 6Mi}}"
    #expect(try judge(.differentResources, two(small, tiny)).verdict == .doesNotApply)
    #expect(try judge(.differentResources, two(small, "{}")).verdict == .cannotTell)
    let device = try judge(.differentResources, two(small, "{limits: {nvidia.com/gpu: 1}}"))
    #expect(device.verdict == .applies)
    #expect(device.finding == "b/app asks for nvidia.com/gpu, which a/app does not need")
    #expect(
      places(device)
        == [
          "right spec.template.spec.containers[0].resources.limits[\"nvidia.com/gpu\"] = 1"
        ])
    #expect(try judge(.differentResources, layout(pod(server))).verdict == .doesNotApply)
  }

  @Test("Faults are isolated if containers have pods of their own")
  func faultIsolation() throws {
    let one = layout(pod("\(server)\n  - {name: b, image: y, ports: [{containerPort: 81}]}"))
    let two = layout(pod(server), pod("  - {name: b, image: y, ports: [{containerPort: 81}]}", name: "q"))
    let found = try judge(.faultIsolation, one, two)
    #expect(found.verdict == .applies)
    #expect(
      found.finding
        == "on the left the loss of one pod takes down 2 of 2 containers (the workload has no other pod); "
        + "on the right the loss of one pod takes down 1 of 2 containers")
    #expect(try judge(.faultIsolation, one).verdict == .cannotTell)
    #expect(try judge(.faultIsolation, layout(pod(server))).verdict == .doesNotApply)
  }

  @Test("Rules that differ ask for different hosts, rules that are the same for all don't")
  func differentHosts() throws {
    let other = "  - {name: b, image: y, ports: [{containerPort: 81}]}"
    func two(_ a: String, _ b: String) -> Layout { layout(pod(server, more: a), pod(other, name: "q", more: b)) }
    let disk = "nodeSelector: {disk: ssd}"
    let found = try judge(.differentHosts, two(disk, ""))
    #expect(found.verdict == .applies)
    #expect(found.finding == "on the right p/server needs nodeSelector disk ssd and q/b can run on any node")
    #expect(places(found) == ["right spec.nodeSelector.disk = ssd"])
    #expect(try judge(.differentHosts, two(disk, disk)).verdict == .doesNotApply)
    #expect(try judge(.differentHosts, two("", "")).verdict == .doesNotApply)
    #expect(try judge(.differentHosts, two("nodeSelector: {kubernetes.io/os: linux}", "")).verdict == .doesNotApply)
    #expect(try judge(.differentHosts, layout(pod("\(server)\n\(other)", more: disk))).verdict == .cannotTell)
    let apart =
      "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
      + "[{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: q}}}]}}"
    #expect(
      try judge(.differentHosts, two(apart, "")).finding == "on the right p/server must run apart from q/b")
    let elsewhere = apart.replacing("labelSelector", with: "namespaces: [other], labelSelector")
    #expect(try judge(.differentHosts, two(elsewhere, "")).verdict == .doesNotApply)
    let together = apart.replacing("podAntiAffinity", with: "podAffinity")
    #expect(try judge(.differentHosts, two(together, "")).verdict == .doesNotApply)
    let onHost = "hostNetwork: true"
    let collision = layout(pod(server, more: onHost), pod(server, name: "q", more: onHost))
    #expect(try judge(.differentHosts, collision).finding.contains("the same host port 80/TCP"))
  }
}
