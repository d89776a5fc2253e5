package import PodmapTopology

/// What a pod asks for of one resource, as the scheduler counts it.
package struct PodRequest: Sendable, Hashable {
  /// Nothing where the manifest states none.
  package var amount: Quantity?
  /// The names of the containers that state nothing, or nothing that can be read; the scheduler takes them for zero.
  package var unstated: [String]

  /// What a pod asks for of `cpu` or `memory`.
  ///
  /// The larger of what runs together (app containers and native sidecars) and of each init container with the
  /// sidecars that were started before it; plus the pod's overhead. What the pod itself asks for goes before that.
  /// https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers
  package init(_ resource: String, of pod: PodTemplate) {
    var (running, sidecars, largestStart) = (Quantity.zero, Quantity.zero, Quantity.zero)
    var (isStated, unstated) = (false, [String]())
    for container in pod.containers where container.role != .ephemeral {
      let own = container.request(of: resource)
      if own == nil { unstated.append(container.name) } else { isStated = true }
      let amount = own ?? .zero
      switch container.role {
      case .initial: largestStart = max(largestStart, sidecars + amount)
      case .sidecar:
        sidecars = sidecars + amount
        running = running + amount
        largestStart = max(largestStart, sidecars)
      case .app: running = running + amount
      case .ephemeral: break
      }
    }
    let size = pod.size.value
    let ofContainers = isStated ? max(running, largestStart) : nil
    let ofPod = size.flatMap { size in
      Container.amount(of: resource, in: size.requests)
        ?? (isStated ? nil : Container.amount(of: resource, in: size.limits))
    }
    let overhead = size.flatMap { Container.amount(of: resource, in: $0.overhead) }
    let asked = ofPod ?? ofContainers
    amount = asked.map { $0 + (overhead ?? .zero) } ?? overhead
    self.unstated = ofPod == nil ? unstated : []
  }
}

extension PodTemplate {
  /// What its containers, or it itself, ask for beside CPU and memory: `nvidia.com/gpu`; sorted.
  var otherResources: [String] {
    let lists = containers.flatMap { [$0.requests, $0.limits] } + (size.value.map { [$0.requests, $0.limits] } ?? [])
    let names = Set(lists.joined().compactMap { $0.split(separator: " ").first.map(String.init) })
    return names.subtracting(["cpu", "memory"]).sorted()
  }
}

extension Container {
  /// What the container asks for: its request, or its limit where it has no request, as the API server fills it in.
  func request(of resource: String) -> Quantity? {
    Self.isStated(resource, in: requests)
      ? Self.amount(of: resource, in: requests) : Self.amount(of: resource, in: limits)
  }

  private static func isStated(_ resource: String, in list: [String]) -> Bool {
    list.contains { $0.hasPrefix(resource + " ") }
  }

  /// The amount of a resource in a list such as ["cpu 100m", "memory 64Mi"].
  static func amount(of resource: String, in list: [String]) -> Quantity? {
    list.first { $0.hasPrefix(resource + " ") }.flatMap { Quantity(String($0.dropFirst(resource.utf8.count + 1))) }
  }
}
