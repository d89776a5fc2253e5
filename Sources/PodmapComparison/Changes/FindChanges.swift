import PodmapManifests
import PodmapTopology

/// Lists what differs between two layouts whose objects, containers and pods are matched.
struct FindChanges {
  let left: Layout
  let right: Layout
  let objects: ObjectPairs
  let matches: [Match]
  let pods: PodPairs
  let calls: [CallComparison]

  /// Workloads first, then containers, Services, other objects and calls; each by id.
  var changes: [Change] {
    let others = objectChanges
    return sorted(workloads + others.ofWorkloads) + containers + services(others.ofServices) + sorted(others.ofOthers)
      + callChanges
  }

  /// What is told of one thing.
  private struct Entry {
    var subject: String
    var changes: [Change]
  }

  private func sorted(_ entries: [Entry]) -> [Change] {
    entries.enumerated().sorted { ($0.element.subject, $0.offset) < ($1.element.subject, $1.offset) }
      .flatMap(\.element.changes)
  }

  // MARK: - Workloads

  private var workloads: [Entry] {
    let partners = Dictionary(matches.map { ($0.left, $0.right) }) { first, _ in first }
    return pods.onlyLeft.map { position in
      let pod = left.pods[position]
      return Entry(subject: pod.id, changes: [.workloadRemoved(id: pod.id, pod.scale)])
    }
      + pods.onlyRight.map { position in
        let pod = right.pods[position]
        return Entry(subject: pod.id, changes: [.workloadAdded(id: pod.id, pod.scale)])
      }
      + pods.pairs.map { pair in
        Entry(subject: right.pods[pair.right].id, changes: changes(ofPods: pair, partners))
      }
  }

  private func changes(ofPods pair: PodPairs.Pair, _ partners: [Int: Int]) -> [Change] {
    let (old, new) = (left.pods[pair.left], right.pods[pair.right])
    let ids = Change.Pair(left: old.id, right: new.id)
    var found: [Change] = []
    if !pair.isSameObject {
      if old.kind != new.kind { found.append(.workloadKindChanged(ids, from: old.kind, to: new.kind)) }
      let (own, other) = (left.topology.nodes[old.owner], right.topology.nodes[new.owner])
      if own.name != other.name {
        found.append(.workloadRenamed(ids, from: own.name, to: other.name))
      } else if own.namespace != other.namespace {
        found.append(
          .workloadRenamed(
            ids, from: "\(own.namespace ?? "")/\(own.name)", to: "\(other.namespace ?? "")/\(other.name)"))
      }
    }
    if old.scale != new.scale { found.append(.replicasChanged(ids, from: old.scale, to: new.scale)) }
    if let own = old.written?.spec, let other = new.written?.spec, !own.value.isWrittenLike(other.value) {
      found += PodDetails(own, other).details.compactMap { $0.change(ids) }
      found += initOrder(pair, ids, other, partners)
    }
    return found
  }

  /// Init containers run one after the other.
  private func initOrder(
    _ pair: PodPairs.Pair, _ ids: Change.Pair, _ spec: Field, _ partners: [Int: Int]
  ) -> [Change] {
    func isInitial(_ container: Container) -> Bool { container.role == .initial || container.role == .sidecar }
    let order = left.pods[pair.left].containers.compactMap { partners[$0] }
      .filter { right.containers[$0].pod == pair.right && isInitial(right.containers[$0].container) }
    let kept = Set(order)
    let expected = right.pods[pair.right].containers.filter(kept.contains)
    guard order != expected else { return [] }
    func text(_ positions: [Int]) -> String {
      "\(spec.path.text).initContainers: \(positions.map { right.containers[$0].container.name }.joined(separator: ", "))"
    }
    return [.partChanged(.fields, ids, from: [text(order)], to: [text(expected)])]
  }

  // MARK: - Containers

  private var containers: [Change] {
    var found: [Entry] = []
    let (matchedLeft, matchedRight) = (Set(matches.map(\.left)), Set(matches.map(\.right)))
    for (position, member) in left.containers.enumerated() where !matchedLeft.contains(position) {
      found.append(
        Entry(subject: member.id, changes: [.containerRemoved(id: member.id, image: member.container.image)]))
    }
    for (position, member) in right.containers.enumerated() where !matchedRight.contains(position) {
      found.append(Entry(subject: member.id, changes: [.containerAdded(id: member.id, image: member.container.image)]))
    }
    for match in matches {
      let (old, new) = (left.containers[match.left], right.containers[match.right])
      let changes = changes(old, new)
      if !changes.isEmpty { found.append(Entry(subject: new.id, changes: changes)) }
    }
    return sorted(found)
  }

