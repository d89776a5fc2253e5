import PodmapManifests

/// References of the Service Mesh Interface, besides the backends of its routes.
let meshReferences: [ReferenceRule] = [
  ReferenceRule(
    "TrafficSplit.split.smi-spec.io", "spec.service", to: "Service", .routes, notation: .host, isReversed: true)
]
