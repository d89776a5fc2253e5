/// networking.k8s.io and discovery.k8s.io.
let networkKinds: [KnownKind] = [
  KnownKind("Ingress", "ingresses", ["ing"], .namespaced, .entry, icon: .ingress),
  KnownKind("IngressClass", "ingressclasses", .cluster, .entry, icon: .ingress, views: [], provided: .all),
  KnownKind("NetworkPolicy", "networkpolicies", ["netpol"], .namespaced, .policy, icon: .networkPolicy),
  KnownKind(
    "EndpointSlice", "endpointslices", .namespaced, .service, icon: .endpointSlice, views: [], iconNames: ["ep"]),
  KnownKind("IPAddress", "ipaddresses", ["ip"], .cluster, icon: .endpointSlice, views: []),
  KnownKind("ServiceCIDR", "servicecidrs", .cluster, icon: .service, views: []),
]
