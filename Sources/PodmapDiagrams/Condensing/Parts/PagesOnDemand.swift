import PodmapManifests

/// The pages of a diagram, which are made once, when the first of its formats needs them.
package final class PagesOnDemand: Sendable {
  package let diagram: FlowDiagram
  private let condensedPages: OnDemand<CondensedPages?>
  private let placedWhole: OnDemand<PlacedDiagram>

  package init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    condensedPages = OnDemand { diagram.condensing.map { CondensedPages(diagram, $0) } }
    placedWhole = OnDemand { PlacedDiagram(Condenser.whole(diagram)) }
  }

  /// `nil` if the diagram isn't condensed.
  package var pages: CondensedPages? { condensedPages.value }

  /// All of a diagram that isn't condensed, as one picture.
  var whole: PlacedDiagram { placedWhole.value }
}
