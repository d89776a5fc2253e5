import PodmapTopology

/// Services and calls.
extension ChangeFinder {
  /// What the topology knows about Services, by ID.
  var services: [Change] {
    let (oldNames, newNames) = (
      EndpointNames(left, matches, isLeft: true), EndpointNames(right, matches, isLeft: false)
    )
    let old = Dictionary(left.services.map { ($0.id, $0) }) { first, _ in first }
    let new = Dictionary(right.services.map { ($0.id, $0) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().flatMap { id -> [Change] in
      guard let old = old[id] else { return new[id].map { [.added(.serviceAdded, id, $0.ports)] } ?? [] }
      guard let new = new[id] else { return [.removed(.serviceRemoved, id, old.ports)] }
      let ids = Change.Pair(left: id, right: id)
      var found: [Change] = []
      if old.type != new.type { found.append(Change(.serviceTypeChanged, ids, from: [old.type], to: [new.type])) }
      if old.ports != new.ports { found.append(Change(.servicePortsChanged, ids, from: old.ports, to: new.ports)) }
      if Set(old.targets.map(oldNames.key)) != Set(new.targets.map(newNames.key)) {
        found.append(
          Change(
            .serviceTargetsChanged, ids, from: old.targets.map(left.name).sorted(),
            to: new.targets.map(right.name).sorted()))
      }
      return found
    }
  }

  /// Calls, in the order of `calls`.
  var callChanges: [Change] {
    calls.flatMap { call -> [Change] in
      let old = call.left.filter { path in !call.right.contains { $0.travelsLike(path) } }
      let new = call.right.filter { path in !call.left.contains { $0.travelsLike(path) } }
      let common = min(old.count, new.count)
      let caller = Change.Pair(left: call.callerOnLeft ?? call.caller, right: call.caller)
      return zip(old, new).map {
        Change(.callChanged, caller, target: call.target, from: [$0.text], to: [$1.text])
      }
        + old.dropFirst(common).map { Change.removed(.callRemoved, caller.left, target: call.target, [$0.text]) }
        + new.dropFirst(common).map { Change.added(.callAdded, call.caller, target: call.target, [$0.text]) }
    }
  }
}