  private func changes(_ old: Layout.Member, _ new: Layout.Member) -> [Change] {
    let (from, to) = (old.container, new.container)
    let ids = Change.Pair(left: old.id, right: new.id)
    var found: [Change] = []
    func compare<Fact: Equatable>(_ from: Fact, _ to: Fact, _ change: (Change.Pair, Fact, Fact) -> Change) {
      if from != to { found.append(change(ids, from, to)) }
    }
    if pods.rightOfLeft[old.pod] != new.pod {
      found.append(.containerMoved(ids, from: left.pods[old.pod].id, to: right.pods[new.pod].id))
    }
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
    if let written = old.written, let other = new.written {
      let told = ToldFields(ofContainer: found)
      found += ContainerDetails(written, other, isTold: told.contains).details.compactMap { $0.change(ids) }
    }
    if pods.rightOfLeft[old.pod] != new.pod {
      let detail = MountedVolumes.detail(old, in: left.pods[old.pod], new, in: right.pods[new.pod])
      if let change = detail.change(ids) { found.append(change) }
    }
    return found
  }

  // MARK: - Services and calls

  private func services(_ details: [Entry]) -> [Change] {
    sorted(
      serviceChanges.map { id, changes in Entry(subject: id, changes: changes) } + details)
  }

  /// What the topology knows of Services, by id.
  private var serviceChanges: [(String, [Change])] {
    let (oldNames, newNames) = (EndpointKeys(left, matches, isLeft: true), EndpointKeys(right, matches, isLeft: false))
    let old = Dictionary(left.services.map { ($0.id, $0) }) { first, _ in first }
    let new = Dictionary(right.services.map { ($0.id, $0) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().map { id in
      guard let old = old[id] else { return (id, new[id].map { [.serviceAdded(id: id, ports: $0.ports)] } ?? []) }
      guard let new = new[id] else { return (id, [.serviceRemoved(id: id, ports: old.ports)]) }
      var found: [Change] = []
      if old.type != new.type { found.append(.serviceTypeChanged(id: id, from: old.type, to: new.type)) }
      if old.ports != new.ports { found.append(.servicePortsChanged(id: id, from: old.ports, to: new.ports)) }
      if Set(old.targets.map(oldNames.key)) != Set(new.targets.map(newNames.key)) {
        found.append(
          .serviceTargetsChanged(
            id: id, from: old.targets.map(left.name).sorted(), to: new.targets.map(right.name).sorted()))
      }
      return (id, found)
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

  // MARK: - Objects

  private struct ObjectEntries {
    var ofWorkloads: [Entry] = []
    var ofServices: [Entry] = []
    var ofOthers: [Entry] = []
  }

  /// What differs in objects beside their pods, and the objects that only one side has.
  private var objectChanges: ObjectEntries {
    let owners = (
      Dictionary(grouping: left.pods.indices) { left.pods[$0].owner },
      Dictionary(grouping: right.pods.indices) { right.pods[$0].owner }
    )
    var entries = ObjectEntries()
    // A workload under another name is still the same object, but not one of another kind.
    let renamed = pods.pairs.filter { !$0.isSameObject }.map { pair in
      ObjectPairs.Pair(left: left.pods[pair.left].owner, right: right.pods[pair.right].owner)
    }.filter { left.sources.resources[$0.left]?.kind == right.sources.resources[$0.right]?.kind }
    let services = Dictionary(serviceChanges, uniquingKeysWith: { first, _ in first })
    for pair in objects.pairs + renamed {
      guard let old = left.sources.resources[pair.left], let new = right.sources.resources[pair.right],
        !old.root.isWrittenLike(new.root)
      else { continue }
      let ids = Change.Pair(
        left: left.topology.nodes[pair.left].id.text, right: right.topology.nodes[pair.right].id.text)
      let (ownPods, otherPods) = (owners.0[pair.left] ?? [], owners.1[pair.right] ?? [])
      let isScaled = zip(ownPods, otherPods).contains { left.pods[$0].scale != right.pods[$1].scale }
      let told =
        new.kind == .service
        ? ToldFields(ofService: services[ids.right] ?? []) : ToldFields(ofWorkloadThatScales: isScaled)
      let details = ObjectDetails(
        old, new,
        pods: (
          ownPods.compactMap { left.pods[$0].written?.spec?.value },
          otherPods.compactMap { right.pods[$0].written?.spec?.value }
        ), isTold: told.contains)
      let entry = Entry(subject: ids.right, changes: details.details.compactMap { $0.change(ids) })
      if entry.changes.isEmpty { continue }
      if new.kind == .service {
        entries.ofServices.append(entry)
      } else if !otherPods.isEmpty {
        entries.ofWorkloads.append(entry)
      } else {
        entries.ofOthers.append(entry)
      }
    }
    for position in objects.onlyLeft where owners.0[position] == nil {
      let node = left.topology.nodes[position]
      if node.service == nil { entries.ofOthers.append(Entry(subject: node.id.text, changes: [.removed(node)])) }
    }
    for position in objects.onlyRight where owners.1[position] == nil {
      let node = right.topology.nodes[position]
      if node.service == nil { entries.ofOthers.append(Entry(subject: node.id.text, changes: [.added(node)])) }
    }
    return entries
  }
}

extension Change {
  fileprivate static func added(_ node: Node) -> Change {
    node.kind.isPolicy ? .policyAdded(id: node.id.text) : .objectAdded(id: node.id.text)
  }

  fileprivate static func removed(_ node: Node) -> Change {
    node.kind.isPolicy ? .policyRemoved(id: node.id.text) : .objectRemoved(id: node.id.text)
  }
}
