import PodmapManifests
import PodmapTopology

/// Which workloads can't have pods on the same node, because of required rules that keep them apart or host ports.
struct PodConflicts {
  /// By position in `Layout.pods`.
  private var others: [Int: Set<Int>] = [:]

  init(_ layout: Layout, _ pods: [Int]) {
    let ports = pods.map { layout.pods[$0].hostPorts }
    let rules = pods.map { layout.pods[$0].apartFrom }
    let namespaces = pods.map { layout.topology.nodes[layout.pods[$0].owner].namespace }
    func keepsApart(_ one: Int, _ other: Int) -> Bool {
      namespaces[one] == namespaces[other]
        && rules[one].contains { NodeLoss.selects($0, layout.pods[pods[other]]) }
    }
    for one in pods.indices where !rules[one].isEmpty || !ports[one].isEmpty {
      for other in pods.indices where other != one {
        guard keepsApart(one, other) || !ports[one].isDisjoint(with: ports[other]) else { continue }
        others[pods[one], default: []].insert(pods[other])
        others[pods[other], default: []].insert(pods[one])
      }
    }
  }

  /// The workloads that can be on one node together and have the most pods.
  func heaviest(of pods: [Int], _ weight: (Int) -> Int) -> [Int] {
    // No real cluster has so many rules. Ignoring some of them gives an upper bound.
    var steps = Limit.conflictSteps.value
    return heaviest(of: pods, weight, &steps)
  }

  private func heaviest(of pods: [Int], _ weight: (Int) -> Int, _ steps: inout Int) -> [Int] {
    steps -= 1
    let present = Set(pods)
    let degrees = pods.map { others[$0]?.intersection(present).count ?? 0 }
    guard steps > 0, let most = degrees.max(), most > 0, let position = degrees.firstIndex(of: most) else {
      return pods
    }
    let pod = pods[position]
    let rest = pods.filter { $0 != pod }
    let with = heaviest(of: rest.filter { !(others[pod]?.contains($0) ?? false) }, weight, &steps) + [pod]
    let without = heaviest(of: rest, weight, &steps)
    func sum(_ pods: [Int]) -> Int { pods.reduce(0) { $0.plus(weight($1)) } }
    return sum(without) > sum(with) ? without : with
  }
}

extension Layout.Pod {
  /// The selectors of pods that it must not share a node, or a larger domain, with.
  fileprivate var apartFrom: [Field] {
    let terms =
      written?.spec?.at("affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution")?.items ?? []
    return terms.compactMap { term in
      guard term["namespaces"] == nil, term["namespaceSelector"] == nil, term["topologyKey"] != nil else { return nil }
      return term["labelSelector"]
    }
  }

  /// "80/TCP": the ports that it takes on its node, on all addresses.
  fileprivate var hostPorts: Set<String> {
    Set(
      template.containers.filter(\.isRunning).flatMap { written?.container($0.key)?["ports"]?.items ?? [] }
        .compactMap { port in
          guard port["hostIP"] == nil else { return nil }
          let number = (port["hostPort"] ?? (template.isOnHostNetwork ? port["containerPort"] : nil))?.value.integer
          return number.map { "\($0)/\(port["protocol"]?.value.text ?? "TCP")" }
        })
  }
}
