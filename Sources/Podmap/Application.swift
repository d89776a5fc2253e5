import PodmapDiagrams
import PodmapManifests
import PodmapProject
import PodmapTopology

/// A Kubernetes application as its manifests describe it: its pods, the containers in each pod, and how they reach each
/// other.
///
/// Reading runs no program and opens no connection. Values of Secrets and of environment variables never appear in a
/// picture. The same input gives the same application, in whatever order the files are read.
public struct Application: Sendable {
  let input: LinkedInput
  /// The selected part.
  private(set) var topology: Topology
  let keepsManifests: Bool

  /// Reads manifests in YAML or JSON: files, directories and everything below them, and standard input for `-`.
  ///
  /// A relative path begins at the current directory. Files are read on all cores; the call returns when all is read.
  /// An error inside a file becomes a diagnostic, and everything else is still read.
  ///
  /// - Parameters:
  ///   - paths: Several are read as one application; if they define an object twice, the last definition is used.
  ///   - defaultNamespace: The namespace of objects that name none; without it, the only namespace that the manifests
  ///     name, or else `default`.
  ///   - keepsManifests: Whether the manifests stay in memory, which documents need; they take several times as much as
  ///     the application itself.
  /// - Throws: `PodmapError` if one of the paths can't be read at all: it doesn't exist, isn't readable, or is a Helm
  ///   chart, which another program must render first. The library starts no program: a kustomization is read as far as
  ///   that is possible without one.
  public init(reading paths: [String], defaultNamespace: String? = nil, keepsManifests: Bool = false) throws {
    let input = LinkedInput(
      reading: paths, namespace: defaultNamespace.map { DefaultNamespace($0) },
      settings: SourceSettings(renders: false), keepsSources: keepsManifests)
    guard input.refused.isEmpty else { throw PodmapError(input.refused) }
    self.init(input, keepsManifests: keepsManifests)
  }

  /// Reads manifests that are in memory: one text, with any number of YAML documents or JSON.
  ///
  /// - Parameters:
  ///   - text: The manifests; an error in them becomes a diagnostic, and everything else is still read.
  ///   - name: What diagnostics and headings call the text; without one, diagnostics call it `manifests`.
  ///   - defaultNamespace: As for `init(reading:defaultNamespace:keepsManifests:)`.
  ///   - keepsManifests: As for `init(reading:defaultNamespace:keepsManifests:)`.
  public init(
    manifests text: String, named name: String? = nil, defaultNamespace: String? = nil, keepsManifests: Bool = false
  ) {
    self.init(
      LinkedInput(
        texts: [(name ?? "manifests", text)], subject: name, namespace: defaultNamespace.map { DefaultNamespace($0) },
        keepsSources: keepsManifests),
      keepsManifests: keepsManifests)
  }

  /// Reads manifests that are in memory: several texts, each in place of a file.
  ///
  /// - Parameters:
  ///   - files: The texts, with the names that diagnostics use: `deploy/web.yaml`.
  ///   - name: The name of the application in headings.
  ///   - defaultNamespace: As for `init(reading:defaultNamespace:keepsManifests:)`.
  ///   - keepsManifests: As for `init(reading:defaultNamespace:keepsManifests:)`.
  public init(
    manifests files: [(name: String, text: String)], named name: String? = nil, defaultNamespace: String? = nil,
    keepsManifests: Bool = false
  ) {
    self.init(
      LinkedInput(
        texts: files, subject: name, namespace: defaultNamespace.map { DefaultNamespace($0) },
        keepsSources: keepsManifests),
      keepsManifests: keepsManifests)
  }

  private init(_ input: LinkedInput, keepsManifests: Bool) {
    self.input = input
    self.keepsManifests = keepsManifests
    topology = input.topology
  }

  /// All diagnostics about the input, in the order of files and lines.
  public var diagnostics: [Diagnostic] {
    input.diagnostics.map { Diagnostic($0) }
  }

  /// The whole graph with the evidence for each edge, and the diagnostics, in the format that `docs/json.md` describes.
  public var json: String {
    var text = ""
    TopologyJSONWriter().write(topology, diagnostics: input.diagnostics, to: &text)
    return text
  }

