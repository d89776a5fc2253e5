import PodmapTopology

/// What stands beside a line in DOT.
struct DOTLinkText {
  /// Each a line of the label; empty where the line needs no words.
  let lines: [String]

  /// The most characters in one line: a long label moves the cards at both ends apart.
  private static let length = 24

  /// With a legend, the look of a line tells its kind; what both boxes say already needs no repeating.
  init(_ line: LinkPlan.Line, hasLegend: Bool) {
    let told = hasLegend && line.mark == nil ? line.told.union([line.kind.look.word]) : []
    let texts = line.shownLabels.filter { !told.contains($0) }
    // What was written by hand is in lines already.
    lines =
      line.kind == .connects
      ? texts : texts.flatMap { Wrapped(Shortened($0, limit: 48).text, width: Self.length).lines }
  }

  /// The lines below each other, with room around them so that they touch no line of the picture.
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
