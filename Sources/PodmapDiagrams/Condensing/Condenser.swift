/// Condenses a diagram at one level of detail.
package enum Condenser {
  /// Applies all rules, one after the other.
  package static func condensed(_ diagram: FlowDiagram, detail: Detail) -> CondensedDiagram {
    var work = Condensing(diagram, detail: detail)
    for rule in CondensingRule.all { rule.apply(&work) }
    var assembly = Assembly(work)
    return assembly.diagram(showsFrames: false)
  }

  /// Makes every card of the diagram a card, and every link between two cards a line.
  package static func whole(_ diagram: FlowDiagram) -> CondensedDiagram {
    var work = Condensing(diagram, detail: .all, isWhole: true)
    CondensingRule.lift.apply(&work)
    var assembly = Assembly(work)
    return assembly.diagram(showsFrames: true)
  }

  /// The cards that are shown together: each with everything that is a row of it.
  static func units(_ diagram: FlowDiagram) -> [[Int]] {
    var work = Condensing(diagram, detail: .all)
    for rule in CondensingRule.private { rule.apply(&work) }
    let members = Dictionary(grouping: diagram.cards.indices) { work.holder($0) }
    return members.sorted { $0.key < $1.key }.map { [$0.key] + $0.value.filter { [holder = $0.key] in $0 != holder } }
  }
}
