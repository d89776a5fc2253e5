package import PodmapTopology

/// A way of looking at a topology as messages in the order in which they are sent.
package enum SequenceView: String, CaseIterable, Sendable {
  /// How pods start, run and stop.
  case lifecycle
  /// How a request travels.
  case traffic

  /// One sentence for the command line's help.
  package var help: String {
    switch self {
    case .lifecycle: "how each pod starts, runs and stops, as a sequence diagram"
    case .traffic: "how a request travels through the containers, as a sequence diagram"
    }
  }

  /// Draws a topology: one diagram, or several that each stand for themselves.
  package func drawings(of topology: Topology, _ options: SequenceOptions = SequenceOptions()) -> [SequenceDrawing] {
    switch self {
    case .lifecycle: LifecycleView(topology, options).drawings
    case .traffic: TrafficView(topology, options).drawings
    }
  }
}

/// A sequence diagram with a name of its own among the others of its view.
package struct SequenceDrawing: Sendable {
  /// The `PART` of a file's name where there are several: "web", "web-stop".
  package let name: String
  package let diagram: SequenceDiagram
  /// What is not in the picture, and why: told on standard error as well.
  package let remarks: [String]

  init(name: String, diagram: SequenceDiagram, remarks: [String] = []) {
    self.name = name
    self.diagram = diagram
    self.remarks = remarks
  }
}

/// What the user decides about a sequence diagram.
package struct SequenceOptions: Sendable {
  /// How much is told.
  package enum Detail: String, CaseIterable, Sendable {
    /// Four participants: user, Kubernetes API, pod, container.
    case simple
    /// Everybody who acts.
    case full
  }

  /// A part of a pod's life.
  package enum Phase: String, CaseIterable, Sendable {
    case start, run, stop
    /// The whole life in one diagram, however wide it becomes.
    case all
  }

  /// The whole heading; made from the subject and the view where it is not given.
  package var title: String?
  /// What is drawn: the name of the input.
  package var subject: String?
  package var detail: Detail
  /// Nothing where the view chooses: everything in one diagram while that fits a page, else one for each phase.
  package var phase: Phase?
  /// The nodes that the user's name for the beginning of traffic may mean, and those for its end; the ones count that
  /// take part in traffic.
  package var from: [Int]?
  package var to: [Int]?

  package init(
    title: String? = nil, subject: String? = nil, detail: Detail = .full, phase: Phase? = nil, from: [Int]? = nil,
    to: [Int]? = nil
  ) {
    self.title = title
    self.subject = subject
    self.detail = detail
    self.phase = phase
    self.from = from
    self.to = to
  }
}
