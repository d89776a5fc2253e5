import PodmapManifests

/// Services and Secrets of the operators of monitoring, logs, traces and search.
let observabilityProvisions: [Provision] = joined([
  [
    Provision("Prometheus.monitoring.coreos.com", .service, "prometheus-operated"),
    Provision("Prometheus.monitoring.coreos.com", .secret, "prometheus-{name}"),
    Provision("PrometheusAgent.monitoring.coreos.com", .service, "prometheus-agent-operated"),
    Provision("Alertmanager.monitoring.coreos.com", .service, "alertmanager-operated"),
    Provision("ThanosRuler.monitoring.coreos.com", .service, "thanos-ruler-operated"),
    Provision("VMSingle.operator.victoriametrics.com", .service, "vmsingle-{name}"),
    Provision("VMCluster.operator.victoriametrics.com", .service, "vmselect-{name}"),
    Provision("VMCluster.operator.victoriametrics.com", .service, "vminsert-{name}"),
    Provision("VMCluster.operator.victoriametrics.com", .service, "vmstorage-{name}"),
    Provision("VMAgent.operator.victoriametrics.com", .service, "vmagent-{name}"),
    Provision("VMAlert.operator.victoriametrics.com", .service, "vmalert-{name}"),
    Provision("VMAlertmanager.operator.victoriametrics.com", .service, "vmalertmanager-{name}"),
    Provision("VMAuth.operator.victoriametrics.com", .service, "vmauth-{name}"),
    Provision("VLogs.operator.victoriametrics.com", .service, "vlogs-{name}"),
    Provision("VLSingle.operator.victoriametrics.com", .service, "vlsingle-{name}"),
    Provision("TempoMonolithic.tempo.grafana.com", .service, "tempo-{name}"),
    Provision("TempoStack.tempo.grafana.com", .service, "tempo-{name}-distributor"),
    Provision("TempoStack.tempo.grafana.com", .service, "tempo-{name}-query-frontend"),
    Provision("TempoStack.tempo.grafana.com", .service, "tempo-{name}-gateway"),
    Provision("Elasticsearch.elasticsearch.k8s.elastic.co", .service, "{name}-es-{spec.nodeSets[].name}"),
  ],
  made(
    "OpenTelemetryCollector.opentelemetry.io",
    services: ["-collector", "-collector-headless", "-collector-monitoring", "-targetallocator"]),
  made(
    "Jaeger.jaegertracing.io", services: ["-query", "-collector", "-collector-headless", "-agent", "-all-in-one"]),
  made("Grafana.grafana.integreatly.org", services: ["-service", "-alerting"], secrets: ["-admin-credentials"]),
  made("LokiStack.loki.grafana.com", services: ["-gateway-http", "-distributor-http", "-query-frontend-http"]),
  made(
    "Elasticsearch.elasticsearch.k8s.elastic.co", services: ["-es-http", "-es-transport", "-es-internal-http"],
    secrets: ["-es-elastic-user", "-es-http-certs-public", "-es-http-certs-internal", "-es-http-ca-internal"]),
  made("Kibana.kibana.k8s.elastic.co", services: ["-kb-http"], secrets: ["-kb-http-certs-public"]),
  made("ApmServer.apm.k8s.elastic.co", services: ["-apm-http"], secrets: ["-apm-token", "-apm-http-certs-public"]),
  made("EnterpriseSearch.enterprisesearch.k8s.elastic.co", services: ["-ent-http"]),
  made("Agent.agent.k8s.elastic.co", services: ["-agent-http"]),
  made("ElasticMapsServer.maps.k8s.elastic.co", services: ["-ems-http"]),
  [
    Provision("Logstash.logstash.k8s.elastic.co", .service, "{name}-ls-{spec.services[].name}"),
    Provision("Logstash.logstash.k8s.elastic.co", .service, "{name}-ls-api"),
  ],
  made("SolrCloud.solr.apache.org", services: ["-solrcloud-common", "-solrcloud-headless"]),
])
