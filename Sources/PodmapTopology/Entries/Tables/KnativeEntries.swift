import PodmapManifests

/// Knative Serving: a Service has pods of its own, and `RevisionShare` says how its requests are divided.
let knativeEntries: [EntryRule] = [
  EntryRule(
    kinds: ["Route.serving.knative.dev"],
    routes: [
      EntryRule.RouteField(
        "spec",
        [
          EntryRule.BackendField(
            "traffic[]", "configurationName", to: "Configuration.serving.knative.dev", weight: "percent",
            unit: .percent),
          EntryRule.BackendField(
            "traffic[]", "revisionName", to: "Revision.serving.knative.dev", weight: "percent", unit: .percent,
            need: .optional),
        ])
    ]),
  EntryRule(
    kinds: ["DomainMapping.serving.knative.dev"], hosts: ["metadata.name"],
    tls: [EntryRule.TLSField("spec.tls", secret: "secretName")],
    routes: [EntryRule.RouteField("spec", [EntryRule.BackendField("ref", "name", to: .beside())])]),
]
