import PodmapManifests

/// Fields that every object has (meta/v1 `ObjectMeta`). An owner that isn't in the input need not be, so it is omitted.
let ownerReferences: [ReferenceRule] = [
  {
    var rule = ReferenceRule(
      from: .anyObject, path: "metadata.ownerReferences[].name", to: .kindBesideName(default: nil), edge: .owns)
    rule.need = .onlyKnown
    rule.isReversed = true
    return rule
  }()
]
