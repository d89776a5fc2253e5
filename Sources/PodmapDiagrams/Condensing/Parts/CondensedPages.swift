import PodmapManifests

/// A condensed diagram on one page, or as an overview and parts.
package enum CondensedPages: Sendable {
  /// One picture of several.
  package struct Page: Sendable {
    /// `[a-z0-9-]+`, unique: the `PART` of a file's name.
    package let name: String
    /// What it is of: "namespace shop".
    package let subject: String
    let fitted: FittedDiagram

    package var condensed: CondensedDiagram { fitted.condensed }
  }

  case one(FittedDiagram)
  case several(overview: Page, parts: [Page])

  /// The only page, or the overview.
  package var main: CondensedDiagram {
    switch self {
    case .one(let fitted): fitted.condensed
    case .several(let overview, _): overview.condensed
    }
  }

  /// `divides` says whether a diagram that fits one page is divided nevertheless.
  package init(_ diagram: FlowDiagram, _ options: CondensingOptions, divides: Bool = false) {
    let isOverview = options.detail == .overview || divides
    if !isOverview {
      // Who asks for a level of detail gets it, on however wide a page.
      if let detail = options.detail {
        self = .one(FittedDiagram(diagram, detail, options))
        return
      }
      if let whole = FittedDiagram(fitting: diagram, options) {
        self = .one(whole)
        return
      }
    }
    let plan = PartPlan(diagram) { FittedDiagram.fits($0, options) }
    let parts = plan.parts
    guard parts.count > 1 || options.detail == .overview else {
      self = .one(FittedDiagram(diagram, .low, options))
      return
    }
    var fileNames = PartNames()
    let names = parts.map { fileNames.name(for: $0.name) }
    var homes: [Int: String] = [:]
    for (part, name) in zip(parts, names) { for card in part.cards { homes[card] = name } }
    let known = homes
    let pages = concurrentMap(Array(zip(parts, names))) { part, name in
      let title = "\(diagram.title): \(part.name)"
      let own = PartDiagram(diagram, plan.links, part.cards, title: title, homes: known).diagram
      let fitted = FittedDiagram(fitting: own, options) ?? FittedDiagram(own, .low, options)
      return Page(name: name, subject: "\(part.kind) \(part.name)", fitted: fitted)
    }
    let overview = PartOverview(diagram, plan, names: names).diagram
    self = .several(
      overview: Page(name: "overview", subject: "overview", fitted: FittedDiagram(overview, options)), parts: pages)
  }
}
