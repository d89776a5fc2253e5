import PodmapManifests

/// Argo Workflows runs each template with containers as one pod:
/// https://argo-workflows.readthedocs.io/en/latest/fields/#template
let workflowShapes: [PodShape] = [
  ("Workflow.argoproj.io", "spec"), ("WorkflowTemplate.argoproj.io", "spec"),
  ("ClusterWorkflowTemplate.argoproj.io", "spec"), ("CronWorkflow.argoproj.io", "spec.workflowSpec"),
].map { (kind: ResourceKind, spec: String) in
  PodShape(
    kind: kind, pod: "\(spec).templates[]",
    parts: [
      .list("initContainers[]", .initial), .list("sidecars[]", .sidecar),
      PodShape.Part(role: .app, path: "container", name: "main"),
      PodShape.Part(role: .app, path: "script", name: "main", arguments: ["source"]),
      .list("containerSet.containers[]"),
    ],
    volumes: ["volumes", "containerSet.volumes", "/\(spec).volumes"],
    account: ["serviceAccountName", "/\(spec).serviceAccountName"],
    labels: ["/\(spec).podMetadata.labels", "metadata.labels"], runsOnce: true, isStep: true)
}
