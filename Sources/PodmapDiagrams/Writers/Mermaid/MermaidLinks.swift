import PodmapTopology

extension MermaidFlowchart {
  /// Writes the lines between cards. Lines within pods are written with their pods.
  mutating func writeLinks() {
    for line in plan.lines {
      var label = MermaidLabel()
      for text in line.shownLabels { label.add("\(MermaidText(text))") }
      let text: MermaidLine = label.text.isEmpty ? "" : "|\"\(label)\"|"
      if line.isDenied { deniedLinks.append(out.linkCount) }
      if let mark = line.mark { markedLinks[mark, default: []].append(out.linkCount) }
      if line.isMatch { matchLinks.append(out.linkCount) }
      out.link("\(line.from.element) \(arrow(line))\(text) \(line.to.element)")
    }
  }

  /// Gives denied calls their colour; their sign and their cross show it without colour.
  mutating func writeLinkStyles() {
    for link in deniedLinks { out.line("linkStyle \(link) stroke:\(Colour.alarm)") }
    style(markedLinks[.kept] ?? [], "stroke:\(ChangeMark.kept.look.line),stroke-width:1px")
    for mark in ChangeMark.allCases where mark != .kept {
      style(markedLinks[mark] ?? [], "stroke:\(mark.look.line),stroke-width:3px")
    }
    style(matchLinks, "stroke:\(MatchLook.colour),stroke-width:2px")
  }

  private mutating func style(_ links: [Int], _ look: MermaidLine) {
    guard let first = links.first else { return }
    var numbers: MermaidLine = "\(first)"
    for link in links.dropFirst() { numbers = "\(numbers),\(link)" }
    out.line("linkStyle \(numbers) \(look)")
  }

  /// Thick for traffic, thin for what one object does to another, a round head if one object
  /// needs, and dotted for what is inferred or what an author wants dashed. A denied line ends in a cross.
  private func arrow(_ line: LinkPlan.Line) -> MermaidLine {
    if line.isMatch { return "-.-" }
    let isBroken = line.isInferred || line.isDashed
    if line.isDenied { return isBroken ? "-.-x" : "==x" }
    return switch (line.kind.family, isBroken) {
    case (.traffic, false): "==>"
    case (.control, false): "-->"
    case (.need, false): "--o"
    case (.traffic, true), (.control, true): "-.->"
    case (.need, true): "-.-o"
    }
  }
}
