import PodmapTopology

/// The text next to a line in DOT.
struct DOTLinkText {
  /// The lines of the label; empty if the line needs no words.
  let lines: [String]

  /// The most characters in one line: a long label pushes the cards at both ends apart.
  private static let length = 24

  /// With a legend, the look of a line shows its kind; what both cards say doesn't have to be repeated.
  init(_ line: LinkPlan.Line, hasLegend: Bool) {
    let repeated = hasLegend && line.mark == nil ? line.repeatedLabels.union([line.kind.verb]) : []
    let texts = line.shownLabels.filter { !repeated.contains($0) }
    // Hand-written labels are already wrapped.
    lines =
      line.kind == .connects
      ? texts : texts.flatMap { Wrapped(Shortened($0, limit: 48).text, width: Self.length).lines }
  }

  /// The lines, one below the other, with room around them so that they don't touch other lines.
  var label: DOTLine {
    var content: DOTLine = ""
    for line in lines { content = "\(content)\(DOTText(line))<br/>" }
    let table: DOTLine = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"3\">"
    return "\(table)<tr><td>\(content)</td></tr></table>"
  }

  /// In points, with some room at both ends.
  var width: Int {
    lines.map { TextWidth.points($0, size: DOTCardText.smallSize) + 12 }.max() ?? 0
  }
}
