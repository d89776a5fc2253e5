internal import PodmapComparison
internal import PodmapManifests
package import PodmapTopology

/// What a template about an application sees.
package struct ApplicationModel: Sendable {
  private let input: LinkedInput
  private let topology: Topology
  private let title: String

  /// - Parameters:
  ///   - input: Read with its sources, for the comparison with another layout.
  ///   - chosen: The part of it that the document is about.
  package init(_ input: LinkedInput, chosen: Topology, title: String?) {
    self.input = input
    topology = chosen
    self.title = title ?? input.subject ?? "Application"
  }

  package var value: TemplateValue {
    let inventory = Inventory(topology, input.resources)
    return .fields([
      .title: .text(title),
      .subject: .text(input.subject ?? ""),
      .summary: .text(inventory.summary),
      .pods: inventory.pods,
      .containers: inventory.containers,
      .images: inventory.images,
      .services: inventory.services,
      .entries: inventory.entries,
      .ports: inventory.ports,
      .volumes: inventory.volumes,
      .configuration: inventory.configuration,
      .calls: inventory.calls,
      .findings: .list(input.diagnostics.map(\.model)),
      .diagrams: DiagramModel.value(of: topology, subject: title),
      .alternative: AlternativeModel.value(of: input, chosen: topology),
    ])
  }
}

extension Diagnostic {
  /// A message as a template sees it.
  var model: TemplateValue {
    .fields([
      .severity: .text(severity.rawValue),
      .message: .text(message),
      .place: .text(place.map { "\($0.file):\($0.line)" } ?? ""),
    ])
  }
}
