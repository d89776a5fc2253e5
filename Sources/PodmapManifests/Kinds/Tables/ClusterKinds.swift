/// What extends, schedules and protects the cluster: admissionregistration.k8s.io, apiextensions.k8s.io,
/// apiregistration.k8s.io, coordination.k8s.io, flowcontrol.apiserver.k8s.io, node.k8s.io, resource.k8s.io and
/// scheduling.k8s.io.
let clusterKinds: [KnownKind] = [
  KnownKind(
    "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", .cluster, icon: .admission, views: []),
  KnownKind("MutatingWebhookConfiguration", "mutatingwebhookconfigurations", .cluster, icon: .admission, views: []),
  KnownKind(
    "ValidatingAdmissionPolicy", "validatingadmissionpolicies", .cluster, .policy, icon: .admission, views: []),
  KnownKind(
    "ValidatingAdmissionPolicyBinding", "validatingadmissionpolicybindings", .cluster, icon: .admission, views: []),
  KnownKind("MutatingAdmissionPolicy", "mutatingadmissionpolicies", .cluster, .policy, icon: .admission),
  KnownKind("MutatingAdmissionPolicyBinding", "mutatingadmissionpolicybindings", .cluster, icon: .admission),
  KnownKind(
    "CustomResourceDefinition", "customresourcedefinitions", ["crd", "crds"], .cluster, icon: .custom, views: [],
    iconNames: ["crd"]),
  KnownKind("APIService", "apiservices", .cluster, views: []),
  KnownKind("Lease", "leases", .namespaced, views: []),
  KnownKind("LeaseCandidate", "leasecandidates", .namespaced),
  KnownKind(
    "FlowSchema", "flowschemas", .cluster, icon: .priorityClass, views: [],
    provided: .named(flowControlNames, prefix: "system")),
  KnownKind(
    "PriorityLevelConfiguration", "prioritylevelconfigurations", .cluster, icon: .priorityClass, views: [],
    provided: .named(flowControlNames, prefix: "system")),
  KnownKind("RuntimeClass", "runtimeclasses", .cluster, icon: .container, views: [], provided: .all),
  KnownKind("ResourceClaim", "resourceclaims", .namespaced, icon: .device),
  KnownKind("ResourceClaimTemplate", "resourceclaimtemplates", .namespaced, icon: .device),
  KnownKind("ResourceSlice", "resourceslices", .cluster, icon: .device),
  KnownKind("DeviceClass", "deviceclasses", .cluster, icon: .device, provided: .all),
  // Up to Kubernetes 1.30.
  KnownKind("ResourceClass", "resourceclasses", .cluster, icon: .device),
  KnownKind("DeviceTaintRule", "devicetaintrules", .cluster, icon: .device),
  KnownKind("PriorityClass", "priorityclasses", ["pc"], .cluster, icon: .priorityClass, views: [], provided: .all),
  KnownKind("PodGroup", "podgroups", .namespaced, icon: .pod),
  KnownKind("Workload", "workloads", .namespaced, icon: .deployment),
]

private let flowControlNames = [
  "exempt", "catch-all", "global-default", "leader-election", "node-high", "workload-high", "workload-low",
]
