import PodmapManifests

/// A field of a pod that a variable takes its value from (`valueFrom.fieldRef`).
enum PodField {
  /// The address or name of the pod's node.
  case node
  /// The pod's own address.
  case pod
  /// The pod's namespace.
  case namespace
  case label(String)

  init?(path: String) {
    switch path {
    case "status.hostIP", "status.hostIPs", "spec.nodeName": self = .node
    case "status.podIP", "status.podIPs": self = .pod
    case "metadata.namespace": self = .namespace
    default:
      guard path.hasPrefix("metadata.labels['"), path.hasSuffix("']") else { return nil }
      self = .label(String(path.dropFirst("metadata.labels['".count).dropLast(2)))
    }
  }

  /// What stands for an address that is known only when the pod runs; no host can have such a name.
  var placeholder: String {
    switch self {
    case .node: "_podmap.node_"
    case .pod: "_podmap.pod_"
    case .namespace, .label: ""
    }
  }
}
