/// A diagram that is too large for one picture, as an overview and parts that fit.
///
/// Parts follow the frames of the diagram (namespaces, nodes); a frame that is still too large is cut along its
/// connected components, and a component that is, along its neighbourhoods. Every card stands in exactly one
/// part; where a line leaves a part, a card there names the part it leads to.
package struct Partition: Sendable {
  package struct Part: Sendable {
    /// `[a-z0-9-]+`, unique: the `PART` of a file's name.
    package var name: String
    package var diagram: FlowDiagram
  }

  package let overview: FlowDiagram
  package let parts: [Part]
  /// Whether every diagram keeps within the limits.
  package let fits: Bool

  /// How much one picture may hold.
  package struct Limits: Sendable {
    /// Characters of text, by the writer's own estimate for a card.
    package var characters: Int
    package var links: Int

    package init(characters: Int, links: Int) {
      self.characters = characters
      self.links = links
    }

    /// What GitHub and Mermaid's own defaults draw: 50,000 characters and 500 edges.
    package static let mermaid = Limits(
      characters: MermaidFlowchartWriter.maximumCharacters, links: MermaidFlowchartWriter.maximumLinks)
  }

  /// Cuts `diagram` so that `fits` holds for each part; `fits` is asked once for each part, not for each try
  /// to put cards together.
  package init(_ diagram: FlowDiagram, limits: Limits, fits: (FlowDiagram) -> Bool) {
    var share = 0.6
    while true {
      let budget = Limits(
        characters: Int(Double(limits.characters) * share), links: Int(Double(limits.links) * share))
      let plan = PartitionPlan(diagram, budget: budget)
      let parts = plan.parts()
      let allFit = parts.allSatisfy { fits($0.diagram) }
      if allFit || share < 0.05 {
        (self.parts, overview) = (parts, PartitionOverview(diagram, plan).diagram)
        self.fits = allFit
        return
      }
      share *= 0.6
    }
  }
}