  /// A part of the application.
  ///
  /// - Returns: An application whose pictures and JSON contain only this part; its diagnostics stay the same.
  /// - Throws: `PodmapError` if `labels` can't be read.
  public func selecting(_ selection: Selection) throws -> Application {
    var chosen = self
    chosen.topology = topology.selecting(try selection.checked())
    return chosen
  }

  /// Draws the application.
  ///
  /// - Parameters:
  ///   - view: What the picture shows.
  ///   - title: The heading; by default, it is composed of the name of the input and the view.
  ///   - direction: The main direction of the lines; by default, Podmap chooses.
  ///   - showsLegend: Whether the picture explains the marks that it uses.
  /// - Returns: A picture, which is empty if the view has nothing to show.
  public func picture(
    _ view: Picture.View = .workloads, title: String? = nil, direction: Picture.Direction? = nil,
    showsLegend: Bool = true
  ) -> Picture {
    let look = LookSettings(title: title, direction: direction?.inDiagrams, showsLegend: showsLegend)
    return pictures(DrawRequest(view: .flow(view.inDiagrams), look: look, showsHandWritten: false))[0]
  }

  /// Draws how the pods of the application start, run and stop, as sequence diagrams: one for all workloads whose
  /// pods take the same steps, and for each phase unless everything fits into one.
  ///
  /// - Parameters:
  ///   - steps: How many steps are shown.
  ///   - phase: The part of a pod's life; without one, the whole life, in several pictures if it is long.
  ///   - title: The heading; by default, it is composed of the names of the input and of the workload.
  /// - Returns: The pictures; a single empty one if nothing in the application makes pods.
  public func lifecycle(
    _ steps: Picture.Steps = .simple, phase: Picture.Phase? = nil, title: String? = nil
  ) -> [Picture] {
    let sequence = SequenceSettings(steps: steps.inDiagrams, phase: phase?.inDiagrams)
    return pictures(
      DrawRequest(
        view: .sequence(.lifecycle), look: LookSettings(title: title), sequence: sequence, showsHandWritten: false))
  }

  /// Draws how requests travel through the application, as sequence diagrams: one for each entry point.
  ///
  /// - Parameters:
  ///   - from: The name, kind and name, or id of an object where requests begin; by default, every entry point.
  ///   - to: The same for an object where they end; by default, they may end anywhere.
  ///   - showsPossible: Whether calls that are merely possible are drawn: their addresses are available to a container,
  ///     but nothing says that it uses them.
  ///   - title: The heading; by default, it is composed of the names of the input and of the entry point.
  /// - Returns: The pictures; a single empty one if nothing comes in from outside.
  /// - Throws: `PodmapError` if a name matches no object.
  public func traffic(
    from: String? = nil, to: String? = nil, showsPossible: Bool = false, title: String? = nil
  ) throws -> [Picture] {
    try PodmapError.checked { () throws(RequestError) in
      try checkedPictures(
        DrawRequest(
          view: .sequence(.traffic), look: LookSettings(title: title),
          sequence: SequenceSettings(from: from, to: to, possible: showsPossible ? true : nil), showsHandWritten: false)
      )
    }
  }

  private func pictures(_ request: DrawRequest) -> [Picture] {
    // Without names, nothing in the request can be wrong.
    (try? checkedPictures(request)) ?? []
  }

  private func checkedPictures(_ request: DrawRequest) throws(RequestError) -> [Picture] {
    let drawn = try request.run(on: input, selected: topology, for: [.mermaid])
    return (drawn.drawings?.drawings ?? []).map { Picture($0.drawing, of: self, request.view) }
  }

  /// The hand-written diagrams (`kind: Diagram`), each as a picture of its own, in the order of the input.
  ///
  /// Next to manifests, their nodes and edges are in the pictures of the application too.
  public var diagrams: [Picture] {
    DrawingSet(input.diagrams, in: topology, ViewOptions()).drawings.map { Picture($0.drawing, of: self, nil) }
      .filter { !$0.isEmpty }
  }
}
