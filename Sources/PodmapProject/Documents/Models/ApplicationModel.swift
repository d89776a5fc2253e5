internal import PodmapComparison
internal import PodmapManifests
package import PodmapTopology

/// The values that a template about an application sees.
package struct ApplicationModel: Sendable {
  private let input: LinkedInput
  private let topology: Topology
  private let title: String

  /// The part of an input that a document is about; the input is read with its sources.
  package init(_ input: LinkedInput, chosen: Topology, title: String?) {
    self.input = input
    topology = chosen
    self.title = title ?? input.subject ?? "Application"
  }

  package var value: TemplateValue {
    let inventory = Inventory(topology, input.resources)
    let fields: [TemplateKey: TemplateValue] = [
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
    ]
    let others = [ReasonsModel.values(of: inventory.layout), AlternativeModel.values(of: input, chosen: topology)]
    return .fields(others.reduce(fields) { $0.merging($1) { own, _ in own } })
  }
}

extension Diagnostic {
  /// A message as a template sees it.
  var model: TemplateValue {
    .fields([
      .severity: .text(severity.rawValue),
      .message: .text(wholeMessage),
      .place: .text(place.map { "\($0.file):\($0.line)" } ?? ""),
    ])
  }
}
