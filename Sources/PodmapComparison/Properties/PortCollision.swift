import PodmapManifests
package import PodmapTopology

/// A port or a name that containers in different pods of one side have in common, so that they would collide in
/// one pod.
package struct PortCollision: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case containerPort, hostPort, containerName
  }

  /// The side on which they are in different pods.
  package var side: Side
  package var kind: Kind
  /// "8080/TCP", "proxy"
  package var what: String
  /// The IDs of the containers.
  package var containers: [String]
  /// The ID of the pod on the other side that several of them share; `nil` if only a merge of all would bring them
  /// together.
  package var togetherIn: String?
  package var evidence: [Evidence]

  /// Collisions of containers that share a pod on the other side, and of a merge of the side with more pods.
  static func all(_ left: ComparedLayout, _ right: ComparedLayout) -> [PortCollision] {
    let mergesLeft = left.longRunning.count > right.longRunning.count
    return found(left, right, isMerged: mergesLeft) + found(right, left, isMerged: !mergesLeft)
  }

  private struct Key: Hashable {
    var namespace: String?
    var kind: Kind
    var what: String
  }

  private static func found(_ own: ComparedLayout, _ other: ComparedLayout, isMerged: Bool) -> [PortCollision] {
    var users: [Key: [(position: Int, evidence: Evidence?)]] = [:]
    for pod in own.longRunning {
      for position in own.layout.running(in: pod) {
        for (kind, what, evidence) in own.claims(of: position) {
          // Pods in different namespaces can't be merged, but a node has each host port once for all namespaces.
          let namespace = kind == .hostPort ? nil : own.layout.containers[position].namespace
          users[Key(namespace: namespace, kind: kind, what: what), default: []].append((position, evidence))
        }
      }
    }
    return users.compactMap { key, users in
      let pods = Set(users.map { own.layout.containers[$0.position].pod })
      guard pods.count > 1 else { return nil }
      let shared = Dictionary(
        grouping: users.compactMap { user in
          own.partners[user.position].map { (user, other.layout.containers[$0].pod) }
        }, by: \.1)
      // Only containers that are in different pods here.
      let together = shared.filter { _, users in
        Set(users.map { own.layout.containers[$0.0.position].pod }).count > 1
      }.min { $0.key < $1.key }
      guard together != nil || isMerged || key.kind == .hostPort else { return nil }
      let colliding = together?.value.map(\.0) ?? users
      return PortCollision(
        side: own.side, kind: key.kind, what: key.what,
        containers: colliding.map { own.layout.containers[$0.position].id },
        togetherIn: together.map { other.layout.pods[$0.key].id }, evidence: colliding.compactMap(\.evidence))
    }.sorted { $0.order < $1.order }
  }

  /// Those that share a pod on the other side come first.
  private var order: (Int, String, String, String) {
    (togetherIn == nil ? 1 : 0, kind.rawValue, what, containers.joined(separator: " "))
  }

  package var text: String {
    switch kind {
    case .containerPort: "port \(what)"
    case .hostPort: "host port \(what)"
    case .containerName: "name \(what)"
    }
  }

  /// What the collision means.
  package var meaning: String {
    if let togetherIn { return "they share \(togetherIn) on the other side" }
    return kind == .hostPort ? "their pods can't share a node" : "if all workloads were merged"
  }
}

extension ComparedLayout {
  /// What a container has that can be in a pod, or on a node, only once.
  fileprivate func claims(of position: Int) -> [(PortCollision.Kind, String, Evidence?)] {
    let container = layout.containers[position].container
    let written = self.written(position)
    var found: [(PortCollision.Kind, String, Evidence?)] = [
      (.containerName, container.name, written?["name"]?.evidence)
    ]
    for port in container.ports where port.number > 0 {
      let field = written?["ports"]?.items.first {
        $0["containerPort"]?.value.integer == port.number
          && $0["protocol"]?.value.text ?? "TCP" == port.transport
      }
      found.append((.containerPort, "\(port.number)/\(port.transport)", field?["containerPort"]?.evidence))
      // On the host network, a container's port is a port of the host.
      let isOnHost = layout.pods[layout.containers[position].pod].template.isOnHostNetwork
      if let hostPort = port.hostPort ?? (isOnHost ? port.number : nil) {
        let evidence = (field?["hostPort"] ?? field?["containerPort"])?.evidence
        found.append((.hostPort, "\(hostPort)/\(port.transport)", evidence))
      }
    }
    return found
  }
}
