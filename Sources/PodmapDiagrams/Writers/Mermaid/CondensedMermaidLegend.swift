import PodmapTopology

extension CondensedFlowchart {
  /// Explains the lines and the marks of changes, if there is more than one of them, as text below everything else:
  /// real lines would pull the legend apart. Cards and rows say in words what they are.
  mutating func writeLegend() {
    var label = MermaidLabel()
    let lines = lineSamples()
    if lines.count > 1 { label.add(joined(lines)) }
    let marks = diagram.marks.map { $0.signed($0.look.word) }
    if !marks.isEmpty { label.add("\(MermaidText(marks.joined(separator: " \u{2003}"), limit: 120))") }
    if label.text.isEmpty { return }
    out.line("legend_lines[\"\(label)\"]:::\(use(.note))")
    for last in arrangement.ends { out.link("\(diagram.cards[last].id) ~~~ legend_lines") }
  }

  /// One sample for each way in which Mermaid draws a line: it has dots for calls that are merely possible and for
  /// everything that isn't traffic, and only their colour differs.
  private func lineSamples() -> [MermaidLine] {
    let plain = diagram.lines.filter { !$0.isDenied && $0.mark == nil && $0.group != .connects }
    let looks = plain.map { LineLook($0) }.filter { $0.group == .calls }
    let others = Set(plain.filter { $0.group == .selects || $0.group == .uses }.map(\.kind))
    let verbs = EdgeKind.allCases.filter(others.contains).map(\.verb).joined(separator: ", ")
    let possible = looks.first(where: \.isDashed)?.words ?? ""
    let dotted = possible.isEmpty ? verbs : verbs.isEmpty ? possible : "\(possible) in orange, others: \(verbs)"
    var samples: [MermaidLine] = []
    if plain.contains(where: { $0.group == .routes }) { samples.append("━━▶ routes") }
    if let look = looks.first(where: { !$0.isDashed }) { samples.append("──▶ \(MermaidText(look.words))") }
    if !dotted.isEmpty { samples.append("┄┄▶ \(MermaidText(dotted))") }
    return samples
  }

  private func joined(_ lines: [MermaidLine]) -> MermaidLine {
    lines.dropFirst().reduce(lines[0]) { "\($0) \u{2003}\($1)" }
  }
}
