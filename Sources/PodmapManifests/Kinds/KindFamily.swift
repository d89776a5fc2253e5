/// A family of kinds that are alike and are drawn alike.
package enum KindFamily: String, Sendable, CaseIterable {
  /// What keeps pods running: Deployment, StatefulSet, Pod.
  case workload
  /// Workloads that run to completion: Job, CronJob.
  case job
  /// Stable addresses: Service, Endpoints.
  case service
  /// Where traffic comes in: Ingress, Gateway, routes.
  case entry
  case configuration
  case secret
  case storage
  /// Who somebody is and what they may do: ServiceAccount, Role, RoleBinding.
  case identity
  /// What limits or scales others: NetworkPolicy, PodDisruptionBudget, HorizontalPodAutoscaler.
  case policy
  /// Machines.
  case node
  /// Whatever is outside the cluster.
  case outside
  case other
}
