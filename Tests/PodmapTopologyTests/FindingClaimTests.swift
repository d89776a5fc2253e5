import PodmapManifests
import PodmapTopology
import Testing

@Suite("Findings about claims")
struct FindingClaimTests {
  static func workload(_ kind: String, _ name: String, _ spec: String = "", pod: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: \(kind)
    metadata: {name: \(name)}
    spec:
      \(spec)
      template:
        spec:
          \(pod)
          containers:
          - {name: c, volumeMounts: [{name: v, mountPath: /data}]}
          volumes:
          - name: v
            persistentVolumeClaim: {claimName: data}
    """
  }

  static func found(_ mode: String, _ texts: String..., claim: String = "") -> [String] {
    let claim = """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec:
        accessModes: [\(mode)]
        \(claim)
      """
    return Graph((texts + [claim]).joined(separator: "\n---\n")).diagnostics.filter { $0.topic == .sharedClaim }
      .map(\.description)
  }

  @Test("A ReadWriteOnce claim of several pods that may run on different nodes is a note")
  func onceForSeveral() {
    #expect(
      Self.found("ReadWriteOnce", Self.workload("Deployment", "web", "replicas: 3")) == [
        "0.yaml:13:44: note: the claim 'data' is ReadWriteOnce, but pods that may run on different nodes mount it "
          + "(the Deployment 'web' ×3); pods on a second node can't start: use ReadWriteMany, or keep them on one node"
      ])
    #expect(Self.found("ReadWriteOnce", Self.workload("DaemonSet", "agent")).count == 1)
    let two = Self.found("ReadWriteOnce", Self.workload("Deployment", "a"), Self.workload("Deployment", "b"))
    #expect(two.count == 1)
    #expect(two[0].contains("(the Deployment 'a', the Deployment 'b')"))
  }

  @Test("A ReadWriteOncePod claim of more than one pod is a warning")
  func oncePerPod() {
    let found = Self.found("ReadWriteOncePod", Self.workload("Deployment", "web", "replicas: 2", pod: "nodeName: n1"))
    #expect(found.count == 1)
    #expect(found[0].contains("warning: the claim 'data' is ReadWriteOncePod, but more than one pod mounts it"))
  }

  static let beside = """
    affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:
            [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: a}}}]}}
    """

  @Test(
    "One pod, one node, or a claim that many can use is not a finding",
    arguments: [
      ("ReadWriteOnce", workload("Deployment", "web")), ("ReadWriteOncePod", workload("Deployment", "web")),
      ("ReadWriteOnce", workload("Deployment", "web", "replicas: 0")),
      ("ReadWriteMany", workload("Deployment", "web", "replicas: 3")),
      ("ReadWriteOnce, ReadWriteMany", workload("Deployment", "web", "replicas: 3")),
      ("ReadOnlyMany", workload("DaemonSet", "web")),
      ("ReadWriteOnce", workload("Deployment", "web", "replicas: 3", pod: "nodeName: n1")),
      (
        "ReadWriteOnce", workload("Deployment", "web", "replicas: 3", pod: "nodeSelector: {kubernetes.io/hostname: n1}")
      ),
      ("ReadWriteOnce", workload("Deployment", "web", "replicas: 3", pod: beside)),
      ("ReadWriteOnce", workload("Deployment", "a") + "\n---\n" + workload("Deployment", "b", pod: beside)),
    ])
  func noSharing(_ mode: String, _ text: String) {
    #expect(Self.found(mode, text) == [])
  }

  @Test("A Deployment and a DeploymentConfig with the same name are variants, of which a cluster gets one")
  func variants() {
    let other = Self.workload("DeploymentConfig", "web").replacing("apps/v1", with: "apps.openshift.io/v1")
    #expect(Self.found("ReadWriteOnce", Self.workload("Deployment", "web"), other) == [])
    #expect(Self.found("ReadWriteOnce", Self.workload("Deployment", "web"), Self.workload("Job", "web")).count == 1)
  }

  @Test("The pods of one run follow each other, but those of a cluster don't")
  func steps() {
    let container = "{image: i, volumeMounts: [{name: v, mountPath: /x}]}"
    let workflow = """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: w}
      spec:
        volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
        templates: [{name: a, container: \(container)}, {name: b, container: \(container)}]
      """
    #expect(Self.found("ReadWriteOnce", workflow).isEmpty)
    #expect(Self.found("ReadWriteOnce", workflow, workflow.replacing("name: w", with: "name: other")).count == 1)
    let pod =
      "{spec: {containers: [{name: c, image: i, volumeMounts: [{name: v, mountPath: /x}]}], "
      + "volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]}}"
    let ray = """
      apiVersion: ray.io/v1
      kind: RayCluster
      metadata: {name: r}
      spec: {headGroupSpec: {template: \(pod)}, workerGroupSpecs: [{groupName: g, replicas: 1, template: \(pod)}]}
      """
    #expect(Self.found("ReadWriteOnce", ray).count == 1)
    let group = """
      apiVersion: leaderworkerset.x-k8s.io/v1
      kind: LeaderWorkerSet
      metadata: {name: l}
      spec: {replicas: 1, leaderWorkerTemplate: {size: 3, workerTemplate: \(pod)}}
      """
    #expect(Self.found("ReadWriteOnce", group).map { $0.contains("×3") } == [true])
  }

  @Test("A volume on one node keeps all its pods there")
  func localVolume() {
    let volume = """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: disk}
      spec: {local: {path: /disk}, storageClassName: local, accessModes: [ReadWriteOnce]}
      """
    let web = Self.workload("Deployment", "web", "replicas: 3")
    #expect(Self.found("ReadWriteOnce", volume, web, claim: "storageClassName: local") == [])
    #expect(Self.found("ReadWriteOnce", volume, web, claim: "volumeName: disk") == [])
    #expect(Self.found("ReadWriteOnce", volume, web, claim: "storageClassName: other").count == 1)
  }

  @Test("Claims made for each pod are not shared")
  func claimTemplates() {
    let set = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        replicas: 3
        template: {spec: {containers: [{name: c, volumeMounts: [{name: data, mountPath: /d}]}]}}
        volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]
      """
    #expect(Self.found("ReadWriteOnce", set) == [])
  }
}
