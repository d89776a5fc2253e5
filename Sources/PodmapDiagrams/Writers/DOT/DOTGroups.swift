extension DOTGraph {
  private enum Step {
    case open(Int)
    case close(Int)
  }

  /// Writes all cards, each in its frames. Frames may be nested deeper than a stack allows.
  mutating func writeGroups() {
    let page = diagram.groups.count
    writeCards(in: page)
    var steps = arrangement.sorted(groups: index.groupsIn[page], isInCluster: false).reversed().map(Step.open)
    while let step = steps.popLast() {
      switch step {
      case .open(let position):
        // Graphviz doesn't draw a cluster without nodes.
        if index.isEmpty(group: position) {
          writeEmpty(diagram.groups[position])
          continue
        }
        open(diagram.groups[position])
        writeCards(in: position)
        steps.append(.close(position))
        steps += arrangement.sorted(groups: index.groupsIn[position], isInCluster: true).reversed().map(Step.open)
      case .close:
        out.depth -= 1
        out.line("}")
      }
    }
  }

  private mutating func writeCards(in group: Int) {
    let isInCluster = group < diagram.groups.count
    for card in arrangement.sorted(cards: index.cardsIn[group], isInCluster: isInCluster) {
      write(diagram.cards[card], texts[card], width: arrangement.widths[card])
    }
  }

  private mutating func open(_ group: FlowDiagram.Group) {
    let look = group.style.look
    out.line("subgraph cluster_\(group.id) {")
    out.depth += 1
    out.line("graph [")
    out.line("  id=\"\(group.id)\", class=\"\(StyleClass.frame(group.style)) \(group.style)\",")
    out.line("  tooltip=\(DOTTooltip(group.fullTitle)),")
    out.line("  label=\(DOTLabel(left: [shownTitle(of: group)] + plan.shownNotes(in: group.id), limit: 80)),")
    out.line("  labelloc=t, labeljust=l, fontsize=12, fontcolor=\"\(paint(.quietText))\", margin=14,")
    out.line("  style=\"rounded,filled\", color=\"\(paint(look.stroke))\", fillcolor=\"\(paint(look.ground))\"")
    out.line("]")
  }

  private mutating func writeEmpty(_ group: FlowDiagram.Group) {
    let look = group.style.look
    out.line("\(group.id) [")
    out.line("  id=\"\(group.id)\", class=\"\(StyleClass.emptyFrame(group.style)) \(group.style)\",")
    out.line("  tooltip=\(DOTTooltip(group.fullTitle)),")
    out.line(
      "  label=\(DOTLabel(left: [shownTitle(of: group), "(empty)"] + plan.shownNotes(in: group.id), limit: 80)),")
    out.line(
      "  shape=box, style=\"rounded,filled\", color=\"\(paint(look.stroke))\", fillcolor=\"\(paint(look.ground))\"")
    out.line("]")
  }

  private func shownTitle(of group: FlowDiagram.Group) -> String {
    ([Shortened(group.kind, limit: 20).text, Shortened(group.name, limit: 40).text].filter { !$0.isBlank })
      .joined(separator: " ")
  }
}
