import PodmapComparison
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Consequences of layouts")
struct LayoutMeaningTests {
  private func properties(_ left: Layout, _ right: Layout) -> LayoutProperties {
    LayoutProperties(Comparison(left, right))
  }

  private func deployment(_ name: String, replicas: Int = 1, spec: String, more: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      replicas: \(replicas)
      template:
        metadata: {labels: {app: \(name)}}
        spec: \(spec)
    ---
    \(more)

    """
  }

  // MARK: - Volumes

  private func sharing(_ volume: String) -> Layout {
    layout(
      deployment(
        "both",
        spec: "{volumes: [{name: v, \(volume)}], containers: ["
          + "{name: writer, image: w, volumeMounts: [{name: v, mountPath: /v}]}, "
          + "{name: reader, image: r, volumeMounts: [{name: v, mountPath: /v, readOnly: true}]}]}"))
  }

  private func apart(_ volume: String?) -> Layout {
    let mount = volume.map { ", volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, \($0)}]}" } ?? "}]}"
    return layout(
      deployment("writer", spec: "{containers: [{name: writer, image: w\(mount)"),
      deployment("reader", spec: "{containers: [{name: reader, image: r\(mount)"))
  }

  private func claim(_ mode: String) -> String {
    "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [\(mode)]}\n"
  }

  @Test(
    "What a shared volume needs if its containers are separated depends on its kind",
    arguments: [
      ("emptyDir: {}", "not shared: the pods need a claim that they can mount at the same time (ReadWriteMany)"),
      ("hostPath: {path: /d}", "not shared: the pods must run on one node to see the same directory"),
      (
        "persistentVolumeClaim: {claimName: data}",
        "not shared: the claim's access modes are not stated; pods on several nodes need ReadWriteMany"
      ),
      ("nfs: {server: s, path: /p}", "not shared: each pod has to mount it separately (NFS s:/p)"),
    ])
  func parting(_ volume: String, _ expected: String) {
    let found = properties(sharing(volume), apart(nil)).sharedVolumes
    #expect(found.map(\.fate.text) == [expected])
    #expect(found.map(\.sharers) == [["writer", "reader"]])
    #expect(found.map(\.writers) == [["writer"]])
    #expect(found[0].evidence.map(\.value) == ["v", "v"])
  }

  @Test("A volume that both sides share is reported once, and one that only the right side shares is reported there")
  func newlyShared() {
    let shared = sharing("emptyDir: {}")
    #expect(properties(shared, shared).sharedVolumes.map(\.fate) == [.shared(pod: "default/Deployment/both")])
    let new = properties(apart(nil), shared).sharedVolumes
    #expect(new.map(\.side) == [.right])
    #expect(new.map(\.fate.rawValue) == ["apart"])
    // A volume that no container can write to is not shared data.
    #expect(properties(sharing("configMap: {name: c}"), apart(nil)).sharedVolumes.isEmpty)
  }

  @Test("Pods that mount the same claim share it if its access modes allow that")
  func acrossPods() {
    let volume = "persistentVolumeClaim: {claimName: data}"
    for (mode, isEnough) in [("ReadWriteMany", true), ("ReadWriteOnce", false)] {
      let right = layout(
        deployment(
          "writer",
          spec: "{volumes: [{name: v, \(volume)}], "
            + "containers: [{name: writer, image: w, volumeMounts: [{name: v, mountPath: /v}]}]}"),
        deployment(
          "reader",
          spec: "{volumes: [{name: v, \(volume)}], "
            + "containers: [{name: reader, image: r, volumeMounts: [{name: v, mountPath: /v}]}]}"), claim(mode))
      #expect(
        properties(sharing("emptyDir: {}"), right).sharedVolumes.map(\.fate)
          == [.acrossPods("claim data (\(mode))", isEnough: isEnough)])
    }
  }

  // MARK: - Nodes

  private func loss(_ spec: String, replicas: Int = 5, more: String = "") -> String {
    let own = layout(
      deployment("w", replicas: replicas, spec: "{\(spec)containers: [{name: c, image: x}]}", more: more))
    return properties(own, own).left.each[0].nodeLoss.text
  }

  @Test("The loss of a node takes down whatever the scheduler may put there")
  func nodeLoss() {
    let selector = "labelSelector: {matchLabels: {app: w}}"
    func apart(_ key: String, _ selector: String) -> String {
      "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
        + "[{topologyKey: \(key), \(selector)}]}}, "
    }
    #expect(loss("") == "5 of 5 pods: nothing keeps its pods apart")
    #expect(loss("", replicas: 1) == "1 of 1 pod")
    #expect(loss(apart("kubernetes.io/hostname", selector)) == "1 of 5 pods: one per node")
    #expect(loss(apart("topology.kubernetes.io/zone", selector)) == "1 of 5 pods: one per zone")
    #expect(
      loss(apart("kubernetes.io/hostname", "labelSelector: {matchLabels: {app: other}}"))
        == "5 of 5 pods: nothing keeps its pods apart")
    #expect(loss("nodeName: n1, ") == "5 of 5 pods: all on node n1")
    func spread(_ more: String) -> String {
      "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, \(selector), \(more)}], "
    }
    // With two nodes 3 + 2; with three 2 + 2 + 1, or 3 + 1 + 1 with a skew of 2.
    #expect(
      loss(spread("maxSkew: 1, whenUnsatisfiable: DoNotSchedule"))
        == "3 of 5 pods: spread over at least 2 nodes")
    #expect(loss(spread("maxSkew: 2, whenUnsatisfiable: DoNotSchedule, minDomains: 3")).hasPrefix("3 of 5 pods"))
    #expect(
      loss(spread("maxSkew: 1, whenUnsatisfiable: ScheduleAnyway")) == "5 of 5 pods: spreading is only preferred")
    #expect(
      loss("volumes: [{name: v, persistentVolumeClaim: {claimName: data}}], ", more: claim("ReadWriteOnce"))
        == "5 of 5 pods: its claim data can be mounted on one node only")
    #expect(
      loss("volumes: [{name: v, persistentVolumeClaim: {claimName: data}}], ", more: claim("ReadWriteOncePod"))
        == "1 of 5 pods: only one pod can mount its claim data")
  }

  @Test("Pods that can't share a node are not lost together")
  func nodeLossInAll() {
    func total(_ specs: String...) -> NodeLossTotal {
      let own = layout(
        specs.enumerated().map {
          deployment("w\($0.offset)", replicas: 2, spec: "{\($0.element)containers: [{name: c, image: x}]}")
        }.joined())
      return properties(own, own).left.nodeLoss
    }
    #expect(total("", "").text == "4 of 4 pods (4 containers)")
    #expect(total("nodeName: a, ", "nodeName: b, ", "").text == "4 of 6 pods (4 containers)")
    #expect(total("nodeSelector: {disk: ssd}, ", "nodeSelector: {disk: hdd}, ").pods == 2)
    #expect(total("nodeSelector: {disk: ssd}, ", "nodeSelector: {zone: a}, ").pods == 4)
    #expect(properties(layout(""), layout("")).left.nodeLoss.text == "no pods")
    func apart(_ names: String, _ more: String = "") -> String {
      "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: "
        + "kubernetes.io/hostname, \(more)labelSelector: {matchExpressions: [{key: app, operator: In, "
        + "values: [\(names)]}]}}]}}, "
    }
    #expect(total(apart("w1"), "", "").pods == 4)
    #expect(total(apart("w0, w1"), "", "").pods == 4)
    #expect(total(apart("w1, w2"), "", "").text == "4 of 6 pods (4 containers)")
    #expect(total(apart("w0, w1, w2"), apart("w1, w2"), "").pods == 2)
    #expect(total(apart("w1", "namespaces: [other], "), "").pods == 4)
    let hostPorts = [("a", "80"), ("b", "80"), ("c", "81")].map { name, port in
      deployment(
        name, replicas: 1, spec: "{containers: [{name: c, image: x, ports: [{containerPort: 1, hostPort: \(port)}]}]}")
    }
    let own = layout(hostPorts.joined())
    #expect(properties(own, own).left.nodeLoss.text == "2 of 3 pods (2 containers)")
  }

  @Test("The smallest node fits the largest pod, and the report says what is not stated")
  func nodeSize() {
    func pod(_ name: String, _ replicas: Int, _ resources: String) -> String {
      deployment(name, replicas: replicas, spec: "{containers: [{name: c, image: x, resources: {\(resources)}}]}")
    }
    let own = layout(
      pod("a", 3, "requests: {cpu: 200m, memory: 1Gi}"),
      pod("b", 2, "requests: {cpu: 1, memory: 64Mi}, limits: {nvidia.com/gpu: 2}"))
    let size = properties(own, own).left.nodeSize
    #expect(size.smallestText == "1 CPU, 1Gi memory, 2 nvidia.com/gpu")
    #expect(size.totalText == "2600m CPU, 3200Mi memory, 4 nvidia.com/gpu")
    let partly = layout(pod("a", 3, "requests: {cpu: 200m}"), pod("b", 1, ""))
    #expect(
      properties(partly, partly).left.nodeSize.totalText
        == "600m CPU (not stated in full: default/Deployment/a and default/Deployment/b)")
    let nothing = layout(pod("b", 1, ""))
    #expect(properties(nothing, nothing).left.nodeSize.smallestText == "not stated")
  }

  // MARK: - Needs, ports, policies

  private func two(_ a: String, _ b: String, isOne: Bool) -> Layout {
    isOne
      ? layout(deployment("p", spec: "{containers: [{name: a, image: x\(a)}, {name: b, image: y\(b)}]}"))
      : layout(
        deployment("a", spec: "{containers: [{name: a, image: x\(a)}]}"),
        deployment("b", spec: "{containers: [{name: b, image: y\(b)}]}"))
  }

  @Test("Users and rights that differ are reported for containers that share a pod on either side")
  func needs() {
    func rows(_ left: Layout, _ right: Layout) -> [String] {
      properties(left, right).needs.filter { !$0.isSame }.map { need in
        "\(need.subject) \(need.field): \(need.values.map { "\($0.container) \($0.value ?? "-")" })"
      }
    }
    let root = ", securityContext: {runAsUser: 0, privileged: true}"
    let expected = ["rights privileged: [\"a true\", \"b -\"]", "user runAsUser: [\"a 0\", \"b -\"]"]
    #expect(rows(two(root, "", isOne: true), two("", "", isOne: false)) == expected)
    #expect(rows(two("", "", isOne: true), two(root, "", isOne: false)) == expected)
    #expect(rows(two(root, root, isOne: true), two("", "", isOne: false)).isEmpty)
    // Nothing has changed.
    let same = two(root, "", isOne: true)
    #expect(rows(same, same).isEmpty)
    // A difference on the right side only is reported too.
    #expect(rows(two("", "", isOne: true), same) == expected)
    let nodes = layout(
      deployment("a", spec: "{nodeSelector: {disk: ssd}, containers: [{name: a, image: x}]}"),
      deployment("b", spec: "{containers: [{name: b, image: y}]}"))
    #expect(rows(two("", "", isOne: true), nodes) == ["node nodeSelector disk: [\"a ssd\", \"b -\"]"])
    let report = ComparisonReport(Comparison(two("", "", isOne: true), nodes), left: "l", right: "r")
    #expect(report.text.contains("a: ssd, on the right; b: not stated"))
  }

  @Test("Ports collide if the other side has the containers in one pod, and in a merge of all")
  func collisions() {
    func rows(_ left: Layout, _ right: Layout) -> [String] {
      properties(left, right).collisions.map { "\($0.side.rawValue) \($0.text): \($0.meaning)" }
    }
    let port = ", ports: [{containerPort: 8080}]"
    let one = two(port, ", ports: [{containerPort: 8081}]", isOne: true)
    #expect(
      rows(one, two(port, port, isOne: false))
        == ["right port 8080/TCP: they share default/Deployment/p on the other side"])
    #expect(rows(one, one).isEmpty)
    let apart = two(port, port, isOne: false)
    #expect(rows(apart, apart) == ["right port 8080/TCP: if all workloads were merged"])
    let udp = two(port, ", ports: [{containerPort: 8080, protocol: UDP}]", isOne: false)
    #expect(rows(udp, udp).isEmpty)
    let host = two(
      ", ports: [{containerPort: 1, hostPort: 80}]", ", ports: [{containerPort: 2, hostPort: 80}]", isOne: false)
    #expect(rows(host, layout("")) == ["left host port 80/TCP: their pods can't share a node"])
  }

  @Test("Totals give an autoscaler's range next to the replicas, and its maximum can be on one node")
  func autoscaled() {
    let own = layout(
      deployment("a", replicas: 3, spec: "{containers: [{name: c, image: x}]}"),
      deployment("b", replicas: 2, spec: "{containers: [{name: d, image: x}]}"),
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: a}
      spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 10}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: b}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: b}}}
      """)
    let side = properties(own, own).left
    #expect(side.pods.text == "5 as written, autoscaled 3 to 12")
    #expect(side.nodeLoss.text == "12 of 12 pods (12 containers)")
    #expect(side.each[0].lossText == "1 container, at least 0 pods left")
    #expect(side.each[1].budgets.map(\.limit) == ["maxUnavailable 1"])
  }

  @Test("A policy that isolates a container on one side only is reported")
  func policies() {
    let policy =
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\n"
      + "spec: {podSelector: {matchLabels: {app: a}}, ingress: []}\n"
    let pods = deployment("a", spec: "{containers: [{name: c, image: x}]}")
    let found = properties(layout(pods), layout(pods, policy)).policies
    #expect(found.map(\.container) == ["default/Deployment/a/c"])
    #expect(found.map(\.right) == [["default/NetworkPolicy/n"]])
    #expect(found.flatMap(\.evidence).map(\.evidence.path) == ["spec.podSelector.matchLabels.app"])
    #expect(properties(layout(pods, policy), layout(pods, policy)).policies.isEmpty)
  }
}
