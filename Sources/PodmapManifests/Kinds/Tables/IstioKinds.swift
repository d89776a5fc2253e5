/// Istio.
let istioKinds: [KnownKind] = [
  KnownKind(
    "VirtualService.networking.istio.io", "virtualservices", ["vs"], .namespaced, .entry, icon: .route),
  KnownKind("DestinationRule.networking.istio.io", "destinationrules", ["dr"], .namespaced, icon: .route),
  KnownKind("Gateway.networking.istio.io", "gateways", ["gw"], .namespaced, .entry, icon: .gateway),
  KnownKind("ServiceEntry.networking.istio.io", "serviceentries", ["se"], .namespaced, .service, icon: .outside),
  KnownKind("WorkloadEntry.networking.istio.io", "workloadentries", ["we"], .namespaced, icon: .endpointSlice),
  KnownKind("WorkloadGroup.networking.istio.io", "workloadgroups", ["wg"], .namespaced),
  KnownKind("Sidecar.networking.istio.io", "sidecars", .namespaced),
  KnownKind("EnvoyFilter.networking.istio.io", "envoyfilters", .namespaced),
  KnownKind("ProxyConfig.networking.istio.io", "proxyconfigs", .namespaced),
  KnownKind("AuthorizationPolicy.security.istio.io", "authorizationpolicies", ["ap"], .namespaced, .policy),
  KnownKind(
    "PeerAuthentication.security.istio.io", "peerauthentications", ["pa"], .namespaced, icon: .networkPolicy),
  KnownKind(
    "RequestAuthentication.security.istio.io", "requestauthentications", ["ra"], .namespaced, icon: .networkPolicy),
  KnownKind("Telemetry.telemetry.istio.io", "telemetries", ["telemetry"], .namespaced),
  KnownKind("WasmPlugin.extensions.istio.io", "wasmplugins", .namespaced),
]
