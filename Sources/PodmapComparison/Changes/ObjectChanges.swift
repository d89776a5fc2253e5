import PodmapManifests
import PodmapTopology

/// Objects apart from their pods.
extension ChangeFinder {
  /// The changes of objects, by the section of the list that they belong to.
  struct ObjectChanges {
    var ofWorkloads: [Change] = []
    var ofServices: [Change] = []
    var ofOthers: [Change] = []
  }

  /// What differs in objects apart from their pods, and the objects that only one side has.
  var objectChanges: ObjectChanges {
    let owners = (
      Dictionary(grouping: left.pods.indices) { left.pods[$0].owner },
      Dictionary(grouping: right.pods.indices) { right.pods[$0].owner }
    )
    var changes = ObjectChanges()
    // A renamed workload is still the same object; one of another kind isn't.
    let renamed = pods.pairs.filter { !$0.isSameObject }.map { pair in
      ObjectPairs.Pair(left: left.pods[pair.left].owner, right: right.pods[pair.right].owner)
    }.filter { left.sources.resources[$0.left]?.kind == right.sources.resources[$0.right]?.kind }
    let services = Dictionary(grouping: services, by: \.subject)
    for pair in objects.pairs + renamed {
      guard let old = left.sources.resources[pair.left], let new = right.sources.resources[pair.right],
        !old.root.isWrittenLike(new.root)
      else { continue }
      let ids = Change.Pair(
        left: left.topology.nodes[pair.left].id.text, right: right.topology.nodes[pair.right].id.text)
      let (ownPods, otherPods) = (owners.0[pair.left] ?? [], owners.1[pair.right] ?? [])
      let isScaled = zip(ownPods, otherPods).contains { left.pods[$0].scale != right.pods[$1].scale }
      let reported: [ChangeKind] =
        new.kind == .service ? services[ids.right, default: []].map(\.kind) : isScaled ? [.replicasChanged] : []
      let details = ObjectDetails(
        old, new,
        pods: (
          ownPods.compactMap { left.pods[$0].written?.spec?.value },
          otherPods.compactMap { right.pods[$0].written?.spec?.value }
        ), isReported: reported.report)
      let found = details.details.compactMap { $0.change(ids) }
      if new.kind == .service {
        changes.ofServices += found
      } else if !otherPods.isEmpty {
        changes.ofWorkloads += found
      } else {
        changes.ofOthers += found
      }
    }
    for position in objects.onlyLeft where owners.0[position] == nil {
      let node = left.topology.nodes[position]
      if node.service == nil {
        changes.ofOthers.append(.removed(node.kind.isPolicy ? .policyRemoved : .objectRemoved, node.id.text))
      }
    }
    for position in objects.onlyRight where owners.1[position] == nil {
      let node = right.topology.nodes[position]
      if node.service == nil {
        changes.ofOthers.append(.added(node.kind.isPolicy ? .policyAdded : .objectAdded, node.id.text))
      }
    }
    return changes
  }
}
