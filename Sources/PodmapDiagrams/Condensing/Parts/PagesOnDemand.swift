import Synchronization

/// The pages of a diagram, which are condensed and placed once, when the first of its formats needs them.
package final class PagesOnDemand: Sendable {
  package let diagram: FlowDiagram
  private let known = Mutex<CondensedPages?>(nil)
  private let knownWhole = Mutex<PlacedDiagram?>(nil)

  package init(_ diagram: FlowDiagram) {
    self.diagram = diagram
  }

  /// `nil` if the diagram isn't condensed.
  package var pages: CondensedPages? {
    guard let condensing = diagram.condensing else { return nil }
    return known.withLock { known in
      if let known { return known }
      let pages = CondensedPages(diagram, condensing)
      known = pages
      return pages
    }
  }

  /// All of a diagram that isn't condensed, as one picture.
  var whole: PlacedDiagram {
    knownWhole.withLock { known in
      if let known { return known }
      let placed = PlacedDiagram(Condenser.whole(diagram))
      known = placed
      return placed
    }
  }
}
