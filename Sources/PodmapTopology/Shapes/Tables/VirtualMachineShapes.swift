import PodmapManifests

/// KubeVirt runs each virtual machine in a pod: https://kubevirt.io/user-guide/architecture/
let virtualMachineShapes: [PodShape] = [
  ("VirtualMachine.kubevirt.io", "spec.template"), ("VirtualMachineInstance.kubevirt.io", ""),
  ("VirtualMachineInstanceReplicaSet.kubevirt.io", "spec.template"),
  ("VirtualMachinePool.pool.kubevirt.io", "spec.virtualMachineTemplate.spec.template"),
].map { (kind: ResourceKind, pod: String) in
  PodShape(
    kind: kind, pod: pod,
    parts: [
      PodShape.Part(
        role: .app, path: "spec.domain", name: "compute", fields: [], disks: "spec.domain.devices.disks[]",
        isImplied: true)
    ],
    volumes: ["spec.volumes"], labels: ["metadata.labels"])
}
