import PodmapManifests

extension LivePods {
  /// Reads the status of a pod (core/v1 `PodStatus`); `nil` if it says nothing unusual.
  init?(_ resource: Resource) {
    guard resource.kind == .pod else { return nil }
    self.init()
    let status = resource.root["status"]
    let phase = status?["phase"]?.text
    if phase == "Failed" || phase == "Succeeded" { end = status?["reason"]?.text ?? phase }
    if resource.root.at("metadata", "deletionTimestamp")?.text != nil { terminating = 1 }
    if end == nil {
      let lists = ["initContainerStatuses", "containerStatuses"]
      for container in lists.flatMap({ status?[$0]?.items ?? [] }) {
        guard let reason = container.at("state", "waiting", "reason")?.text, Self.remedies[reason] != nil else {
          continue
        }
        failing.append(Failing(container: container["name"]?.text ?? "", reason: reason))
      }
    }
    if isEmpty { return nil }
  }

  /// The reasons for which the kubelet keeps a container waiting that don't pass on their own, and what to do.
  /// https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/
  static let remedies: [String: String] = [
    "ErrImagePull": "its image can't be pulled: check its name, and the pull Secret",
    "ImagePullBackOff": "its image can't be pulled: check its name, and the pull Secret",
    "InvalidImageName": "the name of its image is invalid: correct it",
    "ErrImageNeverPull": "its image is not on the node, and may not be pulled: change imagePullPolicy",
    "CrashLoopBackOff": "it keeps exiting: look at its logs",
    "CreateContainerConfigError": "a ConfigMap, a Secret or a key that it needs is missing: add it",
    "CreateContainerError": "the runtime can't create it: look at the events of the pod",
    "RunContainerError": "the runtime can't start it: look at the events of the pod",
  ]
}
