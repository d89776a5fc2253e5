import PodmapManifests

/// References of gateway.networking.k8s.io objects.
let gatewayReferences: [ReferenceRule] =
  routeReferences
  + [
    ReferenceRule(
      "GatewayClass.gateway.networking.k8s.io", "spec.parametersRef.name", to: .beside(), .uses,
      home: .namespaceBesideName),
    ReferenceRule(
      "Gateway.gateway.networking.k8s.io", "spec.gatewayClassName", to: "GatewayClass.gateway.networking.k8s.io",
      .uses),
    ReferenceRule(
      "Gateway.gateway.networking.k8s.io", "spec.infrastructure.parametersRef.name", to: .beside(), .uses),
    ReferenceRule(
      "ListenerSet.gateway.networking.k8s.io", "spec.parentRef.name", to: .beside("Gateway.gateway.networking.k8s.io"),
      .routes, home: .namespaceBesideName, isReversed: true),
    ReferenceRule(
      "XListenerSet.gateway.networking.x-k8s.io", "spec.parentRef.name",
      to: .beside("Gateway.gateway.networking.k8s.io"), .routes, home: .namespaceBesideName, isReversed: true),
    ReferenceRule(
      "BackendTLSPolicy.gateway.networking.k8s.io", "spec.targetRefs[].name", to: .beside("Service"), .uses,
      label: ["spec.targetRefs[].sectionName"]),
    ReferenceRule(
      "BackendTLSPolicy.gateway.networking.k8s.io", "spec.targetRef.name", to: .beside("Service"), .uses),
    ReferenceRule(
      "BackendTLSPolicy.gateway.networking.k8s.io", "spec.validation.caCertificateRefs[].name",
      to: .beside("ConfigMap"), .uses),
    ReferenceRule(
      "ReferenceGrant.gateway.networking.k8s.io", "spec.from[].namespace", to: "Namespace", .uses, need: .onlyKnown),
    ReferenceRule("ReferenceGrant.gateway.networking.k8s.io", "spec.to[].name", to: .beside(), .uses),
    ReferenceRule(
      "XBackendTrafficPolicy.gateway.networking.x-k8s.io", "spec.targetRefs[].name", to: .beside("Service"), .uses),
  ]
  + [
    "Gateway.gateway.networking.k8s.io", "ListenerSet.gateway.networking.k8s.io",
    "XListenerSet.gateway.networking.x-k8s.io",
  ].flatMap { (kind: ResourceKind) in
    [
      ("spec.listeners[].tls.certificateRefs[].name", "Secret"),
      ("spec.listeners[].tls.frontendValidation.caCertificateRefs[].name", "ConfigMap"),
      ("spec.tls.backend.clientCertificateRef.name", "Secret"),
      ("spec.tls.frontend.default.validation.caCertificateRefs[].name", "ConfigMap"),
      ("spec.tls.frontend.perPort[].tls.validation.caCertificateRefs[].name", "ConfigMap"),
      ("spec.backendTLS.clientCertificateRef.name", "Secret"),
    ].map { ReferenceRule(kind, $0, to: .beside($1), .uses, home: .namespaceBesideName) }
  }

/// What all kinds of routes have: the Gateways they are attached to, and their backends.
private let routeReferences: [ReferenceRule] = [
  ("HTTPRoute.gateway.networking.k8s.io", ["spec.rules[].matches[*].path.value"]),
  ("GRPCRoute.gateway.networking.k8s.io", ["spec.rules[].matches[*].method.service"]),
  ("TLSRoute.gateway.networking.k8s.io", []), ("TCPRoute.gateway.networking.k8s.io", []),
  ("UDPRoute.gateway.networking.k8s.io", []),
].flatMap { (kind: ResourceKind, matches: [String]) in
  let label = ["spec.hostnames[*]"] + matches
  return [
    ReferenceRule(
      kind, "spec.parentRefs[].name", to: .beside("Gateway.gateway.networking.k8s.io"), .routes,
      home: .namespaceBesideName, isReversed: true, label: ["spec.parentRefs[].sectionName"]),
    ReferenceRule(
      kind, "spec.rules[].backendRefs[].name", to: .beside("Service"), .routes, home: .namespaceBesideName,
      label: label),
    ReferenceRule(
      kind, "spec.rules[].filters[].requestMirror.backendRef.name", to: .beside("Service"), .routes,
      home: .namespaceBesideName),
    ReferenceRule(
      kind, "spec.rules[].backendRefs[].filters[].requestMirror.backendRef.name", to: .beside("Service"), .routes,
      home: .namespaceBesideName),
    ReferenceRule(kind, "spec.rules[].filters[].extensionRef.name", to: .beside(), .uses),
    ReferenceRule(kind, "spec.rules[].backendRefs[].filters[].extensionRef.name", to: .beside(), .uses),
    ReferenceRule(
      kind, "spec.rules[].filters[].externalAuth.backendRef.name", to: .beside("Service"), .uses,
      home: .namespaceBesideName),
  ]
}
