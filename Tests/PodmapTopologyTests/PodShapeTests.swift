import PodmapManifests
import PodmapTopology
import Testing

/// Pods that custom resources describe in words of their own.
@Suite("Pods of custom kinds")
struct PodShapeTests {
  private func custom(_ version: String, _ kind: String, _ spec: String, name: String = "x") -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: \(name), namespace: n}\nspec: \(spec)\n---\n"
  }

  @Test(
    "Each container has an ID, a role and an image",
    arguments: [
      (
        "tekton.dev/v1", "Task",
        "{steps: [{name: a, image: one}, {image: two}], sidecars: [{name: d, image: docker}]}",
        ["a app one", "container-3 app two", "d sidecar docker"]
      ),
      (
        "tekton.dev/v1", "PipelineRun",
        "{pipelineSpec: {tasks: [{name: t, taskSpec: {stepTemplate: {image: base}, steps: [{name: a}]}}]}}",
        ["a app base"]
      ),
      (
        "argoproj.io/v1alpha1", "Workflow",
        "{templates: [{name: t, script: {image: sh, source: 'echo'}, sidecars: [{name: s, image: db}]}]}",
        ["main app sh", "s sidecar db"]
      ),
      (
        "argoproj.io/v1alpha1", "CronWorkflow", "{workflowSpec: {templates: [{name: t, container: {image: c}}]}}",
        ["main app c"]
      ),
      (
        "sparkoperator.k8s.io/v1beta2", "SparkApplication",
        "{image: spark, driver: {}, executor: {instances: 3, image: other}}",
        ["driver/spark-kubernetes-driver app spark", "executor/spark-kubernetes-executor app other"]
      ),
      (
        "flink.apache.org/v1beta1", "FlinkDeployment",
        "{image: flink, jobManager: {podTemplate: {spec: {containers: [{name: flink-main-container, env: []}]}}}}",
        ["flink-main-container app flink"]
      ),
      (
        "kubevirt.io/v1", "VirtualMachine", "{template: {spec: {domain: {devices: {}}}}}", ["compute app "]
      ),
      (
        "monitoring.coreos.com/v1", "Prometheus",
        "{image: prom, containers: [{name: proxy, image: p}, {name: prometheus, args: [x]}]}",
        ["config-reloader app ", "prometheus app prom", "proxy app p"]
      ),
      (
        "elasticsearch.k8s.elastic.co/v1", "Elasticsearch",
        "{nodeSets: [{name: hot, count: 2}, {name: cold, count: 1}]}",
        ["cold/elasticsearch app ", "hot/elasticsearch app "]
      ),
      ("postgresql.cnpg.io/v1", "Cluster", "{instances: 3, imageName: pg}", ["postgres app pg"]),
    ])
  func containers(_ version: String, _ kind: String, _ spec: String, _ expected: [String]) {
    let graph = Graph(custom(version, kind, spec))
    #expect(graph.diagnostics.isEmpty, "\(graph.diagnostics)")
    let found = graph.topology.nodes.compactMap { node -> String? in
      guard let container = node.container, let parent = node.parent else { return nil }
      let name = node.id.text.dropFirst(graph.topology.nodes[parent].id.text.count + 1)
      return "\(name) \(container.role.rawValue) \(container.image)"
    }
    #expect(found.sorted() == expected)
  }

  @Test("Evidence has the path in the manifest, not the one in the pod that is made from it")
  func paths() {
    let task = custom(
      "tekton.dev/v1", "Task",
      """

        volumes: [{name: v, configMap: {name: conf}}]
        stepTemplate: {env: [{name: ONE_URL, value: "http://one"}]}
        steps:
        - name: a
          script: curl http://two/
          envFrom: [{secretRef: {name: token}}]
          volumeMounts: [{name: v, mountPath: /v}]
      """)
    let graph = Graph(
      task + service("one", namespace: "n", spec: "ports: [{port: 80}]") + "---\n"
        + service("two", namespace: "n", spec: "ports: [{port: 80}]"))
    let paths = graph.topology.edges.map { "\(graph.topology.nodes[$0.to].name) \($0.evidence.map(\.path))" }
    #expect(
      paths.sorted() == [
        "conf [\"spec.volumes[0].configMap.name\"]", "one [\"spec.stepTemplate.env[0].value\"]",
        "token [\"spec.steps[0].envFrom[0].secretRef.name\"]", "two [\"spec.steps[0].script\"]",
      ])
  }

  @Test("Each template has its own number of pods, and a single one is the number of the workload")
  func counts() {
    let spark = Graph(
      custom("sparkoperator.k8s.io/v1beta2", "SparkApplication", "{image: i, driver: {}, executor: {instances: 3}}"))
    let templates = spark.node("n/SparkApplication.sparkoperator.k8s.io/x")?.workload?.templates
    #expect(templates?.map(\.count) == [nil, 3])
    let cluster = Graph(custom("postgresql.cnpg.io/v1", "Cluster", "{instances: 2}"))
    #expect(cluster.node("n/Cluster.postgresql.cnpg.io/x")?.workload?.scale == .replicas(2))
  }

  @Test("What an operator has made is drawn instead of what follows from its object")
  func live() {
    func pod(_ name: String, _ role: String) -> String {
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: \(name)
        namespace: n
        labels: {role: \(role)}
        ownerReferences: [{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, name: x, controller: true}]
      spec: {containers: [{name: postgres, image: "pg:17"}]}
      ---

      """
    }
    let pods = pod("x-1", "primary") + pod("x-2", "replica")
    let services =
      service("rw", namespace: "n", spec: "selector: {role: primary}") + "---\n"
      + service("ro", namespace: "n", spec: "selector: {role: replica}")
    for input in [custom("postgresql.cnpg.io/v1", "Cluster", "{instances: 2}") + pods, pods] {
      let graph = Graph(input + services)
      #expect(graph.edges(.selects) == ["n/Service/ro -selects-> n/Pod/x-2", "n/Service/rw -selects-> n/Pod/x-1"])
      #expect(graph.node("n/Pod/x-1/postgres")?.container?.image == "pg:17")
      #expect(graph.diagnostics.isEmpty, "\(graph.diagnostics)")
    }
  }

  @Test("Other objects of a controller that is not in the input stay")
  func absentOwner() {
    let owner = "ownerReferences: [{apiVersion: ex.io/v1, kind: Shop, name: main, controller: true}]"
    let pod =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n, \(owner)}\nspec: {containers: [{name: a}]}\n"
    let gateway = deployment("gateway", namespace: "n", spec: "containers: [{name: g}]")
      .replacing("  namespace: n\n", with: "  namespace: n\n  \(owner)\n")
    let graph = Graph(pod + "---\n" + gateway)
    #expect(graph.ids.filter { $0.contains("Deployment") } == ["n/Deployment/gateway", "n/Deployment/gateway/g"])
  }

  @Test(
    "Patterns, patches and templates for others run no pods",
    arguments: [
      ("kyverno.io/v1", "ClusterPolicy"), ("kyverno.io/v1", "Policy"), ("policies.kyverno.io/v1", "MutatingPolicy"),
      ("templates.gatekeeper.sh/v1", "ConstraintTemplate"), ("mutations.gatekeeper.sh/v1", "ModifySet"),
      ("apiextensions.crossplane.io/v1", "Composition"), ("apps.kruise.io/v1alpha1", "SidecarSet"),
    ])
  func podless(_ version: String, _ kind: String) {
    let graph = Graph(
      custom(version, kind, "{rules: [{pattern: {spec: {containers: [{name: '*', image: '!*:latest'}]}}}]}"))
    #expect(graph.topology.nodes.allSatisfy { $0.container == nil && $0.workload == nil })
  }

  @Test("A virtual machine uses the volumes of its disks")
  func virtualMachine() {
    let graph = Graph(
      custom(
        "kubevirt.io/v1", "VirtualMachine",
        """

          template:
            metadata: {labels: {app: vm}}
            spec:
              domain: {devices: {disks: [{name: root}, {name: seed}]}}
              volumes:
              - {name: root, dataVolume: {name: disk}}
              - {name: seed, cloudInitNoCloud: {secretRef: {name: user-data}}}
          dataVolumeTemplates: [{metadata: {name: disk}}]
        """) + service("ssh", namespace: "n", spec: "selector: {app: vm}\nports: [{port: 22}]"))
    #expect(
      graph.edges(.mounts, .routes, .owns) == [
        "n/Service/ssh -routes 22-> n/VirtualMachine.kubevirt.io/x/compute",
        "n/VirtualMachine.kubevirt.io/x -owns makes-> n/DataVolume.cdi.kubevirt.io/disk",
        "n/VirtualMachine.kubevirt.io/x/compute -mounts as a disk-> n/DataVolume.cdi.kubevirt.io/disk",
        "n/VirtualMachine.kubevirt.io/x/compute -mounts as a disk-> n/Secret/user-data",
        "n/VirtualMachine.kubevirt.io/x/compute -mounts as a disk-> n/VirtualMachine.kubevirt.io/x/volume:seed",
      ])
  }

  @Test("With workloadRef, a Rollout runs the pods of a Deployment, which has none then")
  func rollout() {
    let graph = Graph(
      custom(
        "argoproj.io/v1alpha1", "Rollout",
        "{replicas: 4, workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}", name: "web"),
      deployment(
        "web", labels: "app: web", namespace: "n",
        spec: "serviceAccountName: robot\ncontainers: [{name: c, image: i, env: [{name: DB_URL, value: 'http://db'}]}]"),
      service("web", namespace: "n", spec: "selector: {app: web}\nports: [{port: 80}]") + "---\n"
        + service("db", namespace: "n", spec: "ports: [{port: 80}]"))
    #expect(graph.node("n/Rollout.argoproj.io/web")?.workload?.scale == .replicas(4))
    #expect(graph.node("n/Deployment/web")?.workload == nil)
    #expect(
      graph.edges(.selects, .calls, .runsAs) == [
        "n/Rollout.argoproj.io/web -runsAs-> n/ServiceAccount/robot",
        "n/Rollout.argoproj.io/web/c -calls-> n/Service/db",
        "n/Service/web -selects-> n/Rollout.argoproj.io/web",
      ])
    #expect(graph.edge("n/Rollout.argoproj.io/web/c", "n/Service/db", .calls)?.evidence.first?.file == "1.yaml")
  }

  @Test("Findings about borrowed pods are placed where the pods are written")
  func places() {
    let graph = Graph(
      custom(
        "argoproj.io/v1alpha1", "Rollout", "{workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}",
        name: "web"),
      deployment(
        "web", namespace: "n",
        spec: """
          containers:
          - {name: c, env: [{name: K, valueFrom: {configMapKeyRef: {name: m, key: absent}}}], ports: [{containerPort: 80}]}
          - {name: d, ports: [{containerPort: 80}], readinessProbe: {httpGet: {port: nothing}}}
          """), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: n}\ndata: {k: v}\n")
    #expect(graph.diagnostics.count == 2, "\(graph.diagnostics)")
    #expect(graph.diagnostics.allSatisfy { $0.place?.file == "1.yaml" }, "\(graph.diagnostics)")
  }
}
