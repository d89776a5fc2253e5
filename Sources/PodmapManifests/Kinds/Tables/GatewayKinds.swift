/// gateway.networking.k8s.io.
let gatewayKinds: [KnownKind] = [
  KnownKind("Gateway.gateway.networking.k8s.io", "gateways", ["gtw"], .namespaced, .entry, icon: .gateway),
  KnownKind(
    "GatewayClass.gateway.networking.k8s.io", "gatewayclasses", ["gc"], .cluster, icon: .gateway, provided: .all),
  KnownKind("ListenerSet.gateway.networking.k8s.io", "listenersets", ["lset"], .namespaced, .entry, icon: .gateway),
  KnownKind("XListenerSet.gateway.networking.x-k8s.io", "xlistenersets", ["lset"], .namespaced, .entry),
  KnownKind("HTTPRoute.gateway.networking.k8s.io", "httproutes", .namespaced, .entry, icon: .route),
  KnownKind("GRPCRoute.gateway.networking.k8s.io", "grpcroutes", .namespaced, .entry),
  KnownKind("TLSRoute.gateway.networking.k8s.io", "tlsroutes", .namespaced, .entry),
  KnownKind("TCPRoute.gateway.networking.k8s.io", "tcproutes", .namespaced, .entry),
  KnownKind("UDPRoute.gateway.networking.k8s.io", "udproutes", .namespaced, .entry),
  KnownKind(
    "ReferenceGrant.gateway.networking.k8s.io", "referencegrants", ["refgrant"], .namespaced, icon: .roleBinding),
  KnownKind(
    "BackendTLSPolicy.gateway.networking.k8s.io", "backendtlspolicies", ["btlspolicy"], .namespaced, .policy),
  KnownKind(
    "XBackendTrafficPolicy.gateway.networking.x-k8s.io", "xbackendtrafficpolicies", ["xbtrafficpolicy"], .namespaced,
    .policy),
]
