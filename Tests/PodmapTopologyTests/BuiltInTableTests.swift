import Testing

@Suite("References of built-in kinds")
struct BuiltInTableTests {
  @Test("Each field of a built-in object that names another gives its edge", arguments: rows)
  func edges(_ row: TableRow) {
    #expect(row.found == row.edges.sorted())
  }

  static let rows = storage + volumes + networking + devices + access + extensions + others

  static let storage = [
    TableRow("storage.k8s.io/v1 StorageClass", "provisioner: disks.example", "-uses-> CSIDriver/disks.example"),
    TableRow(
      "storage.k8s.io/v1 VolumeAttributesClass", "driverName: disks.example", "-uses-> CSIDriver/disks.example"),
    TableRow(
      "storage.k8s.io/v1 CSINode", "spec: {drivers: [{name: disks.example}]}", "-uses-> CSIDriver/disks.example",
      "-uses-> Node/x"),
    TableRow("storage.k8s.io/v1 CSIStorageCapacity", "storageClassName: fast", "-uses-> StorageClass/fast"),
    TableRow(
      "storage.k8s.io/v1 VolumeAttachment",
      "spec: {attacher: disks.example, nodeName: n, source: {persistentVolumeName: pv}}",
      "-claims-> PersistentVolume/pv", "-runsOn-> Node/n", "-uses-> CSIDriver/disks.example"),
    TableRow(
      "storage.k8s.io/v1 VolumeAttachment",
      """
      spec:
        source:
          inlineVolumeSpec:
            storageClassName: fast
            csi: {driver: disks.example, nodeStageSecretRef: {name: keys, namespace: infra}}
      """,
      "-uses-> CSIDriver/disks.example", "-uses-> StorageClass/fast", "-uses-> infra/Secret/keys"),
    TableRow(
      "v1 PersistentVolumeClaim",
      """
      spec:
        storageClassName: fast
        volumeName: pv
        volumeAttributesClassName: gold
        dataSource: {kind: PersistentVolumeClaim, name: old}
        dataSourceRef: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: snap, namespace: infra}
      """,
      "-claims-> PersistentVolume/pv", "-claims-> StorageClass/fast", "-uses-> PersistentVolumeClaim/old",
      "-uses-> VolumeAttributesClass/gold", "-uses-> infra/VolumeSnapshot.snapshot.storage.k8s.io/snap"),
    TableRow(
      "v1 PersistentVolumeClaim", "spec: {selector: {matchExpressions: [{key: tier, operator: Exists}]}}",
      with: [
        TableRow.object("v1 PersistentVolume", "fast", labels: "tier: gold"),
        TableRow.object("v1 PersistentVolume", "slow"),
      ],
      "-claims-> PersistentVolume/fast"),
    TableRow(
      "snapshot.storage.k8s.io/v1 VolumeSnapshot",
      "spec: {volumeSnapshotClassName: daily, source: {persistentVolumeClaimName: data}}",
      "-claims-> PersistentVolumeClaim/data", "-uses-> VolumeSnapshotClass.snapshot.storage.k8s.io/daily"),
    TableRow(
      "snapshot.storage.k8s.io/v1 VolumeSnapshotContent",
      "spec: {driver: disks.example, volumeSnapshotRef: {name: snap, namespace: infra}}",
      "-claims-> infra/VolumeSnapshot.snapshot.storage.k8s.io/snap", "-uses-> CSIDriver/disks.example"),
  ]

