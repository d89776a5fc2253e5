import PodmapManifests

/// The overview of several sequence diagrams: a card for each, with the name of its file and what it is about.
package struct SequenceOverview: Sendable {
  package let diagram: FlowDiagram

  /// `names` are the `PART`s of the files' names, and `fileExtension` is what those names end with.
  package init(_ drawings: [SequenceView.Result], names: [String], title: String, fileExtension: String) {
    var ids = ElementNames()
    let pairs = Array(zip(names, drawings))
    let limit = Limit.overviewCards.value
    var cards = pairs.prefix(pairs.count > limit ? limit - 1 : limit).map { name, drawing in
      FlowDiagram.Card(
        id: ids.name(for: "overview/\(name)"), style: .other, kind: "file …-\(name).\(fileExtension)",
        name: drawing.heading, isProse: true, lines: Self.lines(drawing.about))
    }
    if cards.count < pairs.count {
      let rest = pairs.dropFirst(cards.count)
      cards.append(
        FlowDiagram.Card(
          id: ids.name(for: "overview"), style: .other, kind: "not listed here", name: "\(rest.count) more diagrams",
          lines: Self.lines(rest.flatMap(\.1.about))))
    }
    diagram = FlowDiagram(
      title: "\(title) (overview)", summary: "An overview of \(drawings.count) sequence diagrams.", cards: cards,
      showsLegend: false)
  }

  /// Names as lines that a card has room for; if there are many, the last line counts the rest.
  private static func lines(_ names: [String]) -> [String] {
    var lines: [String] = []
    var count = 0
    for name in names {
      if let last = lines.last, last.count + name.count + 2 <= Limit.cardText.value {
        lines[lines.count - 1] = "\(last), \(name)"
      } else if lines.count == Limit.overviewNames.value {
        lines.append("… \(names.count - count) more")
        break
      } else {
        lines.append(name)
      }
      count += 1
    }
    return lines
  }
}
