import PodmapDiagrams

/// What a reviewer must know first, as JSON.
extension ComparisonJSON {
  /// The lists, each with its key.
  static func lists(of review: Review) -> [String] {
    [
      list("exposure", review.exposure) { change, object in
        object.add("kind", change.kind.rawValue)
        object.add("left", change.left)
        object.add("right", change.right)
        object.add("sentence", change.sentence.plain)
        object.add("requests", change.doors) { door, object in
          object.add("side", door.side.rawValue)
          object.add("request", door.request)
          object.add("services", door.services)
          object.add("targets", door.targets)
        }
        object.add("evidence", change.evidence) { describe($0, &$1) }
      },
      list("policies", review.policies) { change, object in
        object.add("kind", change.kind.rawValue)
        object.add("left", change.left)
        object.add("right", change.right)
        object.add("called", change.called)
        object.add("directions", change.directions)
        object.add("policies", change.policies)
        object.add("sentence", change.sentence.plain)
        object.add("evidence", change.evidence) { describe($0, &$1) }
      },
      list("workloads", review.workloads) { change, object in
        object.add("kind", change.kind.rawValue)
        object.add("left", change.left)
        object.add("right", change.right)
        object.add("what", change.parts.map(\.plain))
        object.add("evidence", change.evidence) { describe($0, &$1) }
      },
    ]
  }
}
