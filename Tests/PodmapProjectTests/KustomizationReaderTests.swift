import Foundation
import PodmapManifests
import Testing

@testable import PodmapProject

/// What the built-in reader makes of files.
struct ReadKustomization {
  let reader: KustomizationReader
  let tree: KustomizationTree
  let objects: [Resource]

  init(_ files: [String: String], folder: String? = nil) throws {
    let sample = try KustomizationSample(files)
    tree = sample.tree(folder)
    reader = KustomizationReader(tree)
    let read = ManifestSet(reading: reader.objects.map { SourceFile(name: "", text: $0.text) })
    objects = read.resources
    #expect(read.diagnostics.isEmpty)
  }

  /// Each object as `Kind namespace/name`.
  var names: [String] {
    objects.map { "\($0.kind.rawValue) \($0.namespace.map { $0 + "/" } ?? "")\($0.name)" }
  }

  /// The text at a path of an object, such as `Deployment spec.replicas`.
  func text(_ place: String) -> String? {
    let parts = place.split(separator: " ", maxSplits: 1)
    guard let object = objects.first(where: { $0.kind.rawValue == parts[0] }),
      let steps = DraftPath.steps(String(parts[1]))
    else { return nil }
    var value: Value? = object.root
    for step in steps {
      switch step {
      case .key(let key): value = value?[key]
      case .index(let index): value = value?.item(at: index)
      }
    }
    return value?.text
  }
}

