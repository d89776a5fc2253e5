import PodmapManifests

/// References of networking.istio.io and security.istio.io objects.
let istioReferences: [ReferenceRule] =
  ["http", "tcp", "tls"].map { (protocolName: String) in
    ReferenceRule(
      virtualService, "spec.\(protocolName)[].route[].destination.host", to: "Service", .routes, notation: .host)
  }
  + [
    ReferenceRule(virtualService, "spec.http[].mirror.host", to: "Service", .routes, notation: .host),
    ReferenceRule(virtualService, "spec.http[].mirrors[].destination.host", to: "Service", .routes, notation: .host),
    ReferenceRule(
      virtualService, "spec.http[].delegate.name", to: .kind(virtualService), .routes, home: .namespaceBesideName),
    // `mesh` means the sidecars of all pods.
    ReferenceRule(
      virtualService, "spec.gateways[]", to: "Gateway.networking.istio.io", .routes, notation: .namespaceAndName,
      isReversed: true, reserved: ["mesh"]),
    ReferenceRule(
      virtualService, "spec.hosts[]", to: "Service", .uses, need: .onlyKnown, notation: .host),
    ReferenceRule(
      "DestinationRule.networking.istio.io", "spec.host", to: "Service", .uses, notation: .host),
    ReferenceRule(
      "DestinationRule.networking.istio.io", "spec.trafficPolicy.tls.credentialName", to: "Secret", .uses),
    ReferenceRule(
      "DestinationRule.networking.istio.io", "spec.trafficPolicy.portLevelSettings[].tls.credentialName", to: "Secret",
      .uses),
    // The accounts of gateways and other teams are in other repositories.
    ReferenceRule(
      "AuthorizationPolicy.security.istio.io", "spec.rules[].from[].source.principals[]", to: "ServiceAccount", .uses,
      need: .optional, notation: .identity),
    ReferenceRule(
      "AuthorizationPolicy.security.istio.io", "spec.rules[].from[].source.serviceAccounts[]", to: "ServiceAccount",
      .uses, need: .optional, notation: .identity),
    ReferenceRule(
      "AuthorizationPolicy.security.istio.io", "spec.rules[].from[].source.namespaces[]", to: "Namespace", .uses,
      need: .onlyKnown),
    ReferenceRule(
      "Gateway.networking.istio.io", "spec.servers[].tls.credentialName", to: "Secret", .uses, need: .optional),
    ReferenceRule("Gateway.networking.istio.io", "spec.servers[].tls.credentialNames[]", to: "Secret", .uses),
    ReferenceRule(
      "ServiceEntry.networking.istio.io", "spec.hosts[]", to: "Service", .uses, need: .optional, notation: .host),
    ReferenceRule("WorkloadEntry.networking.istio.io", "spec.serviceAccount", to: "ServiceAccount", .runsAs),
    ReferenceRule("WorkloadGroup.networking.istio.io", "spec.template.serviceAccount", to: "ServiceAccount", .runsAs),
    ReferenceRule("WasmPlugin.extensions.istio.io", "spec.imagePullSecret", to: "Secret", .uses),
  ]
  + [
    "AuthorizationPolicy.security.istio.io", "RequestAuthentication.security.istio.io",
    "Telemetry.telemetry.istio.io", "WasmPlugin.extensions.istio.io", "EnvoyFilter.networking.istio.io",
  ].flatMap { (kind: ResourceKind) in
    ["spec.targetRefs[].name", "spec.targetRef.name"].map { ReferenceRule(kind, $0, to: .beside(), .uses) }
  }

private let virtualService: ResourceKind = "VirtualService.networking.istio.io"
