import PodmapManifests

// Tooltips as readers see them: whole, unless no reader would read them.

extension CondensedDiagram.Card {
  /// What writers show: also what rows without text stand for.
  package var shownTooltip: String {
    let texts = [tooltip] + (tabs + rows + foot).filter(\.isHidden).map(\.tooltip)
    return Shortened(texts.filter { !$0.isEmpty }.uniqued.joined(separator: " · "), limit: .listTooltip).text
  }
}

extension CondensedDiagram.Row {
  /// Whether it has no text, so that its card's tooltip says what it stands for.
  package var isHidden: Bool { items.isEmpty && more == 0 }

  /// What writers show.
  package var shownTooltip: String {
    let isList = represents.elements.count + represents.links.count > 1 || subject == .foot
    return Shortened(tooltip, limit: isList ? .listTooltip : .tooltip).text
  }
}

extension CondensedDiagram.Line {
  /// What writers show.
  package var shownTooltip: String { Shortened(tooltip, limit: .tooltip).text }
}
