import PodmapManifests

/// References of objects that extend the API server: admission webhooks and policies, API services, conversion.
let extensionReferences: [ReferenceRule] =
  [
    ("MutatingWebhookConfiguration", "webhooks[].clientConfig.service.name"),
    ("ValidatingWebhookConfiguration", "webhooks[].clientConfig.service.name"),
    ("APIService", "spec.service.name"),
    ("CustomResourceDefinition", "spec.conversion.webhook.clientConfig.service.name"),
    ("CustomResourceDefinition", "spec.conversion.webhookClientConfig.service.name"),
  ].map { (kind: ResourceKind, path: String) in
    ReferenceRule(kind, path, to: "Service", .routes, home: .namespaceBesideName)
  }
  + [
    ("ValidatingAdmissionPolicyBinding", "ValidatingAdmissionPolicy"),
    ("MutatingAdmissionPolicyBinding", "MutatingAdmissionPolicy"),
  ].map { (binding: ResourceKind, policy: ResourceKind) in
    ReferenceRule(binding, "spec.policyName", to: .kind(policy), .uses)
  }