  /// A volume's fields, each with the object in it.
  static let volumes =
    [
      ("claimRef: {name: c, namespace: infra}", "-claims-> infra/PersistentVolumeClaim/c"),
      ("storageClassName: s", "-uses-> StorageClass/s"),
      ("volumeAttributesClassName: v", "-uses-> VolumeAttributesClass/v"),
      ("glusterfs: {endpoints: e}", "-uses-> default/Endpoints/e"),
      ("azureFile: {secretName: s, secretNamespace: infra}", "-uses-> infra/Secret/s"),
    ].map { TableRow("v1 PersistentVolume", "spec: {\($0)}", $1) }
    + [
      ("csi", "controllerExpandSecretRef"), ("csi", "controllerPublishSecretRef"), ("csi", "nodeExpandSecretRef"),
      ("csi", "nodePublishSecretRef"), ("csi", "nodeStageSecretRef"), ("cephfs", "secretRef"),
      ("cinder", "secretRef"), ("flexVolume", "secretRef"), ("iscsi", "secretRef"), ("rbd", "secretRef"),
      ("scaleIO", "secretRef"), ("storageos", "secretRef"),
    ].map {
      TableRow(
        "v1 PersistentVolume", "spec: {\($0): {\($1): {name: s, namespace: infra}}}", "-uses-> infra/Secret/s")
    }
    + [
      ("azureFile: {secretName: s}", "Secret/s", "uses"), ("csi: {driver: d}", "CSIDriver/d", "uses"),
      ("csi: {nodePublishSecretRef: {name: s}}", "Secret/s", "uses"),
      ("cephfs: {secretRef: {name: s}}", "Secret/s", "uses"), ("cinder: {secretRef: {name: s}}", "Secret/s", "uses"),
      ("flexVolume: {secretRef: {name: s}}", "Secret/s", "uses"),
      ("iscsi: {secretRef: {name: s}}", "Secret/s", "uses"), ("rbd: {secretRef: {name: s}}", "Secret/s", "uses"),
      ("scaleIO: {secretRef: {name: s}}", "Secret/s", "uses"),
      ("storageos: {secretRef: {name: s}}", "Secret/s", "uses"),
      ("glusterfs: {endpoints: e}", "Endpoints/e", "uses"),
      ("ephemeral: {volumeClaimTemplate: {spec: {storageClassName: s}}}", "StorageClass/s", "claims"),
      ("ephemeral: {volumeClaimTemplate: {spec: {volumeName: v}}}", "PersistentVolume/v", "claims"),
      ("ephemeral: {volumeClaimTemplate: {spec: {volumeAttributesClassName: v}}}", "VolumeAttributesClass/v", "uses"),
      ("projected: {sources: [{clusterTrustBundle: {name: b}}]}", "ClusterTrustBundle/b", "mounts not mounted"),
      (
        "csi: {volumeAttributes: {secretProviderClass: c}}", "SecretProviderClass.secrets-store.csi.x-k8s.io/c",
        "mounts not mounted"
      ),
    ].map {
      TableRow("v1 Pod", "spec: {containers: [{name: a}], volumes: [{name: v, \($0)}]}", "-\($2)-> \($1)")
    }

  static let networking = [
    TableRow(
      "networking.k8s.io/v1 Ingress",
      """
      spec:
        ingressClassName: nginx
        tls: [{secretName: cert}]
        defaultBackend: {resource: {apiGroup: example.com, kind: Bucket, name: files}}
        rules: [{host: a.example, http: {paths: [{path: /x, backend: {resource: {kind: ConfigMap, name: page}}}]}}]
      """,
      "-routes a.example/x-> ConfigMap/page", "-routes-> Bucket.example.com/files", "-uses-> IngressClass/nginx",
      "-uses-> Secret/cert"),
    TableRow(
      "networking.k8s.io/v1 Ingress",
      """
      metadata:
        name: x
        namespace: shop
        annotations: {nginx.ingress.kubernetes.io/auth-secret: infra/users, kubernetes.io/ingress.class: nginx}
      """,
      "-uses-> IngressClass/nginx", "-uses-> infra/Secret/users"),
    TableRow(
      "networking.k8s.io/v1 IngressClass",
      "spec: {parameters: {apiGroup: example.com, kind: Params, name: p, namespace: infra}}",
      "-uses-> infra/Params.example.com/p"),
    TableRow(
      "discovery.k8s.io/v1 EndpointSlice",
      """
      metadata: {name: x, namespace: shop, labels: {kubernetes.io/service-name: web}}
      endpoints: [{targetRef: {kind: Pod, name: p, namespace: shop}}]
      """,
      with: [
        TableRow.object("v1 Service", "web"),
        TableRow.object("v1 Pod", "p", "spec: {containers: [{name: a}]}"),
      ],
      "-routes-> Pod/p", "Service/web -routes-> x"),
    TableRow("networking.k8s.io/v1 IPAddress", "spec: {parentRef: {resource: services, name: gone}}"),
  ]

  static let devices = [
    TableRow(
      "resource.k8s.io/v1 ResourceClaim",
      """
      spec:
        devices:
          requests:
          - {name: a, exactly: {deviceClassName: gpu}}
          - {name: b, firstAvailable: [{name: c, deviceClassName: big}, {name: d, deviceClassName: small}]}
      """,
      "-claims-> DeviceClass/big", "-claims-> DeviceClass/gpu", "-claims-> DeviceClass/small"),
    TableRow(
      "resource.k8s.io/v1 ResourceClaimTemplate",
      "spec: {spec: {devices: {requests: [{name: a, exactly: {deviceClassName: gpu}}]}}}", "-claims-> DeviceClass/gpu"),
    TableRow("resource.k8s.io/v1 ResourceSlice", "spec: {driver: d, nodeName: n}", "-runsOn-> Node/n"),
    TableRow(
      "v1 Pod",
      """
      spec:
        resourceClaims: [{name: a, resourceClaimName: own}, {name: b, resourceClaimTemplateName: each}]
        containers: [{name: c, resources: {claims: [{name: a}]}}]
      """,
      "-claims-> ResourceClaim/own", "-claims-> ResourceClaimTemplate/each"),
    TableRow(
      "batch/v1 CronJob",
      """
      spec:
        jobTemplate:
          spec:
            scheduling: {resourceClaims: [{name: a, resourceClaimName: own}]}
            template: {spec: {containers: [{name: c}]}}
      """,
      "-claims-> ResourceClaim/own"),
    TableRow(
      "scheduling.k8s.io/v1alpha2 PodGroup",
      "spec: {podGroupTemplateRef: {workload: {workloadName: w}}, resourceClaims: [{resourceClaimName: c}]}",
      "-claims-> ResourceClaim/c", "-uses-> Workload/w"),
    TableRow(
      "scheduling.k8s.io/v1alpha2 Workload", "spec: {controllerRef: {apiGroup: batch, kind: Job, name: j}}",
      "-uses-> Job/j"),
  ]

