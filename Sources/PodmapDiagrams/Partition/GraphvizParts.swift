import PodmapManifests

/// A flow diagram as graphs that Graphviz draws in seconds: one, or an overview and parts.
package enum GraphvizParts: Sendable {
  /// `places` is where the cards are, if the text contains positions.
  case whole(FlowDiagram, dot: String, places: PicturePlaces?)
  case cut(Partition)

  /// `isPlaced` says whether the text contains positions if the diagram doesn't say who lays it out; `known` has the
  /// places of an earlier picture, by the name of the part, which is empty for the only picture and the overview.
  package init(
    _ source: PagesOnDemand, _ writer: DOTWriter, isPlaced: Bool, following known: [String: PicturePlaces] = [:]
  ) {
    let diagram = source.diagram
    let isPlaced = diagram.isPlaced(by: isPlaced)
    guard let pages = source.pages else {
      self.init(whole: source, writer, isPlaced: isPlaced, known[""])
      return
    }
    @Sendable func text(_ fitted: FittedDiagram, of part: String) -> (text: String, places: PicturePlaces?) {
      var text = ""
      guard isPlaced else {
        writer.write(fitted.condensed, to: &text)
        return (text, nil)
      }
      let placed = known[part].map { fitted.placed.following($0) } ?? fitted.placed
      writer.write(placed, to: &text)
      return (text, PicturePlaces(placed))
    }
    switch pages {
    case .one(let fitted):
      let (dot, places) = text(fitted, of: "")
      self = .whole(diagram.shell(for: fitted.condensed), dot: dot, places: places)
    case .several(let overview, let parts):
      self = .cut(
        Partition(overview, parts, of: diagram, write: { text($0.fitted, of: $1) }))
    }
  }

  private init(whole source: PagesOnDemand, _ writer: DOTWriter, isPlaced: Bool, _ known: PicturePlaces?) {
    let diagram = source.diagram
    let format = Partition.Format.graphviz(writer, isPlaced: isPlaced)
    if format.mayFit(diagram) {
      let placed = isPlaced ? known.map { source.whole.following($0) } ?? source.whole : nil
      var dot = ""
      if let placed { writer.write(placed, to: &dot) } else { writer.write(Condenser.whole(diagram), to: &dot) }
      if format.fits(dot) {
        self = .whole(diagram, dot: dot, places: placed.map(PicturePlaces.init))
        return
      }
    }
    self = .cut(Partition(diagram, for: format))
  }
}

extension Partition.Format {
  /// Graph layouts of more than a few thousand cards take minutes, and no page can show them.
  static func graphviz(_ writer: DOTWriter, isPlaced: Bool) -> Partition.Format {
    let write = { @Sendable (diagram: FlowDiagram) in diagram.wholeDOT(writer, isPlaced: isPlaced) }
    return Partition.Format(
      // Counted as for Mermaid, whose text is about a sixth as long.
      maximumCharacters: Limit.graphvizCharacters.value, maximumLinks: Limit.graphvizEdges.value, write: write,
      fits: { $0.utf8.count <= Limit.dotSize.value })
  }
}
