import PodmapManifests

/// References of the custom resources and annotations of ingress controllers, besides those to backends and
/// certificates, which `EntryTables` has.
let controllerReferences: [ReferenceRule] =
  traefikGroups.flatMap(traefikReferences) + kongReferences + cloudReferences
  + [
    ReferenceRule(
      "HTTPProxy.projectcontour.io", "spec.virtualhost.authorization.extensionRef.name",
      to: "ExtensionService.projectcontour.io", .uses, home: .namespaceBesideName),
    ReferenceRule("ExtensionService.projectcontour.io", "spec.services[].name", to: "Service", .routes),
    ReferenceRule("TLSCertificateDelegation.projectcontour.io", "spec.delegations[].secretName", to: "Secret", .uses),
    ReferenceRule("Host.getambassador.io", "spec.tlsSecret.name", to: "Secret", .uses, home: .namespaceBesideName),
    ReferenceRule("Mapping.getambassador.io", "spec.tls", to: "TLSContext.getambassador.io", .uses, need: .onlyKnown),
    ReferenceRule("TLSContext.getambassador.io", "spec.secret", to: "Secret", .uses),
    ReferenceRule(
      "ApisixTls.apisix.apache.org", "spec.secret.name", to: "Secret", .uses, home: .namespaceBesideName),
    ReferenceRule(
      "ApisixRoute.apisix.apache.org", "spec.http[].plugin_config_name", to: "ApisixPluginConfig.apisix.apache.org",
      .uses),
    ReferenceRule(
      "Gateway.gateway.solo.io", "spec.httpGateway.virtualServices[].name", to: "VirtualService.gateway.solo.io",
      .routes, home: .namespaceBesideName),
    ReferenceRule(
      "InferencePool.inference.networking.k8s.io", "spec.endpointPickerRef.name", to: .beside("Service"), .uses),
    ReferenceRule(
      "InferencePool.inference.networking.x-k8s.io", "spec.extensionRef.name", to: .beside("Service"), .uses),
    ReferenceRule(
      "InferenceObjective.inference.networking.x-k8s.io", "spec.poolRef.name",
      to: .beside("InferencePool.inference.networking.x-k8s.io"), .uses),
    ReferenceRule(
      "InferenceModel.inference.networking.x-k8s.io", "spec.poolRef.name",
      to: .beside("InferencePool.inference.networking.x-k8s.io"), .uses),
  ]
  + ["VirtualServer.k8s.nginx.org", "VirtualServerRoute.k8s.nginx.org"].flatMap { (kind: ResourceKind) in
    ["spec.policies[].name", "spec.routes[].policies[].name", "spec.subroutes[].policies[].name"].map {
      ReferenceRule(kind, $0, to: "Policy.k8s.nginx.org", .uses, home: .namespaceBesideName)
    }
  }

private func traefikReferences(_ group: String) -> [ReferenceRule] {
  func kind(_ name: String) -> ResourceKind { ResourceKind(rawValue: "\(name).\(group)") }
  func rows(_ source: String, _ paths: [String], _ target: String) -> [ReferenceRule] {
    paths.map {
      ReferenceRule(
        kind(source), $0, to: .kind(kind(target)), .uses, home: .namespaceBesideName, reserved: traefikProviders)
    }
  }
  let middleware = kind("Middleware")
  return rows("IngressRoute", ["spec.routes[].middlewares[].name"], "Middleware")
    + rows("IngressRouteTCP", ["spec.routes[].middlewares[].name"], "MiddlewareTCP")
    + ["IngressRoute", "IngressRouteTCP"].flatMap { source in
      rows(source, ["spec.tls.options.name"], "TLSOption") + rows(source, ["spec.tls.store.name"], "TLSStore")
    }
    + rows("IngressRoute", ["spec.routes[].services[].serversTransport"], "ServersTransport")
    + rows("Middleware", ["spec.chain.middlewares[].name"], "Middleware")
    + [
      ReferenceRule(middleware, "spec.forwardAuth.address", to: "Service", .uses, notation: .address),
      ReferenceRule(middleware, "spec.errors.service.name", to: "Service", .uses, home: .namespaceBesideName),
      ReferenceRule(middleware, "spec.basicAuth.secret", to: "Secret", .uses),
      ReferenceRule(middleware, "spec.digestAuth.secret", to: "Secret", .uses),
      ReferenceRule(middleware, "spec.forwardAuth.tls.caSecret", to: "Secret", .uses),
      ReferenceRule(middleware, "spec.forwardAuth.tls.certSecret", to: "Secret", .uses),
      ReferenceRule(.kindOf("ServersTransport", group), "spec.certificatesSecrets[]", to: "Secret", .uses),
      ReferenceRule(.kindOf("ServersTransport", group), "spec.rootCAsSecrets[]", to: "Secret", .uses),
      ReferenceRule(.kindOf("TLSOption", group), "spec.clientAuth.secretNames[]", to: "Secret", .uses),
      ReferenceRule(.kindOf("TLSStore", group), "spec.defaultCertificate.secretName", to: "Secret", .uses),
    ]
}

