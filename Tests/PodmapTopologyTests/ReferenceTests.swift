import PodmapManifests
import PodmapTopology
import Testing

@Suite("References")
struct ReferenceTests {
  static let pod = deployment(
    "web",
    spec: """
      serviceAccountName: robot
      imagePullSecrets: [{name: registry}]
      initContainers:
      - name: setup
        volumeMounts: [{name: work, mountPath: /work}]
      containers:
      - name: app
        env:
        - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}
        - {name: B, valueFrom: {secretKeyRef: {name: keys, key: b}}}
        - {name: C, valueFrom: {configMapKeyRef: {name: maybe, key: c, optional: true}}}
        envFrom: [{configMapRef: {name: all}}]
        volumeMounts:
        - {name: config, mountPath: /etc/app, readOnly: true}
        - {name: data, mountPath: /data}
        - {name: work, mountPath: /in, readOnly: true}
        - {name: mixed, mountPath: /mixed}
      volumes:
      - {name: config, configMap: {name: files}}
      - {name: data, persistentVolumeClaim: {claimName: disk}}
      - {name: work, emptyDir: {}}
      - {name: unused, secret: {secretName: spare}}
      - name: mixed
        projected: {sources: [{secret: {name: token}}, {configMap: {name: kube-root-ca.crt}}]}
      """)

  @Test(
    "The deprecated name of the account counts if the new one is not written",
    arguments: [
      ("serviceAccount: old\nserviceAccountName: new", ["default/Deployment/web -runsAs-> default/ServiceAccount/new"]),
      ("serviceAccount: old", ["default/Deployment/web -runsAs-> default/ServiceAccount/old"]),
    ])
  func account(_ spec: String, _ edges: [String]) {
    #expect(Graph(deployment("web", spec: spec + "\ncontainers: [{name: a}]")).edges(.runsAs) == edges)
  }

