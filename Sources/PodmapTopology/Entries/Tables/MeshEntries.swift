import PodmapManifests

/// Routes inside a mesh: https://github.com/servicemeshinterface/smi-spec/tree/main/apis/traffic-split
let meshEntries: [EntryRule] = [
  EntryRule(
    kinds: ["TrafficSplit.split.smi-spec.io"],
    routes: [
      EntryRule.RouteField("spec", [EntryRule.BackendField("backends[]", "service", to: "Service", weight: "weight")])
    ],
    // What is sent to the Service that it splits.
    need: .anotherEntry)
]
