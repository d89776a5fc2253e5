import PodmapManifests

/// A condensed diagram on one page, or as an overview and parts.
package enum CondensedPages: Sendable {
  /// One picture of several.
  package struct Page: Sendable {
    /// `[a-z0-9-]+`, unique: the `PART` of a file's name.
    package var name: String
    /// What it is of: "namespace shop".
    package var subject: String
    package var condensed: CondensedDiagram
    package var placed: PlacedDiagram
  }

  case one(FittedDiagram)
  case several(overview: Page, parts: [Page])

  /// - Parameter divides: Whether a diagram that fits one page is divided nevertheless.
  package init(_ diagram: FlowDiagram, _ options: CondensingOptions, divides: Bool = false) {
    let isOverview = options.detail == .overview || divides
    var inParts = options
    if options.detail == .overview { inParts.detail = nil }
    if !isOverview {
      let whole = FittedDiagram(diagram, options)
      // Who asks for a level of detail gets it, on however wide a page.
      guard !whole.fits, options.detail == nil else {
        self = .one(whole)
        return
      }
    }
    let parts = PartPlan(diagram) { FittedDiagram($0, inParts).fits }.parts
    guard parts.count > 1 || isOverview else {
      self = .one(FittedDiagram(diagram, options))
      return
    }
    var fileNames = PartNames()
    let names = parts.map { fileNames.name(for: $0.name) }
    var homes: [Int: String] = [:]
    for (part, name) in zip(parts, names) { for card in part.cards { homes[card] = name } }
    let index = ElementIndex(diagram)
    let (known, options, divided) = (homes, options, inParts)
    let pages = concurrentMap(Array(zip(parts, names))) { part, name in
      let title = "\(diagram.title): \(part.name)"
      let fitted = FittedDiagram(PartDiagram(diagram, index, part.cards, title: title, homes: known).diagram, divided)
      return Page(
        name: name, subject: "\(part.kind) \(part.name)", condensed: fitted.condensed, placed: fitted.placed)
    }
    let overview = PartOverview(diagram, parts, names: names).diagram
    self = .several(
      overview: Page(
        name: "overview", subject: "overview", condensed: overview,
        placed: PlacedDiagram(overview, pageWidth: options.pictureWidth)), parts: pages)
  }
}
