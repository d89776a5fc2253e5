import PodmapManifests

/// Routes of NGINX Inc's controller, whose upstreams have names of their own.
let nginxEntries: [EntryRule] = [
  EntryRule(
    kinds: ["VirtualServer.k8s.nginx.org"], hosts: ["spec.host"],
    tls: [EntryRule.TLSField("spec.tls", secret: "secret")],
    routes: [
      EntryRule.RouteField(
        "spec.routes[]", matches: ["path"],
        nginxActions
          + [
            EntryRule.BackendField(
              "", "route", to: "VirtualServerRoute.k8s.nginx.org", notation: .namespaceAndName)
          ], replies: nginxReplies)
    ]),
  EntryRule(
    kinds: ["VirtualServerRoute.k8s.nginx.org"], hosts: ["spec.host"],
    routes: [EntryRule.RouteField("spec.subroutes[]", matches: ["path"], nginxActions, replies: nginxReplies)],
    need: .anotherEntry),
  EntryRule(
    kinds: ["TransportServer.k8s.nginx.org"], protocolName: "TCP",
    protocolField: "spec.listener.protocol", hosts: ["spec.host"],
    tls: [EntryRule.TLSField("spec.tls", secret: "secret")],
    routes: [
      EntryRule.RouteField(
        "spec", [EntryRule.BackendField("action", "pass", to: "Service", in: nginxUpstreams)])
    ]),
]

private let nginxUpstreams = EntryRule.BackendField.NamedList(path: "spec.upstreams[]", name: "service", port: "port")

private let nginxActions = [
  ("", nil), ("splits[]", "weight"), ("matches[]", nil), ("matches[].splits[]", "weight"),
].flatMap { (item: String, weight: String?) in
  ["action.pass", "action.proxy.upstream"].map {
    EntryRule.BackendField(item, $0, to: "Service", weight: weight, in: nginxUpstreams)
  }
}

private let nginxReplies: [EntryRule.ReplyField] = [
  .redirect("action.redirect", to: "url"), .answer("action.return", status: "code"),
]
