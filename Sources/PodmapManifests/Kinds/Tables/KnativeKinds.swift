/// Knative Serving and Eventing.
let knativeKinds: [KnownKind] = [
  KnownKind("Service.serving.knative.dev", "services", ["kservice", "ksvc"], .namespaced, iconNames: []),
  KnownKind("Route.serving.knative.dev", "routes", ["rt"], .namespaced, .entry),
  KnownKind("Configuration.serving.knative.dev", "configurations", ["config", "cfg"], .namespaced),
  KnownKind("Revision.serving.knative.dev", "revisions", ["rev"], .namespaced),
  KnownKind("DomainMapping.serving.knative.dev", "domainmappings", ["dm"], .namespaced, .entry),
  KnownKind("Broker.eventing.knative.dev", "brokers", .namespaced),
  KnownKind("Trigger.eventing.knative.dev", "triggers", .namespaced),
  KnownKind("Subscription.messaging.knative.dev", "subscriptions", ["sub"], .namespaced),
]
