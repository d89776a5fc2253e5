import PodmapManifests

/// References of autoscaling/v2 objects, and of the vertical autoscaler, which is installed separately.
let autoscalingReferences: [ReferenceRule] = [
  ReferenceRule(
    from: .object(.horizontalPodAutoscaler), path: "spec.scaleTargetRef.name",
    to: .kindBesideName(default: nil), edge: .scales),
  ReferenceRule(.horizontalPodAutoscaler, "spec.metrics[].object.describedObject.name", to: .beside(), .uses),
  ReferenceRule(.horizontalPodAutoscaler, "spec.metrics[].object.target.name", to: .beside(), .uses),
  ReferenceRule("VerticalPodAutoscaler.autoscaling.k8s.io", "spec.targetRef.name", to: .beside(), .scales),
  ReferenceRule(
    "VerticalPodAutoscaler.autoscaling.k8s.io", "spec.recommenders[].name",
    to: "VerticalPodAutoscalerRecommender.autoscaling.k8s.io", .uses, need: .onlyKnown),
]
