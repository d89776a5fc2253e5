package import PodmapTopology

/// A way of looking at a topology as messages in the order in which they are sent.
package struct SequenceView: Sendable {
  /// The name that users write: `traffic`.
  package let name: String
  /// One sentence for the command line's help.
  package let help: String
  /// The options that it takes.
  package let options: Set<ViewOption>
  /// The flow view that shows the objects that this view is about.
  package let content: FlowView
  private let draw: @Sendable (Topology, SequenceOptions) -> [Result]

  init(
    name: String, help: String, options: Set<ViewOption>, content: FlowView,
    draw: @escaping @Sendable (Topology, SequenceOptions) -> [Result]
  ) {
    self.name = name
    self.help = help
    self.options = options
    self.content = content
    self.draw = draw
  }

  /// Draws a topology: one diagram, or several that don't depend on each other.
  package func drawings(of topology: Topology, _ options: SequenceOptions = SequenceOptions()) -> [Result] {
    draw(topology, options)
  }
}

extension SequenceView: Hashable, CustomStringConvertible {
  package static func == (left: SequenceView, right: SequenceView) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  package var description: String { name }
}

extension SequenceView {
  /// One of the sequence diagrams of a view, with its own name.
  package struct Result: Sendable {
    /// The `PART` of a file's name if there are several: "web", "web-stop".
    package let name: String
    package let diagram: SequenceDiagram
    /// What the diagram leaves out, and why: also reported on standard error.
    package let remarks: [String]
    /// What it shows, for an overview: "How Deployment web starts".
    let heading: String
    /// The names of the objects that it is about.
    let about: [String]

    init(
      name: String, diagram: SequenceDiagram, remarks: [String] = [], heading: String? = nil, about: [String] = []
    ) {
      self.name = name
      self.diagram = diagram
      self.remarks = remarks
      self.heading = heading ?? diagram.title
      self.about = about
    }
  }
}

/// The user's choices for a sequence diagram.
package struct SequenceOptions: Sendable {
  /// How many steps of a pod's life are shown, and how many participants.
  package enum Steps: String, CaseIterable, Sendable {
    /// Four participants: user, Kubernetes API, pod, container.
    case simple
    /// Every component that acts.
    case full
  }

  /// A phase of a pod's life.
  package enum Phase: String, CaseIterable, Sendable {
    case start, run, stop
    /// All phases in one diagram, however wide it becomes.
    case all
  }

  /// The complete heading; `nil` to make it from the subject and the view.
  package var title: String?
  /// The name of the input that is drawn.
  package var subject: String?
  package var steps: Steps
  /// `nil` to let the view choose: one diagram if it fits a page, otherwise one for each phase.
  package var phase: Phase?
  /// The nodes that the user's names for the start and the end of traffic may mean; only those that send or receive
  /// traffic count.
  package var from: [Int]?
  package var to: [Int]?
  /// Whether calls of the certainty `possible` are drawn.
  package var showsPossible: Bool

  package init(
    title: String? = nil, subject: String? = nil, steps: Steps = .simple, phase: Phase? = nil, from: [Int]? = nil,
    to: [Int]? = nil, showsPossible: Bool = false
  ) {
    self.title = title
    self.subject = subject
    self.steps = steps
    self.phase = phase
    self.from = from
    self.to = to
    self.showsPossible = showsPossible
  }
}
