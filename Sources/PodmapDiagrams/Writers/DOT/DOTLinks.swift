import PodmapManifests
import PodmapTopology

extension DOTGraph {
  /// Writes the lines. Ids are made from both ends, so that they don't change when other lines come and go.
  mutating func writeLinks() {
    var uses: [String: Int] = [:]
    for line in plan.lines {
      let look = line.kind.look
      let base: DOTLine = "link_\(line.from.row ?? line.from.element)_\(line.kind)_\(line.to.row ?? line.to.element)"
      let use = uses[base.text, default: 0] + 1
      uses[base.text] = use
      let id: DOTLine = use == 1 ? base : "\(base)_\(use)"
      let inferred: DOTLine = line.isInferred ? " inferred" : ""
      let denied: DOTLine = line.isDenied ? " denied" : ""
      let mark: DOTLine = line.isMatch ? " match" : line.mark.map { " \($0)" } ?? ""
      let styleClass = StyleClass.line(line)
      let colour = paint(styleClass.stroke)
      let style: DOTLine = line.isInferred || line.isDashed || line.isMatch ? "dashed" : "\(look.line)"
      let isBackwards = isBackwards(line)
      let (from, to) = (end(line.from, isRight: !isBackwards), end(line.to, isRight: isBackwards))
      out.line(line.isReversed ? "\(to) -> \(from) [" : "\(from) -> \(to) [")
      out.line("  id=\"\(id)\", class=\"\(styleClass) \(line.kind)\(inferred)\(denied)\(mark)\",")
      out.line("  tooltip=\(DOTTooltip(tooltip(of: line))),")
      let text = DOTLinkText(line, hasLegend: diagram.showsLegend)
      if !text.lines.isEmpty { out.line("  label=<\(text.label)>,") }
      out.line("  color=\"\(colour)\", fontcolor=\"\(colour)\",")
      out.line("  style=\(style), penwidth=\(look.width / 10).\(look.width % 10),")
      if line.isMatch {
        out.line("  dir=none\(frames(of: line))")
        out.line("]")
        continue
      }
      let end: DOTLine = line.isReversed ? "dir=back, arrowtail" : "arrowhead"
      out.line("  \(end)=\(line.isDenied ? EdgeLook.Head.tee.name : look.head.name)\(frames(of: line))")
      out.line("]")
    }
  }

  private func tooltip(of line: LinkPlan.Line) -> String {
    let inferred = line.isPossible ? " (possible)" : line.isInferred ? " (inferred)" : ""
    let labels = line.labels.joined(separator: line.kind == .connects ? " " : ", ")
    let word = line.isMatch ? MatchLook.word : line.kind.verb
    let what = [word + inferred, labels].filter { !$0.isBlank }.joined(separator: ": ")
    let limit = Limit.tooltipSources.value
    let more = line.sources.count > limit ? ["and \(line.sources.count - limit) more"] : []
    return ([what] + line.sources.prefix(limit) + more).joined(separator: " · ")
  }

  /// Whether a line leads left although the others lead right.
  private func isBackwards(_ line: LinkPlan.Line) -> Bool {
    if line.isReversed { return true }
    guard let from = index.card(of: line.from.element), let to = index.card(of: line.to.element) else { return false }
    return arrangement.isBackwards(from: from, to: to)
  }

  /// From left to right, lines leave a row at one side and enter the next at the other. From top to bottom that
  /// would lead them around the card, so Graphviz chooses the side.
  private func end(_ end: LinkEnd, isRight: Bool) -> DOTLine {
    guard let row = end.row else {
      if end.isFrame { return "\(representative(of: end.element))" }
      return arrangement.direction == .leftToRight
        ? "\(end.element)\(isRight ? ":e" as DOTLine : ":w")" : "\(end.element)"
    }
    switch arrangement.direction {
    case .leftToRight: return isRight ? "\(end.element):\(row)_out:e" : "\(end.element):\(row):w"
    case .topToBottom: return isOnlyRow(end) ? "\(end.element)" : "\(end.element):\(row):_"
    }
  }

  /// Whether the card has only this row, so that a line to the card is unambiguous.
  private func isOnlyRow(_ end: LinkEnd) -> Bool {
    guard let card = index.card(of: end.element) else { return false }
    return texts[card].rows.count == 1
  }

  /// Lines to a cluster go to one of its nodes and are clipped at the frame.
  private func frames(of line: LinkPlan.Line) -> DOTLine {
    let (first, second) = line.isReversed ? (line.to, line.from) : (line.from, line.to)
    let tail: DOTLine = first.isFrame ? ", ltail=cluster_\(first.element)" : ""
    let head: DOTLine = second.isFrame ? ", lhead=cluster_\(second.element)" : ""
    return "\(tail)\(head)"
  }

  private func representative(of frame: ElementID) -> ElementID {
    guard case .group(var position) = index[frame] else { return frame }
    while index.cardsIn[position].isEmpty {
      guard let inner = index.groupsIn[position].first else { return diagram.groups[position].id }
      position = inner
    }
    return diagram.cards[index.cardsIn[position][0]].id
  }
}

extension EdgeLook.Head {
  fileprivate var name: DOTLine {
    switch self {
    case .normal: "normal"
    case .empty: "empty"
    case .vee: "vee"
    case .tee: "tee"
    case .diamond: "diamond"
    case .box: "box"
    case .openBox: "obox"
    case .dot: "dot"
    case .openDot: "odot"
    }
  }
}
