import PodmapManifests

/// The pods and Services of the input whose annotations ask to be scraped by a Prometheus (`prometheus.io/scrape`).
struct ScrapeTargets: Sendable {
  struct Target: Sendable {
    /// The position of the container, the workload or the Service.
    var position: Int
    /// The position of the object.
    var owner: Int
    var namespace: String
    var port: Int?
    var evidence: Evidence
  }

  private var pods: [Target] = []
  private var services: [Target] = []

  /// Whether nothing asks to be scraped.
  var isEmpty: Bool { pods.isEmpty && services.isEmpty }

  init(_ objects: [ObjectDescription]) {
    for object in objects {
      if let service = object.service {
        if let target = Self.target(object, object.resource.root, FieldPath(), in: object.resource.file) {
          var target = target
          target.port = target.port ?? (service.ports.count == 1 ? service.ports[0].number : nil)
          services.append(target)
        }
      }
      guard !object.templates.isEmpty, object.resource.kind != .podTemplate else { continue }
      for (number, item) in PodTemplateFinder.templates(of: object.podSource).enumerated() {
        guard var target = Self.target(object, item.value, item.path, in: object.podSource.file) else { continue }
        if object.templates.indices.contains(number), object.positions.containers.indices.contains(number) {
          let owner = object.templates[number].containers.firstIndex { container in
            container.ports.contains { $0.number == target.port }
          }
          if let owner { target.position = object.positions.containers[number][owner] }
        }
        pods.append(target)
      }
    }
  }

  private static func target(_ object: ObjectDescription, _ value: Value, _ path: FieldPath, in file: String) -> Target?
  {
    guard let annotations = value.at("metadata", "annotations"), let scrape = annotations["prometheus.io/scrape"],
      scrape.text == "true"
    else { return nil }
    let place = path.appending("metadata").appending("annotations").appending("prometheus.io/scrape").text
    return Target(
      position: object.positions.object, owner: object.positions.object, namespace: object.innerNamespace,
      port: annotations["prometheus.io/port"]?.text.flatMap { Int($0) },
      evidence: Evidence(scrape, path: place, in: file))
  }

  /// What a job finds.
  func targets(of job: ScrapeJob) -> [Target] {
    let all = job.role == .pods ? pods : services
    return job.namespaces.isEmpty ? all : all.filter { job.namespaces.contains($0.namespace) }
  }
}
