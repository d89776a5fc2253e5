/// A diagram with as much detail as fits its page.
package struct FittedDiagram: Sendable {
  package let condensed: CondensedDiagram
  package private(set) var placed: PlacedDiagram

  /// The diagram with the most detail that fits; `nil` if it doesn't fit with the least detail either.
  init?(fitting diagram: FlowDiagram, _ options: CondensingOptions) {
    guard Self.mayFit(diagram, options) else { return nil }
    for detail in Detail.ofOnePicture {
      let condensed = Condenser.condensed(diagram, detail: detail)
      // Cards that would fill the page without any gap need no layout to tell.
      guard PlacedDiagram.mayFit(condensed, pageWidth: options.pictureWidth) else { continue }
      let placed = PlacedDiagram(condensed, pageWidth: options.pictureWidth)
      guard placed.fits else { continue }
      self.init(condensed: condensed, placed: placed)
      stay(diagram, detail)
      return
    }
    return nil
  }

  /// Whether the diagram fits its page, by one layout instead of the many that find the best picture.
  ///
  /// With medium detail and little room between the cards, what fits is what fits with any (decision 35).
  static func fits(_ diagram: FlowDiagram, _ options: CondensingOptions) -> Bool {
    PlacedDiagram.fitsTightly(Condenser.condensed(diagram, detail: .medium), pageWidth: options.pictureWidth)
  }

  /// Whether the cards of a large diagram would leave room on a page if they said as little as possible.
  private static func mayFit(_ diagram: FlowDiagram, _ options: CondensingOptions) -> Bool {
    diagram.cards.count <= smallCards
      || PlacedDiagram.mayFit(Condenser.condensed(diagram, detail: .low), pageWidth: options.pictureWidth)
  }

  /// Fewer cards are condensed so fast that nothing is gained by looking first.
  private static let smallCards = 300

  /// The diagram with a level of detail, whether it fits or not.
  init(_ diagram: FlowDiagram, _ detail: Detail, _ options: CondensingOptions) {
    let condensed = Condenser.condensed(diagram, detail: detail)
    self.init(condensed: condensed, placed: PlacedDiagram(condensed, pageWidth: options.pictureWidth))
    stay(diagram, detail)
  }

  /// Leaves what is the same in both versions of an application where it was before the change.
  private mutating func stay(_ diagram: FlowDiagram, _ detail: Detail) {
    guard let before = diagram.before else { return }
    let old = PlacedDiagram(Condenser.condensed(before, detail: detail), pageWidth: placed.pageWidth)
    let new = placed.following(PicturePlaces(old))
    if new.fits || !placed.fits { placed = new }
  }

  private init(condensed: CondensedDiagram, placed: PlacedDiagram) {
    self.condensed = condensed
    self.placed = placed
  }
}
