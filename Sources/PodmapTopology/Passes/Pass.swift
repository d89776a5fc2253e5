/// One step in making a graph from described objects.
struct Pass: Sendable {
  let name: String
  let run: @Sendable (inout TopologyBuilder) -> Void

  init(_ name: String, _ run: @escaping @Sendable (inout TopologyBuilder) -> Void) {
    self.name = name
    self.run = run
  }

  /// All passes in the order in which they run.
  static let all: [Pass] = [
    .mergeDuplicates,  // first: an object that is defined twice is linked once
    .foldOwned,  // before nodes are made: pods that a workload made don't become nodes of their own
    .lendTemplates,  // before nodes are made: containers belong to the object that runs them
    .injectContainers,  // after owned pods are folded: what a live pod has isn't added again
    .addNodes,  // before everything that adds edges
    .followReferences,  // adds nodes for missing objects, so that selectors and ports see them all
    .followNames,  // after references: a name in a variable adds nothing to an object that is mounted
    .acceptRoutes,  // after references: a route and its Gateway are known
    .findCertificates,  // after nodes: what one object says about another's TLS
    .guessReferences,  // after the rows of the tables, which overrule guesses
    .connectDeliveries,  // after all nodes of objects are there
    .resolveSelectors,  // needs the pods of all workloads
    .resolveSubsets,  // needs the pods of all workloads
    .followSelectors,  // needs the pods, and the labels of everything else
    .connectPorts,  // after selectors: a port leads to containers of the selected pods
    .inferCalls,  // after ports: an address is followed to a Service, whose ports lead on to containers
    .connectInjected,  // with the other calls
    .applyCalls,  // after the calls that manifests show, which it may remove
    .connectPolicies,  // after ports are connected: peers are looked up among the pods of all workloads
    .settleNamespaces,  // after everything that names objects; before verdicts, which depend on what is called
    .judgeCalls,  // after calls are known: each gets what the policies say about it
    .recognisePatterns,  // after calls and ports: who calls a container shows what it is for
    .joinDiagrams,  // after all other nodes: a hand-written edge may end at any of them
    .settlePresence,  // before findings, which say what is missing
    .findObstacles,  // after presence is settled: a pod starts with what exists elsewhere
    .reportFindings,  // last: it looks at the whole graph
  ]
}
