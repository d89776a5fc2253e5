import PodmapManifests
import PodmapTopology

/// Groups the changes of a comparison by the workload that they are about.
struct WorkloadChanges {
  private let comparison: Comparison
  private let names: ObjectWords
  /// The changes by the ID of what they are about.
  private let changes: [String: [Change]]
  /// Positions of matched containers on the other side.
  private let partners: (ofLeft: [Int: Int], ofRight: [Int: Int])

  init(_ comparison: Comparison) {
    self.comparison = comparison
    names = ObjectWords(comparison.left, comparison.right)
    changes = Dictionary(grouping: comparison.changes.filter { $0.target == nil }, by: \.subject)
    partners = (
      Dictionary(comparison.matches.map { ($0.left, $0.right) }) { first, _ in first },
      Dictionary(comparison.matches.map { ($0.right, $0.left) }) { first, _ in first }
    )
  }

  var all: [WorkloadChange] {
    let (left, right) = (comparison.left, comparison.right)
    return comparison.pods.onlyLeft.map { pod in
      WorkloadChange(
        kind: .removed, left: left.pods[pod].id, name: names.pod(pod, of: left),
        parts: ["removed"] + movedAway(from: pod), evidence: evidence(pod, .left))
    }
      + comparison.pods.onlyRight.map { pod in
        WorkloadChange(
          kind: .added, right: right.pods[pod].id, name: names.pod(pod, of: right),
          parts: ["new, \(right.pods[pod].scale.words)"] + arrivals(in: pod) + added(to: pod),
          evidence: evidence(pod, .right))
      }
      + comparison.pods.pairs.compactMap(change)
  }

  private func change(_ pair: PodPairs.Pair) -> WorkloadChange? {
    let (left, right) = (comparison.left, comparison.right)
    let (old, new) = (left.pods[pair.left], right.pods[pair.right])
    let moves = arrivals(in: pair.right) + movedAway(from: pair.left)
    let others = removed(from: pair.left) + added(to: pair.right)
    let ids = [new.id] + (new.template.name == nil ? [] : [right.topology.nodes[new.owner].id.text])
    let own = ids.uniqued.flatMap { changes[$0] ?? [] }
    let all = [changed(own, of: nil)] + new.containers.map(changed)
    let (major, minor) = (all.flatMap(\.major), all.flatMap(\.minor))
    let details = moves + others + major + minor
    guard !details.isEmpty else { return nil }
    return WorkloadChange(
      kind: !moves.isEmpty || !others.isEmpty ? .regrouped : major.isEmpty ? .changed : .updated,
      left: old.id, right: new.id, name: names.pod(pair.right, of: right), parts: details,
      evidence: evidence(pair.right, .right))
  }

  // MARK: - Containers that come and go

  private func movedAway(from pod: Int) -> [Sentence] {
    comparison.left.pods[pod].containers.compactMap { position in
      guard let new = partners.ofLeft[position] else { return nil }
      let goal = comparison.right.containers[new].pod
      guard comparison.pods.rightOfLeft[pod] != goal else { return nil }
      let name = comparison.left.containers[position].container.name
      return "container \(name) moved to \(names.pod(goal, of: comparison.right))"
    }
  }

  private func arrivals(in pod: Int) -> [Sentence] {
    comparison.right.pods[pod].containers.compactMap { position in
      guard let old = partners.ofRight[position] else { return nil }
      let origin = comparison.left.containers[old].pod
      guard comparison.pods.rightOfLeft[origin] != pod else { return nil }
      let name = comparison.right.containers[position].container.name
      return "container \(name) moved here from \(names.pod(origin, of: comparison.left))"
    }
  }

  private func removed(from pod: Int) -> [Sentence] {
    comparison.left.pods[pod].containers.filter { partners.ofLeft[$0] == nil }.map { position in
      "container \(comparison.left.containers[position].container.name) removed"
    }
  }

  private func added(to pod: Int) -> [Sentence] {
    comparison.right.pods[pod].containers.filter { partners.ofRight[$0] == nil }.map { position in
      let container = comparison.right.containers[position].container
      return "container \(container.name) added" + (container.image.isEmpty ? "" : " (\(container.image))")
    }
  }

  // MARK: - Changes

  private typealias Details = (major: [Sentence], minor: [Sentence])

  private func changed(_ position: Int) -> Details {
    let member = comparison.right.containers[position]
    // The only container of a pod needs no name.
    let isAlone = comparison.right.pods[member.pod].containers.count == 1
    return changed(changes[member.id] ?? [], of: isAlone ? nil : member.container.name)
  }

  /// Images, replicas and names with their values; other changes by what they are about.
  private func changed(_ changes: [Change], of container: String?) -> Details {
    let start: Sentence = container.map { "container \($0): " } ?? ""
    var found: [Sentence] = []
    var others: [Sentence] = []
    for change in changes {
      switch change.kind {
      case .containerMoved, .containerAdded, .containerRemoved, .workloadAdded, .workloadRemoved: continue
      case .imageChanged, .replicasChanged, .scheduleChanged, .workloadRenamed, .workloadKindChanged, .containerRenamed,
        .roleChanged:
        found.append("\(start)\(change.what) \(change.from.first ?? "none") → \(change.to.first ?? "none")")
      default: others.append(change.what)
      }
    }
    return (found, others.isEmpty ? [] : [start + others.uniqued.enumerated() + " changed"])
  }

  private func evidence(_ pod: Int, _ side: Side) -> [SidedEvidence] {
    let layout = comparison[side]
    return layout.nameEvidence(ofPod: pod).map { SidedEvidence(side: side, evidence: $0) }
  }
}

extension Workload.Scale {
  /// "3 pods"; a schedule is a text from a manifest.
  fileprivate var words: Sentence { Sentence(isSchedule ? .name(text) : .words(text)) }
}

extension Change {
  /// "image", "replicas", "environment"
  fileprivate var what: Sentence {
    var words = kind.words.description
    if words.hasSuffix(" changed") { words.removeLast(8) }
    return Sentence(.words(words))
  }
}
