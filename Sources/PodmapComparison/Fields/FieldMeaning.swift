/// What Kubernetes treats as equal, by the names of fields in its API reference.
enum FieldMeaning {
  /// Whether the order of a list has a meaning, and the fields that identify its items if not.
  ///
  /// This applies to built-in kinds and to the pods that other kinds embed. In custom resources the order of lists
  /// always matters.
  static func order(of field: String, in parent: String) -> ListOrder {
    // If two sources have the same key, the last one counts.
    if field == "args" || field == "command" || field == "initContainers" || field == "envFrom" { return .significant }
    if field == "ports", parent == "ingress" || parent == "egress" { return .free(["port", "protocol"]) }
    return free[field].map { .free($0) } ?? .significant
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

  /// Fields that mean nothing if they are empty. In other fields an empty mapping selects or allows something
  /// (`emptyDir`, `podSelector`). An empty list is always equivalent to none.
  static let meaninglessIfEmpty: Set<String> = [
    "metadata", "labels", "annotations", "matchLabels", "securityContext", "capabilities", "resources", "requests",
    "limits", "strategy", "updateStrategy", "rollingUpdate", "nodeSelector", "affinity", "nodeAffinity", "podAffinity",
    "podAntiAffinity", "data", "binaryData", "stringData", "status", "lifecycle", "loadBalancer", "dnsConfig",
    "overhead", "parameters",
  ]

  /// Whether the values below a field are quantities, which can be written in many ways.
  static func containsQuantities(_ field: String, isKubernetes: Bool) -> Bool {
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

  /// The annotation in which kubectl keeps the previous version of the whole object.
  static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"
}
