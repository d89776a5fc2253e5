import PodmapManifests

/// The Prometheus operator's workloads, whose containers it completes:
/// https://prometheus-operator.dev/docs/api-reference/api/
let monitoringShapes: [PodShape] = [
  ("Prometheus.monitoring.coreos.com", "prometheus", [("web", 9090)]),
  ("PrometheusAgent.monitoring.coreos.com", "prometheus", [("web", 9090)]),
  ("Alertmanager.monitoring.coreos.com", "alertmanager", [("web", 9093), ("mesh-tcp", 9094)]),
  ("ThanosRuler.monitoring.coreos.com", "thanos-ruler", [("web", 10902), ("grpc", 10901)]),
].map { (kind: ResourceKind, container: String, ports: [(name: String, number: Int)]) in
  PodShape(
    kind: kind, pod: "spec",
    parts: [
      .list("initContainers[]", .initial),
      PodShape.Part(
        role: .app, path: "", name: container, images: ["baseImage"], fields: ["image", "volumeMounts", "resources"],
        ports: ports),
      PodShape.Part(
        role: .app, path: "thanos", name: "thanos-sidecar", fields: ["image", "resources"],
        ports: [("grpc", 10901), ("http", 10902)]),
      PodShape.Part(role: .app, path: "", name: "config-reloader", fields: [], ports: [("reloader-web", 8080)]),
      .list("containers[]"),
    ],
    volumes: ["volumes"], account: ["serviceAccountName"], labels: ["podMetadata.labels"], count: "replicas")
}
