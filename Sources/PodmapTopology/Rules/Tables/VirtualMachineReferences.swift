import PodmapManifests

/// What virtual machines of KubeVirt name beside what pods do.
let virtualMachineReferences: [ReferenceRule] =
  [
    ("volumes[].dataVolume.name", "DataVolume.cdi.kubevirt.io"),
    ("volumes[].ephemeral.persistentVolumeClaim.claimName", "PersistentVolumeClaim"),
    ("volumes[].cloudInitNoCloud.secretRef.name", "Secret"),
    ("volumes[].cloudInitNoCloud.networkDataSecretRef.name", "Secret"),
    ("volumes[].cloudInitConfigDrive.secretRef.name", "Secret"),
    ("volumes[].sysprep.secret.name", "Secret"), ("volumes[].sysprep.configMap.name", "ConfigMap"),
    ("volumes[].serviceAccount.serviceAccountName", "ServiceAccount"),
  ].map { (path: String, target: ResourceKind) in
    ReferenceRule(from: .podSpec, path: path, to: target, edge: .mounts)
  }
  + [
    ReferenceRule(
      "VirtualMachine.kubevirt.io", "spec.instancetype.name",
      to: .beside("VirtualMachineClusterInstancetype.instancetype.kubevirt.io"), .uses, need: .optional),
    ReferenceRule(
      "VirtualMachine.kubevirt.io", "spec.preference.name",
      to: .beside("VirtualMachineClusterPreference.instancetype.kubevirt.io"), .uses, need: .optional),
    ReferenceRule(
      "VirtualMachine.kubevirt.io", "spec.template.spec.networks[].multus.networkName",
      to: "NetworkAttachmentDefinition.k8s.cni.cncf.io", .uses, need: .optional, notation: .namespaceAndName),
    ReferenceRule(
      "VirtualMachine.kubevirt.io", "spec.template.spec.accessCredentials[].sshPublicKey.source.secret.secretName",
      to: "Secret", .uses),
    ReferenceRule(
      "DataVolume.cdi.kubevirt.io", "spec.source.pvc.name", to: "PersistentVolumeClaim", .uses,
      home: .namespaceBesideName),
    ReferenceRule("DataVolume.cdi.kubevirt.io", "spec.pvc.storageClassName", to: "StorageClass", .claims),
    ReferenceRule("DataVolume.cdi.kubevirt.io", "spec.storage.storageClassName", to: "StorageClass", .claims),
    ReferenceRule(
      "DataVolume.cdi.kubevirt.io", "spec.sourceRef.name", to: .beside("DataSource.cdi.kubevirt.io"), .uses,
      home: .namespaceBesideName, need: .optional),
  ]
