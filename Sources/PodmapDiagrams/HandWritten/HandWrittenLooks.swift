import PodmapManifests

extension DiagramDocument.NodeKind {
  /// The small line above the name, among cards that all have one.
  var words: String {
    switch self {
    case .external: "external system"
    case .user, .cluster, .node, .workload, .pod, .container, .service, .entry, .network, .configuration, .secret,
      .storage:
      rawValue
    }
  }
}

extension Icon {
  /// The icon of a node that was written by hand.
  init(_ kind: DiagramDocument.NodeKind?) {
    self =
      switch kind {
      case .user: .user
      case .external: .outside
      case .cluster: .cluster
      case .node: .node
      case .workload: .deployment
      case .pod: .pod
      case .container: .container
      case .service: .service
      case .entry: .ingress
      case .network: .networkPolicy
      case .configuration: .configMap
      case .secret: .secret
      case .storage: .persistentVolume
      case nil: .custom
      }
  }
}

extension FlowDiagram.Card.Style {
  /// The family of a node that was written by hand.
  init(_ kind: DiagramDocument.NodeKind?) {
    self =
      switch kind {
      case .user: .user
      case .external: .outside
      case .cluster: .cluster
      case .node: .node
      case .workload, .pod: .workload
      case .container: .container
      case .service: .service
      case .entry: .entry
      case .network: .network
      case .configuration: .configuration
      case .secret: .secret
      case .storage: .storage
      case nil: .plain
      }
  }
}

extension FlowDiagram.Group.Style {
  /// The family of a frame that was written by hand.
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
