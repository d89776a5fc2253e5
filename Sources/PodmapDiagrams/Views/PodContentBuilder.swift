import PodmapTopology

/// Builds the contents of a pod from its template.
struct PodContentBuilder {
  private let template: PodTemplate
  /// The identity that those of containers and volumes begin with.
  private let base: String
  private let form: PodContent.Form
  /// Whether each container shows all of its own settings.
  private let isDetailed: Bool

  init(_ template: PodTemplate, base: String, form: PodContent.Form, isDetailed: Bool) {
    self.template = template
    self.base = base
    self.form = form
    self.isDetailed = isDetailed
  }

  func pod(_ names: inout ElementNames) -> PodContent {
    PodContent(
      form: form,
      containers: template.containers.map { container in
        PodContent.Container(
          id: names.name(for: identity(of: container)), role: role(of: container), name: container.name,
          image: container.injector.map { "injected by \($0)" } ?? container.image, ports: container.ports.map(\.text),
          pattern: container.pattern.flatMap { PodContent.Container.Pattern($0) },
          lines: lines(of: container))
      },
      volumes: volumes.map { volume in
        PodContent.Volume(
          id: names.name(for: identity(of: volume)), name: volume.name, source: volume.source.text,
          mounts: volume.mounts.map {
            PodContent.Volume.Mount(
              container: $0.container, path: $0.path, isReadOnly: $0.isReadOnly || volume.isReadOnly)
          })
      },
      shared: shared)
  }

  /// The identities of the nodes that the elements of a pod represent.
  func identities(_ pod: PodContent?) -> [(identity: String, id: ElementID)] {
    guard let pod else { return [] }
    return zip(template.containers, pod.containers).map { (identity(of: $0), $1.id) }
      + zip(volumes, pod.volumes).map { (identity(of: $0), $1.id) }
  }

  private func identity(of container: Container) -> String { NodeID(base).inner(container.key).text }

  private func identity(of volume: Volume) -> String { NodeID(base).inner("volume:\(volume.name)").text }

  /// Every volume if the inside of the pod is the subject; otherwise those of the pod itself and those that its
  /// containers share.
  private var volumes: [Volume] {
    template.volumes.filter { isDetailed || $0.isOwnNode || Set($0.mounts.map(\.container)).count > 1 }
  }

  private func role(of container: Container) -> PodContent.Container.Role {
    switch container.role {
    case .initial: .initial(step: container.step ?? 1)
    case .sidecar: .sidecar(step: container.step ?? 1)
    case .app: .app
    case .ephemeral: .ephemeral
    }
  }

  private func lines(of container: Container) -> [String] {
    guard isDetailed else { return [] }
    var lines: [String] = []
    if !container.requests.isEmpty { lines.append("requests \(container.requests.joined(separator: ", "))") }
    if !container.limits.isEmpty { lines.append("limits \(container.limits.joined(separator: ", "))") }
    lines += container.security
    let probes = container.probes.map(\.kind.rawValue)
    if !probes.isEmpty { lines.append("probes \(probes.joined(separator: ", "))") }
    lines.append("restarts \(restarts(of: container))")
    return lines
  }

  /// When the kubelet restarts the container, according to the documentation of the pod lifecycle.
  private func restarts(of container: Container) -> String {
    let policy = container.restartPolicy ?? template.restartPolicy
    switch (container.role, policy) {
    case (.ephemeral, _): return "never"
    case (.sidecar, _): return "always"
    case (.initial, "Never"): return "never"
    case (.initial, _): return "on failure"
    case (_, "Always"): return "always"
    case (_, "OnFailure"): return "on failure"
    case (_, "Never"): return "never"
    default: return policy
    }
  }

  private var shared: [String] {
    guard isDetailed || template.containers.count > 1 || !template.hostNamespaces.isEmpty else { return [] }
    var lines: [String] = []
    let ports = template.containers.filter { $0.role != .initial }.flatMap { $0.ports.map { String($0.number) } }
    let isHostNetwork = template.hostNamespaces.contains("network")
    let network = isHostNetwork ? "the node's network" : "one network namespace and pod IP"
    if isDetailed {
      lines.append(
        ports.isEmpty ? network : "\(network); localhost reaches \(ports.joined(separator: ", ").shortenedList(to: 60))"
      )
      lines.append(template.hostNamespaces.contains("IPC") ? "the node's IPC namespace" : "one IPC namespace")
    } else if isHostNetwork {
      lines.append(network)
    } else if template.containers.filter({ $0.role != .initial }).count > 1 {
      lines.append(PodContent.sharedNetwork)
    }
    if template.hostNamespaces.contains("PID") {
      lines.append("the node's process namespace")
    } else if template.sharesProcessNamespace {
      lines.append("one process namespace")
    }
    return lines
  }
}

extension PodContent.Container.Pattern {
  /// `nil` if the role, which is next to it, says everything.
  fileprivate init?(_ pattern: ContainerPattern) {
    guard pattern.isTelling else { return nil }
    self.init(word: pattern.name.rawValue, line: pattern.text)
  }
}

extension Container.Port {
  /// "8080/UDP dns"; TCP is omitted.
  var text: String {
    var text = transport == "TCP" ? "\(number)" : "\(number)/\(transport)"
    if let hostPort { text = "host \(hostPort) → \(text)" }
    return name.map { "\(text) \($0)" } ?? text
  }
}

extension Volume.Source {
  /// "emptyDir", "ConfigMap settings", "host path /var/log"
  package var text: String {
    switch self {
    case .pod(let name): name
    case .hostPath(let path): "host path \(path)"
    case .object(let kind, let name): "\(kind) \(name)"
    case .claimTemplate: "claim for each pod"
    case .projected(let sources): sources.joined(separator: ", ")
    case .driver(let name): name
    case .undeclared: "undeclared"
    }
  }
}
