import PodmapManifests

/// Services and claims of batch work, machine learning and virtual machines.
let computeProvisions: [Provision] = joined([
  made("Service.serving.knative.dev", services: [""]),
  made("Route.serving.knative.dev", services: [""]),
  made("InferenceService.serving.kserve.io", services: ["", "-predictor", "-predictor-default", "-transformer"]),
  made("RayCluster.ray.io", services: ["-head-svc", "-headless"]),
  made("RayService.ray.io", services: ["-head-svc", "-serve-svc"]),
  made("FlinkDeployment.flink.apache.org", services: ["", "-rest"]),
  made("SparkApplication.sparkoperator.k8s.io", services: ["-ui-svc", "-driver-svc"]),
  made("DaskCluster.kubernetes.dask.org", services: ["-scheduler"]),
  made("Notebook.kubeflow.org", services: [""]),
  made("LeaderWorkerSet.leaderworkerset.x-k8s.io", services: [""]),
  [
    Provision("JobSet.jobset.x-k8s.io", .service, "{name}"),
    Provision("JobSet.jobset.x-k8s.io", .service, "{spec.network.subdomain}"),
    Provision("PyTorchJob.kubeflow.org", .service, "{name}-master-{index}"),
    Provision("PyTorchJob.kubeflow.org", .service, "{name}-worker-{index}"),
    Provision("TFJob.kubeflow.org", .service, "{name}-worker-{index}"),
    Provision("TFJob.kubeflow.org", .service, "{name}-ps-{index}"),
    Provision("TFJob.kubeflow.org", .service, "{name}-chief-{index}"),
    Provision("MPIJob.kubeflow.org", .service, "{name}"),
    Provision("DataVolume.cdi.kubevirt.io", .persistentVolumeClaim, "{name}"),
    Provision("VirtualMachine.kubevirt.io", .persistentVolumeClaim, "{spec.dataVolumeTemplates[].metadata.name}"),
    Provision(
      "VirtualMachine.kubevirt.io", "DataVolume.cdi.kubevirt.io", "{spec.dataVolumeTemplates[].metadata.name}"),
    Provision("VolumeReplicationGroup.ramendr.openshift.io", .persistentVolumeClaim, "{name}"),
    Provision("Workflow.argoproj.io", .persistentVolumeClaim, "{name}-{spec.volumeClaimTemplates[].metadata.name}"),
  ],
])
