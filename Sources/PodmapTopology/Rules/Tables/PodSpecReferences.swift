import PodmapManifests

/// References of pod specifications (core/v1 `PodSpec`), for every kind that embeds a pod template.
let podSpecReferences: [ReferenceRule] = [
  ReferenceRule(from: .podSpec, path: "volumes[].configMap.name", to: .configMap, edge: .mounts),
  ReferenceRule(from: .podSpec, path: "volumes[].secret.secretName", to: .secret, edge: .mounts),
  ReferenceRule(
    from: .podSpec, path: "volumes[].persistentVolumeClaim.claimName", to: .persistentVolumeClaim, edge: .mounts),
  ReferenceRule(from: .podSpec, path: "volumes[].projected.sources[].configMap.name", to: .configMap, edge: .mounts),
  ReferenceRule(from: .podSpec, path: "volumes[].projected.sources[].secret.name", to: .secret, edge: .mounts),
  ReferenceRule(from: .podSpec, path: "volumes[].csi.nodePublishSecretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].azureFile.secretName", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].cephfs.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].cinder.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].flexVolume.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].iscsi.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].rbd.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].scaleIO.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].storageos.secretRef.name", to: .secret, edge: .uses),
  ReferenceRule(
    from: .podSpec, path: "volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName", to: .storageClass,
    edge: .claims),
  ReferenceRule(from: .podSpec, path: "imagePullSecrets[].name", to: .secret, edge: .uses),
  ReferenceRule(from: .podSpec, path: "serviceAccountName", to: .serviceAccount, edge: .runsAs),
  // The old name of the field, which is used if the new one is absent.
  ReferenceRule(.podSpec, "serviceAccount", to: .kind(.serviceAccount), .runsAs, unless: "serviceAccountName"),
  ReferenceRule(from: .podSpec, path: "nodeName", to: .node, edge: .runsOn),
  ReferenceRule(from: .podSpec, path: "priorityClassName", to: .priorityClass, edge: .uses),
  ReferenceRule(from: .podSpec, path: "runtimeClassName", to: .runtimeClass, edge: .uses),
  ReferenceRule(from: .podSpec, path: "resourceClaims[].resourceClaimName", to: .resourceClaim, edge: .claims),
  ReferenceRule(
    from: .podSpec, path: "resourceClaims[].resourceClaimTemplateName", to: .resourceClaimTemplate, edge: .claims),
  ReferenceRule(
    from: .podSpec, path: "volumes[].ephemeral.volumeClaimTemplate.spec.volumeName", to: .persistentVolume,
    edge: .claims),
  ReferenceRule(
    from: .podSpec, path: "volumes[].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName",
    to: "VolumeAttributesClass" as ResourceKind, edge: .uses),
  ReferenceRule(
    from: .podSpec, path: "volumes[].ephemeral.volumeClaimTemplate.spec.dataSource.name", to: .beside(), edge: .uses),
  ReferenceRule(
    from: .podSpec, path: "volumes[].ephemeral.volumeClaimTemplate.spec.dataSourceRef.name", to: .beside(),
    edge: .uses, home: .namespaceBesideName),
  ReferenceRule(from: .podSpec, path: "volumes[].csi.driver", to: "CSIDriver" as ResourceKind, edge: .uses),
  ReferenceRule(from: .podSpec, path: "volumes[].glusterfs.endpoints", to: "Endpoints" as ResourceKind, edge: .uses),
  ReferenceRule(
    from: .podSpec, path: "volumes[].projected.sources[].clusterTrustBundle.name",
    to: "ClusterTrustBundle" as ResourceKind, edge: .mounts),
  ReferenceRule(from: .podSpec, path: "schedulingGroup.podGroupName", to: "PodGroup" as ResourceKind, edge: .uses),
  ReferenceRule(
    from: .podSpec, path: "volumes[].csi.volumeAttributes.secretProviderClass",
    to: "SecretProviderClass.secrets-store.csi.x-k8s.io" as ResourceKind, edge: .mounts),
  // The pod's DNS name is in the domain of a headless Service; the pod also starts without the Service.
  ReferenceRule(.podSpec, "subdomain", to: "Service", .uses, need: .onlyKnown),
  ReferenceRule(
    from: .podSpec, path: "securityContext.windowsOptions.gmsaCredentialSpecName",
    to: "GMSACredentialSpec.windows.k8s.io" as ResourceKind, edge: .uses),
  ReferenceRule(
    from: .container, path: "securityContext.windowsOptions.gmsaCredentialSpecName",
    to: "GMSACredentialSpec.windows.k8s.io" as ResourceKind, edge: .uses),
  ReferenceRule(from: .podSpec, path: "workloadRef.name", to: "Workload" as ResourceKind, edge: .uses),
  ReferenceRule(from: .container, path: "env[].valueFrom.configMapKeyRef.name", to: .configMap, edge: .reads),
  ReferenceRule(from: .container, path: "env[].valueFrom.secretKeyRef.name", to: .secret, edge: .reads),
  ReferenceRule(from: .container, path: "envFrom[].configMapRef.name", to: .configMap, edge: .reads),
  ReferenceRule(from: .container, path: "envFrom[].secretRef.name", to: .secret, edge: .reads),
]
