import PodmapManifests

/// References of tekton.dev objects: https://tekton.dev/docs/pipelines/
let tektonReferences: [ReferenceRule] = pipelineReferences + runReferences + workspaceReferences + triggerReferences

private let pipelineReferences: [ReferenceRule] =
  [("Pipeline.tekton.dev", "spec"), ("PipelineRun.tekton.dev", "spec.pipelineSpec")].flatMap {
    (kind: ResourceKind, spec: String) in
    ["tasks", "finally"].map {
      ReferenceRule(
        kind, "\(spec).\($0)[].taskRef.name", to: .beside("Task.tekton.dev"), .uses, label: ["\(spec).\($0)[].name"])
    }
  }

private let runReferences: [ReferenceRule] =
  [
    ReferenceRule("TaskRun.tekton.dev", "spec.taskRef.name", to: .beside("Task.tekton.dev"), .uses),
    ReferenceRule("PipelineRun.tekton.dev", "spec.pipelineRef.name", to: "Pipeline.tekton.dev", .uses),
    ReferenceRule("PipelineRun.tekton.dev", "spec.taskRunTemplate.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule("PipelineRun.tekton.dev", "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule("PipelineRun.tekton.dev", "spec.taskRunSpecs[].serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule(
      "PipelineRun.tekton.dev", "spec.taskRunSpecs[].taskServiceAccountName", to: "ServiceAccount", .runsAs),
  ]

private let workspaceReferences: [ReferenceRule] =
  ["TaskRun.tekton.dev", "PipelineRun.tekton.dev"].flatMap { (kind: ResourceKind) -> [ReferenceRule] in
    let fields: [(String, ReferenceRule.Target)] = [
      ("persistentVolumeClaim.claimName", "PersistentVolumeClaim"), ("configMap.name", "ConfigMap"),
      ("secret.secretName", "Secret"), ("projected.sources[].configMap.name", "ConfigMap"),
      ("projected.sources[].secret.name", "Secret"),
      ("volumeClaimTemplate.spec.storageClassName", "StorageClass"),
    ]
    return fields.map { field, target in
      ReferenceRule(kind, "spec.workspaces[].\(field)", to: target, .mounts, label: ["spec.workspaces[].name"])
    }
  }

private let triggerReferences: [ReferenceRule] =
  [
    ("EventListener.triggers.tekton.dev", "spec.triggers[]"), ("Trigger.triggers.tekton.dev", "spec"),
  ].flatMap { (kind: ResourceKind, trigger: String) in
    [
      ReferenceRule(kind, "\(trigger).bindings[].ref", to: .beside("TriggerBinding.triggers.tekton.dev"), .uses),
      ReferenceRule(kind, "\(trigger).template.ref", to: "TriggerTemplate.triggers.tekton.dev", .uses),
      ReferenceRule(
        kind, "\(trigger).interceptors[].ref.name", to: .beside("ClusterInterceptor.triggers.tekton.dev"), .uses,
        need: .onlyKnown),
    ]
  }
  + [
    ReferenceRule(
      "EventListener.triggers.tekton.dev", "spec.triggers[].triggerRef", to: "Trigger.triggers.tekton.dev", .uses),
    ReferenceRule("EventListener.triggers.tekton.dev", "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
  ]
