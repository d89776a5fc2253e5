import PodmapManifests

/// What cloud providers route with: GKE's Ingress over several clusters, and target groups of AWS.
let cloudEntries: [EntryRule] = [
  EntryRule(
    kinds: ["MultiClusterIngress.networking.gke.io"],
    tls: [EntryRule.TLSField("spec.template.spec.tls[]", secret: "secretName", hosts: "hosts[]")],
    routes: [
      EntryRule.RouteField(
        "spec.template.spec.rules[]", items: "http.paths[]", hosts: ["host"], matches: ["path"],
        [
          EntryRule.BackendField(
            "backend", "serviceName", to: "MultiClusterService.networking.gke.io", port: "servicePort")
        ]),
      EntryRule.RouteField(
        "spec.template.spec",
        [
          EntryRule.BackendField(
            "backend", "serviceName", to: "MultiClusterService.networking.gke.io", port: "servicePort")
        ]),
    ]),
  EntryRule(
    kinds: ["TargetGroupBinding.elbv2.k8s.aws"],
    routes: [
      EntryRule.RouteField("spec", [EntryRule.BackendField("serviceRef", "name", to: "Service", port: "port")])
    ]),
]
