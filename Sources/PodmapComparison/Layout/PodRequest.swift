package import PodmapTopology

/// A pod's request for one resource, as the scheduler counts it.
package struct PodRequest: Sendable, Hashable {
  /// `nil` if the manifest states none.
  package var amount: Quantity?
  /// The names of the containers that state no request, or none that can be parsed; the scheduler treats them as zero.
  package var unstated: [String]

  /// Computes a pod's request for a resource such as `cpu` or `memory`.
  ///
  /// It is the sum of what runs together (app containers and native sidecars) or, if larger, an init container with the
  /// sidecars that were started before it; plus the pod's overhead. The pod's own request takes precedence.
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
  /// The resources besides CPU and memory that it or its containers request, such as `nvidia.com/gpu`; sorted.
  var otherResources: [String] {
    let lists = containers.flatMap { [$0.requests, $0.limits] } + (size.value.map { [$0.requests, $0.limits] } ?? [])
    let names = Set(lists.joined().compactMap { $0.split(separator: " ").first.map(String.init) })
    return names.subtracting(["cpu", "memory"]).sorted()
  }
}

extension Container {
  /// The container's request, or its limit if it has no request, which is what the API server fills in.
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
