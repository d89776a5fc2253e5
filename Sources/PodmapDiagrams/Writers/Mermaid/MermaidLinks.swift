import PodmapTopology

extension MermaidFlowchart {
  /// Writes the lines between cards. Lines within pods stand with their pods.
  mutating func writeLinks() {
    for line in plan.lines {
      var label = MermaidLabel()
      for text in line.shownLabels { label.add("\(MermaidText(text))") }
      out.line("\(line.from.element) \(arrow(line.kind, line.isInferred))|\"\(label)\"| \(line.to.element)")
    }
  }

  /// Thick for traffic, thin for what one object does to another, a round head for what an object
  /// needs, and dotted for everything inferred.
  private func arrow(_ kind: EdgeKind, _ isInferred: Bool) -> MermaidLine {
    switch (kind.look.family, isInferred) {
    case (.traffic, false): "==>"
    case (.control, false): "-->"
    case (.need, false): "--o"
    case (.traffic, true), (.control, true): "-.->"
    case (.need, true): "-.-o"
    }
  }
}
