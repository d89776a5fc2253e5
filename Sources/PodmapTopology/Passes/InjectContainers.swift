import PodmapManifests

extension Pass {
  /// Adds the containers that meshes and agents inject, if a pod or its namespace asks for them.
  static let injectContainers = Pass("inject containers") { builder in
    var namespaces: [String: [InjectionRequest]] = [:]
    for object in builder.objects where object.resource.kind == .namespace {
      let requests = InjectionRequest.all(inNamespace: object.resource)
      if !requests.isEmpty { namespaces[object.name] = requests }
    }
    for position in builder.objects.indices where !builder.objects[position].templates.isEmpty {
      guard builder.objects[position].resource.kind != .podTemplate else { continue }
      builder.objects[position].injectContainers(
        namespaces[builder.objects[position].innerNamespace] ?? [])
    }
  }

  /// Adds an edge from each injected container to what it calls, as far as the input has it.
  static let connectInjected = Pass("connect injected containers") { builder in
    for object in builder.objects where !object.injected.isEmpty {
      for injected in object.injected {
        for called in injectionTable[injected.request.row].calls {
          let containers = object.positions.containers[injected.template]
          guard containers.indices.contains(injected.container),
            object.templates[injected.template].containers[injected.container].role == .app,
            let service = builder.position(of: NodeID(.service, called.name, in: called.namespace))
          else { continue }
          builder.connect(
            containers[injected.container], service, .calls, label: String(called.port), certainty: .inferred,
            port: called.port, evidence: [injected.request.evidence])
        }
      }
    }
  }
}

/// A container that isn't in the manifest of its pod.
struct InjectedContainer: Sendable {
  var template: Int
  var container: Int
  var request: InjectionRequest
}

extension ObjectDescription {
  fileprivate mutating func injectContainers(_ namespace: [InjectionRequest]) {
    // Most pods ask for nothing.
    guard !namespace.isEmpty || templates.contains(where: { $0.injection.value != nil }),
      case .workload(var workload) = facts
    else { return }
    for index in templates.indices {
      let own = templates[index].injection.value ?? []
      // What the pod says counts more than what its namespace says.
      let all = own + namespace.filter { request in !own.contains { $0.row == request.row } }
      for request in all where request.isWanted && !workload.templates[index].isOnHostNetwork {
        for added in injectionTable[request.row].containers {
          guard !workload.templates[index].containers.contains(where: { $0.name == added.name }),
            !(added.unless.map { isSet($0, template: index) } ?? false)
          else { continue }
          var container = Container(name: added.name, role: added.role, ports: added.ports)
          container.injector = injectionTable[request.row].name
          let position = workload.templates[index].insert(container)
          for reference in references.indices where references[reference].origin.template == index {
            references[reference].origin.makeRoom(forContainer: position)
          }
          for earlier in injected.indices where injected[earlier].template == index {
            if injected[earlier].container >= position { injected[earlier].container += 1 }
          }
          injected.append(InjectedContainer(template: index, container: position, request: request))
        }
      }
    }
    templates = workload.templates
    facts = .workload(workload)
  }

  private func isSet(_ annotation: String, template: Int) -> Bool {
    let found = PodTemplateFinder.templates(of: podSource)
    guard found.indices.contains(template) else { return false }
    return found[template].value.at("metadata", "annotations")?[annotation]?.text == "true"
  }
}

extension ObjectDescription.Reference.Origin {
  /// The template that refers; `nil` for the object itself.
  fileprivate var template: Int? {
    switch self {
    case .object: nil
    case .container(let template, _), .volume(let template, _): template
    }
  }
}
