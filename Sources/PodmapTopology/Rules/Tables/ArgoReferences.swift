import PodmapManifests

/// References of argoproj.io objects. The cluster and the repository that an Application names are not objects.
let argoReferences: [ReferenceRule] =
  [
    ReferenceRule("Application.argoproj.io", "spec.project", to: "AppProject.argoproj.io", .uses, need: .optional),
    ReferenceRule("Application.argoproj.io", "spec.destination.namespace", to: "Namespace", .uses, need: .optional),
    ReferenceRule(
      "ApplicationSet.argoproj.io", "spec.template.spec.project", to: "AppProject.argoproj.io", .uses, need: .optional),
    ReferenceRule("ApplicationSet.argoproj.io", "spec.generators[].plugin.configMapRef.name", to: "ConfigMap", .uses),
    ReferenceRule("Rollout.argoproj.io", "spec.workloadRef.name", to: .beside(), .uses),
    ReferenceRule("WorkflowTemplate.argoproj.io", "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule(
      "ClusterWorkflowTemplate.argoproj.io", "spec.serviceAccountName", to: "ServiceAccount", .runsAs, need: .onlyKnown),
    ReferenceRule("CronWorkflow.argoproj.io", "spec.workflowSpec.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule("Sensor.argoproj.io", "spec.eventBusName", to: "EventBus.argoproj.io", .uses),
    ReferenceRule("EventSource.argoproj.io", "spec.eventBusName", to: "EventBus.argoproj.io", .uses),
    ReferenceRule(
      "Sensor.argoproj.io", "spec.dependencies[].eventSourceName", to: "EventSource.argoproj.io", .uses,
      label: ["spec.dependencies[].eventName"]),
    ReferenceRule("Sensor.argoproj.io", "spec.template.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule("EventSource.argoproj.io", "spec.template.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule("Workflow.argoproj.io", "spec.serviceAccountName", to: "ServiceAccount", .runsAs),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.nginx.stableIngress", to: "Ingress", .uses),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.nginx.stableIngresses[]", to: "Ingress", .uses),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.istio.virtualServices[].name",
      to: "VirtualService.networking.istio.io", .uses),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.alb.rootService", to: "Service", .uses),
    ReferenceRule("Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.alb.ingress", to: "Ingress", .uses),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.istio.virtualService.name",
      to: "VirtualService.networking.istio.io", .uses),
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.canary.trafficRouting.istio.destinationRule.name",
      to: "DestinationRule.networking.istio.io", .uses),
  ]
  + [
    "canary.canaryService", "canary.stableService", "canary.pingPong.pingService", "canary.pingPong.pongService",
    "blueGreen.activeService", "blueGreen.previewService",
  ].map {
    ReferenceRule("Rollout.argoproj.io", "spec.strategy.\($0)", to: "Service", .uses)
  }
  + [
    "canary.analysis.templates[]", "canary.steps[].analysis.templates[]", "canary.steps[].experiment.analyses[]",
    "blueGreen.prePromotionAnalysis.templates[]", "blueGreen.postPromotionAnalysis.templates[]",
  ].map {
    ReferenceRule(
      "Rollout.argoproj.io", "spec.strategy.\($0).templateName",
      to: .kindOrClusterKind("AnalysisTemplate.argoproj.io"), .uses)
  }
  + [
    ("Workflow.argoproj.io", "spec"), ("WorkflowTemplate.argoproj.io", "spec"),
    ("ClusterWorkflowTemplate.argoproj.io", "spec"), ("CronWorkflow.argoproj.io", "spec.workflowSpec"),
  ].flatMap { (kind: ResourceKind, spec: String) in
    [
      "workflowTemplateRef.name", "templates[].steps[][].templateRef.name", "templates[].dag.tasks[].templateRef.name",
    ].map { ReferenceRule(kind, "\(spec).\($0)", to: .kindOrClusterKind("WorkflowTemplate.argoproj.io"), .uses) }
      + [
        ReferenceRule(kind, "\(spec).imagePullSecrets[].name", to: "Secret", .uses),
        ReferenceRule(kind, "\(spec).templates[].serviceAccountName", to: "ServiceAccount", .runsAs),
        ReferenceRule(
          kind, "\(spec).arguments.parameters[].valueFrom.configMapKeyRef.name", to: "ConfigMap", .reads),
        ReferenceRule(
          kind, "\(spec).templates[].inputs.parameters[].valueFrom.configMapKeyRef.name", to: "ConfigMap", .reads),
        ReferenceRule(
          kind, "\(spec).volumeClaimTemplates[].spec.storageClassName", to: "StorageClass", .claims),
        ReferenceRule(kind, "\(spec).artifactRepositoryRef.configMap", to: "ConfigMap", .reads),
        ReferenceRule(kind, "\(spec).synchronization.semaphore.configMapKeyRef.name", to: "ConfigMap", .reads),
        ReferenceRule(kind, "\(spec).volumes[].persistentVolumeClaim.claimName", to: "PersistentVolumeClaim", .mounts),
        ReferenceRule(kind, "\(spec).volumes[].configMap.name", to: "ConfigMap", .mounts),
        ReferenceRule(kind, "\(spec).volumes[].secret.secretName", to: "Secret", .mounts),
      ]
  }
