import PodmapManifests
import PodmapTopology

/// Finds which containers of two layouts are the same, even if they have moved to another pod.
struct ContainerMatcher {
  private let left: [Layout.Member]
  private let right: [Layout.Member]
  private var isTakenLeft: [Bool]
  private var isTakenRight: [Bool]
  private(set) var matches: [Match] = []

  init(_ left: Layout, _ right: Layout, objects: ObjectPairs, settled: [SettledMatch]) {
    (self.left, self.right) = (left.containers, right.containers)
    isTakenLeft = [Bool](repeating: false, count: left.containers.count)
    isTakenRight = [Bool](repeating: false, count: right.containers.count)
    for pair in settled {
      take(Match(left: pair.left, right: pair.right, strength: .certain, reasons: ["as you specified"]))
    }
    matchSameObjects(left, right, objects)
    if matches.count < max(self.left.count, self.right.count) { matchByScore() }
    matches.sort { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  private mutating func take(_ match: Match) {
    isTakenLeft[match.left] = true
    isTakenRight[match.right] = true
    matches.append(match)
  }

  /// Matches containers with the same name in the same object. The object's ID is the same too, unless the cluster
  /// generates its name.
  private mutating func matchSameObjects(_ leftLayout: Layout, _ rightLayout: Layout, _ objects: ObjectPairs) {
    struct Place: Hashable {
      var owner: Int
      var name: Substring
    }
    func place(_ member: Layout.Member, _ layout: Layout) -> Place {
      let owner = layout.pods[member.pod].owner
      return Place(owner: owner, name: member.id.dropFirst(layout.topology.nodes[owner].id.text.count))
    }
    let positions = Dictionary(right.enumerated().map { (place($1, rightLayout), $0) }) { first, _ in first }
    for (position, member) in left.enumerated() where !isTakenLeft[position] {
      let own = place(member, leftLayout)
      guard let owner = objects.rightOfLeft[own.owner], let other = positions[Place(owner: owner, name: own.name)],
        !isTakenRight[other]
      else { continue }
      let reason = member.id == right[other].id ? "same ID" : "same name in the same object"
      take(Match(left: position, right: other, strength: .certain, reasons: [reason]))
    }
  }

  private struct Candidate {
    var left: Int
    var right: Int
    var score: MatchScore
  }

  /// Matches the best pair first; among equals, the first by ID.
  private mutating func matchByScore() {
    let counts = MatchCounts(left, right)
    let candidates = pairs().compactMap { pair -> Candidate? in
      let score = MatchScore(left[pair.0], right[pair.1], counts)
      return score.points < MatchScore.least ? nil : Candidate(left: pair.0, right: pair.1, score: score)
    }.sorted { ($1.score.points, $0.left, $0.right) < ($0.score.points, $1.left, $1.right) }
    let (ofLeft, ofRight) = (
      Dictionary(grouping: candidates, by: \.left), Dictionary(grouping: candidates, by: \.right)
    )
    for candidate in candidates where !isTakenLeft[candidate.left] && !isTakenRight[candidate.right] {
      let points = candidate.score.points
      let rivals =
        (ofLeft[candidate.left] ?? []).filter {
          $0.right != candidate.right && !isTakenRight[$0.right] && $0.score.points == points
        }.map { right[$0.right].id }
        + (ofRight[candidate.right] ?? []).filter {
          $0.left != candidate.left && !isTakenLeft[$0.left] && $0.score.points == points
        }.map { left[$0.left].id }
      var reasons = candidate.score.reasons
      if let rival = rivals.first {
        reasons.append("but \(rival) fits just as well" + (rivals.count > 1 ? ", and \(rivals.count - 1) more" : ""))
      }
      let strength: Match.Strength =
        if !rivals.isEmpty || points < MatchScore.likely {
          .doubtful
        } else if points >= MatchScore.certain, candidate.score.hasSameName {
          .certain
        } else {
          .likely
        }
      take(Match(left: candidate.left, right: candidate.right, strength: strength, reasons: reasons))
    }
  }

  /// The pairs that have something in common that few others have, each once.
  private func pairs() -> [(Int, Int)] {
    var found: Set<[Int]> = []
    func join(_ key: (Layout.Member) -> [String]) {
      func index(_ members: [Layout.Member], _ isTaken: [Bool]) -> [String: [Int]] {
        var positions: [String: [Int]] = [:]
        for position in members.indices where !isTaken[position] {
          for word in Set(key(members[position])) where !word.isEmpty { positions[word, default: []].append(position) }
        }
        return positions
      }
      let others = index(right, isTakenRight)
      for (word, positions) in index(left, isTakenLeft) {
        guard let candidates = others[word], max(positions.count, candidates.count) <= Limit.commonWords.value else {
          continue
        }
        for own in positions { for other in candidates { found.insert([own, other]) } }
      }
    }
    join { [$0.container.name, $0.ownerName] }
    join { [ImageName($0.container.image).last] }
    join { ["\($0.ownerName)/\($0.container.name)"] }
    join { $0.traits.command.isEmpty ? [] : [$0.traits.command.joined(separator: "\u{0}")] }
    join { Array($0.traits.objects) }
    return found.map { ($0[0], $0[1]) }
  }
}
