import PodmapTopology

/// Lists what differs between two layouts whose containers are matched.
struct FindChanges {
  let left: Layout
  let right: Layout
  let matches: [Match]
  let calls: [CallComparison]

  /// Workloads first, then containers, Services and calls; each by id.
  var changes: [Change] {
    workloads + containers + services + callChanges
  }

  private var workloads: [Change] {
    merged(left.pods, right.pods, by: \.id) { from, to in
      switch (from, to) {
      case (nil, let new?): [.workloadAdded(id: new.id, new.scale)]
      case (let old?, nil): [.workloadRemoved(id: old.id, old.scale)]
      case (let old?, let new?) where old.scale != new.scale:
        [.replicasChanged(id: new.id, from: old.scale, to: new.scale)]
      default: []
      }
    }
  }

  private var containers: [Change] {
    var found: [(subject: String, changes: [Change])] = []
    let (matchedLeft, matchedRight) = (Set(matches.map(\.left)), Set(matches.map(\.right)))
    for (position, member) in left.containers.enumerated() where !matchedLeft.contains(position) {
      found.append((member.id, [.containerRemoved(id: member.id, image: member.container.image)]))
    }
    for (position, member) in right.containers.enumerated() where !matchedRight.contains(position) {
      found.append((member.id, [.containerAdded(id: member.id, image: member.container.image)]))
    }
    for match in matches {
      let (old, new) = (left.containers[match.left], right.containers[match.right])
      let moves = (left.pods[old.pod].id, right.pods[new.pod].id)
      found.append((new.id, changes(old, new, moves)))
    }
    return found.enumerated().sorted { ($0.element.subject, $0.offset) < ($1.element.subject, $1.offset) }
      .flatMap(\.element.changes)
  }

  private func changes(_ old: Layout.Member, _ new: Layout.Member, _ pods: (String, String)) -> [Change] {
    let (from, to) = (old.container, new.container)
    let ids = Change.Pair(left: old.id, right: new.id)
    var found: [Change] = []
    func compare<Fact: Equatable>(_ from: Fact, _ to: Fact, _ change: (Change.Pair, Fact, Fact) -> Change) {
      if from != to { found.append(change(ids, from, to)) }
    }
    compare(pods.0, pods.1) { .containerMoved($0, from: $1, to: $2) }
    compare(from.name, to.name) { .containerRenamed($0, from: $1, to: $2) }
    compare(from.role, to.role) { .roleChanged($0, from: $1, to: $2) }
    compare(from.image, to.image) { .imageChanged($0, from: $1, to: $2) }
    compare(from.portTexts, to.portTexts) { .portsChanged($0, from: $1, to: $2) }
    for (own, other, change) in [
      (from.requests, to.requests, Change.requestsChanged), (from.limits, to.limits, Change.limitsChanged),
    ] where ResourceAmount.all(own) != ResourceAmount.all(other) {
      found.append(change(ids, own.sorted(), other.sorted()))
    }
    compare(from.probes.map(\.text), to.probes.map(\.text)) { .probesChanged($0, from: $1, to: $2) }
    return found
  }

  private var services: [Change] {
    let (oldNames, newNames) = (EndpointKeys(left, matches, isLeft: true), EndpointKeys(right, matches, isLeft: false))
    return merged(left.services, right.services, by: \.id) { from, to in
      guard let old = from else { return to.map { [.serviceAdded(id: $0.id, ports: $0.ports)] } ?? [] }
      guard let new = to else { return [.serviceRemoved(id: old.id, ports: old.ports)] }
      var found: [Change] = []
      if old.type != new.type { found.append(.serviceTypeChanged(id: new.id, from: old.type, to: new.type)) }
      if old.ports != new.ports { found.append(.servicePortsChanged(id: new.id, from: old.ports, to: new.ports)) }
      if Set(old.targets.map(oldNames.key)) != Set(new.targets.map(newNames.key)) {
        found.append(
          .serviceTargetsChanged(
            id: new.id, from: old.targets.map(left.name).sorted(), to: new.targets.map(right.name).sorted()))
      }
      return found
    }
  }

  private var callChanges: [Change] {
    calls.flatMap { call -> [Change] in
      let old = call.left.filter { path in !call.right.contains { $0.travelsLike(path) } }
      let new = call.right.filter { path in !call.left.contains { $0.travelsLike(path) } }
      let common = min(old.count, new.count)
      let caller = Change.Pair(left: call.callerOnLeft ?? call.caller, right: call.caller)
      return zip(old, new).map { .callChanged(caller: caller, target: call.target, from: $0, to: $1) }
        + old.dropFirst(common).map { .callRemoved(caller: caller.left, target: call.target, $0) }
        + new.dropFirst(common).map { .callAdded(caller: call.caller, target: call.target, $0) }
    }
  }

  /// Goes through two lists of things with ids, in the order of the ids.
  private func merged<Item>(
    _ left: [Item], _ right: [Item], by id: KeyPath<Item, String>, _ change: (Item?, Item?) -> [Change]
  ) -> [Change] {
    let old = Dictionary(left.map { ($0[keyPath: id], $0) }) { first, _ in first }
    let new = Dictionary(right.map { ($0[keyPath: id], $0) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().flatMap { change(old[$0], new[$0]) }
  }
}
