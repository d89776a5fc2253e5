import PodmapManifests

/// References of autoscaling/v2 objects.
let autoscalingReferences: [ReferenceRule] = [
  ReferenceRule(
    from: .object(.horizontalPodAutoscaler), path: "spec.scaleTargetRef.name",
    to: .kindBesideName(default: nil), edge: .scales)
]
