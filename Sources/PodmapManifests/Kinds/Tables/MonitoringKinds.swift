/// The Prometheus operator.
let monitoringKinds: [KnownKind] = [
  KnownKind("Prometheus.monitoring.coreos.com", "prometheuses", ["prom"], .namespaced),
  KnownKind("PrometheusAgent.monitoring.coreos.com", "prometheusagents", ["promagent"], .namespaced),
  KnownKind("PrometheusRule.monitoring.coreos.com", "prometheusrules", ["promrule"], .namespaced),
  KnownKind("ServiceMonitor.monitoring.coreos.com", "servicemonitors", ["smon"], .namespaced),
  KnownKind("PodMonitor.monitoring.coreos.com", "podmonitors", ["pmon"], .namespaced),
  KnownKind("Probe.monitoring.coreos.com", "probes", ["prb"], .namespaced),
  KnownKind("ScrapeConfig.monitoring.coreos.com", "scrapeconfigs", ["scfg"], .namespaced),
  KnownKind("Alertmanager.monitoring.coreos.com", "alertmanagers", ["am"], .namespaced),
  KnownKind("AlertmanagerConfig.monitoring.coreos.com", "alertmanagerconfigs", ["amcfg"], .namespaced),
  KnownKind("ThanosRuler.monitoring.coreos.com", "thanosrulers", ["ruler"], .namespaced),
]
