import PodmapManifests

extension Finding {
  /// Probes and hooks that the kubelet can't run, because it can't find their port.
  static let probePorts = Finding("probe ports") { builder in
    builder.objects.flatMap { object in
      object.templates.indices.flatMap { template -> [Diagnostic] in
        let containers = object.templates[template].containers
        let faults = containers.map { Checked.all(of: $0).filter { $0.problem != nil } }
        guard faults.contains(where: { !$0.isEmpty }) else { return [] }
        let written = Dictionary(
          object.writtenContainers(template).map { ($0.container, $0.value) }, uniquingKeysWith: { first, _ in first })
        return containers.indices.compactMap { position in
          // A patch says neither the image nor the ports.
          guard !faults[position].isEmpty, !containers[position].image.isEmpty else { return nil }
          return .notRun(faults[position], containers, position, object, written[position])
        }
      }
    }
  }
}

/// A probe or hook of a container, and what is wrong with its port.
private struct Checked {
  /// "liveness probe"
  var words: String
  /// Where it is in the container.
  var field: [String]
  var problem: PortProblem?

  static func all(of container: Container) -> [Checked] {
    let probes = container.probes.map { probe in
      Checked(
        words: "\(probe.kind.rawValue) probe", field: ["\(probe.kind.rawValue)Probe"],
        problem: container.problem(with: probe.action))
    }
    let hooks = [("postStart", container.life.value?.postStart), ("preStop", container.life.value?.preStop)]
    return probes
      + hooks.compactMap { name, action in
        action.map {
          Checked(words: "\(name) hook", field: ["lifecycle", name], problem: container.problem(with: $0))
        }
      }
  }

  func place(in container: Value?, _ file: String) -> Place? {
    let value = field.reduce(container) { $0?[$1] }
    let port = ["httpGet", "tcpSocket", "grpc"].firstNonNil { value?.at($0, "port") }
    return (port ?? value)?.place(in: file)
  }
}

extension Diagnostic {
  fileprivate static func notRun(
    _ faults: [Checked], _ containers: [Container], _ position: Int, _ object: ObjectDescription, _ written: Value?
  ) -> Diagnostic {
    let who = "the container '\(containers[position].name.shortened())' of \(object.words)"
    let what = faults.map { "its \($0.words) (\($0.problem?.port ?? ""))" }.joined(separator: " and ")
    return Diagnostic(
      .warning, at: faults[0].place(in: written, object.podSource.file) ?? object.resource.place, topic: .probePort,
      about: [object.id.text],
      "\(who) doesn't have the \(faults.count == 1 ? "port" : "ports") of \(what), so the kubelet can't run "
        + "\(faults.count == 1 ? "it" : "them"); \(advice(faults[0].problem, containers, position))")
  }

  private static func advice(_ problem: PortProblem?, _ containers: [Container], _ position: Int) -> String {
    switch problem {
    case .undeclared(let name)?:
      if let other = containers.first(where: { $0.ports.contains { $0.name == name } }) {
        return "the port with that name is of the container '\(other.name.shortened())': use its number"
      }
      let names = containers[position].ports.compactMap(\.name)
      return names.isEmpty
        ? "give the containerPort the name '\(name.shortened())', or use its number"
        : "use a number, or one of these names: \(names.listed)"
    case .notANumber?: return "write the number of the port"
    default: return "use a number between 1 and 65535"
    }
  }
}

extension PortProblem {
  /// "port 'metrics'", "port 70000"
  fileprivate var port: String {
    switch self {
    case .undeclared(let name): "port '\(name.shortened())'"
    case .outOfRange(let number): "port \(number.shortened())"
    case .notANumber(let name): "gRPC port '\(name.shortened())'"
    }
  }
}
