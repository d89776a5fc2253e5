/// What Kubernetes takes for the same, by the names of fields in its API reference.
enum FieldMeaning {
  /// The lists whose order means nothing, with the fields that their items are known by.
  ///
  /// In the built-in kinds and in the pods that other kinds embed: the lists of any other kind keep their order.
  static func order(of field: String, in parent: String) -> ListOrder {
    // Of two sources with the same key the last one counts, and the first address family is the main one.
    if field == "args" || field == "command" || field == "initContainers" || field == "envFrom" { return .meant }
    if field == "ports", parent == "ingress" || parent == "egress" { return .free(["port", "protocol"]) }
    return free[field].map { .free($0) } ?? .meant
  }

  private static let free: [String: [String]] = [
    "containers": ["name"], "ephemeralContainers": ["name"], "volumes": ["name"], "imagePullSecrets": ["name"],
    "env": ["name"], "volumeMounts": ["mountPath"], "volumeDevices": ["devicePath"], "hostAliases": ["ip"],
    "ports": ["containerPort", "port", "protocol"], "resizePolicy": ["resourceName"], "claims": ["name"],
    "resourceClaims": ["name"], "sysctls": ["name"], "httpHeaders": ["name"], "supplementalGroups": [],
    "tolerations": ["key", "operator", "value", "effect"], "topologySpreadConstraints": ["topologyKey"],
    "readinessGates": ["conditionType"], "schedulingGates": ["name"], "options": ["name"],
    "requiredDuringSchedulingIgnoredDuringExecution": ["topologyKey"],
    "preferredDuringSchedulingIgnoredDuringExecution": ["weight"], "nodeSelectorTerms": [], "namespaces": [],
    "matchExpressions": ["key"], "matchFields": ["key"], "values": [], "matchLabelKeys": [], "add": [], "drop": [],
    "items": ["key", "path"], "sources": [], "accessModes": [], "mountOptions": [], "finalizers": [],
    "ownerReferences": ["kind", "name"], "volumeClaimTemplates": ["metadata"],
    "externalIPs": [], "loadBalancerSourceRanges": [],
    "rules": ["host"], "paths": ["path"], "tls": ["secretName"], "hosts": [],
    "ingress": [], "egress": [], "from": [], "to": [], "except": [], "policyTypes": [],
    "apiGroups": [], "resources": [], "verbs": [], "resourceNames": [], "nonResourceURLs": [], "apiVersions": [],
    "operations": [], "clusterRoleSelectors": [], "subjects": ["kind", "namespace", "name"], "secrets": ["name"],
    "webhooks": ["name"], "versions": ["name"], "categories": [], "shortNames": [], "admissionReviewVersions": [],
    "metrics": ["type"], "policies": ["type"], "limits": ["type"], "scopes": [], "required": [], "enum": [],
    "subsets": [], "addresses": ["ip"], "notReadyAddresses": ["ip"], "endpoints": ["addresses"], "taints": ["key"],
    "allowedTopologies": [], "matchLabelExpressions": ["key"], "additionalPrinterColumns": ["name"],
  ]

  /// Fields that mean nothing where they are empty; elsewhere an empty mapping chooses or allows something
  /// (`emptyDir`, `podSelector`). An empty list is always the same as none.
  static let meaninglessIfEmpty: Set<String> = [
    "metadata", "labels", "annotations", "matchLabels", "securityContext", "capabilities", "resources", "requests",
    "limits", "strategy", "updateStrategy", "rollingUpdate", "nodeSelector", "affinity", "nodeAffinity", "podAffinity",
    "podAntiAffinity", "data", "binaryData", "stringData", "status", "lifecycle", "loadBalancer", "dnsConfig",
    "overhead", "parameters",
  ]

  /// Whether the values below a field are quantities, which have many notations.
  static func holdsQuantities(_ field: String, isKubernetes: Bool) -> Bool {
    switch field {
    case "requests", "limits": true
    case "overhead", "hard", "capacity", "allocatable", "default", "defaultRequest", "max", "min": isKubernetes
    default: false
    }
  }

  static func isQuantity(_ field: String) -> Bool {
    field == "sizeLimit" || field == "averageValue"
  }

  /// Fields of an object's metadata that a cluster fills in.
  static let setByCluster: Set<String> = [
    "managedFields", "creationTimestamp", "resourceVersion", "uid", "generation", "selfLink", "deletionTimestamp",
    "deletionGracePeriodSeconds",
  ]

  /// The whole object once more, which kubectl keeps.
  static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

  /// Whether anyone may write what he likes below a field.
  static func isFreeText(_ field: String) -> Bool { freeTexts.contains(field) }

  private static let freeTexts: Set<String> = [
    "env", "command", "args", "data", "binaryData", "annotations", "httpHeaders", "parameters", "volumeAttributes",
    "options", "attributes", "url", "extra",
  ]

  /// Fields whose names speak of secrets, but which hold names of objects.
  static func namesObject(_ field: String) -> Bool { objectNames.contains(field) }

  private static let objectNames: Set<String> = [
    "secretKeyRef", "secretRef", "secret", "secrets", "imagePullSecrets", "configMapKeyRef", "configMapRef",
    "serviceAccountToken", "nodePublishSecretRef", "nodeStageSecretRef", "controllerPublishSecretRef", "tokenRequests",
  ]
}