extension ResourceKind {
  fileprivate static func kindOf(_ name: String, _ group: String) -> Self { Self(rawValue: "\(name).\(group)") }
}

/// Kong's plugins are named in annotations; a plugin may be for one namespace or for the cluster.
private let kongReferences: [ReferenceRule] =
  ["KongPlugin.configuration.konghq.com", "KongClusterPlugin.configuration.konghq.com"].flatMap {
    (plugin: ResourceKind) in
    konnected.map {
      ReferenceRule(
        $0, "metadata.annotations[\"konghq.com/plugins\"]", to: .kind(plugin), .uses, need: .onlyKnown,
        notation: .names)
    }
  }
  + ["Ingress", "Service"].map { (kind: ResourceKind) in
    ReferenceRule(
      kind, "metadata.annotations[\"konghq.com/override\"]", to: "KongIngress.configuration.konghq.com", .uses)
  }
  + ["KongPlugin.configuration.konghq.com", "KongClusterPlugin.configuration.konghq.com"].map { (kind: ResourceKind) in
    ReferenceRule(
      kind, "configFrom.secretKeyRef.name", to: "Secret", .uses, home: .namespaceBesideName)
  }

/// What can have plugins.
private let konnected: [ResourceKind] = [
  "Ingress", "Service", "HTTPRoute.gateway.networking.k8s.io", "GRPCRoute.gateway.networking.k8s.io",
  "TCPIngress.configuration.konghq.com", "UDPIngress.configuration.konghq.com",
  "KongConsumer.configuration.konghq.com", "KongIngress.configuration.konghq.com",
]

/// Annotations of GKE's load balancers.
private let cloudReferences: [ReferenceRule] = [
  ReferenceRule(
    "Service", "metadata.annotations[\"cloud.google.com/backend-config\"]", to: "BackendConfig.cloud.google.com",
    .uses, notation: .namesInJSON),
  ReferenceRule(
    "Service", "metadata.annotations[\"beta.cloud.google.com/backend-config\"]", to: "BackendConfig.cloud.google.com",
    .uses, notation: .namesInJSON),
  ReferenceRule(
    "Ingress", "metadata.annotations[\"networking.gke.io/v1beta1.FrontendConfig\"]",
    to: "FrontendConfig.networking.gke.io", .uses),
  ReferenceRule(
    "Ingress", "metadata.annotations[\"networking.gke.io/managed-certificates\"]",
    to: "ManagedCertificate.networking.gke.io", .uses, notation: .names),
  ReferenceRule(
    "MultiClusterService.networking.gke.io", "metadata.annotations[\"cloud.google.com/backend-config\"]",
    to: "BackendConfig.cloud.google.com", .uses, notation: .namesInJSON),
  ReferenceRule(
    "BackendConfig.cloud.google.com", "spec.iap.oauthclientCredentials.secretName", to: "Secret", .uses),
]
