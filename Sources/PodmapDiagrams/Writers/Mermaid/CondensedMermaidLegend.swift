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

  private func lineSamples() -> [MermaidLine] {
    let plain = diagram.lines.filter { !$0.isDenied && $0.mark == nil && $0.group != .connects }
    var samples: [MermaidLine] = []
    if plain.contains(where: { $0.group == .routes }) { samples.append("━━▶ routes") }
    let calls = plain.map { LineLook($0) }.filter { $0.group == .calls }
    if let look = calls.first(where: { !$0.isDashed }) { samples.append("──▶ \(MermaidText(look.words))") }
    if let look = calls.first(where: \.isDashed) { samples.append("┄┄▶ \(MermaidText(look.words))") }
    let others = Set(plain.filter { $0.group == .selects || $0.group == .uses }.map(\.kind))
    let verbs = EdgeKind.allCases.filter(others.contains).map(\.verb)
    if !verbs.isEmpty { samples.append("┄┄▶ \(MermaidText(verbs.joined(separator: ", ")))") }
    return samples
  }

  private func joined(_ lines: [MermaidLine]) -> MermaidLine {
    lines.dropFirst().reduce(lines[0]) { "\($0) \u{2003}\($1)" }
  }
}
