import PodmapManifests

/// Fields that every object has (meta/v1 `ObjectMeta`). An owner that is not in the input is nothing that anybody
/// has to write, so it is left out.
let ownerReferences: [ReferenceRule] = [
  {
    var rule = ReferenceRule(
      from: .anyObject, path: "metadata.ownerReferences[].name", to: .kindBesideName(default: nil), edge: .owns)
    rule.need = .onlyKnown
    rule.isReversed = true
    return rule
  }()
]
