import PodmapTopology

/// Whether the number of a container's instances can be set without that of others.
package enum Scaling: Sendable, Hashable {
  case alone
  /// Only together with other containers, by their names.
  case with([String])
  case no(reason: String)
  case cannotTell

  /// "by itself", "only with backend, cache", "no: a Pod has no replicas"
  package var text: String {
    switch self {
    case .alone: "by itself"
    case .with(let names): "only with \(names.joined(separator: ", "))"
    case .no(let reason): "no: \(reason)"
    case .cannotTell: "can't be told"
    }
  }
}

/// What it means for a container where it stands.
package struct ContainerPlace: Sendable, Hashable {
  package var id: String
  package var pod: String
  /// The names of the containers that are restarted on another node, scaled and scheduled with it.
  package var sharesPodWith: [String]
  package var scaling: Scaling

  init(_ position: Int, of layout: Layout) {
    let member = layout.containers[position]
    let pod = layout.pods[member.pod]
    id = member.id
    self.pod = pod.id
    let others = pod.containers.filter { $0 != position }.map { layout.containers[$0].container }
    sharesPodWith = others.map(\.name)
    let apps = others.filter { $0.role == .app }.map(\.name)
    scaling =
      switch pod.scale {
      case _ where pod.kind == "Pod": .no(reason: "a Pod has no replicas")
      case .onePerNode: .no(reason: "one pod per node")
      case .completions, .schedule: .no(reason: "it runs to its end")
      case .unstated: .cannotTell
      case .replicas: apps.isEmpty && member.container.role == .app ? .alone : .with(apps)
      }
  }
}

/// A container on both sides, or on the one that has it.
package struct ContainerComparison: Sendable, Hashable {
  package var left: ContainerPlace?
  package var right: ContainerPlace?

  /// Whether the container shares its pod with the same names, and scales the same way.
  package var isSame: Bool {
    left?.sharesPodWith.sorted() == right?.sharesPodWith.sorted() && left?.scaling == right?.scaling
  }

  package var id: String { right?.id ?? left?.id ?? "" }
}
