import PodmapTopology

/// What sidecars, ambassadors and adapters have in common: the topology recognises them.
extension ReasonJudge {
  /// Containers that are recognised as a pattern, each once, on the side that shows it.
  private func recognised(_ name: ContainerPattern.Name) -> [(
    own: LayoutSide, position: Int, pattern: ContainerPattern
  )] {
    var seen: Set<Int> = []
    var found: [(own: LayoutSide, position: Int, pattern: ContainerPattern)] = []
    for own in sides {
      for (position, member) in own.layout.containers.enumerated() where member.container.role != .initial {
        guard let pattern = member.container.pattern, pattern.name == name else { continue }
        // By the position on the left, so that a container of both sides is told once.
        let onLeft = own.side == .left ? position : own.partners[position]
        if let onLeft, !seen.insert(onLeft).inserted { continue }
        found.append((own, position, pattern))
      }
    }
    return found
  }

  /// The sentence where a pattern is recognised; nothing where it is not.
  func patternRuling(_ name: ContainerPattern.Name) -> Ruling? {
    let found = recognised(name)
    guard let first = found.first else { return nil }
    var sentence = "\(first.own.name(first.position)) \(first.pattern.reason)"
    if found.count > 1 { sentence += "; also \(found.dropFirst().map { $0.own.name($0.position) }.enumeration)" }
    // Where the layout of the other side does without the neighbourhood that the pattern lives from.
    let split = found.first { one in !isKept(one.own, one.position) }
    if let split, let words = elsewhere(neighbours(split.own, split.position), of: split.own) {
      sentence += "; \(words)"
    }
    return .holds(sentence, found.flatMap { $0.own.evidence($0.pattern.evidence) })
  }

  /// The container and those that it has to do with in its pod: by a volume or a call; all where neither shows whom.
  private func neighbours(_ own: LayoutSide, _ position: Int) -> [Int] {
    let pod = own.layout.containers[position].pod
    let running = own.layout.running(in: pod)
    let sharing = own.layout.pods[pod].template.volumes.filter { !$0.isReadOnly }.compactMap { volume in
      own.layout.sharers(of: volume, in: pod)?.positions
    }.filter { $0.contains(position) }.joined()
    let known = Set(sharing).union(own.localPartners[position] ?? []).union([position])
    return known.count > 1 ? running.filter(known.contains) : running
  }

  private func isKept(_ own: LayoutSide, _ position: Int) -> Bool {
    elsewhere(neighbours(own, position), of: own) == nil
  }

  /// Containers that share a pod with others on a side and of which nothing is known that clients of their own would
  /// show: no port, no Service, no call to them.
  var silent: [(own: LayoutSide, position: Int)] {
    sides.flatMap { own in
      let called = Set(own.layout.calls.map(\.target)).union(own.layout.services.flatMap(\.targets))
      return shared(own).flatMap { pod in
        own.layout.running(in: pod).filter { position in
          own.layout.containers[position].container.ports.isEmpty && !called.contains(.container(position))
            && own.layout.containers[position].container.pattern == nil
        }.map { (own, $0) }
      }
    }
  }

  /// The ports of containers that share a pod: each is a server by itself.
  var serverEvidence: [SidedEvidence] {
    sides.flatMap { own in
      shared(own).flatMap { own.layout.running(in: $0) }.flatMap { position in
        own.evidence(own.written(position)?["ports"]?.items.first?["containerPort"]?.evidence)
      }
    }
  }

  /// Containers that share a pod and whose image or name says one of some words.
  func named(_ words: [String]) -> (own: LayoutSide, position: Int)? {
    for own in sides {
      for position in shared(own).flatMap({ own.layout.running(in: $0) }) {
        let container = own.layout.containers[position].container
        let texts = [container.name.lowercased(), ImageName(container.image).last.lowercased()]
        if container.pattern?.isTelling != true, texts.contains(where: { text in words.contains { text.contains($0) } })
        {
          return (own, position)
        }
      }
    }
    return nil
  }

  func imageEvidence(_ own: LayoutSide, _ position: Int) -> [SidedEvidence] {
    own.evidence((own.written(position)?["image"] ?? own.written(position)?["name"])?.evidence)
  }

  /// What there is to say where no pod has two containers that run together.
  var nothingShared: Ruling? {
    guard sides.allSatisfy({ shared($0).isEmpty }) else { return nil }
    return .doesNot(
      "no pod of either side has two containers that run together",
      sides.flatMap { own in own.layout.containers.indices.prefix(3).flatMap(own.nameEvidence) })
  }
}
