/// Kinds of ingress controllers and API gateways. Entries of the tables in `EntryTables` belong to the family `entry`.
let controllerKinds: [KnownKind] =
  ["traefik.io", "traefik.containo.us"].flatMap { (group: String) in
    [
      ("IngressRoute", "ingressroutes", KindFamily.entry), ("IngressRouteTCP", "ingressroutetcps", .entry),
      ("IngressRouteUDP", "ingressrouteudps", .entry), ("TraefikService", "traefikservices", .entry),
      ("Middleware", "middlewares", .other), ("MiddlewareTCP", "middlewaretcps", .other),
      ("TLSOption", "tlsoptions", .other), ("TLSStore", "tlsstores", .other),
      ("ServersTransport", "serverstransports", .other),
    ].map { (kind: String, plural: String, family: KindFamily) in
      KnownKind(
        ResourceKind(rawValue: "\(kind).\(group)"), plural, .namespaced, family, icon: family == .entry ? .route : nil)
    }
  }
  + [
    KnownKind("HTTPProxy.projectcontour.io", "httpproxies", ["proxy", "proxies"], .namespaced, .entry, icon: .route),
    KnownKind("ExtensionService.projectcontour.io", "extensionservices", .namespaced),
    KnownKind("TLSCertificateDelegation.projectcontour.io", "tlscertificatedelegations", .namespaced),
    KnownKind("Mapping.getambassador.io", "mappings", .namespaced, .entry, icon: .route),
    KnownKind("TCPMapping.getambassador.io", "tcpmappings", .namespaced, .entry, icon: .route),
    KnownKind("Host.getambassador.io", "hosts", .namespaced),
    KnownKind("TLSContext.getambassador.io", "tlscontexts", .namespaced),
    KnownKind(
      "VirtualServer.k8s.nginx.org", "virtualservers", ["vs"], .namespaced, .entry, icon: .route, iconNames: []),
    KnownKind("VirtualServerRoute.k8s.nginx.org", "virtualserverroutes", ["vsr"], .namespaced, .entry, icon: .route),
    KnownKind(
      "TransportServer.k8s.nginx.org", "transportservers", ["ts"], .namespaced, .entry, icon: .route, iconNames: []),
    KnownKind("Policy.k8s.nginx.org", "policies", .namespaced, .policy, icon: .networkPolicy),
    KnownKind(
      "VirtualService.gateway.solo.io", "virtualservices", ["vs"], .namespaced, .entry, icon: .route, iconNames: []),
    KnownKind("RouteTable.gateway.solo.io", "routetables", ["rt"], .namespaced, .entry, icon: .route, iconNames: []),
    KnownKind("Gateway.gateway.solo.io", "gateways", ["gw"], .namespaced, .entry, icon: .gateway, iconNames: []),
    KnownKind("Upstream.gloo.solo.io", "upstreams", ["us"], .namespaced, .entry, icon: .route),
    KnownKind("UpstreamGroup.gloo.solo.io", "upstreamgroups", ["ug"], .namespaced, .entry, icon: .route),
    KnownKind("ApisixRoute.apisix.apache.org", "apisixroutes", ["ar"], .namespaced, .entry, icon: .route),
    KnownKind("ApisixUpstream.apisix.apache.org", "apisixupstreams", ["au"], .namespaced),
    KnownKind("ApisixTls.apisix.apache.org", "apisixtlses", ["atls"], .namespaced),
    KnownKind("ApisixPluginConfig.apisix.apache.org", "apisixpluginconfigs", ["apc"], .namespaced),
    KnownKind("TCPIngress.configuration.konghq.com", "tcpingresses", .namespaced, .entry, icon: .ingress),
    KnownKind("UDPIngress.configuration.konghq.com", "udpingresses", .namespaced, .entry, icon: .ingress),
    KnownKind("KongIngress.configuration.konghq.com", "kongingresses", ["ki"], .namespaced),
    KnownKind("KongPlugin.configuration.konghq.com", "kongplugins", ["kp"], .namespaced),
    KnownKind("KongClusterPlugin.configuration.konghq.com", "kongclusterplugins", ["kcp"], .cluster),
    KnownKind("KongConsumer.configuration.konghq.com", "kongconsumers", ["kc"], .namespaced),
    KnownKind("TCP.ingress.v1.haproxy.org", "tcps", .namespaced, .entry, icon: .route),
    KnownKind("TCP.ingress.v3.haproxy.org", "tcps", .namespaced, .entry, icon: .route),
    KnownKind("RouteGroup.zalando.org", "routegroups", ["rg"], .namespaced, .entry, icon: .route),
    KnownKind(
      "MultiClusterIngress.networking.gke.io", "multiclusteringresses", ["mci"], .namespaced, .entry, icon: .ingress),
    KnownKind(
      "MultiClusterService.networking.gke.io", "multiclusterservices", ["mcs"], .namespaced, .service, icon: .service),
    KnownKind(
      "ManagedCertificate.networking.gke.io", "managedcertificates", ["mcrt"], .namespaced, .secret, icon: .certificate),
    KnownKind("FrontendConfig.networking.gke.io", "frontendconfigs", .namespaced),
    KnownKind("BackendConfig.cloud.google.com", "backendconfigs", ["bc"], .namespaced, iconNames: []),
    KnownKind("TargetGroupBinding.elbv2.k8s.aws", "targetgroupbindings", .namespaced, .entry, icon: .route),
    KnownKind(
      "InferencePool.inference.networking.k8s.io", "inferencepools", ["infpool"], .namespaced, .service, icon: .service),
    KnownKind(
      "InferencePool.inference.networking.x-k8s.io", "inferencepools", ["xinfpool"], .namespaced, .service,
      icon: .service),
    KnownKind("InferenceObjective.inference.networking.x-k8s.io", "inferenceobjectives", .namespaced),
    KnownKind("InferenceModel.inference.networking.x-k8s.io", "inferencemodels", .namespaced),
  ]
