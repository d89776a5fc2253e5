/// How a family of cards looks, and what the legend calls it.
struct CardLook: Sendable {
  /// The legend's word: "workload".
  let word: String
  /// The strong background of white text.
  let fill: Colour
  /// The frame.
  let stroke: Colour
}

extension FlowDiagram.Card.Style {
  var look: CardLook {
    switch self {
    case .workload: CardLook(word: "workload", fill: .workloadFill, stroke: .workloadFrame)
    case .job: CardLook(word: "job", fill: .jobFill, stroke: .jobFrame)
    case .service: CardLook(word: "service", fill: .serviceFill, stroke: .serviceFrame)
    case .entry: CardLook(word: "entry", fill: .entryFill, stroke: .entryFrame)
    case .configuration: CardLook(word: "configuration", fill: .configurationFill, stroke: .configurationFrame)
    case .secret: CardLook(word: "secret", fill: .secretFill, stroke: .secretFrame)
    case .storage: CardLook(word: "storage", fill: .storageFill, stroke: .storageFrame)
    case .identity: CardLook(word: "identity", fill: .identityFill, stroke: .identityFrame)
    case .policy: CardLook(word: "policy", fill: .policyFill, stroke: .policyFrame)
    case .node: CardLook(word: "machine", fill: .machineFill, stroke: .machineFrame)
    case .outside: CardLook(word: "outside", fill: .outsideFill, stroke: .neutralFrame)
    case .other: CardLook(word: "other kind", fill: .otherFill, stroke: .neutralFrame)
    case .user: CardLook(word: "user", fill: .userFill, stroke: .userFrame)
    case .cluster: CardLook(word: "cluster", fill: .clusterFill, stroke: .clusterFrame)
    case .container: CardLook(word: "container", fill: .containerFill, stroke: .containerFrame)
    case .network: CardLook(word: "network", fill: .networkFill, stroke: .networkFrame)
    case .plain: CardLook(word: "other", fill: .otherFill, stroke: .neutralFrame)
    }
  }
}

extension FlowDiagram.Card.Presence {
  /// What a card says about an absent object, in its text and in the legend; `nil` for a present one.
  var word: String? {
    switch self {
    case .present: nil
    case .missing: "missing"
    case .external: "from the cluster"
    case .notInInput: "not in the input"
    }
  }

  /// The frame of an absent object.
  var stroke: Colour {
    switch self {
    case .present, .external: .neutralFrame
    case .missing: .alarm
    case .notInInput: .notInInputFrame
    }
  }
}

extension FlowDiagram.Group.Style {
  /// The frame of a group, and its pale background.
  var look: (stroke: Colour, ground: Colour) {
    switch self {
    case .cluster: (.neutralFrame, .clusterGround)
    case .node: (.nodeOutline, .nodeGround)
    case .namespace: (.namespaceOutline, .namespaceGround)
    case .application: (.applicationOutline, .applicationGround)
    case .pod: (.podOutline, .podGround)
    }
  }
}
