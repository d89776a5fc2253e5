import PodmapManifests

/// The pages of a diagram, which are condensed and placed once, when the first of its formats needs them.
package final class PagesOnDemand: Sendable {
  package let diagram: FlowDiagram
  private let placedPages: OnDemand<CondensedPages?>
  private let placedWhole: OnDemand<PlacedDiagram>

  package init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    placedPages = OnDemand { diagram.condensing.map { CondensedPages(diagram, $0) } }
    placedWhole = OnDemand { PlacedDiagram(Condenser.whole(diagram)) }
  }

  /// `nil` if the diagram isn't condensed.
  package var pages: CondensedPages? { placedPages.value }

  /// All of a diagram that isn't condensed, as one picture.
  var whole: PlacedDiagram { placedWhole.value }
}
