import PodmapManifests
import PodmapTopology

/// Says in one sentence what happened to openings, and where that is written.
struct ExposureWords {
  private let comparison: Comparison
  private let names: ObjectWords
  private let nodes: NodePairs
  /// The containers of each side by their positions in its topology.
  private let members: (left: [Int: Int], right: [Int: Int])

  init(_ comparison: Comparison) {
    self.comparison = comparison
    names = ObjectWords(comparison.left, comparison.right)
    nodes = NodePairs(comparison)
    func members(_ layout: Layout) -> [Int: Int] {
      Dictionary(layout.containers.enumerated().map { ($1.node, $0) }) { first, _ in first }
    }
    self.members = (members(comparison.left), members(comparison.right))
  }

  func change(_ group: ExposurePairs.Group) -> ExposureChange {
    let sentence =
      switch group.kind {
      case .opened: opened(group)
      case .closed: closed(group)
      case .changed: changed(group)
      }
    return ExposureChange(
      kind: group.kind, left: group.left.map { id($0, .left) }, right: group.right.map { id($0, .right) },
      sentence: sentence,
      doors: group.openings.flatMap { pair in
        [pair.left.map { door($0, .left) }, pair.right.map { door($0, .right) }].compactMap(\.self)
      }, evidence: evidence(group))
  }

  // MARK: - Sentences

  private func opened(_ group: ExposurePairs.Group) -> Sentence {
    guard let entry = group.right else { return "" }
    let openings = group.openings.compactMap(\.right)
    let name = entryName(entry, .right)
    let end = ways(openings, .right, verb: "leads to") + denial(openings)
    guard group.isWhole else { return "\(name) lets in more: \(end)" }
    let isNew = nodes.left(of: entry.node) == nil
    switch entry.form {
    case .gate: return "\(words: isNew ? "new " : "")\(name) lets requests in: \(end)"
    case .service:
      return isNew
        ? "new \(name) (\(traits(of: openings.first))) can be reached from outside: \(end)"
        : "\(name) can now be reached from outside (\(traits(of: openings.first))\(type(before: entry))): \(end)"
    case .hostPorts: return "\(name) can now be reached on its nodes: \(end)"
    }
  }

  private func closed(_ group: ExposurePairs.Group) -> Sentence {
    guard let entry = group.left else { return "" }
    let openings = group.openings.compactMap(\.left)
    let name = entryName(entry, .left)
    let end = ways(openings, .left, verb: "led to")
    guard group.isWhole else { return "\(name) lets in less: \(end)" }
    guard nodes.right(of: entry.node) != nil else { return "\(name) was removed: \(end)" }
    switch entry.form {
    case .gate: return "\(name) no longer lets requests in: \(end)"
    case .service:
      return "\(name) can no longer be reached from outside (\(type(after: entry))before "
        + "\(traits(of: openings.first))): \(end)"
    case .hostPorts: return "\(name) can no longer be reached on its nodes: \(end)"
    }
  }

  private func changed(_ group: ExposurePairs.Group) -> Sentence {
    guard let old = group.left, let new = group.right else { return "" }
    var parts: [Sentence] = []
    if nodes.right(of: old.node) != new.node {
      let requests = group.openings.compactMap(\.right).map(\.door.words).uniqued.enumerated()
      parts.append("lets in \(requests), before through \(entryName(old, .left))")
    }
    var details: [Sentence] = []
    for case (let before?, let after?) in group.openings {
      for trait in Opening.Trait.allCases where before.traits[trait] != after.traits[trait] {
        let detail: Sentence = "\(trait.words(after.traits[trait])), before \(trait.words(before.traits[trait]))"
        details.append(trait.isAboutDoor ? "\(after.door.words) \(detail)" : detail)
      }
      let (from, to) = (goal(before, .left), goal(after, .right))
      if from != to { details.append("\(after.door.words) leads to \(to), before to \(from)") }
    }
    return "\(entryName(new, .right)): " + (parts + details.uniqued).enumerated(separator: "; ")
  }

  // MARK: - Parts of sentences

