import PodmapManifests
import PodmapTopology

/// Pods that NetworkPolicies isolate on one side only. Containers that have moved to other pods are compared where they
/// run now.
struct IsolationChanges {
  private let comparison: Comparison
  private let names: ObjectWords
  private let isolation: (left: Isolation, right: Isolation)

  init(_ comparison: Comparison) {
    self.comparison = comparison
    names = ObjectWords(comparison.left, comparison.right)
    isolation = (Isolation(comparison.left), Isolation(comparison.right))
  }

  private struct Move: Hashable {
    var from: Int
    var to: Int
  }

  var all: [PolicyChange] {
    var moves: [Move: [Match]] = [:]
    for match in comparison.matches where comparison.right.containers[match.right].container.isRunning {
      let move = Move(
        from: comparison.left.containers[match.left].pod, to: comparison.right.containers[match.right].pod)
      moves[move, default: []].append(match)
    }
    return moves.sorted { ($0.key.to, $0.key.from) < ($1.key.to, $1.key.from) }.flatMap { move, matches in
      [change(of: move, matches, isLost: true), change(of: move, matches, isLost: false)].compactMap(\.self)
    }
  }

  private func change(of move: Move, _ matches: [Match], isLost: Bool) -> PolicyChange? {
    let directions = NetworkPolicy.Direction.allCases.filter { direction in
      let (own, other) = (
        isolation.left.of(move.from, direction).isEmpty, isolation.right.of(move.to, direction).isEmpty
      )
      return isLost ? !own && other : own && !other
    }
    guard !directions.isEmpty else { return nil }
    let layout = comparison[isLost ? .left : .right]
    let causes = directions.flatMap {
      isLost ? isolation.left.of(move.from, $0) : isolation.right.of(move.to, $0)
    }
    let policies = causes.map(\.policy).uniqued.map { names.object($0, of: layout) }.enumerated()
    let effect = directions.map { $0 == .ingress ? Sentence("who may call it") : "what it may call" }.enumerated()
    let isPod = comparison.pods.rightOfLeft[move.from] == move.to
    let subject =
      isPod
      ? names.pod(move.to, of: comparison.right)
      : matches.map { names.container($0.right, of: comparison.right) }.enumerated()
    let ids =
      isPod
      ? (comparison.left.pods[move.from].id, comparison.right.pods[move.to].id)
      : (comparison.left.containers[matches[0].left].id, comparison.right.containers[matches[0].right].id)
    let evidence = causes.flatMap(\.evidence).uniqued
    return PolicyChange(
      kind: isLost ? .isolationLost : .isolationGained, left: ids.0, right: ids.1,
      directions: directions.map(\.rawValue), policies: causes.map(\.id).uniqued,
      sentence: isLost
        ? "\(subject): no NetworkPolicy limits \(effect) any longer; before, \(policies) did"
        : "\(subject): \(policies) now limits \(effect)",
      evidence: isLost
        ? comparison.right.nameEvidence(ofPod: move.to).map { SidedEvidence(side: .right, evidence: $0) }
          + evidence.map { SidedEvidence(side: .left, evidence: $0) }
        : evidence.map { SidedEvidence(side: .right, evidence: $0) })
  }
}

extension Layout {
  /// The name of an object, as evidence that it exists.
  func nameEvidence(of node: Int) -> [Evidence] {
    [sources.root(of: topology.owner(of: node))?["metadata"]?["name"]?.evidence].compactMap(\.self)
  }

  func nameEvidence(ofPod pod: Int) -> [Evidence] { nameEvidence(of: pods[pod].owner) }
}
