import PodmapManifests

/// Routes of Gloo Edge.
let glooEntries: [EntryRule] = [
  EntryRule(
    kinds: ["VirtualService.gateway.solo.io"], hosts: ["spec.virtualHost.domains[]"],
    tls: [EntryRule.TLSField("spec.sslConfig", secret: "secretRef.name")],
    routes: [glooRoute("spec.virtualHost.routes[]")]),
  EntryRule(kinds: ["RouteTable.gateway.solo.io"], routes: [glooRoute("spec.routes[]")], need: .anotherEntry),
  EntryRule(
    kinds: ["UpstreamGroup.gloo.solo.io"],
    routes: [EntryRule.RouteField("spec", glooDestinations("destinations[]", "destination.", weight: "weight"))],
    need: .anotherEntry),
  EntryRule(
    kinds: ["Upstream.gloo.solo.io"],
    routes: [
      EntryRule.RouteField(
        "spec.kube", [EntryRule.BackendField("", "serviceName", to: "Service", port: "servicePort")])
    ],
    need: .anotherEntry),
]

private func glooRoute(_ path: String) -> EntryRule.RouteField {
  EntryRule.RouteField(
    path, matches: ["matchers[].prefix", "matchers[].exact", "matchers[].regex"],
    headers: ["matchers[].headers[].name"],
    glooDestinations("routeAction.single", "")
      + glooDestinations("routeAction.multi.destinations[]", "destination.", weight: "weight")
      + [
        EntryRule.BackendField("routeAction", "upstreamGroup.name", to: "UpstreamGroup.gloo.solo.io"),
        EntryRule.BackendField("delegateAction", "ref.name", to: "RouteTable.gateway.solo.io"),
        EntryRule.BackendField("delegateAction", "name", to: "RouteTable.gateway.solo.io"),
      ],
    replies: [
      .redirect("redirectAction", scheme: "httpsRedirect", host: "hostRedirect", to: "pathRedirect"),
      .answer("directResponseAction", status: "status"),
    ])
}

private func glooDestinations(_ item: String, _ prefix: String, weight: String? = nil) -> [EntryRule.BackendField] {
  [
    EntryRule.BackendField(
      item, "\(prefix)upstream.name", to: "Upstream.gloo.solo.io", notation: .discovered, weight: weight),
    EntryRule.BackendField(item, "\(prefix)kube.ref.name", to: "Service", port: "\(prefix)kube.port", weight: weight),
  ]
}
