import PodmapManifests
import PodmapTopology

/// Which containers of a pod stay together, and why.
struct SplitGroups {
  struct Bond: Hashable {
    var first: Int
    var second: Int
    /// "share the volume data"
    var reason: String
  }

  /// The containers of each new pod, in the order of the manifest; a container that serves several is in each of them.
  private(set) var groups: [[Int]] = []
  /// What keeps containers together that would otherwise be separated.
  private(set) var bonds: [Bond] = []
  /// Containers that are in more than one group.
  private(set) var copies: [Int] = []

  private let pod: SplitPod
  private let topology: Topology
  private var parents: [Int: Int] = [:]

  init(_ pod: SplitPod, _ topology: Topology, separatesAll: Bool) {
    self.pod = pod
    self.topology = topology
    let running = pod.running
    for container in running { parents[container] = container }
    var helpers: [Int: [Int]] = [:]
    for container in running where isProxyOfPod(container) { helpers[container] = [] }
    if !separatesAll {
      joinByVolumes()
      joinByProcesses()
      for container in running where helpers[container] == nil && isHelper(container) {
        let partners = partners(of: container)
        let served = Set(partners.map(root))
        if served.count > 1, !served.contains(root(container)) {
          // A copy would do the work twice if clients call the container, or if it calls several or shares data.
          if !hasBond(container), !canBeAlone(container) { helpers[container] = partners }
        } else if let partner = partners.first {
          join(container, partner, "work together: \(reason(container))")
        } else if pod.template.containers[container].role == .sidecar {
          if !hasBond(container) { helpers[container] = [] }
        } else if !hasBond(container), let main = running.first(where: { !isHelper($0) && helpers[$0] == nil }) {
          join(container, main, "work together: \(reason(container))")
        }
      }
    }
    build(helpers)
  }

  // MARK: - What keeps containers together

  private mutating func joinByVolumes() {
    for volume in pod.template.volumes where isShared(volume) {
      let users = Set(volume.mounts.map(\.container)).filter { parents[$0] != nil }.sorted()
      for other in users.dropFirst() { join(users[0], other, "share the volume \(volume.name)") }
    }
  }

  /// Whether containers exchange data in it, which two pods can't do.
  private func isShared(_ volume: Volume) -> Bool {
    switch volume.source {
    case .pod, .claimTemplate: true
    case .object(let kind, let name): kind == "PersistentVolumeClaim" && !canBeShared(claim: name)
    case .hostPath, .projected, .driver, .undeclared: false
    }
  }

  private func canBeShared(claim name: String) -> Bool {
    let id = NodeID(.persistentVolumeClaim, name, in: pod.namespace ?? topology.defaultNamespace.name)
    guard let position = topology.position(of: id), case .claim(let claim) = topology.nodes[position].facts else {
      return false
    }
    return claim.accessModes.contains("ReadWriteMany") || claim.accessModes.contains("ReadOnlyMany")
  }

  private mutating func joinByProcesses() {
    guard pod.template.sharesProcessNamespace, let first = pod.running.first else { return }
    for other in pod.running.dropFirst() { join(first, other, "share the process namespace") }
  }

  /// Whether it serves other containers of the pod.
  private func isHelper(_ container: Int) -> Bool {
    if pod.template.containers[container].role == .sidecar { return true }
    return switch pod.template.containers[container].pattern?.name {
    case .sidecar, .ambassador, .adapter: true
    case .initial, .sharedData, nil: false
    }
  }

  /// Whether it can be in its own pod: a Service leads to it, or no container in the pod calls it.
  private func canBeAlone(_ container: Int) -> Bool {
    let own = pod.containerNodes[container]
    if topology.edges.contains(where: { $0.kind == .routes && $0.to == own }) { return true }
    return !topology.edges.contains { $0.kind == .calls && $0.to == own && pod.containerNodes.contains($0.from) }
  }

  /// Proxies of service meshes belong in every pod, although no field of the manifest says so.
  private func isProxyOfPod(_ container: Int) -> Bool {
    ["istio-proxy", "linkerd-proxy", "consul-dataplane", "kuma-sidecar", "osm-envoy"].contains(pod.name(of: container))
  }

  private func reason(_ container: Int) -> String {
    pod.template.containers[container].pattern.map { "\(pod.name(of: container)) \($0.reason)" }
      ?? "\(pod.name(of: container)) is a native sidecar"
  }

  /// The containers that call it, or that it calls, on localhost.
  private func partners(of container: Int) -> [Int] {
    let own = pod.containerNodes[container]
    let positions = Dictionary(pod.containerNodes.enumerated().map { ($1, $0) }) { first, _ in first }
    let found = topology.edges.compactMap { edge -> Int? in
      guard edge.kind == .calls, edge.from == own || edge.to == own else { return nil }
      return positions[edge.from == own ? edge.to : edge.from]
    }
    return Set(found).filter { parents[$0] != nil }.sorted()
  }

  private mutating func join(_ first: Int, _ second: Int, _ reason: String) {
    guard root(first) != root(second) else { return }
    bonds.append(Bond(first: min(first, second), second: max(first, second), reason: reason))
    let (one, two) = (root(first), root(second))
    parents[max(one, two)] = min(one, two)
  }

  private func root(_ container: Int) -> Int {
    var position = container
    while let parent = parents[position], parent != position { position = parent }
    return position
  }

  private func hasBond(_ container: Int) -> Bool {
    bonds.contains { $0.first == container || $0.second == container }
  }

  // MARK: - Groups

  /// - Parameter helpers: Containers that are copied, with the containers they serve; empty if they serve none in
  ///   particular.
  private mutating func build(_ helpers: [Int: [Int]]) {
    let mains = pod.running.filter { helpers[$0] == nil }
    // A pod with nothing but helpers can't be split.
    guard !mains.isEmpty else {
      groups = [pod.initial + pod.running]
      return
    }
    let roots = Set(mains.map(root)).sorted()
    var found = roots.map { root in mains.filter { self.root($0) == root } }
    for (helper, partners) in helpers.sorted(by: { $0.key < $1.key }) {
      let served = Set(partners.map(root))
      for number in found.indices where served.isEmpty || served.contains(roots[number]) {
        found[number].append(helper)
      }
      if found.count > 1 { copies.append(helper) }
    }
    for container in pod.initial {
      let own = groupsOfInit(container, found)
      for number in own { found[number].append(container) }
      if own.count > 1 { copies.append(container) }
    }
    groups = found.map { $0.sorted() }
  }

  /// An init container belongs to the containers whose volumes it fills or whose program it is, otherwise to all.
  private func groupsOfInit(_ container: Int, _ groups: [[Int]]) -> [Int] {
    let volumes = pod.template.volumes.filter { volume in
      switch volume.source {
      case .pod, .claimTemplate, .hostPath, .driver: volume.mounts.contains { $0.container == container }
      case .object(let kind, _):
        kind == "PersistentVolumeClaim" && volume.mounts.contains { $0.container == container }
      case .projected, .undeclared: false
      }
    }
    let byVolume = groups.indices.filter { number in
      volumes.contains { volume in volume.mounts.contains { groups[number].contains($0.container) } }
    }
    if !byVolume.isEmpty { return byVolume }
    let image = pod.template.containers[container].image
    let byImage = groups.indices.filter { number in
      !image.isEmpty && groups[number].contains { pod.template.containers[$0].image == image }
    }
    return byImage.count == 1 ? byImage : Array(groups.indices)
  }
}
