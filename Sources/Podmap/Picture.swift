import PodmapDiagrams
import PodmapProject
import PodmapTopology

/// A diagram of an application, which can be written as text or rendered as an image.
///
/// Texts are written on demand. The same application gives the same text on every run and machine.
public struct Picture: Sendable {
  /// What a picture shows.
  public enum View: String, CaseIterable, Sendable {
    /// Pods with their containers, and the Services, configuration and storage they use.
    case workloads
    /// Where things run: cluster → nodes → pods → containers.
    case architecture
    /// The inside of each pod: network namespace, shared volumes, start order, limits.
    case pod
    /// Entry points: outside → Ingress → Service → container port.
    case network
    /// Pods that keep data, their claims and volumes, and the storage classes of those.
    case storage
    /// ConfigMaps and Secrets, and what reads them.
    case configuration
    /// Accounts, roles and bindings, and the pods that run as them.
    case access
    /// Every object and every edge.
    case everything
  }

  /// The main direction of the lines of a picture.
  public enum Direction: String, CaseIterable, Sendable {
    case topToBottom, leftToRight
  }

  /// How many steps a picture of a lifecycle shows.
  public enum Steps: String, CaseIterable, Sendable {
    /// Four participants: user, Kubernetes API, pod, container.
    case simple
    /// Every component that acts.
    case full
  }

  /// A part of a pod's life.
  public enum Phase: String, CaseIterable, Sendable {
    case start, run, stop
    /// The whole life in one picture, however wide it becomes.
    case all
  }

  /// One Mermaid diagram of a picture.
  public struct Page: Sendable, Hashable {
    /// A suffix for file names, `[a-z0-9-]+`; `nil` for a picture with one page, and for the overview.
    public let name: String?
    /// The heading of this page.
    public let title: String
    /// The complete text, which ends with a newline.
    public let mermaid: String
  }

  let diagram: Diagram
  /// What the picture shows, as JSON.
  private let graph: @Sendable () -> String

  enum Diagram: Sendable {
    case flow(FlowDiagram)
    case sequence(SequenceDiagram)
  }

  init(_ diagram: Diagram, json: @escaping @Sendable () -> String) {
    self.diagram = diagram
    graph = json
  }

  /// The heading.
  public var title: String {
    switch diagram {
    case .flow(let diagram): diagram.title
    case .sequence(let diagram): diagram.title
    }
  }

  /// One sentence for readers who can't see the picture.
  public var summary: String {
    switch diagram {
    case .flow(let diagram): diagram.summary
    case .sequence(let diagram): diagram.summary
    }
  }

  /// Whether there is nothing to draw; the outputs are valid nonetheless.
  public var isEmpty: Bool {
    switch diagram {
    case .flow(let diagram): diagram.cards.isEmpty
    case .sequence(let diagram): diagram.participants.isEmpty
    }
  }

  /// The picture as one Mermaid diagram, however large it is.
  ///
  /// GitHub, and Mermaid with default settings, draw up to 50,000 characters and 500 edges; `pages` and `markdown` stay
  /// within these limits.
  public var mermaid: String {
    switch diagram {
    case .flow(let diagram): diagram.wholeMermaid
    case .sequence(let diagram): MermaidSequenceWriter().text(of: diagram)
    }
  }

  /// The picture as Mermaid diagrams that GitHub draws: one if it is small enough, otherwise an overview and then the
  /// parts, in which every object is shown once. A sequence diagram is never divided.
  public var pages: [Page] {
    guard case .flow(let diagram) = diagram else { return [Page(name: nil, title: title, mermaid: mermaid)] }
    return switch MermaidParts(diagram) {
    case .whole(let title, let text): [Page(name: nil, title: title, mermaid: text)]
    case .cut(let partition):
      [Page(name: nil, title: partition.overview.diagram.title, mermaid: partition.overview.text)]
        + partition.parts.map { Page(name: $0.name, title: $0.diagram.title, mermaid: $0.text) }
    }
  }

  /// All pages as one Markdown document, with an index if there are several.
  public var markdown: String {
    switch diagram {
    case .flow(let diagram): MermaidParts(diagram).markdown
    case .sequence: MarkdownDocument(title: title, mermaid: mermaid).text
    }
  }

  /// The picture in the DOT language, as Graphviz's `dot` lays it out.
  public var dot: String { text(by: DOTWriter(), isPlaced: false) }

  /// `isPlaced` says whether the text contains the positions of a condensed diagram.
  func text(by writer: DOTWriter, isPlaced: Bool) -> String {
    switch diagram {
    case .flow(let diagram): return diagram.wholeDOT(writer, isPlaced: isPlaced)
    case .sequence(let diagram):
      var text = ""
      writer.write(diagram, to: &text)
      return text
    }
  }

  /// What the picture shows, in the format that `docs/json.md` describes: a graph with the evidence for each edge. For
  /// a picture of a comparison it is the comparison, in the format that `docs/compare.md` describes.
  public var json: String { graph() }
}

extension Picture {
  /// One drawing of an application; a hand-written diagram has no view.
  init(_ drawing: Drawing, of application: Application, _ view: PodmapDiagrams.View?) {
    let (input, topology) = (application.input, application.topology)
    @Sendable func json(_ part: Topology) -> String {
      var text = ""
      TopologyJSONWriter().write(part, diagnostics: input.diagnostics, to: &text)
      return text
    }
    switch drawing {
    case .flow(let drawing):
      self.init(.flow(drawing.diagram)) {
        var text = ""
        TopologyJSONWriter().write(
          drawing.whole.keeping { drawing.drawn[$0] }, diagnostics: input.diagnostics,
          condensed: CondensedJSON(drawing), to: &text)
        return text
      }
    case .sequence(let drawing):
      self.init(.sequence(drawing.diagram)) { json(view?.part(of: topology) ?? topology) }
    }
  }
}

extension Picture.View {
  var inDiagrams: FlowView {
    switch self {
    case .workloads: .workloads
    case .architecture: .architecture
    case .pod: .pod
    case .network: .network
    case .storage: .storage
    case .configuration: .configuration
    case .access: .access
    case .everything: .everything
    }
  }
}

extension Picture.Direction {
  var inDiagrams: FlowDiagram.Direction {
    switch self {
    case .topToBottom: .topToBottom
    case .leftToRight: .leftToRight
    }
  }
}

extension Picture.Steps {
  var inDiagrams: SequenceOptions.Steps {
    switch self {
    case .simple: .simple
    case .full: .full
    }
  }
}

extension Picture.Phase {
  var inDiagrams: SequenceOptions.Phase {
    switch self {
    case .start: .start
    case .run: .run
    case .stop: .stop
    case .all: .all
    }
  }
}
