import PodmapManifests
import PodmapTopology
import Testing

/// Labels that no manifest has, because a controller adds them to the pods.
@Suite("Labels that controllers set")
struct ControllerLabelTests {
  private static func workload(_ version: String, _ kind: String, _ spec: String) -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: x, namespace: n}\nspec: \(spec)\n---\n"
  }

  private static let containers = "{spec: {containers: [{name: c, image: i}]}}"
  private static let job = workload("batch/v1", "Job", "{completions: 3, template: \(containers)}")
  private static let set = workload("apps/v1", "StatefulSet", "{replicas: 3, template: \(containers)}")
  private static let group = workload(
    "leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet",
    "{replicas: 2, leaderWorkerTemplate: {leaderTemplate: \(containers), workerTemplate: \(containers)}}")
  private static let training = workload(
    "kubeflow.org/v1", "PyTorchJob", "{pytorchReplicaSpecs: {Master: {template: \(containers)}}}")
  private static let kafka = workload(
    "kafka.strimzi.io/v1beta2", "Kafka", "{kafka: {replicas: 3}, zookeeper: {replicas: 3}}")

  @Test(
    "Services select pods by them",
    arguments: [
      (job, "job-name: x", true), (job, "batch.kubernetes.io/job-name: x", true), (job, "job-name: y", false),
      (job, "batch.kubernetes.io/job-completion-index: '2'", true),
      (job, "batch.kubernetes.io/job-completion-index: '3'", false),
      (set, "apps.kubernetes.io/pod-index: '0'", true), (set, "apps.kubernetes.io/pod-index: '01'", false),
      (set, "statefulset.kubernetes.io/pod-name: x-2", true), (set, "statefulset.kubernetes.io/pod-name: x-3", false),
      (group, "leaderworkerset.sigs.k8s.io/name: x", true),
      (group, "leaderworkerset.sigs.k8s.io/worker-index: '0'", true),
      (training, "training.kubeflow.org/job-name: x, training.kubeflow.org/replica-type: master", true),
      (training, "training.kubeflow.org/replica-type: worker", false),
      (kafka, "strimzi.io/name: x-zookeeper", true), (kafka, "strimzi.io/name: x-connect", false),
    ])
  func services(_ workload: String, _ labels: String, _ isSelected: Bool) {
    let graph = Graph(workload + service("s", namespace: "n", spec: "selector: {\(labels)}"))
    #expect(graph.edges(.selects).isEmpty == !isSelected, "\(graph.edges())")
  }

  @Test("A leader and its workers are told apart")
  func leader() {
    let one = Graph(
      Self.group
        + service(
          "s", namespace: "n",
          spec: "selector: {leaderworkerset.sigs.k8s.io/worker-index: '0'}\nports: [{port: 80}]"))
    #expect(
      one.edges(.routes) == [
        "n/Service/s -routes 80-> n/LeaderWorkerSet.leaderworkerset.x-k8s.io/x/leaderTemplate/c"
      ])
  }

  @Test(
    "Each group of a LeaderWorkerSet has a leader and the other pods of its size",
    arguments: [
      ("replicas: 2, ", "size: 4, leaderTemplate: \(containers), ", [2, 6], "'3'", "'4'"),
      ("", "leaderTemplate: \(containers), ", [1, 0], "'0'", "'1'"),
      ("replicas: 3, ", "size: 2, ", [6], "'0'", "'2'"), ("replicas: 2, ", "", [2], "'0'", "'1'"),
    ])
  func workers(_ replicas: String, _ fields: String, _ counts: [Int], _ index: String, _ tooHigh: String) {
    func graph(_ index: String) -> Graph {
      Graph(
        Self.workload(
          "leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet",
          "{\(replicas)leaderWorkerTemplate: {\(fields)workerTemplate: \(Self.containers)}}")
          + service(
            "s", namespace: "n", spec: "selector: {leaderworkerset.sigs.k8s.io/worker-index: \(index)}"))
    }
    let workload = graph(index).node("n/LeaderWorkerSet.leaderworkerset.x-k8s.io/x")?.workload
    if counts.count == 1 {
      #expect(workload?.scale == .replicas(counts[0]))
    } else {
      #expect(workload?.templates.map(\.count) == counts)
      #expect(workload?.scale == .unstated)
    }
    #expect(graph(index).edges(.selects).count == 1)
    #expect(graph(tooHigh).edges(.selects).isEmpty)
  }

  @Test("NetworkPolicies select pods by them")
  func policies() {
    let policy = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: p, namespace: n}
      spec: {podSelector: {matchLabels: {job-name: x}}}
      ---

      """
    #expect(Graph(Self.job + policy).edges(.selects) == ["n/NetworkPolicy/p -selects-> n/Job/x"])
  }
}
