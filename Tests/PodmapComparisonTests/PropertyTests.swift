import PodmapComparison
import PodmapTopology
import Testing
import PodmapComparisonTestSupport

@Suite("Properties of layouts")
struct PropertyTests {
  private func pod(_ spec: String, kind: String = "Pod") -> PodProperties {
    let own = layout("apiVersion: v1\nkind: \(kind)\nmetadata: {name: p}\nspec:\n\(spec)")
    return LayoutProperties(Comparison(own, own)).left.each[0]
  }

  @Test("One pod becomes six, and the loss of a pod takes down one container instead of three")
  func sampleLayouts() throws {
    let properties = LayoutProperties(Comparison(try sample("webapp/single-pod"), try sample("webapp/multi-pod")))
    #expect(properties.left.pods.stated == 1 && properties.right.pods.stated == 6)
    #expect(properties.left.largestLoss == 3 && properties.right.largestLoss == 1)
    #expect(properties.left.scaledAlone == 0 && properties.right.scaledAlone == 3)
    #expect(properties.left.each.map(\.cpuText) == ["450m"])
    #expect(properties.left.each.map(\.memoryText) == ["256Mi"])
    #expect(properties.right.each.map(\.lossText).contains("1 container, 2 of 3 pods left"))
  }

  @Test("A request is the sum of what runs or, if larger, an init container with the sidecars before it")
  func requests() {
    let pod = pod(
      """
        initContainers:
        - {name: early, image: x, resources: {requests: {cpu: 900m, memory: 10Mi}}}
        - {name: proxy, image: x, restartPolicy: Always, resources: {requests: {cpu: 200m, memory: 100Mi}}}
        - {name: late, image: x, resources: {requests: {cpu: 800m, memory: 10Mi}}}
        containers:
        - {name: a, image: x, resources: {requests: {cpu: 300m, memory: 100Mi}}}
        - {name: b, image: x, resources: {requests: {cpu: "0.1", memory: 0.5Gi}}}
      """)
    #expect(pod.cpuText == "1")
    #expect(pod.memoryText == "712Mi")
    #expect(pod.lostWithOnePod == 3)
  }

  @Test("A request that is not stated is not zero, and a limit replaces a missing request")
  func notStated() {
    let pod = pod(
      """
        containers:
        - {name: a, image: x, resources: {limits: {cpu: 500m}}}
        - {name: b, image: x, resources: {requests: {memory: lots}}}
      """)
    #expect(pod.cpuText == "500m (not stated: b)")
    #expect(pod.memoryText == "not stated")
    #expect(pod.memory.amount == nil)
  }

  @Test("The pod's own request takes precedence over its containers', and its overhead comes on top")
  func podLevel() {
    let pod = pod(
      """
        overhead: {cpu: 50m}
        resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}
        containers: [{name: a, image: x, resources: {requests: {cpu: 500m}}}]
      """)
    #expect(pod.cpuText == "1050m")
    #expect(pod.memoryText == "1Gi")
  }

  @Test("Pods are counted if a number is stated, and listed separately if not")
  func totals() {
    let all = layout(
      deployment("a", image: "x", replicas: 2),
      """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: d}
      spec: {template: {spec: {containers: [{name: c, image: x}]}}}
      ---
      apiVersion: v1
      kind: PodTemplate
      metadata: {name: t}
      template: {spec: {containers: [{name: c, image: x}]}}
      """)
    let total = LayoutProperties(Comparison(all, all)).left.pods
    #expect(total.text == "2, and one per node (1 workload), and not stated (1 workload)")
    let none = layout(
      "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: t}\ntemplate: {spec: {containers: [{name: c}]}}")
    #expect(LayoutProperties(Comparison(none, none)).left.pods.text == "not stated (1 workload)")
  }

  @Test("Whether a container scales on its own depends on its pod")
  func scaling() {
    func scaling(_ layout: Layout) -> [String] {
      LayoutProperties(Comparison(layout, layout)).containers.compactMap { $0.left?.scaling.text }
    }
    let two = deployment("w", image: "x").replacing(
      "containers:", with: "initContainers: [{name: i, image: y}]\n      containers:\n      - {name: b, image: z}")
    #expect(scaling(layout(two)) == ["only with b", "only with app", "only with b, app"])
    #expect(scaling(layout(deployment("w", image: "x"))) == ["on its own"])
    #expect(
      scaling(layout("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: x}]}"))
        == ["no: a Pod has no replicas"])
  }

  @Test(
    "Quantities are parsed as Kubernetes does",
    arguments: [
      ("1", "1", "1"), ("100m", "100m", "100m"), ("0.5", "500m", "500m"), (".5", "500m", "500m"),
      ("1e3", "1000", "1k"), ("1E3", "1000", "1k"), ("5e-1", "500m", "500m"), ("2k", "2000", "2k"),
      ("64Mi", "67108864", "64Mi"), ("1024Ki", "1048576", "1Mi"), ("1.5Gi", "1610612736", "1536Mi"),
      ("128M", "128000000", "128M"), ("1G", "1000000000", "1G"), ("1000M", "1000000000", "1G"),
      ("1Ei", "1152921504606846976", "1Ei"), ("250u", "250u", "250u"), ("0.1n", "1n", "1n"), ("0", "0", "0"),
      ("+2", "2", "2"), ("8E9", "8000000000", "8G"),
    ])
  func quantities(_ text: String, _ cores: String, _ bytes: String) {
    #expect(Quantity(text)?.cores == cores)
    #expect(Quantity(text)?.bytes == bytes)
  }

  @Test(
    "Other texts aren't quantities",
    arguments: [
      "", "m", "-1", "1 Gi", "1GiB", "1gi", "1K", "ten", "1.2.3", "${CPU}", "1e", "1e99", "0x10", "9Ei9",
      "99999999999999999999999999", "9999Ei", "１",
    ])
  func noQuantities(_ text: String) {
    #expect(Quantity(text) == nil)
  }
}
