import PodmapManifests

/// A diagram that is too large for one picture, as an overview and parts that fit.
///
/// Parts follow the frames of the diagram (namespaces, nodes); a frame that is still too large is cut along its
/// connected components, and a component that is, along its neighbourhoods. Every card is in exactly one
/// part; where a line leaves a part, a card there names the part it leads to.
package struct Partition: Sendable {
  package struct Part: Sendable {
    /// `[a-z0-9-]+`, unique: the `PART` of a file's name.
    package var name: String
    package var diagram: FlowDiagram
    /// The text that the writer makes from it.
    package var text: String
    /// Where its cards are, if the text contains positions.
    package var places: PicturePlaces?
  }

  package let overview: Part
  package let parts: [Part]
  /// Whether every diagram is within the limits.
  package let fits: Bool

  /// A diagram that is divided already.
  package init(overview: Part, parts: [Part], fits: Bool) {
    self.overview = overview
    self.parts = parts
    self.fits = fits
  }

  /// A format with limits on what it draws in one picture.
  package struct Format: Sendable {
    /// Characters of text and links between cards.
    package var maximumCharacters: Int
    package var maximumLinks: Int
    package var write: @Sendable (FlowDiagram) -> String
    /// Whether a text from `write` is drawn.
    package var fits: @Sendable (String) -> Bool

    /// Mermaid with its default limits, which are GitHub's.
    package static let mermaid = Format(
      maximumCharacters: Limit.mermaidCharacters.value, maximumLinks: Limit.mermaidEdges.value,
      write: { MermaidFlowchartWriter().text(of: $0) }, fits: { MermaidFlowchartWriter.fits($0) })

    /// Recognises a diagram that is far too large without writing it.
    func mayFit(_ diagram: FlowDiagram) -> Bool { diagram.estimatedCharacters < 3 * maximumCharacters }

    /// The text of a diagram that fits one picture; `nil` if it must be split.
    package func whole(_ diagram: FlowDiagram) -> String? {
      guard mayFit(diagram) else { return nil }
      let text = write(diagram)
      return fits(text) ? text : nil
    }
  }

  /// Splits `diagram` so that each part fits. The parts are written on all cores, once for each try; the first
  /// try nearly always fits.
  package init(_ diagram: FlowDiagram, for format: Format) {
    var share = 0.8
    while true {
      let plan = PartitionPlan(
        diagram, maximumCharacters: Int(Double(format.maximumCharacters) * share),
        maximumLinks: Int(Double(format.maximumLinks) * share))
      let written = concurrentMap(plan.parts()) { part in
        let text = format.write(part.diagram)
        return (part: Part(name: part.name, diagram: part.diagram, text: text), fits: format.fits(text))
      }
      let parts = written.map(\.part)
      let allFit = written.allSatisfy(\.fits)
      if allFit || share < 0.05 {
        let overview = PartitionOverview(diagram, plan).diagram
        self.overview = Part(name: "overview", diagram: overview, text: format.write(overview))
        self.parts = parts
        fits = allFit
        return
      }
      share *= 0.6
    }
  }
}
