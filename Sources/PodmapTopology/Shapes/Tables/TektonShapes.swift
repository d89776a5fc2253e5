import PodmapManifests

/// Tekton runs each Task as one pod, with a container for each step: https://tekton.dev/docs/pipelines/tasks/
let tektonShapes: [PodShape] =
  [
    ("Task.tekton.dev", "spec", []),
    ("ClusterTask.tekton.dev", "spec", []),
    ("TaskRun.tekton.dev", "spec.taskSpec", ["/spec.serviceAccountName"]),
    ("Pipeline.tekton.dev", "spec.tasks[].taskSpec", []),
    ("Pipeline.tekton.dev", "spec.finally[].taskSpec", []),
    ("PipelineRun.tekton.dev", "spec.pipelineSpec.tasks[].taskSpec", runAccounts),
    ("PipelineRun.tekton.dev", "spec.pipelineSpec.finally[].taskSpec", runAccounts),
  ].map { (kind: ResourceKind, pod: String, account: [String]) in
    PodShape(
      kind: kind, pod: pod,
      parts: [
        PodShape.Part(role: .app, path: "steps[]", arguments: ["script"], defaults: "stepTemplate"),
        PodShape.Part(role: .sidecar, path: "sidecars[]", arguments: ["script"]),
      ], volumes: ["volumes"], account: account, runsOnce: true, isStep: true, runsInTurn: true)
  }

private let runAccounts = ["/spec.taskRunTemplate.serviceAccountName", "/spec.serviceAccountName"]
