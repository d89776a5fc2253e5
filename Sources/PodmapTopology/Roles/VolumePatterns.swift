import PodmapManifests

/// Patterns that shared volumes show: who writes, and who only reads.
extension PodOfContainers {
  /// Data that flows from the only container that can write a volume to those that can't.
  struct Flow {
    var volume: Volume
    var writer: Int
    var readers: [Int]
    var evidence: [Evidence]
  }

  /// The flows between containers that run alongside each other; if several can write, nothing shows which does.
  var flows: [Flow] {
    template.volumes.compactMap { volume in
      guard !volume.isReadOnly, volume.mounts.count > 1 else { return nil }
      let mounts = volume.mounts.filter { runs($0.container) }
      let writing = mounts.filter { !$0.isReadOnly }
      guard let first = writing.first, writing.allSatisfy({ $0.container == first.container }) else { return nil }
      let reading = mounts.filter { mount in
        mount.container != first.container && writing.contains { $0.overlaps(mount) }
      }
      guard !reading.isEmpty else { return nil }
      return Flow(
        volume: volume, writer: first.container, readers: reading.map(\.container),
        evidence: [first.evidence] + reading.map(\.evidence))
    }
  }

  /// A helper that ships what a neighbour writes or fetches what it reads, or one of two that share their work.
  func sharer(_ container: Int) -> ContainerPattern? {
    for flow in flows {
      let volume = flow.volume.name.shortened(to: 40)
      if flow.writer == container, let reader = flow.readers.first {
        let reason = "writes \(volume), which \(name(reader)) reads"
        guard hasClients(reader), !hasClients(container) else {
          // A server whose logs are shipped has no pattern itself; the shipper does.
          if hasClients(container), !hasClients(reader) { continue }
          return ContainerPattern(.sharedData, reason, evidence: flow.evidence)
        }
        guard let source = texts[container].outsideSource else {
          let isNative = template.containers[container].role == .sidecar
          return ContainerPattern(isNative ? .sidecar : .sharedData, reason, evidence: flow.evidence)
        }
        return ContainerPattern(
          .sidecar, "fetches \(source.value.shortened(to: 60)) into \(volume) for \(name(reader))",
          evidence: [source] + flow.evidence)
      }
      if flow.readers.contains(container) {
        let reason = "reads what \(name(flow.writer)) writes to \(volume)"
        if hasClients(flow.writer), !hasClients(container) {
          return ContainerPattern(.sidecar, reason, evidence: flow.evidence)
        }
        if hasClients(container), !hasClients(flow.writer), texts[flow.writer].outsideSource != nil { continue }
        let isHelped = hasClients(container) && template.containers[flow.writer].role == .sidecar
        if isHelped { continue }
        return ContainerPattern(.sharedData, reason, evidence: flow.evidence)
      }
    }
    return nil
  }
}

extension [ContainerText] {
  /// An outside host that the container names in its command or a file, as evidence.
  var outsideSource: Evidence? {
    outsideMentions([:]).first?.evidence
  }
}
