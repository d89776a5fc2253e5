import PodmapManifests
import PodmapTopology

extension FlowDiagram.Card.Brief {
  /// What a node says about itself where it has no box.
  ///
  /// `namedPorts` is the numbers of the ports that its containers name, for a Service.
  init(_ node: Node, namedPorts: [String: Int]) {
    self.init(tag: Self.tag(node.kind))
    application = Self.application(node)
    // Budgets matter to those who drain nodes.
    isMinor = tag == "budget"
    isHost = node.kind == .host || node.kind == .addressBlock
    switch node.facts {
    case .service(let service):
      ports = service.ports.map { $0.words(namedPorts) }
      type = service.type == "ClusterIP" ? nil : service.type
      isOpen = service.isOpenToTheOutside
      if let name = service.externalName { text = "\(node.name) → \(name)" }
    case .autoscaler(let bounds): scale = "\(bounds.range) pods (autoscaled)"
    case .networkPolicy(let policy):
      text = policy.isIdle ? "selects no pods" : policy.shortWords
      summary = text
      isAlwaysShown = policy.isAboutEveryPod || policy.isUnread
    default: if node.kind.name == "PodDisruptionBudget" { text = "disruption budget" }
    }
  }

  /// The recommended labels, the widest first.
  private static func application(_ node: Node) -> String? {
    let keys = ["app.kubernetes.io/part-of", "app.kubernetes.io/instance", "app.kubernetes.io/component"]
    return keys.firstNonNil { key in node.labels.first { $0.key == key && !$0.value.isEmpty }?.value }
  }

  /// The last word of a kind, which is what people call its objects: a PersistentVolumeClaim is a claim.
  private static func tag(_ kind: ResourceKind) -> String {
    let name = kind.name
    // Nobody calls it a map.
    if name == "ConfigMap" { return "config" }
    guard let start = name.lastIndex(where: \.isUppercase), start > name.startIndex,
      name[name.index(before: start)].isLowercase
    else { return name.lowercased() }
    return name[start...].lowercased()
  }
}

extension Service.Port {
  /// ":80", ":80→8080", ":53/UDP"
  fileprivate func words(_ named: [String: Int]) -> String {
    let suffix = transport == "TCP" ? "" : "/\(transport)"
    let target: Int? =
      switch self.target {
      case .number(let number): number
      case .name(let name): named[name]
      }
    guard let target, target != number else { return ":\(number)\(suffix)" }
    return ":\(number)→\(target)\(suffix)"
  }
}

extension AutoscalerBounds {
  /// "2–10", "1 or more"
  fileprivate var range: String {
    guard let most else { return "\(least) or more" }
    return most == least ? "\(least)" : "\(least)–\(most)"
  }
}
