import PodmapManifests

extension Finding {
  /// Containers of live pods that the kubelet can't run, according to the status of the pods.
  static let failingContainers = Finding("failing containers") { builder in
    builder.objects.flatMap { object -> [Diagnostic] in
      guard case .workload(let workload) = object.facts, let live = workload.live.value else { return [] }
      return live.failing.map { .failing($0, object, object.failingPlace ?? object.resource.place) }
    }
  }
}

extension Diagnostic {
  fileprivate static func failing(_ failing: LivePods.Failing, _ object: ObjectDescription, _ place: Place)
    -> Diagnostic
  {
    let pods = failing.pods == 1 ? "" : " in \(failing.pods) pods"
    return Diagnostic(
      .warning, at: place, topic: .failingContainer, about: [object.id.text],
      "the container '\(failing.container.shortened())' of \(object.words) can't run\(pods) (\(failing.reason)): "
        + (LivePods.remedies[failing.reason] ?? "look at its events"))
  }
}
