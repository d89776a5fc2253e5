import PodmapManifests

/// References of rbac.authorization.k8s.io, flowcontrol.apiserver.k8s.io, certificates.k8s.io and coordination.k8s.io
/// objects.
let accessReferences: [ReferenceRule] =
  ["RoleBinding", "ClusterRoleBinding"].flatMap { (kind: ResourceKind) in
    [
      ReferenceRule(kind, "roleRef.name", to: .beside(), .grants),
      ReferenceRule(kind, "subjects[].name", to: .beside(), .grants, home: .namespaceBesideName),
    ]
  }
  + [
    // Rights are often given to what a program makes when it runs, such as the lease of its leader.
    ReferenceRule("Role", "rules[].resourceNames[]", to: .resourcesBesideName, .grants, need: .optional),
    ReferenceRule("ClusterRole", "rules[].resourceNames[]", to: .resourcesBesideName, .grants, need: .onlyKnown),
    ReferenceRule(
      "FlowSchema", "spec.priorityLevelConfiguration.name", to: "PriorityLevelConfiguration", .uses),
    ReferenceRule(
      "FlowSchema", "spec.rules[].subjects[].serviceAccount.name", to: "ServiceAccount", .uses,
      home: .namespaceBesideName, need: .onlyKnown),
    ReferenceRule("FlowSchema", "spec.rules[].subjects[].user.name", to: "User", .uses),
    ReferenceRule("FlowSchema", "spec.rules[].subjects[].group.name", to: "Group", .uses),
    ReferenceRule("CertificateSigningRequest", "spec.username", to: "User", .uses),
    ReferenceRule("CertificateSigningRequest", "spec.groups[]", to: "Group", .uses),
    // The kubelet makes the request on behalf of a pod, which a workload may have made.
    ReferenceRule("PodCertificateRequest", "spec.podName", to: "Pod", .uses, need: .onlyKnown),
    ReferenceRule("PodCertificateRequest", "spec.serviceAccountName", to: "ServiceAccount", .uses),
    ReferenceRule("PodCertificateRequest", "spec.nodeName", to: "Node", .uses),
    ReferenceRule("LeaseCandidate", "spec.leaseName", to: "Lease", .uses, need: .optional),
  ]
