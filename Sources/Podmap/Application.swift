import PodmapDiagrams
import PodmapManifests
import PodmapTopology

/// A Kubernetes application as its manifests describe it: pods, the containers in each pod, and how they reach each
/// other.
///
/// Reading runs nothing and opens no connection. Values of Secrets and of environment variables reach no picture. The
/// same input gives the same application, in whatever order its files were read.
public struct Application: Sendable {
  private(set) var topology: Topology
  let messages: [PodmapManifests.Diagnostic]
  let subject: String?
  private let documents: [DiagramDocument]

  /// Reads manifests in YAML or JSON: files, directories with everything below them, and standard input for `-`.
  ///
  /// A relative path begins at the current directory. Files are read on all cores; the call returns when all is read.
  /// What is wrong inside of a file stops nothing: it becomes a diagnostic, and everything else is read.
  ///
  /// - Parameter paths: Several are read as one application; an object that is in it twice counts as it stood last.
  /// - Throws: `PodmapError` where one of the paths can't be read at all: it is not there, may not be read, or is a
  ///   folder that another program must render first (a kustomization, a Helm chart).
  public init(reading paths: [String]) throws {
    let input = LinkedInput(reading: paths)
    guard input.refused.isEmpty else { throw PodmapError(input.refused) }
    self.init(input)
  }

  /// Reads manifests that are in memory: one text, with any number of YAML documents or JSON.
  ///
  /// - Parameters:
  ///   - text: What is wrong in it becomes a diagnostic, and everything else is read.
  ///   - name: What diagnostics and headings call the text; without one, it is `manifests` there and nothing here.
  public init(manifests text: String, named name: String? = nil) {
    self.init(LinkedInput(texts: [(name ?? "manifests", text)], subject: name))
  }

  /// Reads manifests that are in memory: several texts, each in the place of a file.
  ///
  /// - Parameters:
  ///   - files: The names are what diagnostics call the texts: `deploy/web.yaml`.
  ///   - name: What headings call the application.
  public init(manifests files: [(name: String, text: String)], named name: String? = nil) {
    self.init(LinkedInput(texts: files, subject: name))
  }

  private init(_ input: LinkedInput) {
    topology = input.topology
    messages = input.diagnostics
    subject = input.subject
    documents = input.diagrams
  }

  /// Everything there is to say about the input, in the order of files and lines.
  public var diagnostics: [Diagnostic] {
    messages.map { Diagnostic($0) }
  }

  /// The whole graph with the evidence for each edge, and the diagnostics, in the format that `docs/json.md` describes.
  public var json: String {
    var text = ""
    TopologyJSONWriter().write(topology, diagnostics: messages, to: &text)
    return text
  }

  /// A part of the application.
  ///
  /// - Returns: An application whose pictures and JSON show nothing else; its diagnostics stay.
  /// - Throws: `PodmapError` where `labels` can't be read.
  public func selecting(_ selection: Selection) throws -> Application {
    var chosen = self
    chosen.topology = topology.selecting(try selection.checked())
    return chosen
  }

  /// Draws the application.
  ///
  /// - Parameters:
  ///   - view: What the picture shows.
  ///   - title: The heading; without one, it is made of the name of the input and the view.
  ///   - direction: Where the lines lead; without one, Podmap chooses.
  ///   - showsLegend: Whether the picture explains the marks that it uses.
  /// - Returns: A picture, which is empty where the view has nothing to show.
  public func picture(
    _ view: Picture.View = .workloads, title: String? = nil, direction: Picture.Direction? = nil,
    showsLegend: Bool = true
  ) -> Picture {
    let options = ViewOptions(
      title: title, subject: subject, direction: direction?.inDiagrams, showsLegend: showsLegend)
    return Picture(drawing: view.inDiagrams.drawing(of: topology, options), messages: messages)
  }

  /// The diagrams that were written by hand (`kind: Diagram`), each as a picture of its own, in the order of the input.
  ///
  /// Beside manifests, their nodes and edges are in the pictures of the application too.
  public var diagrams: [Picture] {
    documents.map { Picture(drawing: FlowDrawing($0, in: topology, ViewOptions()), messages: messages) }
      .filter { !$0.isEmpty }
  }
}
