package import PodmapTopology

/// A way of looking at a topology as boxes and lines.
package enum FlowView: String, CaseIterable, Sendable {
  /// Pods with their containers, and what they use: the default.
  case workloads
  /// Cluster → nodes → pods → containers.
  case architecture
  /// The inside of each pod: what its containers share, and what each has for itself.
  case pod
  /// From the outside through entries and Services to the ports of containers, and what these call.
  case network
  /// Claims, volumes and classes, and the pods that keep data.
  case storage
  /// ConfigMaps and Secrets, and who reads them.
  case configuration
  /// Accounts, roles and bindings, and the pods that run as them.
  case access
  /// Every object and every line.
  case everything

  /// One sentence for the command line's help.
  package var help: String {
    switch self {
    case .workloads: "pods with their containers, and the Services, configuration and storage they use"
    case .architecture: "where things run: cluster, nodes, pods, containers"
    case .pod: "the inside of each pod: network, volumes, start order, limits"
    case .network: "the way in: outside, Ingress, Service, container port; and who calls whom"
    case .storage: "pods that keep data, their claims and volumes, and the classes of these"
    case .configuration: "ConfigMaps and Secrets, and who reads them"
    case .access: "accounts, roles and bindings, and the pods that run as them"
    case .everything: "every object and every line"
    }
  }

  /// Draws a topology.
  package func drawing(of topology: Topology, _ options: ViewOptions = ViewOptions()) -> FlowDrawing {
    var canvas = Canvas(topology)
    draw(on: &canvas)
    let diagram = canvas.diagram(
      title: options.title ?? options.subject.map { "\($0): \(rawValue)" } ?? rawValue.capitalizedFirst,
      direction: options.direction, showsLegend: options.showsLegend)
    return FlowDrawing(diagram: diagram, whole: topology, drawn: canvas.drawn, elements: canvas.elements)
  }

  /// The part of a topology that the view shows, without drawing it.
  package func part(of topology: Topology) -> Topology {
    var canvas = Canvas(topology, onlyChoosing: true)
    draw(on: &canvas)
    let drawn = canvas.drawn
    return topology.keeping { drawn[$0] }
  }

  private func draw(on canvas: inout Canvas) {
    switch self {
    case .workloads: canvas.drawWorkloads()
    case .architecture: canvas.drawArchitecture()
    case .pod: canvas.drawPods()
    case .network: canvas.drawNetwork()
    case .storage: canvas.drawStorage()
    case .configuration: canvas.drawConfiguration()
    case .access: canvas.drawAccess()
    case .everything: canvas.drawEverything()
    }
    canvas.drawHandWritten()
  }
}

/// A picture, and the part of the topology that it shows.
package struct FlowDrawing: Sendable {
  package let diagram: FlowDiagram
  /// What the picture was made from.
  package let whole: Topology
  /// Which nodes of the whole are drawn.
  package let drawn: [Bool]
  /// The element that stands for each node of the whole.
  package let elements: [ElementID?]
}

/// What the user decides about a picture.
package struct ViewOptions: Sendable {
  /// The whole heading; made from the subject and the view where it is not given.
  package var title: String?
  /// What is drawn: the name of the input.
  package var subject: String?
  package var direction: FlowDiagram.Direction?
  package var showsLegend: Bool

  package init(
    title: String? = nil, subject: String? = nil, direction: FlowDiagram.Direction? = nil, showsLegend: Bool = true
  ) {
    self.title = title
    self.subject = subject
    self.direction = direction
    self.showsLegend = showsLegend
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
