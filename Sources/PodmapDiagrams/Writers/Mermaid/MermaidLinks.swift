import PodmapTopology

extension MermaidFlowchart {
  /// Writes the lines between cards. Lines within pods stand with their pods.
  mutating func writeLinks() {
    for line in plan.lines {
      var label = MermaidLabel()
      for text in line.shownLabels { label.add("\(MermaidText(text))") }
      let text: MermaidLine = label.text.isEmpty ? "" : "|\"\(label)\"|"
      out.line(
        "\(line.from.element) \(arrow(line.kind, isBroken: line.isInferred || line.isDashed))\(text) \(line.to.element)"
      )
    }
  }

  /// Thick for traffic, thin for what one object does to another, a round head for what an object
  /// needs, and dotted for what is inferred or what an author wants dashed.
  private func arrow(_ kind: EdgeKind, isBroken: Bool) -> MermaidLine {
    switch (kind.look.family, isBroken) {
    case (.traffic, false): "==>"
    case (.control, false): "-->"
    case (.need, false): "--o"
    case (.traffic, true), (.control, true): "-.->"
    case (.need, true): "-.-o"
    }
  }
}
