import PodmapManifests

/// References of resource.k8s.io and scheduling.k8s.io objects.
let resourceReferences: [ReferenceRule] =
  [("ResourceClaim", "spec"), ("ResourceClaimTemplate", "spec.spec")].flatMap { (kind: ResourceKind, spec: String) in
    [
      ReferenceRule(kind, "\(spec).devices.requests[].exactly.deviceClassName", to: "DeviceClass", .claims),
      ReferenceRule(kind, "\(spec).devices.requests[].firstAvailable[].deviceClassName", to: "DeviceClass", .claims),
      // v1beta1
      ReferenceRule(kind, "\(spec).devices.requests[].deviceClassName", to: "DeviceClass", .claims),
      // v1alpha
      ReferenceRule(kind, "\(spec).resourceClassName", to: "ResourceClass", .claims, need: .optional),
    ]
  }
  + [
    ReferenceRule("ResourceSlice", "spec.nodeName", to: "Node", .runsOn),
    ReferenceRule("ResourceSlice", "spec.devices[].nodeName", to: "Node", .runsOn),
    ReferenceRule("ResourceClaim", "status.reservedFor[].name", to: .beside(), .uses, need: .onlyKnown),
    ReferenceRule("Workload", "spec.controllerRef.name", to: .beside(), .uses),
    ReferenceRule("PodGroup", "spec.podGroupTemplateRef.workload.workloadName", to: "Workload", .uses),
    ReferenceRule("PodGroup", "spec.resourceClaims[].resourceClaimName", to: "ResourceClaim", .claims),
    ReferenceRule(
      "PodGroup", "spec.resourceClaims[].resourceClaimTemplateName", to: "ResourceClaimTemplate", .claims),
    ReferenceRule("PodGroup", "spec.priorityClassName", to: "PriorityClass", .uses),
  ]
  + [(.job, "spec"), (.cronJob, "spec.jobTemplate.spec")].flatMap { (kind: ResourceKind, spec: String) in
    [
      ReferenceRule(kind, "\(spec).scheduling.resourceClaims[].resourceClaimName", to: "ResourceClaim", .claims),
      ReferenceRule(
        kind, "\(spec).scheduling.resourceClaims[].resourceClaimTemplateName", to: "ResourceClaimTemplate", .claims),
    ]
  }
