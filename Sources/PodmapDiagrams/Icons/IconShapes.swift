import PodmapManifests

extension Icon {
  /// What the icon is made of, on the grid of 24 × 24 units.
  var shapes: [IconShape] {
    switch self {
    case .pod: WorkloadIcons.pod
    case .container: WorkloadIcons.container
    case .deployment: WorkloadIcons.deployment
    case .replicaSet: WorkloadIcons.replicaSet
    case .statefulSet: WorkloadIcons.statefulSet
    case .daemonSet: WorkloadIcons.daemonSet
    case .job: WorkloadIcons.job
    case .cronJob: WorkloadIcons.cronJob
    case .service: NetworkIcons.service
    case .endpointSlice: NetworkIcons.endpointSlice
    case .ingress: NetworkIcons.ingress
    case .gateway: NetworkIcons.gateway
    case .route: NetworkIcons.route
    case .outside: NetworkIcons.outside
    case .networkPolicy: PolicyIcons.networkPolicy
    case .podDisruptionBudget: PolicyIcons.podDisruptionBudget
    case .horizontalPodAutoscaler: PolicyIcons.horizontalPodAutoscaler
    case .resourceQuota: PolicyIcons.resourceQuota
    case .priorityClass: PolicyIcons.priorityClass
    case .admission: PolicyIcons.admission
    case .configMap: ConfigurationIcons.configMap
    case .secret: ConfigurationIcons.secret
    case .certificate: ConfigurationIcons.certificate
    case .persistentVolumeClaim: StorageIcons.persistentVolumeClaim
    case .persistentVolume: StorageIcons.persistentVolume
    case .storageClass: StorageIcons.storageClass
    case .volume: StorageIcons.volume
    case .serviceAccount: IdentityIcons.serviceAccount
    case .role: IdentityIcons.role
    case .roleBinding: IdentityIcons.roleBinding
    case .user: IdentityIcons.user
    case .cluster: ClusterIcons.cluster
    case .node: ClusterIcons.node
    case .namespace: ClusterIcons.namespace
    case .device: ClusterIcons.device
    case .custom: ClusterIcons.custom
    }
  }
}
