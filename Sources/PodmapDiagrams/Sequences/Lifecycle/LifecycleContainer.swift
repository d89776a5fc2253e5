import PodmapManifests
import PodmapTopology

/// A participant of the diagram: a container, or several similar ones if a pod has very many.
struct LifecycleContainer {
  enum Restarts {
    case always, onFailure, never
  }

  /// In start order; never empty.
  private(set) var members: [Container]
  /// Whether the members differ in something that the diagram shows.
  private(set) var isMixed = false

  var first: Container { members[0] }
  var role: Container.Role { first.role }
  var life: ContainerLife? { isMixed ? nil : first.life.value }

  func probe(_ kind: Probe.Kind) -> Probe? {
    isMixed ? nil : first.probes.first { $0.kind == kind }
  }

  /// The same with other members.
  func mapped(_ change: (Container) -> Container) -> LifecycleContainer {
    var container = self
    container.members = members.map(change)
    return container
  }

  /// The names of the members with a preStop hook.
  var hooked: [String] { members.filter { $0.life.value?.preStop != nil }.map(\.name) }

  /// The names of the members with a probe of a kind.
  func probed(_ kind: Probe.Kind) -> [String] {
    members.filter { $0.probes.contains { $0.kind == kind } }.map(\.name)
  }

  var name: String { members.count == 1 ? first.name : "\(members.count) \(role.plural)" }

  /// The line below the name: "init 2", "sidecar 1", or the names of several containers.
  var detail: String {
    guard members.count == 1 else { return members.map(\.name).joined(separator: ", ").shortenedList(to: 60) }
    switch role {
    case .initial: return "init \(first.step ?? 1)"
    case .sidecar: return "sidecar \(first.step ?? 1)"
    case .app: return "app"
    case .ephemeral: return "ephemeral"
    }
  }

  /// The stop signal: the container's own, else that of its image or the runtime, which is SIGTERM.
  /// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-stop-signals
  var stopSignal: String {
    if isMixed, members.contains(where: { $0.life.value?.stopSignal != nil }) { return "each one's stop signal" }
    return life?.stopSignal.map { Shortened($0, limit: 12).text } ?? "SIGTERM"
  }
}

// MARK: - Many containers

extension LifecycleContainer {
  /// The columns of a pod: one for each container if they are few, else neighbours with the same life share one.
  static func all(of template: PodTemplate) -> [LifecycleContainer] {
    let each = template.containers.map { LifecycleContainer(members: [$0]) }
    guard each.count > Limit.lifecycleContainers.value else { return each }
    return joined(each)
  }

  /// Fewer columns: neighbours with the same life share one, and if these are too many, neighbours of one role.
  static func joined(_ columns: [LifecycleContainer]) -> [LifecycleContainer] {
    let alike = joined(columns) { $0.first.livesLike($1.first) }
    guard alike.count > Limit.lifecycleColumns.value else { return alike }
    return joined(alike) { $0.role == $1.role }
  }

  private static func joined(
    _ columns: [LifecycleContainer], where areJoined: (LifecycleContainer, LifecycleContainer) -> Bool
  ) -> [LifecycleContainer] {
    var result: [LifecycleContainer] = []
    for column in columns {
      if let last = result.last, areJoined(last, column) {
        let isMixed = last.isMixed || column.isMixed || !last.first.livesLike(column.first)
        result[result.count - 1].members += column.members
        result[result.count - 1].isMixed = isMixed
      } else {
        result.append(column)
      }
    }
    return result
  }
}

extension Container {
  fileprivate func livesLike(_ other: Container) -> Bool {
    role == other.role && probes == other.probes && life == other.life && restartPolicy == other.restartPolicy
      && pullPolicy == other.pullPolicy
  }
}

extension Container.Role {
  fileprivate var plural: String {
    switch self {
    case .initial: "init containers"
    case .sidecar: "sidecars"
    case .app: "app containers"
    case .ephemeral: "ephemeral containers"
    }
  }
}