  @Test("Every reference of a pod leads from the container that uses it")
  func podReferences() {
    #expect(
      Graph(Self.pod).edges(.mounts, .reads, .uses, .runsAs) == [
        "default/Deployment/web -uses-> default/Secret/registry",
        "default/Deployment/web -mounts not mounted-> default/Secret/spare",
        "default/Deployment/web -runsAs-> default/ServiceAccount/robot",
        "default/Deployment/web/app -reads-> default/ConfigMap/all",
        "default/Deployment/web/app -mounts /etc/app (read-only)-> default/ConfigMap/files",
        "default/Deployment/web/app -mounts /mixed-> default/ConfigMap/kube-root-ca.crt",
        "default/Deployment/web/app -reads-> default/ConfigMap/maybe",
        "default/Deployment/web/app -reads-> default/ConfigMap/settings",
        "default/Deployment/web/app -mounts /in (read-only)-> default/Deployment/web/volume:work",
        "default/Deployment/web/app -mounts /data-> default/PersistentVolumeClaim/disk",
        "default/Deployment/web/app -reads-> default/Secret/keys",
        "default/Deployment/web/app -mounts /mixed-> default/Secret/token",
        "default/Deployment/web/setup -mounts /work-> default/Deployment/web/volume:work",
      ])
  }

  @Test(
    "What the input should contain is missing; Secrets and optional objects are not in the input; the cluster's own are external"
  )
  func presence() {
    let graph = Graph(Self.pod)
    #expect(graph.node("default/ConfigMap/files")?.presence == .missing)
    #expect(graph.node("default/PersistentVolumeClaim/disk")?.presence == .missing)
    #expect(graph.node("default/Secret/keys")?.presence == .notInInput)
    #expect(graph.node("default/ConfigMap/maybe")?.presence == .notInInput)
    #expect(graph.node("default/ConfigMap/kube-root-ca.crt")?.presence == .external)
    #expect(graph.node("default/ServiceAccount/robot")?.presence == .missing)
  }

  @Test(
    "What is required once is missing even if it is optional elsewhere", arguments: [[true, false], [false, true]])
  func neededOnce(_ optional: [Bool]) {
    let containers = optional.enumerated().map {
      "{name: c\($0.offset), envFrom: [{configMapRef: {name: m, optional: \($0.element)}}]}"
    }
    let graph = Graph(deployment("a", spec: "containers: [\(containers.joined(separator: ", "))]"))
    #expect(graph.node("default/ConfigMap/m")?.presence == .missing)
  }

  @Test("Evidence names the file, line, path and value of the field")
  func evidence() {
    let edge = Graph(Self.pod).edge("default/Deployment/web/app", "default/Secret/keys", .reads)
    #expect(
      edge?.evidence == [
        Evidence(
          file: "0.yaml", line: 19,
          path: "spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name", value: "keys")
      ])
  }

  @Test("An Ingress routes each host and path to its Service")
  func ingress() {
    let graph = Graph(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: front}
      spec:
        ingressClassName: nginx
        tls: [{hosts: [shop.example], secretName: cert}]
        defaultBackend: {service: {name: fallback, port: {number: 80}}}
        rules:
        - host: shop.example
          http:
            paths:
            - {path: /, backend: {service: {name: web, port: {number: 80}}}}
            - {path: /api, backend: {service: {name: api, port: {name: http}}}}
        - http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}
        - host: old.example
          http: {paths: [{path: /o, backend: {serviceName: web, servicePort: 80}}]}
      """)
    #expect(
      graph.edges() == [
        "default/Ingress/front -uses-> IngressClass/nginx", "default/Ingress/front -uses-> default/Secret/cert",
        "default/Ingress/front -routes shop.example/api-> default/Service/api",
        "default/Ingress/front -routes-> default/Service/fallback",
        "default/Ingress/front -routes shop.example/, old.example/o-> default/Service/web",
      ])
    #expect(graph.node("IngressClass/nginx")?.presence == .external)
    #expect(graph.node("default/Service/web")?.presence == .missing)
  }

  @Test("A reference by kind and name finds objects of any kind")
  func byKind() {
    let graph = Graph(
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: h, namespace: n}
      spec: {scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: r}}
      """)
    #expect(
      graph.edges() == ["n/HorizontalPodAutoscaler/h -scales-> n/Rollout.argoproj.io/r"])
  }

  @Test("Claims of a StatefulSet are volumes of its pods")
  func claimTemplates() {
    let graph = Graph(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        serviceName: db
        volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast}}]
        template:
          spec:
            containers: [{name: c, volumeMounts: [{name: data, mountPath: /d}]}]
      """)
    #expect(
      graph.edges() == [
        "default/StatefulSet/db -claims-> StorageClass/fast", "default/StatefulSet/db -uses-> default/Service/db",
        "default/StatefulSet/db/c -mounts /d-> default/StatefulSet/db/volume:data",
      ])
    #expect(graph.diagnostics.map(\.topic) == [.missingObject])
  }

  @Test("A StatefulSet's claims take the place of volumes with their names")
  func claimOverVolume() {
    let graph = Graph(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        volumeClaimTemplates: [{metadata: {name: data}}]
        template:
          spec:
            containers: [{name: c, volumeMounts: [{name: data, mountPath: /d}]}]
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      """)
    #expect(graph.edges() == ["default/StatefulSet/db/c -mounts /d-> default/StatefulSet/db/volume:data"])
    #expect(graph.diagnostics.isEmpty)
  }

  @Test("A mount of a volume that the pod does not declare is a warning")
  func undeclaredVolume() {
    let graph = Graph(deployment("a", spec: "containers:\n- name: c\n  volumeMounts: [{name: v, mountPath: /v}]"))
    #expect(graph.diagnostics.map(\.message) == ["the pod declares no volume 'v'; add it to spec.volumes"])
  }

  @Test("No value of a Secret reaches the graph")
  func secretValues() {
    let graph = Graph(
      "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\ndata: {key: aHVudGVyMg==}\n")
    #expect(!String(reflecting: graph.topology).contains("hunter2"))
    #expect(!String(reflecting: graph.topology).contains("aHVudGVyMg"))
  }
}
