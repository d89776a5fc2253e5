import PodmapManifests
import PodmapTopology

/// Names the new workloads after their containers, preceded by the old workload's name if names would collide.
struct SplitNames {
  private struct Name: Hashable {
    var namespace: String?
    var name: String
  }

  private var taken: Set<Name>
  private var counts: [Name: Int] = [:]

  init(_ plans: [SplitPlan], _ topology: Topology) {
    let replaced = Set(plans.map(\.pod.node))
    taken = Set(
      topology.nodes.indices.filter { topology.nodes[$0].workload != nil && !replaced.contains($0) }.map {
        Name(namespace: topology.nodes[$0].namespace, name: topology.nodes[$0].name)
      })
    for plan in plans {
      for group in plan.groups { counts[Name(namespace: plan.pod.namespace, name: group.name), default: 0] += 1 }
    }
  }

  /// Names each group of a plan.
  mutating func name(_ plan: inout SplitPlan) {
    let pod = plan.pod
    let keeper = plan.keepsName
    for number in plan.groups.indices {
      let own = Name(namespace: pod.namespace, name: plan.groups[number].name)
      let isOwnName = own.name == pod.name && keeper != nil
      var name = own.name
      if number == keeper {
        name = pod.name
      } else if counts[own] != 1 || taken.contains(own) || isOwnName || own.name.first?.isNumber == true {
        name = "\(pod.name)-\(own.name)"
      }
      // At most as long as a label's value: the cluster appends to these names and puts the result into a label too.
      let limit = [.cronJob, .statefulSet].contains(plan.newKind) ? 52 : 63
      if number != keeper { name = String(name.prefix(limit)) }
      while name.hasSuffix("-") || name.hasSuffix(".") { name.removeLast() }
      let base = name.prefix(limit - 3)
      var count = 2
      while !taken.insert(Name(namespace: pod.namespace, name: name)).inserted {
        name = "\(base)-\(count)"
        count += 1
      }
      plan.groups[number].name = name
    }
  }
}

extension SplitPlan {
  /// The group that keeps the old StatefulSet's name, so that its claims keep theirs.
  fileprivate var keepsName: Int? {
    guard pod.kind == .statefulSet else { return nil }
    let templates = pod.template.volumes.filter { $0.source == .claimTemplate }
    let users = groups.indices.filter { number in
      templates.contains { $0.mounts.contains { groups[number].containers.contains($0.container) } }
    }
    return users.count == 1 ? users[0] : nil
  }
}
