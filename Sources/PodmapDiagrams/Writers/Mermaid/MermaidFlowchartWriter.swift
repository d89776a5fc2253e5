/// Writes a flow diagram as a Mermaid flowchart that Mermaid 10.6 and later, with dagre or ELK, draw
/// with the same content.
///
/// Theme and layout are left to the page: a diagram must not override a site's dark theme.
package struct MermaidFlowchartWriter: Sendable {
  package init() {}

  /// The whole text, which ends with a line break.
  package func text(of diagram: FlowDiagram) -> String {
    var flowchart = MermaidFlowchart(diagram)
    flowchart.write()
    return flowchart.out.text
  }

  /// Writes the whole text, which ends with a line break.
  package func write(_ diagram: FlowDiagram, to output: inout some TextOutputStream) {
    output.write(text(of: diagram))
  }
}

/// One run of the writer: the diagram, what is derived from it, and the text so far.
struct MermaidFlowchart {
  let diagram: FlowDiagram
  let index: ElementIndex
  let plan: LinkPlan
  let arrangement: Arrangement
  let crossed: (groups: Set<Int>, cards: Set<Int>)
  var out = MermaidOutput()
  /// The looks that the text names, so that only those are defined.
  var classes: Set<MermaidClass> = []
  /// Frames get their look from a separate statement, after all elements.
  var frameClasses: [(ElementID, MermaidClass)] = []

  /// The numbers of the links that are drawn as denied.
  var deniedLinks: [Int] = []
  /// The numbers of the links with a mark, and of those between two places of one container.
  var markedLinks: [ChangeMark: [Int]] = [:]
  var matchLinks: [Int] = []

  init(_ diagram: FlowDiagram) {
    self.diagram = diagram
    index = ElementIndex(diagram)
    plan = LinkPlan(diagram, index)
    arrangement = Arrangement(diagram, index, direction: diagram.direction ?? .topToBottom)
    crossed = plan.crossedFrames(diagram, index)
  }

  mutating func write() {
    out.reserve(400 + diagram.cards.count * 160 + diagram.links.count * 120)
    writeHead()
    out.depth = 1
    writeGroups()
    if diagram.cards.isEmpty, diagram.groups.isEmpty { writeNothingToDraw() }
    writeLinks()
    writeArrangement()
    if diagram.showsLegend { writeLegend() }
    writeClasses()
    writeLinkStyles()
  }

  private mutating func writeHead() {
    out.line("---")
    if !diagram.title.isBlank { out.line("title: \(MermaidTitle(diagram.title))") }
    out.line("config:")
    out.line("  flowchart:")
    // Lines that enter a frame cross its title; this keeps them away from the boxes below it.
    out.line("    subGraphTitleMargin:")
    out.line("      top: 4")
    out.line("      bottom: 16")
    // Mermaid 11 breaks labels at 200, in the middle of most image names.
    out.line("    wrappingWidth: 320")
    out.line("---")
    out.line("flowchart \(direction)")
    out.depth = 1
    if !diagram.title.isBlank { out.line("accTitle: \(MermaidSentence(diagram.title))") }
    if !diagram.summary.isBlank { out.line("accDescr: \(MermaidSentence(diagram.summary))") }
  }

  private mutating func writeNothingToDraw() {
    out.line("legend_nothing[\"Nothing to draw\"]:::\(use(.absence(.external)))")
  }

  /// The name of a look, which is then defined.
  mutating func use(_ look: MermaidClass) -> MermaidLine {
    classes.insert(look)
    return look.name
  }

  private mutating func writeClasses() {
    for (frame, look) in frameClasses {
      classes.insert(look)
      out.line("class \(frame) \(look.name)")
    }
    for look in MermaidClass.all where classes.contains(look) {
      out.line("classDef \(look.name) \(look.definition)")
    }
  }
}
