/// What the end of a kind's name says about it: a TLSRoute is a route, a SealedSecret a secret.
struct KindEnding: Sendable {
  let ending: String
  let icon: Icon?
  let family: KindFamily

  private init(_ ending: String, _ icon: Icon?, _ family: KindFamily = .other) {
    self.ending = ending
    self.icon = icon
    self.family = family
  }

  /// The row for a kind's name without its API group, if one fits.
  init?(of name: String) {
    guard let row = Self.all.first(where: { name.hasSuffix($0.ending) }) else { return nil }
    self = row
  }

  /// A longer ending comes before one that it ends with.
  private static let all = [
    KindEnding("Deployment", .deployment),
    KindEnding("StatefulSet", .statefulSet),
    KindEnding("DaemonSet", .daemonSet),
    KindEnding("ReplicaSet", .replicaSet),
    KindEnding("CronJob", .cronJob),
    KindEnding("Job", .job),
    KindEnding("Endpoints", nil, .service),
    KindEnding("EndpointSlice", nil, .service),
    KindEnding("ServiceEntry", nil, .service),
    KindEnding("Ingress", .ingress),
    KindEnding("Gateway", .gateway, .entry),
    KindEnding("ListenerSet", nil, .entry),
    KindEnding("Route", .route, .entry),
    KindEnding("RouteTCP", .route),
    KindEnding("RouteUDP", .route),
    KindEnding("VirtualService", nil, .entry),
    KindEnding("Policy", .networkPolicy, .policy),
    KindEnding("Budget", .podDisruptionBudget, .policy),
    KindEnding("Autoscaler", .horizontalPodAutoscaler, .policy),
    KindEnding("ScaledObject", nil, .policy),
    KindEnding("Quota", .resourceQuota, .policy),
    KindEnding("LimitRange", nil, .policy),
    KindEnding("ExternalSecret", .secret, .secret),
    KindEnding("SealedSecret", .secret, .secret),
    KindEnding("Secret", .secret),
    KindEnding("SecretStore", nil, .secret),
    KindEnding("Certificate", .certificate, .secret),
    KindEnding("Issuer", .certificate),
    KindEnding("RoleBinding", .roleBinding, .identity),
    KindEnding("Role", .role, .identity),
  ]
}
