import PodmapManifests

extension Finding {
  /// Ports that two containers of one pod declare, although they share one network.
  ///
  /// Init containers have ended when the others run; native sidecars haven't.
  static let portCollisions = Finding("port collisions") { builder in
    builder.objects.flatMap { object in
      object.templates.indices.flatMap { index in collisions(in: index, of: object) }
    }
  }

  private static func collisions(in index: Int, of object: ObjectDescription) -> [Diagnostic] {
    let containers = object.templates[index].containers
    guard containers.count > 1 else { return [] }
    var owners: [Key: Int] = [:]
    var found: [Diagnostic] = []
    for (position, container) in containers.enumerated() where container.role == .app || container.role == .sidecar {
      for (number, port) in container.ports.enumerated() where port.number > 0 {
        let key = Key(number: port.number, transport: port.transport)
        guard let owner = owners[key] else {
          owners[key] = position
          continue
        }
        guard owner != position else { continue }
        let place = place(ofPort: number, container: position, template: index, in: object)
        found.append(.collision(key.text, containers[owner].name, container.name, object, place))
      }
    }
    return found
  }

  private struct Key: Hashable {
    var number: Int
    var transport: String
    var text: String { "\(number)/\(transport)" }
  }

  private static func place(
    ofPort port: Int, container: Int, template: Int, in object: ObjectDescription
  ) -> Place {
    guard let raw = object.writtenContainer(container, template: template)?.value else { return object.resource.place }
    let ports = (raw["ports"]?.items ?? []).compactMap { $0["containerPort"] }.filter { $0.integer != nil }
    return (ports.indices.contains(port) ? ports[port] : raw).place(in: object.podSource.file)
  }
}

extension Diagnostic {
  fileprivate static func collision(
    _ port: String, _ one: String, _ other: String, _ object: ObjectDescription, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: place, topic: .portCollision, about: [object.id.text],
      "the containers '\(one.shortened())' and '\(other.shortened())' of \(object.words) both declare port \(port) "
        + "but share one network; make one of them listen on another port")
  }
}
