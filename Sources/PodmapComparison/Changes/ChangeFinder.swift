import PodmapManifests
import PodmapTopology

/// Lists what differs between two layouts whose objects, containers and pods are matched.
struct ChangeFinder {
  let left: Layout
  let right: Layout
  let objects: ObjectPairs
  let matches: [Match]
  let pods: PodPairs
  let calls: [CallComparison]

  /// Workloads first, then containers, Services, other objects and calls; each by ID.
  var changes: [Change] {
    let others = objectChanges
    return (workloads + others.ofWorkloads).sorted + containers.sorted + (services + others.ofServices).sorted
      + others.ofOthers.sorted + callChanges
  }

  // MARK: - Workloads

  private var workloads: [Change] {
    let partners = Dictionary(matches.map { ($0.left, $0.right) }) { first, _ in first }
    let removed = pods.onlyLeft.map { left.pods[$0] }
    let added = pods.onlyRight.map { right.pods[$0] }
    return removed.map { Change.removed(.workloadRemoved, $0.id, [$0.scale.text]) }
      + added.map { Change.added(.workloadAdded, $0.id, [$0.scale.text]) }
      + pods.pairs.flatMap { changes(ofPods: $0, partners) }
  }

  private func changes(ofPods pair: PodPairs.Pair, _ partners: [Int: Int]) -> [Change] {
    let (old, new) = (left.pods[pair.left], right.pods[pair.right])
    let ids = Change.Pair(left: old.id, right: new.id)
    var found: [Change] = []
    if !pair.isSameObject {
      if old.kind != new.kind { found.append(Change(.workloadKindChanged, ids, from: [old.kind], to: [new.kind])) }
      let (own, other) = (left.topology.nodes[old.owner], right.topology.nodes[new.owner])
      if own.name != other.name {
        found.append(Change(.workloadRenamed, ids, from: [own.name], to: [other.name]))
      } else if own.namespace != other.namespace {
        let names = [own, other].map { "\($0.namespace ?? "")/\($0.name)" }
        found.append(Change(.workloadRenamed, ids, from: [names[0]], to: [names[1]]))
      }
    }
    if old.scale != new.scale {
      let kind: ChangeKind = old.scale.isSchedule && new.scale.isSchedule ? .scheduleChanged : .replicasChanged
      found.append(Change(kind, ids, from: [old.scale.text], to: [new.scale.text]))
    }
    if let own = old.written?.spec, let other = new.written?.spec, !own.value.isWrittenLike(other.value) {
      found += PodDetails(own, other).details.compactMap { $0.change(ids) }
      found += initOrder(pair, ids, other, partners)
    }
    return found
  }

  /// Init containers run one after another, so a different order is a change.
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
      let names = positions.map { right.containers[$0].container.name }
      return "\(spec.path.text).initContainers: \(names.joined(separator: ", "))"
    }
    return [Change(.fieldsChanged, ids, from: [text(order)], to: [text(expected)])]
  }

  // MARK: - Containers

  private var containers: [Change] {
    func list(_ image: String) -> [String] { image.isEmpty ? [] : [image] }
    let (matchedLeft, matchedRight) = (Set(matches.map(\.left)), Set(matches.map(\.right)))
    let removed = left.containers.indices.filter { !matchedLeft.contains($0) }.map { left.containers[$0] }
    let added = right.containers.indices.filter { !matchedRight.contains($0) }.map { right.containers[$0] }
    return removed.map { Change.removed(.containerRemoved, $0.id, list($0.container.image)) }
      + added.map { Change.added(.containerAdded, $0.id, list($0.container.image)) }
      + matches.flatMap { changes(left.containers[$0.left], right.containers[$0.right]) }
  }

  private func changes(_ old: Layout.Member, _ new: Layout.Member) -> [Change] {
    let (from, to) = (old.container, new.container)
    let ids = Change.Pair(left: old.id, right: new.id)
    let hasMoved = pods.rightOfLeft[old.pod] != new.pod
    var found: [Change] = []
    func compare(_ kind: ChangeKind, _ from: [String], _ to: [String]) {
      if from != to { found.append(Change(kind, ids, from: from, to: to)) }
    }
    func compare(_ kind: ChangeKind, _ from: String, _ to: String) {
      compare(kind, from.isEmpty ? [] : [from], to.isEmpty ? [] : [to])
    }
    func compareAmounts(_ kind: ChangeKind, _ from: [String], _ to: [String]) {
      if ResourceAmount.all(from) != ResourceAmount.all(to) { compare(kind, from.sorted(), to.sorted()) }
    }
    if hasMoved {
      found.append(Change(.containerMoved, ids, from: [left.pods[old.pod].id], to: [right.pods[new.pod].id]))
    }
    compare(.containerRenamed, from.name, to.name)
    compare(.roleChanged, from.role.rawValue, to.role.rawValue)
    compare(.imageChanged, from.image, to.image)
    compare(.portsChanged, from.portTexts, to.portTexts)
    compareAmounts(.requestsChanged, from.requests, to.requests)
    compareAmounts(.limitsChanged, from.limits, to.limits)
    compare(.probesChanged, from.probes.map(\.text), to.probes.map(\.text))
    if let written = old.written, let other = new.written {
      let kinds = found.map(\.kind)
      found += ContainerDetails(written, other, isReported: kinds.report).details.compactMap { $0.change(ids) }
    }
    if hasMoved {
      let detail = MountedVolumes.detail(old, in: left.pods[old.pod], new, in: right.pods[new.pod])
      if let change = detail.change(ids) { found.append(change) }
    }
    return found
  }
}
