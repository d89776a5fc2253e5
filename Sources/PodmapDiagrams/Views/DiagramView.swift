package import PodmapTopology

/// A way of looking at a topology: as boxes and lines, or as messages in their order.
package enum DiagramView: Sendable, Hashable, RawRepresentable {
  case flow(FlowView)
  case sequence(SequenceView)

  package static let allCases = FlowView.allCases.map(Self.flow) + SequenceView.allCases.map(Self.sequence)

  package init?(rawValue: String) {
    if let view = FlowView(rawValue: rawValue) {
      self = .flow(view)
    } else if let view = SequenceView(rawValue: rawValue) {
      self = .sequence(view)
    } else {
      return nil
    }
  }

  package var rawValue: String {
    switch self {
    case .flow(let view): view.rawValue
    case .sequence(let view): view.rawValue
    }
  }

  /// One sentence for the command line's help.
  package var help: String {
    switch self {
    case .flow(let view): view.help
    case .sequence(let view): view.help
    }
  }

  /// The part of a topology that the view is about, without drawing it.
  package func part(of topology: Topology) -> Topology {
    switch self {
    case .flow(let view): view.part(of: topology)
    case .sequence(.lifecycle): FlowView.workloads.part(of: topology)
    case .sequence(.traffic): FlowView.network.part(of: topology)
    }
  }
}