@Suite("Reading kustomizations without another program")
struct KustomizationReaderTests {
  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          serviceAccountName: runner
          containers:
          - name: web
            image: registry:5000/web:1
            envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: token}}]
            env: [{name: A, valueFrom: {secretKeyRef: {name: token, key: a}}}]
          initContainers: [{name: init, image: busybox@sha256:abc}]
          volumes:
          - {name: a, configMap: {name: settings}}
          - {name: b, persistentVolumeClaim: {claimName: data}}
          - {name: c, projected: {sources: [{secret: {name: token}}]}}
          - {name: d, secret: {secretName: elsewhere}}

    """

  private static let around = """
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: runner}
    ---
    apiVersion: v1
    kind: List
    items:
    - {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}}}
    - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data}}
    ---
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop}
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: web}
    spec: {rules: [{http: {paths: [{backend: {service: {name: web}}}]}}], tls: [{secretName: token}]}
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: web}
    spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: reader}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: reader}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
    subjects:
    - {kind: ServiceAccount, name: runner, namespace: default}
    - {kind: ServiceAccount, name: default, namespace: any}
    - {kind: ServiceAccount, name: runner, namespace: other}
    - {kind: User, name: runner}

    """

  private static let base = [
    "base/kustomization.yaml": """
    resources: [deployment.yaml, around.yaml]
    configMapGenerator: [{name: settings, literals: [a=1]}]
    secretGenerator: [{name: token, literals: [a=hidden]}]
    """,
    "base/deployment.yaml": deployment, "base/around.yaml": around,
  ]

  private func overlay(_ text: String, _ more: [String: String] = [:]) throws -> ReadKustomization {
    try ReadKustomization(
      Self.base.merging(["over/kustomization.yaml": "resources: [../base]\n" + text]) { $1 }.merging(more) { $1 },
      folder: "over")
  }

  @Test("All objects of files, lists and generators are there, with their origin")
  func everything() throws {
    let read = try overlay("")
    #expect(
      read.names == [
        "Deployment web", "ServiceAccount runner", "Service web", "PersistentVolumeClaim data", "Namespace shop",
        "Ingress web", "HorizontalPodAutoscaler web", "ClusterRole reader", "ClusterRoleBinding reader",
        "ConfigMap settings", "Secret token",
      ])
    #expect(
      read.reader.objects.map { $0.origin?.split(separator: "/").suffix(2).joined(separator: "/") }
        == ["base/deployment.yaml"] + Array(repeating: "base/around.yaml", count: 8) + [nil, nil])
    #expect(read.reader.diagnostics.isEmpty && read.reader.unapplied.isEmpty && read.tree.diagnostics.isEmpty)
  }

  @Test("A namespace is set on what has one, renames Namespaces, and subjects follow")
  func namespace() throws {
    let read = try overlay("namespace: live")
    #expect(
      read.names == [
        "Deployment live/web", "ServiceAccount live/runner", "Service live/web", "PersistentVolumeClaim live/data",
        "Namespace live", "Ingress live/web", "HorizontalPodAutoscaler live/web", "ClusterRole reader",
        "ClusterRoleBinding reader", "ConfigMap live/settings", "Secret live/token",
      ])
    #expect(
      (0..<4).map { read.text("ClusterRoleBinding subjects[\($0)].namespace") } == ["live", "live", "other", nil])
  }

  @Test("Prefixes and suffixes rename objects, and references to them follow")
  func names() throws {
    let read = try overlay("namePrefix: a-\nnameSuffix: -z")
    #expect(
      read.names == [
        "Deployment a-web-z", "ServiceAccount a-runner-z", "Service a-web-z", "PersistentVolumeClaim a-data-z",
        "Namespace shop", "Ingress a-web-z", "HorizontalPodAutoscaler a-web-z", "ClusterRole a-reader-z",
        "ClusterRoleBinding a-reader-z", "ConfigMap a-settings-z", "Secret a-token-z",
      ])
    let expected = [
      "serviceAccountName": "a-runner-z", "containers[0].envFrom[0].configMapRef.name": "a-settings-z",
      "containers[0].envFrom[1].secretRef.name": "a-token-z",
      "containers[0].env[0].valueFrom.secretKeyRef.name": "a-token-z", "volumes[0].configMap.name": "a-settings-z",
      "volumes[1].persistentVolumeClaim.claimName": "a-data-z",
      "volumes[2].projected.sources[0].secret.name": "a-token-z", "volumes[3].secret.secretName": "elsewhere",
    ]
    for (path, name) in expected { #expect(read.text("Deployment spec.template.spec.\(path)") == name, "\(path)") }
    #expect(read.text("Ingress spec.rules[0].http.paths[0].backend.service.name") == "a-web-z")
    #expect(read.text("Ingress spec.tls[0].secretName") == "a-token-z")
    #expect(read.text("HorizontalPodAutoscaler spec.scaleTargetRef.name") == "a-web-z")
    #expect(read.text("ClusterRoleBinding roleRef.name") == "a-reader-z")
    #expect(
      (0..<4).map { read.text("ClusterRoleBinding subjects[\($0)].name") }
        == ["a-runner-z", "default", "runner", "runner"])
  }

  @Test("An overlay may use the names of its base, and two copies of a base stay apart")
  func copies() throws {
    var files = Self.base
    files["one/kustomization.yaml"] = "namePrefix: one-\nresources: [../base]"
    files["two/kustomization.yaml"] = "namePrefix: two-\nresources: [../base]"
    files["both/kustomization.yaml"] = "namePrefix: x-\nresources: [../one, ../two]"
    let read = try ReadKustomization(files, folder: "both")
    let used = read.objects.filter { $0.kind == .deployment }.map {
      $0.root.at("spec", "template", "spec", "serviceAccountName")?.text
    }
    #expect(used == ["x-one-runner", "x-two-runner"])
    #expect(read.objects.count == 22)

    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {serviceAccountName: runner, containers: []}"
    files["user/kustomization.yaml"] = "resources: [../one, pod.yaml]"
    files["user/pod.yaml"] = pod
    #expect(try ReadKustomization(files, folder: "user").text("Pod spec.serviceAccountName") == "one-runner")
  }

  @Test("References stay in their namespace, except those that name another")
  func namespaces() throws {
    let read = try ReadKustomization([
      "kustomization.yaml": "namePrefix: m-\nresources: [a.yaml]",
      "a.yaml": """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: c, namespace: one}
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: c, namespace: one}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: p, namespace: two}
      spec: {serviceAccountName: c, containers: [], volumes: [{name: v, configMap: {name: c}}]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: r, namespace: two}
      roleRef: {kind: Role, name: c}
      subjects: [{kind: ServiceAccount, name: c, namespace: one}]
      """,
    ])
    #expect(read.text("Pod spec.serviceAccountName") == "c")
    #expect(read.text("Pod spec.volumes[0].configMap.name") == "c")
    #expect(read.text("RoleBinding subjects[0].name") == "m-c")
    #expect(read.text("RoleBinding roleRef.name") == "c")
  }

  @Test("Labels are added to objects, and to templates and selectors if these are included")
  func labels() throws {
    let plain = try overlay("labels: [{pairs: {team: a}}]")
    #expect(plain.text("Deployment metadata.labels.team") == "a")
    #expect(plain.text("Deployment spec.template.metadata.labels.team") == nil)
    let templates = try overlay("labels: [{pairs: {team: a}, includeTemplates: true}]")
    #expect(templates.text("Deployment spec.template.metadata.labels.team") == "a")
    #expect(templates.text("Deployment spec.selector.matchLabels.team") == nil)
    let groups = try overlay("labels: [{pairs: {team: a}, fields: [{path: spec/a, group: apps, create: true}]}]")
    #expect(groups.text("Deployment spec.a.team") == "a" && groups.text("Service spec.a.team") == nil)
    let fields = try overlay(
      "labels: [{pairs: {team: a}, fields: [{path: spec/selector, kind: Service, create: true}]}]")
    #expect(fields.text("Service spec.selector.team") == "a")
    #expect(fields.text("Deployment spec.selector.team") == nil)
    for text in ["labels: [{pairs: {team: a}, includeSelectors: true}]", "commonLabels: {team: a}"] {
      let read = try overlay(text)
      for place in [
        "Deployment metadata.labels", "Deployment spec.template.metadata.labels",
        "Deployment spec.selector.matchLabels",
        "Service spec.selector", "Secret metadata.labels", "Namespace metadata.labels",
      ] {
        #expect(read.text(place + ".team") == "a", "\(text) \(place)")
      }
      #expect(read.text("Deployment spec.selector.matchLabels.app") == "web")
    }
  }

  @Test("Labels with the look of numbers stay texts")
  func labelTexts() throws {
    let read = try overlay("commonLabels: {version: '1.0', on: 'true'}")
    let text = try #require(read.reader.objects.first?.text)
    #expect(text.contains("version: \"1.0\"") && text.contains("\"true\""))
  }

  @Test("Selectors of other objects get common labels only where there are some")
  func selectors() throws {
    let read = try overlay(
      "commonLabels: {team: a}",
      [
        "base/around.yaml": """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: n}
        spec:
          podSelector: {}
          ingress: [{from: [{podSelector: {matchLabels: {x: y}}}, {podSelector: {}}]}]
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: s}
        spec:
          volumeClaimTemplates: [{metadata: {name: v}}]
          template: {spec: {topologySpreadConstraints: [{labelSelector: {matchLabels: {x: y}}}]}}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: c}
        spec: {jobTemplate: {spec: {template: {spec: {containers: []}}}}}

        """
      ])
    #expect(read.text("NetworkPolicy spec.podSelector.matchLabels.team") == nil)
    #expect(read.text("NetworkPolicy spec.ingress[0].from[0].podSelector.matchLabels.team") == "a")
    #expect(read.text("NetworkPolicy spec.ingress[0].from[1].podSelector.matchLabels.team") == nil)
    #expect(read.text("StatefulSet spec.selector.matchLabels.team") == "a")
    #expect(read.text("StatefulSet spec.volumeClaimTemplates[0].metadata.labels.team") == "a")
    #expect(
      read.text("StatefulSet spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels.team") == "a")
    #expect(read.text("CronJob spec.jobTemplate.spec.template.metadata.labels.team") == "a")
    #expect(read.text("CronJob spec.jobTemplate.spec.selector.matchLabels.team") == nil)
  }

  @Test("Annotations are added to objects and templates")
  func annotations() throws {
    let read = try overlay("commonAnnotations: {note: a}")
    for place in [
      "Deployment metadata.annotations", "Deployment spec.template.metadata.annotations", "Secret metadata.annotations",
    ] {
      #expect(read.text(place + ".note") == "a")
    }
    #expect(read.text("Deployment spec.selector.matchLabels.note") == nil)
  }

  @Test(
    "Images get other names, tags and digests",
    arguments: [
      ("{name: 'registry:5000/web', newTag: '2'}", "registry:5000/web:2", "busybox@sha256:abc"),
      ("{name: 'registry:5000/web', newName: shop}", "shop:1", "busybox@sha256:abc"),
      ("{name: 'registry:5000/web', newName: shop, digest: 'sha256:1'}", "shop@sha256:1", "busybox@sha256:abc"),
      ("{name: 'registry:5000/web', tagSuffix: -x}", "registry:5000/web:1-x", "busybox@sha256:abc"),
      ("{name: busybox, newTag: v}", "registry:5000/web:1", "busybox:v"),
      ("{name: busybox, newName: b}", "registry:5000/web:1", "b@sha256:abc"),
      ("{name: registry, newName: b}", "registry:5000/web:1", "busybox@sha256:abc"),
      ("{name: web, newName: b}", "registry:5000/web:1", "busybox@sha256:abc"),
    ])
  func images(_ row: String, _ image: String, _ initImage: String) throws {
    let read = try overlay("images: [\(row)]")
    #expect(read.text("Deployment spec.template.spec.containers[0].image") == image)
    #expect(read.text("Deployment spec.template.spec.initContainers[0].image") == initImage)
  }

  @Test("Replicas are found by the old name or the new one", arguments: ["web", "a-web"])
  func replicas(_ name: String) throws {
    let read = try overlay("namePrefix: a-\nreplicas: [{name: \(name), count: 7}, {name: runner, count: 1}]")
    #expect(read.text("Deployment spec.replicas") == "7")
    #expect(read.text("ServiceAccount spec.replicas") == nil)
  }

  @Test("Generators read keys and values, but only the keys of Secrets")
  func generators() throws {
    let read = try ReadKustomization([
      "kustomization.yaml": """
      namePrefix: p-
      generatorOptions: {labels: {made: here}, disableNameSuffixHash: true}
      configMapGenerator:
      - name: c
        namespace: n
        files: [sub/a.ini, b.txt=sub/a.ini]
        literals: [x=1=2, 'q="quoted"']
        envs: [vars.env]
      secretGenerator:
      - {name: s, type: kubernetes.io/tls, files: [sub/a.ini], literals: [pass=hunter2], envs: [vars.env]}
      """,
      "sub/a.ini": "url = http://db\n", "vars.env": "# note\nHOST=db\n\nBARE\n",
    ])
    #expect(read.names == ["ConfigMap n/p-c", "Secret p-s"])
    let data = ["a.ini": "url = http://db\n", "b.txt": "url = http://db\n", "x": "1=2", "q": "quoted", "HOST": "db"]
    for (key, value) in data { #expect(read.objects[0].root.at("data", key)?.text == value, "\(key)") }
    #expect(read.objects[0].root["data"]?.fields.count == 6)
    #expect(read.text("ConfigMap metadata.labels.made") == "here")
    #expect(read.objects[1].root["data"]?.fields.map(\.key.written).sorted() == ["BARE", "HOST", "a.ini", "pass"])
    #expect(read.objects[1].root["data"]?.fields.allSatisfy { $0.value.written.isEmpty } == true)
    #expect(!read.reader.objects[1].text.contains("hunter2"))
    #expect(read.text("Secret type") == "kubernetes.io/tls")
  }

  @Test("A generator merges with, or replaces, what a base generates")
  func merging() throws {
    let merged = try overlay("configMapGenerator: [{name: settings, behavior: merge, literals: [b=2]}]")
    #expect(merged.text("ConfigMap data.a") == "1" && merged.text("ConfigMap data.b") == "2")
    let replaced = try overlay("configMapGenerator: [{name: settings, behavior: replace, literals: [b=2]}]")
    #expect(replaced.text("ConfigMap data.a") == nil && replaced.text("ConfigMap data.b") == "2")
    let labelled = try overlay(
      "configMapGenerator: [{name: settings, behavior: merge, options: {labels: {team: a}}}]")
    #expect(labelled.text("ConfigMap metadata.labels.team") == "a")
    #expect(merged.objects.count == 11 && replaced.objects.count == 11)
    let missing = try overlay("configMapGenerator: [{name: other, behavior: merge, literals: [b=2]}]")
    #expect(missing.reader.diagnostics.map(\.severity) == [.error])
  }

  @Test("A component changes the objects of the kustomization that uses it")
  func component() throws {
    let read = try overlay(
      "components: [../part]\nnamePrefix: a-",
      [
        "part/kustomization.yaml": """
        kind: Component
        resources: [x.yaml]
        images: [{name: busybox, newTag: part}]
        nameSuffix: -c
        """, "part/x.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n",
      ])
    #expect(read.names.contains("Pod a-x-c") && read.names.contains("Deployment a-web-c"))
    #expect(read.text("Deployment spec.template.spec.initContainers[0].image") == "busybox:part")
  }

  @Test("What is not applied is listed once; order and validation don't matter")
  func unapplied() throws {
    let read = try overlay(
      "patches: [{patch: 'a: b'}]\nvars: [{name: A}]\nsortOptions: {order: fifo}\nhelmCharts: []\ncrds: [x.yaml]",
      [
        "base/kustomization.yaml": "resources: [deployment.yaml]\npatches: [{patch: 'a: b'}]", "over/x.yaml": "",
      ])
    #expect(read.reader.unapplied == ["patches", "vars", "crds"])
  }

  @Test("Broken files are errors with their place, and the rest is read")
  func brokenFile() throws {
    let read = try ReadKustomization([
      "kustomization.yaml": "resources: [bad.yaml, good.yaml]", "bad.yaml": "kind: Pod\nmetadata:\n  - x: [\n",
      "good.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n",
    ])
    #expect(read.names == ["Pod x"])
    #expect(read.reader.diagnostics.count == 1)
    #expect(read.reader.diagnostics.first?.place?.file.hasSuffix("/bad.yaml") == true)
    #expect((read.reader.diagnostics.first?.place?.line ?? 0) >= 3)
  }

  @Test("Files outside the folder are not read, as in kustomize")
  func outside() throws {
    let read = try ReadKustomization(
      [
        "a/kustomization.yaml": "resources: [../x.yaml]\nconfigMapGenerator: [{name: c, files: [../x.yaml]}]",
        "x.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n",
      ], folder: "a")
    #expect(read.names == ["ConfigMap c"])
    #expect(read.text("ConfigMap data[\"x.yaml\"]") == nil)
    #expect(read.reader.diagnostics.count == 2)
  }

  @Test("Objects for local tools are left out")
  func localObjects() throws {
    let read = try ReadKustomization([
      "kustomization.yaml": "resources: [a.yaml]",
      "a.yaml": """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a, annotations: {config.kubernetes.io/local-config: "true"}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: b}
      """,
    ])
    #expect(read.names == ["ConfigMap b"])
  }
}
