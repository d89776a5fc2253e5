import PodmapManifests
import PodmapTopology

/// The pods of a namespace before and after a merge: which ones selectors matched, and which they match afterwards.
struct MergedPods {
  let target: MergeTarget
  /// The labels of the members' pods, in their order.
  private let before: [[String: String]]
  /// The labels of the merged pod.
  private let after: [String: String]
  /// The labels of all other pods in the namespace.
  private let strangers: [[String: String]]

  init(_ members: [MergeMember], _ target: MergeTarget, others: [Node]) {
    self.target = target
    before = members.map(\.podLabels)
    after = Dictionary(target.podLabels.compactMap { field in field.value.text.map { (field.key, $0) } }) { $1 }
    strangers = others.flatMap { node in
      (node.workload?.templates ?? []).map { Dictionary($0.labels.map { ($0.key, $0.value) }) { $1 } }
    }
  }

  /// How a selector relates to the merge.
  struct Choice {
    /// The members that it matched.
    var members: [Int]
    /// Whether it already matches the merged pod.
    var matchesMerged: Bool
    /// Whether it also matches other pods.
    var matchesOthers: Bool
    /// Whether it matches everything, whatever the labels.
    var isOfAll: Bool
  }

  func choice(_ selector: DraftSelector) -> Choice {
    Choice(
      members: before.indices.filter { selector.matches(before[$0]) }, matchesMerged: selector.matches(after),
      matchesOthers: strangers.contains(where: selector.matches), isOfAll: selector.matches([:]))
  }

  /// A selector that matches the merged pod and replaces another one.
  func following(_ draft: Draft, isPlain: Bool) -> Draft {
    var new = isPlain ? target.selectorFields : ["matchLabels": target.selectorFields]
    (new.comments, new.remark) = (draft.comments, draft.remark)
    let lost = draft.allComments.filter { !new.comments.contains($0) && $0 != new.remark }
    new.comments += lost
    return new
  }
}
