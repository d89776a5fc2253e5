import PodmapTopology

/// Whether a container can be scaled without scaling others.
package enum Scaling: Sendable, Hashable {
  case alone
  /// Only together with other containers, given by name.
  case with([String])
  case no(reason: String)
  case cannotTell

  /// "on its own", "only with backend, cache", "no: a Pod has no replicas"
  package var text: String {
    switch self {
    case .alone: "on its own"
    case .with(let names): "only with \(names.joined(separator: ", "))"
    case .no(let reason): "no: \(reason)"
    case .cannotTell: "can't be determined"
    }
  }
}

/// The consequences for a container of the pod that it is in.
package struct ContainerPlacement: Sendable, Hashable {
  package var id: String
  package var pod: String
  /// The names of the containers that are scheduled, scaled and moved to another node together with it.
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
      case .completions, .schedule: .no(reason: "it runs to completion")
      case .unstated: .cannotTell
      case .replicas: apps.isEmpty && member.container.role == .app ? .alone : .with(apps)
      }
  }
}

/// A container on both sides, or on the only side that has it.
package struct ContainerComparison: Sendable, Hashable {
  package var left: ContainerPlacement?
  package var right: ContainerPlacement?

  /// Whether the container shares its pod with containers of the same names, and scales the same way.
  package var isSame: Bool {
    left?.sharesPodWith.sorted() == right?.sharesPodWith.sorted() && left?.scaling == right?.scaling
  }

  package var id: String { right?.id ?? left?.id ?? "" }
}
