internal import PodmapManifests
internal import PodmapTopology

/// A field that names another object and follows when kustomize renames that object.
///
/// Podmap's own rules of references know many more fields, which kustomize leaves alone.
struct NameReference: Sendable {
  enum Form: Sendable {
    /// A name, or a list of names.
    case name
    /// A mapping with a name and perhaps a kind.
    case object
    /// The same with a namespace, which follows too.
    case objectInNamespace
  }

  let from: ResourceKind
  let route: FieldRoute
  let to: ResourceKind
  let form: Form

  init(_ from: ResourceKind, _ route: FieldRoute, to target: ResourceKind, _ form: Form = .name) {
    self.from = from
    self.route = route
    to = target
    self.form = form
  }

  static let byKind = Dictionary(grouping: inPods + inObjects, by: \.from)

  private static let inObjects = [
    NameReference(
      "Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap", to: .configMap),
    NameReference("Ingress", "metadata/annotations/ingress.kubernetes.io\\/auth-secret", to: .secret),
    NameReference("Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret", to: .secret),
    NameReference("Ingress", "metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret", to: .secret),
    NameReference("Ingress", "spec/tls/secretName", to: .secret),
    NameReference("Ingress", "spec/rules/http/paths/backend/service/name", to: .service),
    NameReference("Ingress", "spec/rules/http/paths/backend/serviceName", to: .service),
    NameReference("Ingress", "spec/defaultBackend/service/name", to: .service),
    NameReference("Ingress", "spec/backend/serviceName", to: .service),
    NameReference("Ingress", "spec/ingressClassName", to: .ingressClass),
    NameReference("HTTPRoute.gateway.networking.k8s.io", "spec/rules/backendRefs/name", to: .service),
    NameReference("StatefulSet", "spec/serviceName", to: .service),
    NameReference("StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName", to: .storageClass),
    NameReference("APIService", "spec/service", to: .service, .objectInNamespace),
    NameReference("ValidatingWebhookConfiguration", "webhooks/clientConfig/service", to: .service, .objectInNamespace),
    NameReference("MutatingWebhookConfiguration", "webhooks/clientConfig/service", to: .service, .objectInNamespace),
    NameReference("HorizontalPodAutoscaler", "spec/scaleTargetRef", to: .deployment, .object),
    NameReference("HorizontalPodAutoscaler", "spec/scaleTargetRef", to: .statefulSet, .object),
    NameReference("HorizontalPodAutoscaler", "spec/scaleTargetRef", to: .replicaSet, .object),
    NameReference("HorizontalPodAutoscaler", "spec/scaleTargetRef", to: .replicationController, .object),
    NameReference("RoleBinding", "roleRef", to: "Role", .object),
    NameReference("RoleBinding", "roleRef", to: "ClusterRole", .object),
    NameReference("ClusterRoleBinding", "roleRef", to: "ClusterRole", .object),
    NameReference("RoleBinding", "subjects", to: .serviceAccount, .objectInNamespace),
    NameReference("ClusterRoleBinding", "subjects", to: .serviceAccount, .objectInNamespace),
    NameReference("Role", "rules/resourceNames", to: .configMap),
    NameReference("Role", "rules/resourceNames", to: .secret),
    NameReference("ClusterRole", "rules/resourceNames", to: .configMap),
    NameReference("ClusterRole", "rules/resourceNames", to: .secret),
    NameReference("ClusterRole", "rules/resourceNames", to: .persistentVolume),
    NameReference("ServiceAccount", "imagePullSecrets/name", to: .secret),
    NameReference("PersistentVolume", "spec/azureFile/secretName", to: .secret),
    NameReference("PersistentVolume", "spec/storageClassName", to: .storageClass),
    NameReference("PersistentVolumeClaim", "spec/volumeName", to: .persistentVolume),
    NameReference("PersistentVolumeClaim", "spec/storageClassName", to: .storageClass),
    NameReference("StorageClass", "parameters/secretName", to: .secret),
    NameReference("StorageClass", "parameters/adminSecretName", to: .secret),
    NameReference("StorageClass", "parameters/userSecretName", to: .secret),
  ]

  private static let podSpec: [(route: FieldRoute, to: ResourceKind)] =
    [
      ("volumes/configMap/name", .configMap),
      ("volumes/projected/sources/configMap/name", .configMap),
      ("volumes/secret/secretName", .secret),
      ("volumes/projected/sources/secret/name", .secret),
      ("volumes/persistentVolumeClaim/claimName", .persistentVolumeClaim),
      ("imagePullSecrets/name", .secret),
      ("serviceAccountName", .serviceAccount),
      ("priorityClassName", .priorityClass),
    ]
    + ["containers", "initContainers"].flatMap { (list: String) -> [(route: FieldRoute, to: ResourceKind)] in
      [
        (FieldRoute("\(list)/env/valueFrom/configMapKeyRef/name"), .configMap),
        (FieldRoute("\(list)/envFrom/configMapRef/name"), .configMap),
        (FieldRoute("\(list)/env/valueFrom/secretKeyRef/name"), .secret),
        (FieldRoute("\(list)/envFrom/secretRef/name"), .secret),
      ]
    }

  private static let inPods = [
    ResourceKind.pod, .podTemplate, .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job,
    .cronJob,
  ].flatMap { kind in
    let pod = kind == .podTemplate ? ["template"] : PodTemplateFinder.keys(of: kind) ?? []
    return podSpec.map { NameReference(kind, FieldRoute(pod + ["spec"]) + $0.route, to: $0.to) }
  }
}
