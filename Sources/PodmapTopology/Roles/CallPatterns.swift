import PodmapManifests

/// Patterns that calls on localhost show.
extension PodOfContainers {
  /// A container that forwards requests, from the pod to the outside or from clients to a container behind it.
  func ambassador(_ container: Int) -> ContainerPattern? {
    passesOutside(container) ?? standsInFront(container)
  }

  /// Other containers call it on localhost, no Service leads to it, and it calls the destination.
  private func passesOutside(_ container: Int) -> ContainerPattern? {
    guard doors[container].isEmpty else { return nil }
    for call in localCalls where call.to == container {
      let client = call.from
      guard !localCalls.contains(where: { $0.from == container && $0.to == client }) else { continue }
      let words = texts[container].first(with: ["proxy", "upstream", "forward", "tunnel"])
      let target = outsideCalls(of: container).first { $0.ports.contains(call.port) || words != nil }
      if let target {
        return ContainerPattern(
          .ambassador,
          "forwards requests from \(name(client)) on localhost:\(call.port) to \(target.name.shortened(to: 60))",
          evidence: call.evidence + [target.evidence])
      }
      if let (text, word) = texts[container].commands.first(with: ["proxy", "tunnel"]) {
        return ContainerPattern(
          .ambassador, "forwards requests from \(name(client)) on localhost:\(call.port)",
          evidence: call.evidence + [text.evidence(word)])
      }
    }
    return nil
  }

  /// Clients reach it rather than the container to which it forwards requests.
  private func standsInFront(_ container: Int) -> ContainerPattern? {
    guard !doors[container].isEmpty || !template.containers[container].ports.isEmpty else { return nil }
    let call = localCalls.first { $0.from == container && $0.isUpstream && doors[$0.to].isEmpty }
    return call.map { call in
      ContainerPattern(
        .ambassador, "in front of \(name(call.to)): forwards client requests to localhost:\(call.port)",
        evidence: doors[container].prefix(1).flatMap(\.evidence) + call.evidence)
    }
  }

  /// Monitoring reads from it what it has read from a neighbour.
  func adapter(_ container: Int) -> ContainerPattern? {
    guard let port = monitoredPort(of: container) else { return nil }
    // A program that exposes its own metrics has other ports as well.
    guard template.containers[container].ports.allSatisfy({ $0.number == port }) else { return nil }
    if let call = localCalls.first(where: { $0.from == container }) {
      return ContainerPattern(
        .adapter, "reads \(name(call.to)) on localhost:\(call.port), and exposes it on port \(port)",
        evidence: call.evidence)
    }
    if let flow = flows.first(where: { $0.readers.contains(container) }) {
      return ContainerPattern(
        .adapter,
        "reads what \(name(flow.writer)) writes to \(flow.volume.name.shortened(to: 40)), "
          + "and exposes it on port \(port)",
        evidence: flow.evidence)
    }
    return nil
  }

  /// A container that nothing calls, and that calls a container with clients.
  ///
  /// The reverse shows nothing: what an application calls on localhost may be another part of it.
  func helper(_ container: Int) -> ContainerPattern? {
    guard doors[container].isEmpty, template.containers[container].ports.isEmpty else { return nil }
    return localCalls.first { $0.from == container && !doors[$0.to].isEmpty }.map { call in
      ContainerPattern(.sidecar, "calls \(name(call.to)) on localhost:\(call.port)", evidence: call.evidence)
    }
  }
}
