import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A diagram of an application, to be written as text or drawn as an image.
///
/// Every text is written when it is asked for. The same application gives the same text on every run and machine.
public struct Picture: Sendable {
  /// What a picture shows.
  public enum View: String, CaseIterable, Sendable {
    /// Pods with their containers, and the Services, configuration and storage they use.
    case workloads
    /// Where things run: cluster → nodes → pods → containers.
    case architecture
    /// The inside of each pod: network namespace, shared volumes, start order, limits.
    case pod
    /// The way in: outside → Ingress → Service → container port.
    case network
    /// Pods that keep data, their claims and volumes, and the classes of these.
    case storage
    /// ConfigMaps and Secrets, and who reads them.
    case configuration
    /// Accounts, roles and bindings, and the pods that run as them.
    case access
    /// Every object and every line.
    case everything
  }

  /// Where the lines of a picture lead.
  public enum Direction: String, CaseIterable, Sendable {
    case topToBottom, leftToRight
  }

  /// One Mermaid diagram of a picture.
  public struct Page: Sendable, Hashable {
    /// What belongs behind the name of a file, `[a-z0-9-]+`; nothing for the whole picture, or the overview.
    public let name: String?
    /// The heading of this page.
    public let title: String
    /// The whole text, which ends with a line end.
    public let mermaid: String
  }

  let drawing: FlowDrawing
  let messages: [PodmapManifests.Diagnostic]

  /// The heading.
  public var title: String { drawing.diagram.title }

  /// One sentence for readers who can't see the picture.
  public var summary: String { drawing.diagram.summary }

  /// Whether there is nothing to draw; the outputs are valid even so.
  public var isEmpty: Bool { drawing.diagram.cards.isEmpty }

  /// The picture as one Mermaid flowchart, however large it is.
  ///
  /// GitHub, and Mermaid with its own settings, draw up to 50,000 characters and 500 edges; `pages` and `markdown`
  /// keep within that.
  public var mermaid: String {
    MermaidFlowchartWriter().text(of: drawing.diagram)
  }

  /// The picture as Mermaid flowcharts that GitHub draws: itself where it is small enough, else an overview and then
  /// the parts, in which every object stands once.
  public var pages: [Page] {
    switch MermaidPages(drawing.diagram) {
    case .whole(let title, let text): [Page(name: nil, title: title, mermaid: text)]
    case .cut(let partition):
      [Page(name: nil, title: partition.overview.diagram.title, mermaid: partition.overview.text)]
        + partition.parts.map { Page(name: $0.name, title: $0.diagram.title, mermaid: $0.text) }
    }
  }

  /// All pages as one Markdown document, with an index where there are several.
  public var markdown: String { MermaidPages(drawing.diagram).markdown }

  /// The picture in the DOT language, as Graphviz's `dot` lays it out.
  public var dot: String {
    var text = ""
    DOTWriter().write(drawing.diagram, to: &text)
    return text
  }

  /// What the picture shows, as a graph with the evidence for each edge, in the format that `docs/json.md` describes.
  public var json: String {
    var text = ""
    let shown = drawing.whole.keeping { drawing.drawn[$0] }
    TopologyJSONWriter().write(shown, diagnostics: messages, to: &text)
    return text
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
