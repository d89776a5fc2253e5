import PodmapLayout
import PodmapManifests

/// A diagram with as much detail as fits its page.
package struct FittedDiagram: Sendable {
  package let condensed: CondensedDiagram
  private let placing: OnDemand<PlacedDiagram>

  /// The diagram on its page. Formats that leave the layout to their reader never ask for it.
  package var placed: PlacedDiagram { placing.value }

  /// The diagram with the most detail that fits; `nil` if it doesn't fit with the least detail either.
  init?(fitting diagram: FlowDiagram, _ options: CondensingOptions) {
    guard Self.mayFit(diagram, options) else { return nil }
    for detail in Detail.ofOnePicture {
      let condensed = Condenser.condensed(diagram, detail: detail)
      guard let placing = Self.fitting(condensed, pageWidth: options.pictureWidth) else { continue }
      self.init(condensed, Self.staying(placing, diagram, detail))
      return
    }
    return nil
  }

  /// The diagram with a level of detail, whether it fits or not.
  init(_ diagram: FlowDiagram, _ detail: Detail, _ options: CondensingOptions) {
    let whole = FittedDiagram(Condenser.condensed(diagram, detail: detail), options)
    self.init(whole.condensed, Self.staying(whole.placing, diagram, detail))
  }

  /// A diagram that is condensed already, whether it fits or not.
  init(_ condensed: CondensedDiagram, _ options: CondensingOptions) {
    self.init(condensed, OnDemand { PlacedDiagram(condensed, pageWidth: options.pictureWidth) })
  }

  private init(_ condensed: CondensedDiagram, _ placing: OnDemand<PlacedDiagram>) {
    self.condensed = condensed
    self.placing = placing
  }

  /// Leaves what is the same in both versions of an application where it was before the change.
  private static func staying(
    _ placing: OnDemand<PlacedDiagram>, _ diagram: FlowDiagram, _ detail: Detail
  ) -> OnDemand<PlacedDiagram> {
    guard let before = diagram.before else { return placing }
    return OnDemand {
      let placed = placing.value
      let old = PlacedDiagram(Condenser.condensed(before, detail: detail), pageWidth: placed.pageWidth)
      let new = placed.following(PicturePlaces(old))
      return new.fits || !placed.fits ? new : placed
    }
  }

  // MARK: - What fits

  /// Whether the diagram fits its page, without all the layouts that find its best picture.
  ///
  /// A diagram that fits with some level of detail also fits with the medium one and little room (decision 35).
  static func fits(_ diagram: FlowDiagram, _ options: CondensingOptions) -> Bool {
    let condensed = Condenser.condensed(diagram, detail: .medium)
    let width = options.pictureWidth
    guard PlacedDiagram.mayFit(condensed, pageWidth: width) else { return false }
    let quick = PlacedDiagram.tight(condensed, pageWidth: width, .low)
    return quick.fits || quick.nearlyFits && PlacedDiagram.tight(condensed, pageWidth: width, .full).fits
  }

  /// The best picture of a diagram that fits a page; `nil` if none does.
  private static func fitting(_ condensed: CondensedDiagram, pageWidth: Int) -> OnDemand<PlacedDiagram>? {
    // Cards that would fill the page without any gap need no layout to tell.
    guard PlacedDiagram.mayFit(condensed, pageWidth: pageWidth) else { return nil }
    let quick = PlacedDiagram.tight(condensed, pageWidth: pageWidth, .low)
    guard quick.fits else {
      let best = PlacedDiagram(condensed, pageWidth: pageWidth)
      return best.fits ? OnDemand { best } : nil
    }
    return OnDemand {
      let best = PlacedDiagram(condensed, pageWidth: pageWidth)
      return best.fits ? best : quick
    }
  }

  /// Whether the cards of a large diagram would leave room on a page if they said as little as possible.
  private static func mayFit(_ diagram: FlowDiagram, _ options: CondensingOptions) -> Bool {
    diagram.cards.count <= smallCards
      || PlacedDiagram.mayFit(Condenser.condensed(diagram, detail: .low), pageWidth: options.pictureWidth)
  }

  /// Fewer cards are condensed so fast that nothing is gained by looking first.
  private static let smallCards = 300
}
