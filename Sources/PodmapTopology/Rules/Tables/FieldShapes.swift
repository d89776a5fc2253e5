import PodmapManifests

/// The fields that other code reads, with their shapes from the API reference. Otherwise a wrong shape would be ignored
/// silently.
let fieldShapes: [ShapeRule] =
  [
    ShapeRule(.podSpec, "volumes", .list),
    ShapeRule(.podSpec, "volumes[]", .mapping),
    ShapeRule(.podSpec, "imagePullSecrets", .list),
    ShapeRule(.podSpec, "nodeSelector", .mapping),
    ShapeRule(.podSpec, "securityContext", .mapping),
    ShapeRule(.container, "ports", .list),
    ShapeRule(.container, "ports[]", .mapping),
    ShapeRule(.container, "ports[].containerPort", .number(ShapeRule.Shape.ports)),
    ShapeRule(.container, "ports[].hostPort", .number(0...65535)),
    ShapeRule(.container, "env", .list),
    ShapeRule(.container, "env[]", .mapping),
    ShapeRule(.container, "envFrom", .list),
    ShapeRule(.container, "envFrom[]", .mapping),
    ShapeRule(.container, "volumeMounts", .list),
    ShapeRule(.container, "volumeMounts[]", .mapping),
    ShapeRule(.container, "resources", .mapping),
    ShapeRule(.object(.service), "spec", .mapping),
    ShapeRule(.object(.service), "spec.selector", .mapping),
    ShapeRule(.object(.service), "spec.ports", .list),
    ShapeRule(.object(.service), "spec.ports[]", .mapping),
    ShapeRule(.object(.service), "spec.ports[].port", .number(ShapeRule.Shape.ports)),
    ShapeRule(.object(.service), "spec.ports[].targetPort", .port),
    ShapeRule(.object(.ingress), "spec", .mapping),
    ShapeRule(.object(.ingress), "spec.rules", .list),
    ShapeRule(.object(.ingress), "spec.rules[]", .mapping),
    ShapeRule(.object(.ingress), "spec.rules[].http", .mapping),
    ShapeRule(.object(.ingress), "spec.rules[].http.paths", .list),
    ShapeRule(.object(.ingress), "spec.rules[].http.paths[]", .mapping),
    ShapeRule(.object(.ingress), "spec.rules[].http.paths[].backend", .mapping),
    ShapeRule(.object(.ingress), "spec.tls", .list),
  ]
  + [
    .pod, .deployment, .replicaSet, .replicationController, .statefulSet, .daemonSet, .job, .cronJob,
  ].flatMap { (kind: ResourceKind) in
    [
      ShapeRule(.object(kind), "spec", .mapping), ShapeRule(.object(kind), "spec.template", .mapping),
      ShapeRule(.object(kind), "spec.template.metadata", .mapping),
      ShapeRule(.object(kind), "spec.template.metadata.labels", .mapping),
      ShapeRule(.object(kind), "spec.template.spec", .mapping),
      ShapeRule(.object(kind), "spec.replicas", .number(ShapeRule.Shape.counts)),
      ShapeRule(.object(kind), "metadata.labels", .mapping),
    ]
  }
