/// Writes a condensed diagram as a Mermaid flowchart: a card is one node, and its rows are the lines of its text.
///
/// Mermaid 10.6 and later, with dagre or ELK, draw it with the same content. Theme and layout are left to the page.
package struct CondensedMermaidWriter: Sendable {
  package init() {}

  /// The whole text, which ends with a line break.
  package func text(of diagram: CondensedDiagram) -> String {
    var flowchart = CondensedFlowchart(diagram)
    flowchart.write()
    return flowchart.out.text
  }

  /// Writes the whole text, which ends with a line break.
  package func write(_ diagram: CondensedDiagram, to output: inout some TextOutputStream) {
    output.write(text(of: diagram))
  }
}

/// One run of the writer: the diagram, where its cards go, and the text so far.
struct CondensedFlowchart {
  let diagram: CondensedDiagram
  let arrangement: CondensedArrangement
  var out = MermaidOutput()
  /// The looks that the text names, so that only those are defined.
  var classes: Set<MermaidClass> = []
  /// The numbers of the links that need a look of their own.
  var styledLinks: [CondensedLinkStyle: [Int]] = [:]

  init(_ diagram: CondensedDiagram) {
    self.diagram = diagram
    arrangement = CondensedArrangement(diagram)
  }

  mutating func write() {
    out.reserve(400 + diagram.cards.count * 160 + diagram.lines.count * 60)
    writeHead()
    out.depth = 1
    writeFrames()
    if diagram.cards.isEmpty { out.line("legend_nothing[\"Nothing to draw\"]:::\(use(.absence(.external)))") }
    writeLines()
    for pair in arrangement.invisible {
      out.link("\(diagram.cards[pair.above].id) ~~~ \(diagram.cards[pair.below].id)")
    }
    if diagram.showsLegend { writeLegend() }
    writeClasses()
    writeLinkStyles()
  }

  private mutating func writeHead() {
    out.line("---")
    if !diagram.title.isBlank { out.line("title: \(MermaidTitle(diagram.title))") }
    out.line("config:")
    out.line("  flowchart:")
    if !diagram.frames.isEmpty {
      // Lines that enter a frame cross its title; this keeps them away from the cards below it.
      out.line("    subGraphTitleMargin:")
      out.line("      top: 4")
      out.line("      bottom: 16")
    }
    // Closer than usual, because cards say what would otherwise be boxes.
    out.line("    nodeSpacing: \(CondensedArrangement.gap)")
    out.line("    rankSpacing: \(CondensedArrangement.layerGap)")
    // Mermaid 11 breaks labels at 200, in the middle of most lists; the lines of cards and lists fit here.
    out.line("    wrappingWidth: 520")
    out.line("---")
    out.line("flowchart \(direction)")
    out.depth = 1
    if !diagram.title.isBlank { out.line("accTitle: \(MermaidSentence(diagram.title))") }
    if !diagram.summary.isBlank { out.line("accDescr: \(MermaidSentence(diagram.summary))") }
  }

  var direction: MermaidLine { arrangement.isSideways ? "LR" : "TB" }

  /// The name of a look, which is then defined.
  mutating func use(_ look: MermaidClass) -> MermaidLine {
    classes.insert(look)
    return look.name
  }

  private mutating func writeClasses() {
    for frame in diagram.frames { out.line("class \(frame.id) \(use(.group(frame.style)))") }
    for look in MermaidClass.all where classes.contains(look) {
      out.line("classDef \(look.name) \(look.definition)")
    }
  }
}
