import PodmapManifests

extension Pass {
  /// Recognises what the containers of a pod do for each other: who calls whom on localhost, who writes and who reads.
  static let recognisePatterns = Pass("recognise patterns") { builder in
    let concerned = builder.objects.indices.filter {
      builder.objects[$0].templates.contains { $0.containers.count > 1 }
    }
    guard !concerned.isEmpty else { return }
    let surroundings = PodSurroundings(builder)
    let objects = builder.objects
    let found = concurrentFlatMap(concerned) { position in
      let object = objects[position]
      return object.templates.indices.filter { object.templates[$0].containers.count > 1 }.flatMap { index in
        let pod = PodOfContainers(object, template: index, surroundings)
        return pod.template.containers.indices.compactMap { container in
          pod.pattern(of: container).map { (object: position, template: index, container: container, pattern: $0) }
        }
      }
    }
    for one in found {
      builder.setPattern(one.pattern, of: objects[one.object], template: one.template, container: one.container)
    }
  }
}

extension TopologyBuilder {
  fileprivate mutating func setPattern(
    _ pattern: ContainerPattern, of object: ObjectDescription, template: Int, container: Int
  ) {
    update(object.positions.object) { node in
      guard case .workload(var workload) = node.facts else { return }
      workload.templates[template].containers[container].pattern = pattern
      node.facts = .workload(workload)
    }
    update(object.positions.containers[template][container]) { node in
      guard case .container(var own) = node.facts else { return }
      own.pattern = pattern
      node.facts = .container(own)
    }
  }
}

extension PodOfContainers {
  /// The first pattern that fits; the more specific ones come first.
  func pattern(of container: Int) -> ContainerPattern? {
    if let injector = template.containers[container].injector {
      let request = object.injected.first { $0.template == index && $0.container == container }
      let name: ContainerPattern.Name = template.containers[container].role == .initial ? .initial : .sidecar
      return ContainerPattern(name, "injected by \(injector)", evidence: request.map { [$0.request.evidence] } ?? [])
    }
    return switch template.containers[container].role {
    case .initial: purpose(ofInit: container)
    case .ephemeral: nil
    case .app, .sidecar:
      ambassador(container) ?? adapter(container) ?? sharer(container) ?? helper(container)
        ?? nativeSidecar(container)
    }
  }

  /// An init container that keeps running alongside the others.
  private func nativeSidecar(_ container: Int) -> ContainerPattern? {
    guard template.containers[container].role == .sidecar else { return nil }
    let raw = written[container]
    let evidence =
      object.isShaped
      ? nil
      : raw.flatMap { raw in
        raw.value["restartPolicy"].map {
          Evidence($0, path: raw.path.appending("restartPolicy").text, in: object.podSource.file)
        }
      }
    return ContainerPattern(
      .sidecar, "starts before the app containers and runs alongside them", isTelling: false,
      evidence: evidence.map { [$0] } ?? [])
  }
}
