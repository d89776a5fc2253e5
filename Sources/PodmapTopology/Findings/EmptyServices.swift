import PodmapManifests

extension Finding {
  /// Services whose selector selects no pods in the input, although the input should contain some.
  static let emptyServices = Finding("empty Services") { builder in
    guard let pods = builder.pods else { return [] }
    let surroundings = ServiceSurroundings(builder)
    return builder.objects.compactMap { object in
      guard let selector = object.service?.selector,
        pods.pods(in: object.namespace, matching: selector).isEmpty, !surroundings.explain(object, selector)
      else { return nil }
      if let elsewhere = surroundings.namespace(ofPodsMatching: selector, pods) {
        return .podsElsewhere(object, selector, elsewhere)
      }
      // The namespace has no workloads in the input: they are probably kept elsewhere.
      guard let neighbours = surroundings.templates[object.innerNamespace] else { return nil }
      return .noPods(object, selector, neighbours)
    }
  }
}

/// What else in the input may give a Service its pods.
private struct ServiceSurroundings {
  /// The pods of each namespace.
  private(set) var templates: [String: [(owner: String, labels: [Label])]] = [:]
  /// Services whose addresses are set by hand.
  private var addressed: Set<String> = []
  /// Custom resources without pods, whose controllers may create some.
  private var custom: Set<String> = []
  private var groups: Set<String> = []

  init(_ builder: TopologyBuilder) {
    for object in builder.objects {
      let namespace = object.innerNamespace
      if !object.templates.isEmpty, object.resource.kind != .podTemplate {
        templates[namespace, default: []] += object.templates.map { (object.words, $0.labels) }
      }
      switch object.resource.kind.rawValue {
      case "Endpoints": addressed.insert("\(namespace)/\(object.name)")
      case "EndpointSlice":
        if let service = object.labels.first(where: { $0.key == "kubernetes.io/service-name" })?.value {
          addressed.insert("\(namespace)/\(service)")
        }
      default:
        if !object.resource.kind.isBuiltIn {
          custom.insert("\(namespace)/\(object.name)")
          groups.insert(String(object.resource.kind.rawValue.drop { $0 != "." }.dropFirst()))
        }
      }
    }
  }

  /// Whether the Service may well have pods although the input has none for it.
  func explain(_ service: ObjectDescription, _ selector: LabelSelector) -> Bool {
    let namespace = service.innerNamespace
    if addressed.contains("\(namespace)/\(service.name)") { return true }
    if namespace.hasPrefix("kube-") { return true }
    return selector.requirements.contains { requirement in
      Self.isSetByController(requirement.key) || isSetByOperator(requirement.key)
        || requirement.values.contains { custom.contains("\(namespace)/\($0)") }
    }
  }

  /// Whether the label belongs to the domain of a custom resource in the input: `strimzi.io/name`.
  private func isSetByOperator(_ key: String) -> Bool {
    guard let slash = key.firstIndex(of: "/") else { return false }
    let domain = key[..<slash]
    return groups.contains { $0 == domain || $0.hasSuffix("." + domain) }
  }

  /// Another namespace with the pods that the Service looks for in its own.
  func namespace(ofPodsMatching selector: LabelSelector, _ pods: PodIndex) -> String? {
    templates.keys.sorted().first { !pods.pods(in: $0, matching: selector).isEmpty }
  }

  /// Whether pods get the label only when they are created, so that no manifest shows it.
  private static func isSetByController(_ key: String) -> Bool {
    switch key {
    case "job-name", "controller-uid", "pod-template-hash", "controller-revision-hash": true
    case _ where key.hasPrefix("batch.kubernetes.io/") || key.hasPrefix("apps.kubernetes.io/"): true
    case _ where key.hasPrefix("statefulset.kubernetes.io/"): true
    default: false
    }
  }
}

extension LabelSelector {
  fileprivate var place: Place? { evidence.first?.place }

  /// "app=web, tier=front"
  fileprivate var words: String {
    requirements.map { "\($0.key)=\($0.values.joined(separator: ","))" }.joined(separator: ", ").shortened()
  }
}

extension Diagnostic {
  fileprivate static func podsElsewhere(
    _ service: ObjectDescription, _ selector: LabelSelector, _ namespace: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, at: selector.place, topic: .emptyService,
      "\(service.words) selects no pods (\(selector.words)) in the namespace '\(service.innerNamespace)'; "
        + "pods with these labels are in '\(namespace)', which its selector can't reach")
  }

  fileprivate static func noPods(
    _ service: ObjectDescription, _ selector: LabelSelector, _ neighbours: [(owner: String, labels: [Label])]
  ) -> Diagnostic {
    // The pods that match most of it are probably the intended ones.
    let near = neighbours.map { neighbour in
      (neighbour.owner, selector.requirements.filter { !$0.matches(neighbour.labels) }, neighbour.labels)
    }.filter { $0.1.count < selector.requirements.count }.min { $0.1.count < $1.1.count }
    var isSetLater = false
    var advice = "correct its selector, or add its workload"
    if let near, let missing = near.1.first {
      let label = near.2.last { $0.key == missing.key }
      isSetLater = label == nil
      advice =
        label.map { "the pods of \(near.0) have \(missing.key)=\($0.value)".shortened(to: 160) }
        ?? "the pods of \(near.0) have no label '\(missing.key.shortened())', unless they get it at run time"
    }
    return Diagnostic(
      isSetLater ? .note : .warning, at: selector.place, topic: .emptyService,
      "\(service.words) selects no pods in the input (\(selector.words)); \(advice)")
  }
}
