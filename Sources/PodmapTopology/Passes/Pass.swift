/// One step of making a graph from described objects.
struct Pass: Sendable {
  let name: String
  let run: @Sendable (inout TopologyBuilder) -> Void

  init(_ name: String, _ run: @escaping @Sendable (inout TopologyBuilder) -> Void) {
    self.name = name
    self.run = run
  }

  /// All passes in the order in which they run.
  static let all: [Pass] = [
    .mergeDuplicates,  // first: an object that is given twice must be linked once
    .foldOwned,  // before nodes are made: pods that a workload made are not nodes of their own
    .addNodes,  // before everything that draws edges
    .followReferences,  // adds the nodes that are missing, so that selectors and ports see them all
    .guessReferences,  // after the rows of the tables, which know better
    .resolveSelectors,  // needs the pods of all workloads
    .followSelectors,  // needs the pods, and the labels of everything else
    .connectPorts,  // after selectors: a port leads to the containers of the pods that are selected
    .inferCalls,  // after ports: an address is followed to a Service, whose ports lead on to containers
    .connectPolicies,  // after ports are connected: peers are looked up among the pods of all workloads
    .judgeCalls,  // after calls are known: each gets what the policies say about it
    .recognisePatterns,  // after calls and ports: who is called from where tells what a container is for
    .joinDiagrams,  // an edge that was written by hand may end at any node
    .reportFindings,  // last: it looks at the whole graph
  ]
}
