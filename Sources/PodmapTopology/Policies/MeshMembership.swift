/// Whether pods are in Istio's mesh, so that its policies apply to them.
enum MeshMembership {
  /// What a pod's own labels, annotations and containers say; `nil` if its namespace decides.
  static func wish(of template: PodTemplate) -> Bool? {
    if template.containers.contains(where: { $0.name == "istio-proxy" }) { return true }
    if let mode = template.labels.first(where: { $0.key == dataplaneMode })?.value { return mode == "ambient" }
    if let wish = template.labels.first(where: { $0.key == injection })?.value ?? template.meshInjection {
      return ["true", "enabled", "yes", "on"].contains(wish.lowercased())
    }
    return template.labels.contains { $0.key == revision } ? true : nil
  }

  /// Whether a pod is in the mesh.
  static func answer(_ pod: PolicyPod, _ namespaces: NamespaceLabels) -> Answer {
    if pod.isOnHostNetwork { return .no }
    let wish = pod.asksForMesh.map { Answer($0) }
    if let wish { return wish }
    return namespaces.hasLabel(of: pod.home) { label in
      switch label.key {
      case "istio-injection": label.value == "enabled"
      case revision: true
      case dataplaneMode: label.value == "ambient"
      default: false
      }
    }
  }

  /// The label of a pod, and its older annotation.
  static let injection = "sidecar.istio.io/inject"
  private static let revision = "istio.io/rev"
  private static let dataplaneMode = "istio.io/dataplane-mode"
}
