/// Which fields the typed changes tell, so that nothing is told twice.
struct ToldFields {
  private var fields: [(prefix: String, leaves: Set<String>)] = []

  init(ofContainer changes: [Change]) {
    for change in changes {
      switch change {
      case .imageChanged: fields.append(("image", []))
      case .roleChanged: fields.append(("restartPolicy", []))
      case .portsChanged: fields.append(("ports", ["containerPort", "name", "protocol", "hostPort"]))
      case .requestsChanged: fields.append(("resources.requests", []))
      case .limitsChanged: fields.append(("resources.limits", []))
      case .probesChanged:
        for probe in ["startupProbe", "readinessProbe", "livenessProbe"] { fields.append((probe, Self.ofProbes)) }
      default: break
      }
    }
  }

  init(ofService changes: [Change]) {
    for change in changes {
      switch change {
      case .serviceTypeChanged:
        fields.append(("spec.type", []))
        fields.append(("spec.clusterIP", []))
      case .servicePortsChanged:
        fields.append(("spec.ports", ["port", "targetPort", "nodePort", "name", "protocol"]))
      default: break
      }
    }
  }

  init(ofWorkloadThatScales isScaled: Bool) {
    guard isScaled else { return }
    for field in ["replicas", "completions", "parallelism", "schedule"] { fields.append(("spec.\(field)", [])) }
  }

  private static let ofProbes: Set<String> = [
    "path", "port", "initialDelaySeconds", "periodSeconds", "timeoutSeconds", "successThreshold", "failureThreshold",
    "terminationGracePeriodSeconds",
  ]

  /// Whether a difference is told: everything below a prefix, or only some of its fields and what has gone as a whole.
  func contains(_ difference: FieldDifference) -> Bool {
    fields.contains { prefix, leaves in
      guard difference.path.hasPrefix(prefix) else { return false }
      let rest = difference.path.dropFirst(prefix.count)
      guard rest.isEmpty || rest.first == "." || rest.first == "[" else { return false }
      if leaves.isEmpty || rest.isEmpty { return true }
      guard let leaf = difference.leaf else { return !rest.contains(".") }
      return leaves.contains(String(leaf)) || difference.from == nil && ["httpGet", "tcpSocket", "grpc"].contains(leaf)
        || difference.to == nil && ["httpGet", "tcpSocket", "grpc", "exec"].contains(leaf)
    }
  }
}
