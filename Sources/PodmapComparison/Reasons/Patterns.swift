import PodmapManifests
import PodmapTopology

/// What sidecars, ambassadors and adapters have in common: the topology recognises them as patterns.
extension ReasonJudge {
  /// Containers that are recognised as a pattern, each once, on the side where it is visible.
  private func recognised(_ name: ContainerPattern.Name) -> [(
    own: ComparedLayout, position: Int, pattern: ContainerPattern
  )] {
    var seen: Set<Int> = []
    var found: [(own: ComparedLayout, position: Int, pattern: ContainerPattern)] = []
    for own in sides {
      for (position, member) in own.layout.containers.enumerated() where member.container.role != .initial {
        guard let pattern = member.container.pattern, pattern.name == name else { continue }
        // By the position on the left, so that a container on both sides is listed once.
        let onLeft = own.side == .left ? position : own.partners[position]
        if let onLeft, !seen.insert(onLeft).inserted { continue }
        found.append((own, position, pattern))
      }
    }
    return found
  }

  /// The conclusion if a pattern is recognised, otherwise `nil`.
  func patternConclusion(_ name: ContainerPattern.Name) -> Conclusion? {
    let found = recognised(name)
    guard let first = found.first else { return nil }
    var sentence = "\(first.own.name(first.position)) \(first.pattern.reason)"
    if found.count > 1 { sentence += "; also \(found.dropFirst().map { $0.own.name($0.position) }.enumeration)" }
    // Say so if the other side separates the neighbours that the pattern depends on.
    let split = found.first { one in !isKept(one.own, one.position) }
    if let split, let words = elsewhere(neighbours(split.own, split.position), of: split.own) {
      sentence += "; \(words)"
    }
    return .applies(sentence, found.flatMap { $0.own.evidence($0.pattern.evidence) })
  }

  /// The container and those in its pod that it shares a volume or calls with; all of them if neither shows which.
  private func neighbours(_ own: ComparedLayout, _ position: Int) -> [Int] {
    let pod = own.layout.containers[position].pod
    let running = own.layout.running(in: pod)
    let sharing = own.layout.pods[pod].template.volumes.filter { !$0.isReadOnly }.compactMap { volume in
      own.layout.sharers(of: volume, in: pod)?.positions
    }.filter { $0.contains(position) }.joined()
    let known = Set(sharing).union(own.localPartners[position] ?? []).union([position])
    return known.count > 1 ? running.filter(known.contains) : running
  }

  private func isKept(_ own: ComparedLayout, _ position: Int) -> Bool {
    elsewhere(neighbours(own, position), of: own) == nil
  }

  /// Containers that share a pod and have no sign of clients of their own: no port, no Service, no call to them.
  var silent: [(own: ComparedLayout, position: Int)] {
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

  /// The ports of containers that share a pod: they show that each is a server in its own right.
  var serverEvidence: [SidedEvidence] {
    sides.flatMap { own in
      shared(own).flatMap { own.layout.running(in: $0) }.flatMap { position in
        own.evidence(own.written(position)?["ports"]?.items.first?["containerPort"]?.evidence)
      }
    }
  }

  /// The first container that shares a pod and has one of the words in its name or image.
  func named(_ words: [String]) -> (own: ComparedLayout, position: Int)? {
    for own in sides {
      for position in shared(own).flatMap({ own.layout.running(in: $0) }) {
        let container = own.layout.containers[position].container
        let texts = [container.name.lowercased(), ImageName(container.image).last.lowercased()]
        if container.pattern?.isTelling != true,
          texts.contains(where: { text in words.contains { text.containsBytes(of: $0) } })
        {
          return (own, position)
        }
      }
    }
    return nil
  }

  func imageEvidence(_ own: ComparedLayout, _ position: Int) -> [SidedEvidence] {
    own.evidence((own.written(position)?["image"] ?? own.written(position)?["name"])?.evidence)
  }

  /// The conclusion if no pod has two containers that run together, otherwise `nil`.
  var nothingShared: Conclusion? {
    guard sides.allSatisfy({ shared($0).isEmpty }) else { return nil }
    return .doesNotApply(
      "no pod on either side has two containers that run together",
      sides.flatMap { own in own.layout.containers.indices.prefix(Limit.patternEvidence.value).flatMap(own.nameEvidence)
      })
  }
}
