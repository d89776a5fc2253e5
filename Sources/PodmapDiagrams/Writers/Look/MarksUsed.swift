import PodmapTopology

/// The marks that one diagram uses, each once and in a fixed order: what its legend explains.
struct MarksUsed: Equatable {
  var cards: [FlowDiagram.Card.Style]
  var absences: [FlowDiagram.Card.Presence]
  var roles: [PodContent.Container.Role.Family]
  var edges: [EdgeKind]
  var hasInferred: Bool
  var hasDenied: Bool
  var changes: [ChangeMark]
  var hasMatches: Bool

  /// Only links that the plan draws as lines count: a link in words needs no mark.
  init(_ diagram: FlowDiagram, _ plan: LinkPlan) {
    var cards: Set<FlowDiagram.Card.Style> = []
    var absences: Set<FlowDiagram.Card.Presence> = []
    var roles: Set<PodContent.Container.Role.Family> = []
    for card in diagram.cards {
      // A plain box means what its text says.
      if card.presence != .present {
        absences.insert(card.presence)
      } else if card.style != .plain {
        cards.insert(card.style)
      }
      for container in card.pod?.containers ?? [] { roles.insert(container.role.family) }
    }
    let edges = Set(plan.lines.filter { !$0.isMatch }.map(\.kind))
    // If colours show changes, they can't show kinds too.
    self.cards = diagram.isMarked ? [] : FlowDiagram.Card.Style.allCases.filter(cards.contains)
    self.absences = FlowDiagram.Card.Presence.allCases.filter(absences.contains)
    self.roles = PodContent.Container.Role.Family.allCases.filter(roles.contains)
    self.edges = diagram.isMarked ? [] : EdgeKind.allCases.filter(edges.contains)
    let changes = Set(
      diagram.cards.flatMap { [$0.mark] + ($0.pod?.containers.map(\.mark) ?? []) } + plan.lines.map(\.mark))
    let texts = diagram.isMarked ? diagram.cards.flatMap { $0.lines + ($0.pod?.containers.flatMap(\.lines) ?? []) } : []
    self.changes = ChangeMark.allCases.filter { mark in
      changes.contains(mark) || texts.contains(where: mark.signs)
    }
    hasMatches = plan.lines.contains(where: \.isMatch)
    hasInferred = plan.lines.contains(where: \.isInferred)
    hasDenied = plan.lines.contains(where: \.isDenied)
  }

  /// Whether there is nothing to explain.
  var isEmpty: Bool {
    cards.isEmpty && absences.isEmpty && edges.isEmpty && changes.isEmpty && !hasMatches
  }
}
