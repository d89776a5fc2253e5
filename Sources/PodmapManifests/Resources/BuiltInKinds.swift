/// The API groups and kinds that every cluster has, from the Kubernetes API reference.
package enum BuiltInKinds {
  package enum Scope: Sendable {
    case namespaced, cluster
  }

  /// Whether a group belongs to Kubernetes itself. Groups below `k8s.io` that are installed by hand (the
  /// Gateway API, metrics, snapshots) do not.
  package static func isBuiltIn(group: Substring) -> Bool {
    switch group {
    case "", "apps", "autoscaling", "batch", "extensions", "policy",
      "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io",
      "authorization.k8s.io", "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io",
      "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io",
      "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "storage.k8s.io",
      "storagemigration.k8s.io":
      true
    default: false
    }
  }

  /// Where objects of a kind live; nothing for a kind that is not one of Kubernetes' own objects.
  package static func scope(of kind: ResourceKind) -> Scope? {
    guard kind.isBuiltIn else { return nil }
    switch kind.rawValue {
    case "Deployment", "Service", "ConfigMap", "Secret", "Pod", "StatefulSet", "DaemonSet", "Ingress", "Job", "CronJob",
      "ServiceAccount", "PersistentVolumeClaim", "ReplicaSet", "Role", "RoleBinding", "HorizontalPodAutoscaler",
      "NetworkPolicy", "PodDisruptionBudget", "Binding", "ControllerRevision", "CSIStorageCapacity", "Endpoints",
      "EndpointSlice",
      "Event", "Lease", "LeaseCandidate", "LimitRange", "PodTemplate", "ReplicationController", "ResourceClaim",
      "ResourceClaimTemplate", "ResourceQuota", "PodCertificateRequest", "PodGroup", "Workload":
      return .namespaced
    case "APIService", "CertificateSigningRequest", "ComponentStatus", "ClusterRole", "ClusterRoleBinding",
      "ClusterTrustBundle",
      "CSIDriver", "CSINode", "CustomResourceDefinition", "DeviceClass", "DeviceTaintRule", "FlowSchema",
      "IngressClass", "IPAddress", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
      "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PodSecurityPolicy", "PriorityClass",
      "PriorityLevelConfiguration", "ResourceSlice", "RuntimeClass", "ServiceCIDR", "StorageClass",
      "StorageVersion", "StorageVersionMigration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
      "ValidatingWebhookConfiguration", "VolumeAttachment", "VolumeAttributesClass", "User", "Group":
      return .cluster
    default: return nil
    }
  }
}
