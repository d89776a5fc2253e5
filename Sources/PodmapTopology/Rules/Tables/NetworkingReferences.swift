import PodmapManifests

/// References of networking.k8s.io/v1 objects, and of the beta versions that old manifests still have.
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
]
