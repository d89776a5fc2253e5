import PodmapManifests

/// Every field that selects objects by their labels, except those of Services and NetworkPolicies. A workload's own
/// selector selects only its own pods.
let selectorTable: [SelectorRule] =
  [
    SelectorRule("PodDisruptionBudget", "spec.selector", picks: .pods),
    SelectorRule(.persistentVolumeClaim, "spec.selector", picks: .objects(.persistentVolume), .claims),
    SelectorRule("ClusterRole", "aggregationRule.clusterRoleSelectors[]", picks: .objects("ClusterRole"), .grants),
    SelectorRule(
      "ServiceMonitor.monitoring.coreos.com", "spec.selector", picks: .objects(.service),
      home: .listed(path: "spec.namespaceSelector")),
    SelectorRule(
      "PodMonitor.monitoring.coreos.com", "spec.selector", picks: .pods,
      home: .listed(path: "spec.namespaceSelector")),
    SelectorRule(
      "Alertmanager.monitoring.coreos.com", "spec.alertmanagerConfigSelector",
      picks: .objects("AlertmanagerConfig.monitoring.coreos.com"),
      home: .selected(path: "spec.alertmanagerConfigNamespaceSelector")),
    SelectorRule(
      "ThanosRuler.monitoring.coreos.com", "spec.ruleSelector",
      picks: .objects("PrometheusRule.monitoring.coreos.com"),
      home: .selected(path: "spec.ruleNamespaceSelector")),
    // Istio looks for the pods of a Gateway in all namespaces.
    SelectorRule(
      "Gateway.networking.istio.io", "spec.selector", picks: .pods, notation: .plain, home: .allNamespaces),
    SelectorRule(
      "ServiceEntry.networking.istio.io", "spec.workloadSelector.labels", picks: .pods, notation: .plain),
    SelectorRule(
      "Probe.monitoring.coreos.com", "spec.targets.ingress.selector", picks: .objects(.ingress),
      home: .listed(path: "spec.targets.ingress.namespaceSelector")),
    SelectorRule("Sidecar.networking.istio.io", "spec.workloadSelector.labels", picks: .pods, notation: .plain),
    SelectorRule("EnvoyFilter.networking.istio.io", "spec.workloadSelector.labels", picks: .pods, notation: .plain),
    SelectorRule(
      "ClusterExternalSecret.external-secrets.io", "spec.namespaceSelector", picks: .objects(.namespace)),
  ]
  + ["Prometheus.monitoring.coreos.com", "PrometheusAgent.monitoring.coreos.com"].flatMap { (kind: ResourceKind) in
    [
      ("serviceMonitor", "ServiceMonitor.monitoring.coreos.com"),
      ("podMonitor", "PodMonitor.monitoring.coreos.com"), ("rule", "PrometheusRule.monitoring.coreos.com"),
      ("probe", "Probe.monitoring.coreos.com"), ("scrapeConfig", "ScrapeConfig.monitoring.coreos.com"),
    ].map { (field: String, target: ResourceKind) in
      SelectorRule(
        kind, "spec.\(field)Selector", picks: .objects(target),
        home: .selected(path: "spec.\(field)NamespaceSelector"))
    }
  }
  + [
    "AuthorizationPolicy.security.istio.io", "PeerAuthentication.security.istio.io",
    "ProxyConfig.networking.istio.io", "RequestAuthentication.security.istio.io", "Telemetry.telemetry.istio.io",
    "WasmPlugin.extensions.istio.io",
  ].map { (kind: ResourceKind) in
    SelectorRule(kind, "spec.selector.matchLabels", picks: .pods, notation: .plain)
  }
