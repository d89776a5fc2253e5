import PodmapManifests

extension DiagramDocument.NodeKind {
  /// The small line above the name, if other cards have one.
  var words: String {
    switch self {
    case .external: "external system"
    case .user, .cluster, .node, .workload, .pod, .container, .service, .entry, .network, .configuration, .secret,
      .storage:
      rawValue
    }
  }
}

extension DiagramDocument.NodeKind {
  /// The family and the icon of a hand-written node.
  fileprivate var look: (style: FlowDiagram.Card.Style, icon: Icon) {
    switch self {
    case .user: (.user, .user)
    case .external: (.outside, .outside)
    case .cluster: (.cluster, .cluster)
    case .node: (.node, .node)
    case .workload: (.workload, .deployment)
    case .pod: (.workload, .pod)
    case .container: (.container, .container)
    case .service: (.service, .service)
    case .entry: (.entry, .ingress)
    case .network: (.network, .networkPolicy)
    case .configuration: (.configuration, .configMap)
    case .secret: (.secret, .secret)
    case .storage: (.storage, .persistentVolume)
    }
  }
}

extension Icon {
  /// The icon of a hand-written node.
  init(_ kind: DiagramDocument.NodeKind?) { self = kind?.look.icon ?? .custom }
}

extension FlowDiagram.Card.Style {
  /// The family of a hand-written node.
  init(_ kind: DiagramDocument.NodeKind?) { self = kind?.look.style ?? .plain }
}

extension FlowDiagram.Group.Style {
  /// The family of a hand-written frame.
  init(_ kind: DiagramDocument.GroupKind?) {
    self =
      switch kind {
      case .cluster: .cluster
      case .node: .node
      case .namespace: .namespace
      case .pod: .pod
      case nil: .application
      }
  }
}

extension FlowDiagram.Direction {
  init(_ direction: DiagramDocument.Direction) {
    switch direction {
    case .topToBottom: self = .topToBottom
    case .leftToRight: self = .leftToRight
    }
  }
}
