/// The programs that add containers to pods, as their documentation says.
let injectionTable: [Injection] = [
  Injection(
    name: "Istio",
    triggers: [Injection.Trigger("sidecar.istio.io/inject", ["true"]), Injection.Trigger("istio.io/rev")],
    namespaceTriggers: [Injection.Trigger("istio-injection", ["enabled"]), Injection.Trigger("istio.io/rev")],
    containers: [
      Injection.Added(name: "istio-init", role: .initial), Injection.Added(name: "istio-proxy", role: .app),
    ],
    calls: [Injection.Called(name: "istiod", namespace: "istio-system", port: 15012)],
    marks: ["sidecar.istio.io/status"]),
  Injection(
    name: "Linkerd", triggers: [Injection.Trigger("linkerd.io/inject", ["enabled", "ingress"])],
    namespaceTriggers: [Injection.Trigger("linkerd.io/inject", ["enabled", "ingress"])],
    containers: [
      Injection.Added(name: "linkerd-init", role: .initial), Injection.Added(name: "linkerd-proxy", role: .app),
    ],
    calls: [
      Injection.Called(name: "linkerd-dst", namespace: "linkerd", port: 8086),
      Injection.Called(name: "linkerd-identity", namespace: "linkerd", port: 8080),
      Injection.Called(name: "linkerd-policy", namespace: "linkerd", port: 8090),
    ], marks: ["linkerd.io/proxy-version", "linkerd.io/created-by"]),
  Injection(
    name: "Dapr", triggers: [Injection.Trigger("dapr.io/enabled", ["true"])], namespaceTriggers: [],
    containers: [
      Injection.Added(
        name: "daprd", role: .app,
        ports: [
          Container.Port(number: 3500, name: "dapr-http"), Container.Port(number: 50001, name: "dapr-grpc"),
          Container.Port(number: 9090, name: "dapr-metrics"),
        ])
    ],
    calls: [
      Injection.Called(name: "dapr-api", namespace: "dapr-system", port: 443),
      Injection.Called(name: "dapr-sentry", namespace: "dapr-system", port: 443),
      Injection.Called(name: "dapr-placement-server", namespace: "dapr-system", port: 50005),
    ]),
  Injection(
    name: "Vault", triggers: [Injection.Trigger("vault.hashicorp.com/agent-inject", ["true"])], namespaceTriggers: [],
    containers: [
      Injection.Added(name: "vault-agent-init", role: .initial),
      Injection.Added(
        name: "vault-agent", role: .app, unless: "vault.hashicorp.com/agent-pre-populate-only"),
    ],
    calls: [Injection.Called(name: "vault", namespace: "vault", port: 8200)],
    marks: ["vault.hashicorp.com/agent-inject-status"]),
  Injection(
    name: "Consul", triggers: [Injection.Trigger("consul.hashicorp.com/connect-inject", ["true"])],
    namespaceTriggers: [],
    containers: [
      Injection.Added(name: "consul-connect-inject-init", role: .initial),
      Injection.Added(name: "consul-dataplane", role: .app),
    ],
    calls: [Injection.Called(name: "consul-server", namespace: "consul", port: 8502)],
    marks: ["consul.hashicorp.com/connect-inject-status"]),
  Injection(
    name: "Kuma", triggers: [Injection.Trigger("kuma.io/sidecar-injection", ["enabled", "true"])],
    namespaceTriggers: [Injection.Trigger("kuma.io/sidecar-injection", ["enabled", "true"])],
    containers: [
      Injection.Added(name: "kuma-init", role: .initial), Injection.Added(name: "kuma-sidecar", role: .app),
    ],
    calls: [Injection.Called(name: "kuma-control-plane", namespace: "kuma-system", port: 5678)],
    marks: ["kuma.io/sidecar-injected"]),
  Injection(
    name: "the OpenTelemetry operator", triggers: [Injection.Trigger("sidecar.opentelemetry.io/inject")],
    namespaceTriggers: [Injection.Trigger("sidecar.opentelemetry.io/inject")],
    containers: [Injection.Added(name: "otc-container", role: .app)], calls: []),
]
