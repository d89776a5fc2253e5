import PodmapManifests

/// References of networking.k8s.io/v1 and discovery.k8s.io/v1 objects, and of beta versions in old manifests.
let networkingReferences: [ReferenceRule] = [
  ReferenceRule(
    from: .object(.ingress), path: "spec.rules[].http.paths[].backend.service.name", to: .service, edge: .routes,
    label: ["spec.rules[].host", "spec.rules[].http.paths[].path"]),
  ReferenceRule(
    from: .object(.ingress), path: "spec.rules[].http.paths[].backend.serviceName", to: .service, edge: .routes,
    label: ["spec.rules[].host", "spec.rules[].http.paths[].path"]),
  ReferenceRule(from: .object(.ingress), path: "spec.defaultBackend.service.name", to: .service, edge: .routes),
  ReferenceRule(from: .object(.ingress), path: "spec.backend.serviceName", to: .service, edge: .routes),
  ReferenceRule(from: .object(.ingress), path: "spec.tls[].secretName", to: .secret, edge: .uses),
  ReferenceRule(from: .object(.ingress), path: "spec.ingressClassName", to: .ingressClass, edge: .uses),
  ReferenceRule(
    from: .object(.ingress), path: "spec.rules[].http.paths[].backend.resource.name",
    to: .kindBesideName(default: nil), edge: .routes,
    label: ["spec.rules[].host", "spec.rules[].http.paths[].path"]),
  ReferenceRule(.ingress, "spec.defaultBackend.resource.name", to: .beside(), .routes),
  ReferenceRule(.ingress, "metadata.annotations[\"kubernetes.io/ingress.class\"]", to: "IngressClass", .uses),
  ReferenceRule(
    .ingress, "metadata.annotations[\"nginx.ingress.kubernetes.io/auth-secret\"]", to: "Secret", .uses,
    notation: .namespaceAndName),
  ReferenceRule(
    .ingress, "metadata.annotations[\"nginx.ingress.kubernetes.io/auth-tls-secret\"]", to: "Secret", .uses,
    notation: .namespaceAndName),
  ReferenceRule(
    .ingress, "metadata.annotations[\"nginx.ingress.kubernetes.io/default-backend\"]", to: "Service", .routes),
  ReferenceRule(.ingressClass, "spec.parameters.name", to: .beside(), .uses, home: .namespaceBesideName),
  // Kubernetes itself creates these for its Services.
  ReferenceRule(
    "IPAddress", "spec.parentRef.name", to: "Service", .uses, home: .namespaceBesideName, need: .onlyKnown),
  ReferenceRule(
    "EndpointSlice", "metadata.labels[\"kubernetes.io/service-name\"]", to: "Service", .routes, need: .onlyKnown,
    isReversed: true),
  ReferenceRule(
    "EndpointSlice", "endpoints[].targetRef.name", to: .beside(), .routes, home: .namespaceBesideName,
    need: .onlyKnown),
]
