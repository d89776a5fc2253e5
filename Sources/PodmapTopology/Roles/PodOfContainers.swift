import PodmapManifests

/// The containers of one pod, and what they do to each other.
struct PodOfContainers {
  let object: ObjectDescription
  let index: Int
  let template: PodTemplate
  /// The containers as written in the manifest, without those that only a live pod has.
  let written: [Int: (value: Value, path: FieldPath)]
  /// The texts of each container.
  let texts: [[ContainerText]]
  /// The ports of each container that Services lead to, as edges.
  let doors: [[Edge]]
  private(set) var localCalls: [LocalCall] = []
  private let surroundings: PodSurroundings
  /// The port that the pod's annotations name for monitoring.
  private let scrapedPort: Int?

  /// A call from one container to another on localhost.
  struct LocalCall {
    var from: Int
    var to: Int
    var port: Int
    var isUpstream: Bool
    var evidence: [Evidence]
  }

  init(_ object: ObjectDescription, template index: Int, _ surroundings: PodSurroundings) {
    self.object = object
    self.index = index
    self.surroundings = surroundings
    template = object.templates[index]
    let positions = object.positions.containers[index]
    let written = Dictionary(
      uniqueKeysWithValues: object.writtenContainers(index).map { ($0.container, (value: $0.value, path: $0.path)) })
    self.written = written
    scrapedPort =
      PodTemplateFinder.templates(of: object.podSource).dropFirst(index).first?.value
      .at("metadata", "annotations")?["prometheus.io/port"]?.integer
    texts = template.containers.indices.map { container in
      written[container].map {
        object.texts(ofContainer: container, written: $0, template: index, surroundings)
      } ?? []
    }
    doors = positions.map { surroundings.doors[$0] ?? [] }
    readLocalCalls()
    for (container, position) in positions.enumerated() {
      for edge in surroundings.calls[position] ?? [] {
        guard let target = positions.firstIndex(of: edge.to), target != container,
          !localCalls.contains(where: { $0.from == container && $0.to == target })
        else { continue }
        localCalls.append(
          LocalCall(
            from: container, to: target, port: template.containers[target].ports.first?.number ?? 0, isUpstream: false,
            evidence: edge.evidence))
      }
    }
  }

  /// What a container reaches outside its pod.
  func outsideCalls(of container: Int) -> [OutsideMention] {
    let positions = object.positions.containers[index]
    let ownServices = Set(doors.joined().map { surroundings.nodes[$0.from].name })
    let known = (surroundings.calls[positions[container]] ?? []).filter { !positions.contains($0.to) }.map {
      let target = surroundings.nodes[$0.to]
      return OutsideMention(
        name: target.name, ports: target.service?.ports.map(\.number) ?? [], evidence: $0.evidence[0])
    }
    let services = surroundings.services(in: object.innerNamespace)
    let found = known.isEmpty ? texts[container].outsideMentions(services) : known
    return found.filter { !ownServices.contains($0.name) }
  }

  private mutating func readLocalCalls() {
    for container in texts.indices where runs(container) {
      for mention in texts[container].localMentions {
        guard let owner = owner(ofPort: mention.port, calledFrom: container) else { continue }
        if let known = localCalls.firstIndex(where: {
          $0.from == container && $0.to == owner && $0.port == mention.port
        }) {
          if mention.isUpstream { localCalls[known].isUpstream = true }
          continue
        }
        localCalls.append(
          LocalCall(
            from: container, to: owner, port: mention.port, isUpstream: mention.isUpstream,
            evidence: [mention.evidence]))
      }
    }
  }

  /// The container that listens on a port: the one that declares it, or the only other one whose texts mention it.
  private func owner(ofPort port: Int, calledFrom caller: Int) -> Int? {
    func declares(_ container: Int) -> Bool { template.containers[container].ports.contains { $0.number == port } }
    if declares(caller) { return nil }
    let others = template.containers.indices.filter { $0 != caller && runs($0) }
    if let owner = others.first(where: declares) { return owner }
    let told = others.filter { texts[$0].contains(number: port) }
    return told.count == 1 ? told[0] : nil
  }

  /// Whether a container runs alongside the others until the pod ends.
  func runs(_ container: Int) -> Bool {
    template.containers[container].role == .app || template.containers[container].role == .sidecar
  }

  func name(_ container: Int) -> String { template.containers[container].name.shortened(to: 40) }

  /// Whether a Service leads to it, or it declares a port that isn't for monitoring.
  func hasClients(_ container: Int) -> Bool {
    let monitored = monitoredPort(of: container)
    return !doors[container].isEmpty || template.containers[container].ports.contains { $0.number != monitored }
  }

  /// The port that monitoring reads: the one in the pod's annotations, or one with such a name.
  func monitoredPort(of container: Int) -> Int? {
    template.containers[container].ports.first { port in
      port.number == scrapedPort
        || ["metrics", "prom", "exporter", "telemetry"].contains { port.name?.containsBytes(of: $0) == true }
    }?.number
  }
}
