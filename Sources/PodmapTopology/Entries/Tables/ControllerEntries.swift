import PodmapManifests

/// Routes of ingress controllers that have a kind or two: Contour, Emissary, Kong, HAProxy, Skipper, APISIX.
let controllerEntries: [EntryRule] = [
  EntryRule(
    kinds: ["HTTPProxy.projectcontour.io"],
    hosts: ["spec.virtualhost.fqdn", "spec.virtualhost.aliases[]"],
    // A certificate may be delegated from another namespace.
    tls: [
      EntryRule.TLSField(
        "spec.virtualhost.tls", secret: "secretName", passes: "passthrough", notation: .namespaceAndName)
    ],
    routes: [
      EntryRule.RouteField(
        "spec.routes[]",
        matches: ["conditions[].prefix", "conditions[].exact", "conditions[].regex"],
        headers: ["conditions[].header.name"],
        [
          EntryRule.BackendField(
            "services[]", "name", to: "Service", port: "port", weight: "weight", copy: .marked("mirror"))
        ],
        replies: [
          .redirect("requestRedirectPolicy", scheme: "scheme", host: "hostname", port: "port", to: "path"),
          .answer("directResponsePolicy", status: "statusCode"),
        ]),
      EntryRule.RouteField(
        "spec.includes[]", matches: ["conditions[].prefix"], headers: ["conditions[].header.name"],
        [EntryRule.BackendField("", "name", to: "HTTPProxy.projectcontour.io")]),
      EntryRule.RouteField(
        "spec.tcpproxy",
        [
          EntryRule.BackendField("services[]", "name", to: "Service", port: "port", weight: "weight"),
          EntryRule.BackendField("include", "name", to: "HTTPProxy.projectcontour.io"),
          EntryRule.BackendField("includes", "name", to: "HTTPProxy.projectcontour.io"),
        ]),
    ], need: .field("spec.virtualhost"), joinsPaths: true),
  EntryRule(
    kinds: ["Mapping.getambassador.io"],
    routes: [
      EntryRule.RouteField(
        "spec", hosts: ["hostname", "host"], matches: ["prefix"],
        [
          EntryRule.BackendField(
            "", "service", to: "Service", notation: .address, weight: "weight", unit: .percent,
            copy: .marked("shadow"))
        ])
    ]),
  EntryRule(
    kinds: ["TCPMapping.getambassador.io"], protocolName: "TCP", ports: ["spec.port"],
    routes: [
      EntryRule.RouteField(
        "spec", hosts: ["host"],
        [
          EntryRule.BackendField(
            "", "service", to: "Service", notation: .address, weight: "weight", unit: .percent)
        ])
    ]),
  EntryRule(
    kinds: ["TCPIngress.configuration.konghq.com"], protocolName: "TCP", ports: ["spec.rules[].port"],
    tls: [EntryRule.TLSField("spec.tls[]", secret: "secretName", hosts: "hosts[]")],
    routes: [
      EntryRule.RouteField(
        "spec.rules[]", hosts: ["host"],
        [EntryRule.BackendField("backend", "serviceName", to: "Service", port: "servicePort")])
    ]),
  EntryRule(
    kinds: ["UDPIngress.configuration.konghq.com"], protocolName: "UDP", ports: ["spec.rules[].port"],
    routes: [
      EntryRule.RouteField(
        "spec.rules[]", [EntryRule.BackendField("backend", "serviceName", to: "Service", port: "servicePort")])
    ]),
  EntryRule(
    kinds: ["TCP.ingress.v1.haproxy.org", "TCP.ingress.v3.haproxy.org"], protocolName: "TCP",
    ports: ["spec[].frontend.binds[].port"],
    routes: [
      EntryRule.RouteField(
        "spec[]",
        [
          EntryRule.BackendField("service", "name", to: "Service", port: "port", weight: "weight"),
          EntryRule.BackendField("services[]", "name", to: "Service", port: "port", weight: "weight"),
        ])
    ]),
  EntryRule(
    kinds: ["RouteGroup.zalando.org"], hosts: ["spec.hosts[]"],
    tls: [EntryRule.TLSField("spec.tls[]", secret: "secretName", hosts: "hosts[]")],
    routes: [
      EntryRule.RouteField(
        "spec.routes[]", matches: ["path", "pathSubtree", "pathRegexp"],
        [EntryRule.BackendField("backends[]", "backendName", to: "Service", weight: "weight", in: routeGroupBackends)]),
      EntryRule.RouteField(
        "spec",
        [
          EntryRule.BackendField(
            "defaultBackends[]", "backendName", to: "Service", weight: "weight", in: routeGroupBackends)
        ]),
    ]),
  EntryRule(
    kinds: ["ApisixRoute.apisix.apache.org"],
    routes: [
      EntryRule.RouteField(
        "spec.http[]", hosts: ["match.hosts[]"], matches: ["match.paths[]"],
        [
          EntryRule.BackendField("backends[]", "serviceName", to: "Service", port: "servicePort", weight: "weight"),
          EntryRule.BackendField("backend", "serviceName", to: "Service", port: "servicePort"),
          EntryRule.BackendField("upstreams[]", "name", to: "ApisixUpstream.apisix.apache.org", weight: "weight"),
        ]),
      EntryRule.RouteField(
        "spec.stream[]", hosts: ["match.host"],
        [EntryRule.BackendField("backend", "serviceName", to: "Service", port: "servicePort")]),
    ]),
]

private let routeGroupBackends = EntryRule.BackendField.NamedList(
  path: "spec.backends[]", name: "serviceName", port: "servicePort")
