/// One step of condensing a diagram.
struct CondensingRule: Sendable {
  /// What the step does, for documents and tests.
  let name: String
  let apply: @Sendable (inout Condensing) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout Condensing) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// The rules, in the order in which they are applied. Each works on what the ones before it have left.
  static let all: [CondensingRule] = `private` + shared

  /// The rules about what belongs to a single card.
  static let `private`: [CondensingRule] = [
    .lift,  // first: what is inside one card is never a line
    .frontServices,  // before badges, which may belong to a Service that is a row by then
    .possibleCalls,  // before leaves: an address that is merely available gives nothing a neighbour
    .badges,  // before leaves: what acts on a workload belongs to it even if it names others
    .entryChains,  // before leaves: a route with hosts of its own isn't a leaf of its Gateway
    .privateLeaves,  // before hubs: what only one card uses is never shared
  ]

  /// The rules about what several cards have in common.
  private static let shared: [CondensingRule] = [
    .otherNamespaces,  // after leaves: a row may be about another namespace, a line may not
    .hubs,  // after namespaces: only the lines that are left count
    .sharedConfiguration,  // after hubs: it counts the lines that reading would still draw
    .innerRelations,  // after all that moves objects into other cards, but before twins are compared
    .twinGroups,  // after what everyone shares is text, which would join the groups
    .remainingConfiguration,  // after twins: a Secret of two cards is a part of their group
    .sets,  // after all that gives cards rows: twins have the same rows
    .backEdges,  // last: only the lines that are drawn have a direction
  ]
}
