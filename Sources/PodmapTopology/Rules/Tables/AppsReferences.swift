import PodmapManifests

/// References of apps/v1 objects, beyond those of their pod templates.
let appsReferences: [ReferenceRule] = [
  ReferenceRule(from: .object(.statefulSet), path: "spec.serviceName", to: .service, edge: .uses),
  ReferenceRule(
    from: .object(.statefulSet), path: "spec.volumeClaimTemplates[].spec.storageClassName", to: .storageClass,
    edge: .claims),
  ReferenceRule(.statefulSet, "spec.volumeClaimTemplates[].spec.volumeName", to: "PersistentVolume", .claims),
  ReferenceRule(
    .statefulSet, "spec.volumeClaimTemplates[].spec.volumeAttributesClassName", to: "VolumeAttributesClass", .uses),
  ReferenceRule(.statefulSet, "spec.volumeClaimTemplates[].spec.dataSource.name", to: .beside(), .uses),
  ReferenceRule(
    .statefulSet, "spec.volumeClaimTemplates[].spec.dataSourceRef.name", to: .beside(), .uses,
    home: .namespaceBesideName),
]
