import PodmapManifests
import PodmapTopology

extension FlowDiagram.Card.Style {
  /// The style of a node's card.
  init(_ node: Node) {
    if node.kind == .diagram {
      self.init(node.drawnByHand?.kind)
    } else if node.workload != nil, node.kind.family != .job {
      self = .workload
    } else if node.workload == nil, node.kind.family == .workload {
      // An object that is only named: the input doesn't have its pods.
      self = .other
    } else {
      self.init(node.kind.family)
    }
  }

  private init(_ family: KindFamily) {
    self =
      switch family {
      case .workload: .workload
      case .job: .job
      case .service: .service
      case .entry: .entry
      case .configuration: .configuration
      case .secret: .secret
      case .storage: .storage
      case .identity: .identity
      case .policy: .policy
      case .node: .node
      case .outside: .outside
      case .other: .other
      }
  }
}