  /// "tickets.example/api leads to Service api (Deployment api); …"
  private func ways(_ openings: [Opening], _ side: Side, verb: StaticString) -> Sentence {
    var goals: [Sentence] = []
    var doors: [Sentence: [Sentence]] = [:]
    for opening in openings {
      let goal = goal(opening, side)
      if doors[goal] == nil { goals.append(goal) }
      doors[goal, default: []].append(opening.door.words)
    }
    return goals.map { goal in
      let all = (doors[goal] ?? []).enumerated()
      return goal.isEmpty ? all : "\(all) \(words: verb) \(goal)"
    }.enumerated(separator: "; ")
  }

  /// "Service api (Deployment api)"
  private func goal(_ opening: Opening, _ side: Side) -> Sentence {
    let layout = layout(side)
    if opening.entry.form == .hostPorts { return "" }
    let targets = names.ends(opening.targets, of: layout)
    if opening.services.isEmpty { return targets.isEmpty ? "no pod" : targets }
    let services = opening.services.map { names.object($0, of: layout) }.enumerated()
    return targets.isEmpty ? "\(services), which leads to no pod" : "\(services) (\(targets))"
  }

  private func traits(of opening: Opening?) -> Sentence {
    Opening.Trait.allCases.compactMap { trait in
      trait == .nodePort || trait == .encryption ? nil : opening?.traits[trait].map { trait.words($0) }
    }.joined(", ")
  }

  /// ", before type ClusterIP"
  private func type(before entry: EntryPoint) -> Sentence {
    let old = nodes.left(of: entry.node).flatMap { comparison.left.topology.nodes[$0].service?.type }
    guard let old, old != comparison.right.topology.nodes[entry.node].service?.type else { return "" }
    return ", before type \(old)"
  }

  /// "type ClusterIP, "
  private func type(after entry: EntryPoint) -> Sentence {
    let new = nodes.right(of: entry.node).flatMap { comparison.right.topology.nodes[$0].service?.type }
    guard let new, new != comparison.left.topology.nodes[entry.node].service?.type else { return "" }
    return "type \(new), "
  }

  private func denial(_ openings: [Opening]) -> Sentence {
    guard let first = openings.first?.denial, openings.allSatisfy({ $0.denial != nil }) else { return "" }
    let policies = first.policies.compactMap { comparison.right.topology.position(of: $0) }.map {
      names.object($0, of: comparison.right)
    }
    return ", but \(policies.enumerated()) denies requests from outside"
  }

  private func entryName(_ entry: EntryPoint, _ side: Side) -> Sentence {
    let layout = layout(side)
    guard let member = (side == .left ? members.left : members.right)[entry.node] else {
      return names.object(entry.node, of: layout)
    }
    return names.container(member, of: layout)
  }

  private func layout(_ side: Side) -> Layout { comparison[side] }

  private func id(_ entry: EntryPoint, _ side: Side) -> String { layout(side).topology.nodes[entry.node].id.text }

  private func door(_ opening: Opening, _ side: Side) -> ExposureChange.Door {
    let layout = layout(side)
    return ExposureChange.Door(
      side: side, request: opening.door.words.plain,
      services: opening.services.map { layout.topology.nodes[$0].id.text },
      targets: opening.targets.map(layout.name))
  }

  // MARK: - Evidence

  private func evidence(_ group: ExposurePairs.Group) -> [SidedEvidence] {
    let new = group.openings.compactMap(\.right).flatMap(\.evidence)
    if !new.isEmpty { return new.uniqued.map { SidedEvidence(side: .right, evidence: $0) } }
    let old = group.openings.compactMap(\.left).flatMap(\.evidence).uniqued
    // The field that closes it, if the object still exists.
    if let entry = group.left, let after = nodes.right(of: entry.node),
      let root = comparison.right.sources.root(of: comparison.right.topology.owner(of: after)),
      let field = old.firstNonNil({ root.field(at: $0.path) }) ?? root["metadata"]?["name"]?.evidence
    {
      return [SidedEvidence(side: .right, evidence: field)]
    }
    return old.map { SidedEvidence(side: .left, evidence: $0) }
  }
}

extension Opening.Trait {
  /// Whether it may differ between the doors of an entry point.
  fileprivate var isAboutDoor: Bool { self == .nodePort || self == .encryption }
}

extension Field {
  /// The evidence at a path of plain keys: `spec.type`.
  fileprivate func field(at path: String) -> Evidence? {
    path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }?.evidence
  }
}
