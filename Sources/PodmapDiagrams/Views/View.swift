package import PodmapTopology

/// A way of looking at a topology: as boxes and lines, or as messages in the order in which they are sent.
///
/// Each view is a value in its own file; what a command, a schema, a document or a test says about views comes
/// from `all`.
package enum View: Sendable, Hashable {
  case flow(FlowView)
  case sequence(SequenceView)

  /// The view that is drawn if none is named.
  package static let standard = View.flow(.workloads)

  /// Every view, in the order in which help and documents list them.
  package static let all: [View] = [
    .standard,
    .flow(.architecture), .flow(.pod), .flow(.network),
    .flow(.storage), .flow(.configuration), .flow(.access),  // one aspect each
    .flow(.everything), .sequence(.lifecycle), .sequence(.traffic),
  ]

  /// The view with a name; `nil` if there is none.
  package static func named(_ name: String) -> View? { all.first { $0.name == name } }

  package var name: String {
    switch self {
    case .flow(let view): view.name
    case .sequence(let view): view.name
    }
  }

  /// One sentence for the command line's help.
  package var help: String {
    switch self {
    case .flow(let view): view.help
    case .sequence(let view): view.help
    }
  }

  /// The options that change what the view shows.
  package var options: Set<ViewOption> {
    switch self {
    case .flow: [.direction, .legend]
    case .sequence(let view): view.options
    }
  }

  /// The part of a topology that the view is about, without drawing it.
  package func part(of topology: Topology) -> Topology {
    switch self {
    case .flow(let view): view.part(of: topology)
    case .sequence(let view): view.content.part(of: topology)
    }
  }
}

/// An option that only some views take.
package enum ViewOption: String, CaseIterable, Sendable {
  case direction, legend, steps, phase, from, to, possible

  /// The views that take the option.
  package var views: [View] { View.all.filter { $0.options.contains(self) } }
}
