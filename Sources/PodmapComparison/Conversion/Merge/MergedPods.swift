import PodmapManifests
import PodmapTopology

/// The pods of a namespace before and after a merge: what selectors picked, and what they pick then.
struct MergedPods {
  let target: MergeTarget
  /// The labels of the members' pods, in their order.
  private let before: [[String: String]]
  /// The labels of the merged pod.
  private let after: [String: String]
  /// The labels of all other pods of the namespace.
  private let strangers: [[String: String]]

  init(_ members: [MergeMember], _ target: MergeTarget, others: [Node]) {
    self.target = target
    before = members.map(\.podLabels)
    after = Dictionary(target.podLabels.compactMap { field in field.value.text.map { (field.key, $0) } }) { $1 }
    strangers = others.flatMap { node in
      (node.workload?.templates ?? []).map { Dictionary($0.labels.map { ($0.key, $0.value) }) { $1 } }
    }
  }

  /// What a selector has to do with the merge.
  struct Choice {
    /// The members that it picked.
    var members: [Int]
    /// Whether it picks the merged pod as it stands.
    var picksMerged: Bool
    /// Whether it picks other pods too.
    var picksOthers: Bool
    /// Whether it picks everything, whatever its labels.
    var isOfAll: Bool
  }

  func choice(_ selector: DraftSelector) -> Choice {
    Choice(
      members: before.indices.filter { selector.picks(before[$0]) }, picksMerged: selector.picks(after),
      picksOthers: strangers.contains(where: selector.picks), isOfAll: selector.picks([:]))
  }

  /// A selector that picks the merged pod, in place of another one.
  func following(_ draft: Draft, isPlain: Bool) -> Draft {
    var new = isPlain ? target.selectorFields : ["matchLabels": target.selectorFields]
    (new.comments, new.remark) = (draft.comments, draft.remark)
    let lost = draft.allComments.filter { !new.comments.contains($0) && $0 != new.remark }
    new.comments += lost
    return new
  }
}
