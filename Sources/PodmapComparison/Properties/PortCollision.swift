import PodmapManifests
package import PodmapTopology

/// What containers of different pods of one side would both have in one pod: a port, or a name.
package struct PortCollision: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case containerPort, hostPort, containerName
  }

  /// The side on which they stand in different pods.
  package var side: Side
  package var kind: Kind
  /// "8080/TCP", "proxy"
  package var what: String
  /// The ids of the containers.
  package var containers: [String]
  /// The id of the pod on the other side that two or more of them share; nothing where it takes a merge of all.
  package var togetherIn: String?
  package var evidence: [Evidence]

  /// Collisions where the other side has the containers in one pod, and those of a merge of the side with more pods.
  static func all(_ left: LayoutSide, _ right: LayoutSide) -> [PortCollision] {
    let mergesLeft = left.lasting.count > right.lasting.count
    return found(left, right, isMerged: mergesLeft) + found(right, left, isMerged: !mergesLeft)
  }

  private struct Key: Hashable {
    var namespace: String?
    var kind: Kind
    var what: String
  }

  private static func found(_ own: LayoutSide, _ other: LayoutSide, isMerged: Bool) -> [PortCollision] {
    var users: [Key: [(position: Int, evidence: Evidence?)]] = [:]
    for pod in own.lasting {
      for position in own.layout.running(in: pod) {
        for (kind, what, evidence) in own.claims(of: position) {
          // Pods of different namespaces are never one; a node has each host port once for all.
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
      // Only those that stand in different pods here.
      let together = shared.filter { _, users in
        Set(users.map { own.layout.containers[$0.0.position].pod }).count > 1
      }.min { $0.key < $1.key }
      guard together != nil || isMerged || key.kind == .hostPort else { return nil }
      let meant = together?.value.map(\.0) ?? users
      return PortCollision(
        side: own.side, kind: key.kind, what: key.what, containers: meant.map { own.layout.containers[$0.position].id },
        togetherIn: together.map { other.layout.pods[$0.key].id }, evidence: meant.compactMap(\.evidence))
    }.sorted { $0.order < $1.order }
  }

  /// What the other side has in one pod stands first.
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
    return kind == .hostPort ? "their pods can't be on one node" : "if all workloads were merged"
  }
}

extension LayoutSide {
  /// What of a container can be in a pod, or on a node, only once.
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
      // On the host's network a port is one of the host.
      let isOnHost = layout.pods[layout.containers[position].pod].template.isOnHostNetwork
      if let hostPort = port.hostPort ?? (isOnHost ? port.number : nil) {
        let evidence = (field?["hostPort"] ?? field?["containerPort"])?.evidence
        found.append((.hostPort, "\(hostPort)/\(port.transport)", evidence))
      }
    }
    return found
  }
}

extension PodTemplate {
  var isOnHostNetwork: Bool { hostNamespaces.contains("network") }
}