  static let access = [
    TableRow(
      "flowcontrol.apiserver.k8s.io/v1 FlowSchema",
      """
      spec:
        priorityLevelConfiguration: {name: slow}
        rules:
        - subjects:
          - {kind: ServiceAccount, serviceAccount: {name: robot, namespace: shop}}
          - {kind: User, user: {name: jo}}
          - {kind: Group, group: {name: staff}}
      """, with: [TableRow.object("v1 ServiceAccount", "robot")],
      "-uses-> Group/staff", "-uses-> PriorityLevelConfiguration/slow", "-uses-> ServiceAccount/robot",
      "-uses-> User/jo"),
    TableRow(
      "rbac.authorization.k8s.io/v1 ClusterRole",
      "aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: a}}, {matchLabels: {part: b}}]}",
      with: ["a", "b", "c"].map {
        TableRow.object("rbac.authorization.k8s.io/v1 ClusterRole", $0, labels: "part: \($0)")
      }, "-grants-> ClusterRole/a", "-grants-> ClusterRole/b"),
    TableRow(
      "rbac.authorization.k8s.io/v1 Role", "rules: [{resources: [networkpolicies], resourceNames: [deny]}]",
      "-grants-> NetworkPolicy/deny"),
    TableRow(
      "certificates.k8s.io/v1 CertificateSigningRequest", "spec: {username: jo, groups: [staff]}",
      "-uses-> Group/staff", "-uses-> User/jo"),
    TableRow(
      "certificates.k8s.io/v1beta1 PodCertificateRequest",
      "spec: {podName: gone, serviceAccountName: robot, nodeName: n}", "-uses-> Node/n",
      "-uses-> ServiceAccount/robot"),
    TableRow("coordination.k8s.io/v1beta1 LeaseCandidate", "spec: {leaseName: leader}", "-uses-> Lease/leader"),
  ]

  static let extensions =
    ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"].map {
      TableRow(
        "admissionregistration.k8s.io/v1 \($0)",
        "webhooks: [{clientConfig: {service: {name: hook, namespace: infra}}}]", "-routes-> infra/Service/hook")
    }
    + [
      TableRow(
        "admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding", "spec: {policyName: p}",
        "-uses-> ValidatingAdmissionPolicy/p"),
      TableRow(
        "admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding", "spec: {policyName: p}",
        "-uses-> MutatingAdmissionPolicy/p"),
      TableRow(
        "apiregistration.k8s.io/v1 APIService", "spec: {service: {name: api, namespace: infra}}",
        "-routes-> infra/Service/api"),
      TableRow(
        "apiextensions.k8s.io/v1 CustomResourceDefinition",
        "spec: {conversion: {webhook: {clientConfig: {service: {name: hook, namespace: infra}}}}}",
        "-routes-> infra/Service/hook"),
    ]

  static let others = [
    TableRow(
      "v1 ServiceAccount", "imagePullSecrets: [{name: pull}]\nsecrets: [{name: token}]", "-uses-> Secret/pull",
      "-uses-> Secret/token"),
    TableRow(
      "v1 Pod",
      """
      spec:
        nodeName: n
        priorityClassName: high
        runtimeClassName: kata
        serviceAccountName: robot
        subdomain: peers
        schedulingGroup: {podGroupName: g}
        securityContext: {windowsOptions: {gmsaCredentialSpecName: domain}}
        containers: [{name: a}]
      """, with: [TableRow.object("v1 Service", "peers")],
      "-runsAs-> ServiceAccount/robot", "-runsOn-> Node/n", "-uses-> GMSACredentialSpec.windows.k8s.io/domain",
      "-uses-> PodGroup/g", "-uses-> PriorityClass/high", "-uses-> RuntimeClass/kata", "-uses-> Service/peers"),
    TableRow("v1 Pod", "spec: {subdomain: gone, containers: [{name: a}]}"),
    TableRow(
      "autoscaling/v2 HorizontalPodAutoscaler",
      """
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        metrics:
        - {type: Object, object: {describedObject: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: front}}}
      """,
      "-scales-> Deployment/web", "-uses-> Ingress/front"),
    TableRow(
      "autoscaling.k8s.io/v1 VerticalPodAutoscaler",
      "spec: {targetRef: {apiVersion: apps/v1, kind: StatefulSet, name: db}}", "-scales-> StatefulSet/db"),
    TableRow("v1 Binding", "target: {kind: Node, name: n}", "-runsOn-> Node/n"),
  ]
}
