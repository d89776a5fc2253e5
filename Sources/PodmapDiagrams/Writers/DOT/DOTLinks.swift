import PodmapTopology

extension DOTGraph {
  /// Writes the lines. Ids are made from both ends, so that they stay when other lines come and go.
  mutating func writeLinks() {
    var uses: [String: Int] = [:]
    for line in plan.lines {
      let look = line.kind.look
      let base: DOTLine = "link_\(line.from.row ?? line.from.element)_\(line.kind)_\(line.to.row ?? line.to.element)"
      let use = uses[base.text, default: 0] + 1
      uses[base.text] = use
      let id: DOTLine = use == 1 ? base : "\(base)_\(use)"
      let inferred: DOTLine = line.isInferred ? " inferred" : ""
      let style: DOTLine = line.isInferred || line.isDashed ? "dashed" : "\(look.line)"
      out.line("\(tail(line.from)) -> \(head(line.to)) [")
      out.line("  id=\"\(id)\", class=\"\(line.kind)\(inferred)\",")
      out.line("  tooltip=\(DOTTooltip(tooltip(of: line))),")
      out.line("  label=\(DOTLabel(centred: line.shownLabels, limit: 48)),")
      out.line("  color=\"\(look.colour)\", fontcolor=\"\(look.colour)\",")
      out.line("  style=\(style), penwidth=\(look.width / 10).\(look.width % 10),")
      out.line("  arrowhead=\(look.headName)\(frames(of: line))")
      out.line("]")
    }
  }

  private func tooltip(of line: LinkPlan.Line) -> String {
    let inferred = line.isInferred ? " (inferred)" : ""
    let labels = line.labels.joined(separator: line.kind == .connects ? " " : ", ")
    return [line.kind.look.word + inferred, labels].filter { !$0.isBlank }.joined(separator: ": ")
  }

  private func tail(_ end: LinkEnd) -> DOTLine {
    if let row = end.row { return "\(end.element):\(row)_out:e" }
    return end.isFrame ? "\(representative(of: end.element))" : "\(end.element)"
  }

  private func head(_ end: LinkEnd) -> DOTLine {
    if let row = end.row { return "\(end.element):\(row):w" }
    return end.isFrame ? "\(representative(of: end.element))" : "\(end.element)"
  }

  /// Lines to a cluster go to one of its nodes and are cut at the frame.
  private func frames(of line: LinkPlan.Line) -> DOTLine {
    let tail: DOTLine = line.from.isFrame ? ", ltail=cluster_\(line.from.element)" : ""
    let head: DOTLine = line.to.isFrame ? ", lhead=cluster_\(line.to.element)" : ""
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

extension EdgeLook {
  fileprivate var headName: DOTLine {
    switch head {
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
