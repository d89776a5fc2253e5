/// Argo CD, Argo Workflows, Argo Rollouts and Argo Events.
let argoKinds: [KnownKind] = [
  KnownKind("Application.argoproj.io", "applications", ["app", "apps"], .namespaced),
  KnownKind("ApplicationSet.argoproj.io", "applicationsets", ["appset", "appsets"], .namespaced),
  KnownKind("AppProject.argoproj.io", "appprojects", ["appproj", "appprojs"], .namespaced),
  KnownKind("Workflow.argoproj.io", "workflows", ["wf"], .namespaced, icon: .job),
  KnownKind("CronWorkflow.argoproj.io", "cronworkflows", ["cwf", "cronwf"], .namespaced, icon: .cronJob),
  KnownKind("WorkflowTemplate.argoproj.io", "workflowtemplates", ["wftmpl"], .namespaced),
  KnownKind(
    "ClusterWorkflowTemplate.argoproj.io", "clusterworkflowtemplates", ["clusterwftmpl", "cwft"], .cluster),
  KnownKind("Rollout.argoproj.io", "rollouts", ["ro"], .namespaced, icon: .deployment),
  KnownKind("AnalysisTemplate.argoproj.io", "analysistemplates", ["at"], .namespaced),
  KnownKind("ClusterAnalysisTemplate.argoproj.io", "clusteranalysistemplates", ["cat"], .cluster),
  KnownKind("EventBus.argoproj.io", "eventbus", ["eb"], .namespaced),
  KnownKind("EventSource.argoproj.io", "eventsources", ["es"], .namespaced),
  KnownKind("Sensor.argoproj.io", "sensors", ["sn"], .namespaced),
]
