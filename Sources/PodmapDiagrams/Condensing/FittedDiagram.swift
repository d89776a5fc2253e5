/// A diagram with as much detail as fits its page.
package struct FittedDiagram: Sendable {
  package let condensed: CondensedDiagram
  package private(set) var placed: PlacedDiagram

  /// The diagram with the most detail that fits; `nil` if it doesn't fit with the least detail either.
  init?(fitting diagram: FlowDiagram, _ options: CondensingOptions) {
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
