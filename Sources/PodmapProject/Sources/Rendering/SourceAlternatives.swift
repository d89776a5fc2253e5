internal import PodmapManifests

/// Rendered sources that make the same objects, though from different files: of each set, one is drawn.
struct SourceAlternatives {
  /// A source that may be drawn, with what it makes.
  struct Member {
    var group: CandidatePlan.Group
    /// The one of the group that may be drawn; `nil` if it isn't clear which.
    var folder: RenderedFolder?
    var rendering: SourceRendering
    var objects: CandidateObjects

    /// Whether all of it was read.
    var isWhole: Bool { !rendering.diagnostics.contains { $0.severity == .error } }
  }

  /// The sets, in the order of their first members.
  private(set) var sets: [[Member]] = []

  init(_ members: [Member]) {
    for member in members {
      let alike = sets.indices.filter { sets[$0].contains { $0.objects.isAlternative(to: member.objects) } }
      guard let first = alike.first else {
        sets.append([member])
        continue
      }
      sets[first].append(member)
      // It may be what two sets have in common.
      for other in alike.dropFirst().reversed() {
        sets[first] += sets[other]
        sets.remove(at: other)
      }
    }
  }

  /// What is drawn of a set, and why, after "because"; `nil` if that is not clear.
  static func choice(of set: [Member], _ settings: SourceSettings) -> (member: Member, reason: String)? {
    let all = group(of: set)
    var clear = set.filter { $0.folder != nil }
    if set.count == 1 { return clear.first.map { ($0, all.reason) } }
    guard settings.choosesVariant else { return nil }
    if let usual = all.usual, let member = clear.first(where: { $0.folder?.path == usual.path }) {
      return (member, all.reason)
    }
    // What could only be read in part comes last.
    let whole = clear.filter(\.isWhole)
    if !whole.isEmpty { clear = whole }
    if clear.count == 1 { return (clear[0], "it is the only one that can be drawn without a choice") }
    let complete = clear.filter { one in set.allSatisfy { one.objects.contains(all: $0.objects) } }
    if complete.count == 1 { return (complete[0], "it has all the objects of the others") }
    let plain = clear.filter { $0.folder?.isChart == false }
    if plain.count == 1 { return (plain[0], "it needs no values") }
    return nil
  }

  /// All sources that a set stands for.
  static func group(of set: [Member]) -> CandidatePlan.Group {
    CandidatePlan.Group(members: set.flatMap(\.group.members))
  }
}
