/// A diagram with as much detail as fits its page.
package struct FittedDiagram: Sendable {
  package let condensed: CondensedDiagram
  package let placed: PlacedDiagram
  /// Whether it fits; if not, it has the least detail that one picture can have.
  package let fits: Bool

  package init(_ diagram: FlowDiagram, _ options: CondensingOptions) {
    let levels = options.detail.map { $0 == .overview ? [.low] : [$0] } ?? Detail.ofOnePicture
    var best: (CondensedDiagram, PlacedDiagram)?
    for detail in levels {
      let condensed = Condenser.condensed(diagram, detail: detail)
      let placed = PlacedDiagram(condensed, pageWidth: options.pictureWidth)
      best = (condensed, placed)
      if placed.fits { break }
    }
    // There is always a level.
    let (condensed, placed) = best ?? (Condenser.condensed(diagram, detail: .all), PlacedDiagram(Condenser.condensed(diagram, detail: .all)))
    self.condensed = condensed
    self.placed = placed
    fits = placed.fits
  }
}
