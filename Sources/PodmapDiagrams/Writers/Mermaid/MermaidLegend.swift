import PodmapTopology

extension MermaidFlowchart {
  /// Writes a frame that explains the marks of this diagram, and only these.
  mutating func writeLegend() {
    let marks = MarksUsed(diagram, plan)
    if marks.isEmpty { return }
    out.line("subgraph legend[\"Legend\"]")
    out.depth += 1
    frameClasses.append((ElementID(trusted: "legend"), .legend))
    var samples: [MermaidLine] = []
    // A pod that is drawn as a frame has no separate box.
    let isShown = Set(diagram.cards.filter { !$0.isFrame }.map(\.style))
    for style in marks.cards where isShown.contains(style) {
      let id: MermaidLine = "legend_\(MermaidClass.card(style).name)"
      out.line("\(id)[\"\(MermaidText(style.look.word))\"]:::\(use(.card(style)))")
      samples.append(id)
    }
    for mark in marks.changes where diagram.sides == nil {
      let id: MermaidLine = "legend_\(MermaidClass.mark(mark).name)"
      out.line("\(id)[\"\(MermaidText(mark.signed(mark.look.word)))\"]:::\(use(.mark(mark)))")
      samples.append(id)
    }
    for family in marks.roles where marks.changes.isEmpty && diagram.cards.contains(where: \.isFrame) {
      let id: MermaidLine = "legend_\(MermaidClass.role(family).name)"
      out.line("\(id)[\"\(MermaidText(family.explanation))\"]:::\(use(.role(family)))")
      samples.append(id)
    }
    writeLineSamples(marks, &samples)
    let rows = arrange(samples)
    out.depth -= 1
    out.line("end")
    // Below everything else, where it doesn't widen the picture.
    if let last = arrangement.end.flatMap({ edge(of: $0, isTop: false) }) {
      for sample in rows { out.link("\(last) ~~~ \(sample)") }
    }
  }

  /// Lines and frames as text: real lines would pull the legend apart.
  private mutating func writeLineSamples(_ marks: MarksUsed, _ samples: inout [MermaidLine]) {
    var label = MermaidLabel()
    // Boxes next to the left column would widen it; the signs explain the colours.
    for mark in marks.changes where diagram.sides != nil { label.add("\(MermaidText(mark.signed(mark.look.word)))") }
    for family in EdgeKind.Family.allCases {
      let words = marks.edges.filter { $0.family == family }.map(\.verb)
      if words.isEmpty { continue }
      let sample: MermaidLine =
        switch family {
        case .traffic: "━━▶"
        case .control: "──▶"
        case .need: "──●"
        }
      label.add("\(sample) \(MermaidText(words.joined(separator: ", ")))")
    }
    // The cards themselves say which of the reasons applies.
    if !marks.absences.isEmpty { label.add("dashed frame: not defined here") }
    if marks.hasInferred { label.add("┄┄▶ inferred from a value") }
    if marks.hasDenied { label.add("━━✕ denied by a policy") }
    if marks.hasMatches { label.add("┄┄┄ \(MermaidText(MatchLook.word))") }
    if label.text.isEmpty { return }
    out.line("legend_lines[\"\(label)\"]:::\(use(.note))")
    samples.append("legend_lines")
  }

  /// Puts the samples in short rows, so that the legend takes up little of the page, and returns the first row.
  private mutating func arrange(_ samples: [MermaidLine]) -> ArraySlice<MermaidLine> {
    let rowLength = 4
    for (position, sample) in samples.enumerated().dropFirst(rowLength) {
      out.link("\(samples[position - rowLength]) ~~~ \(sample)")
    }
    return samples.prefix(rowLength)
  }
}
