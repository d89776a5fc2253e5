/// Condenses a diagram at one level of detail.
package enum Condenser {
  /// Applies all rules, one after the other.
  package static func condensed(_ diagram: FlowDiagram, detail: Detail) -> CondensedDiagram {
    var work = Condensing(diagram, detail: detail)
    for rule in CondensingRule.all { rule.apply(&work) }
    var assembly = Assembly(work)
    return assembly.diagram(showsFrames: false)
  }
}
