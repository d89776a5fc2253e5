/// Every table of references, one for each API group. A new reference is a row in one of them.
package enum ReferenceTables {
  package static let all: [ReferenceRule] = [
    podSpecReferences, appsReferences, coreReferences, persistentVolumeReferences, networkingReferences,
    autoscalingReferences, storageReferences, accessReferences, extensionReferences, resourceReferences,
    ownerReferences, gatewayReferences, istioReferences, certificateReferences, monitoringReferences, argoReferences,
    platformReferences, secretReferences, tektonReferences, batchReferences, virtualMachineReferences,
    fluxReferences, controllerReferences, meshReferences, EntryTables.all.flatMap(\.references),
  ].flatMap(\.self)
}
