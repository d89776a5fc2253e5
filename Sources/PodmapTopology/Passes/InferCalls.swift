import PodmapManifests

extension Pass {
  /// An edge from each container to what it calls, as far as its manifests show it.
  static let inferCalls = Pass("infer calls") { builder in
    guard let pods = builder.pods else { return }
    let objects = builder.objects
    let finder = CallFinder(index: ConfigurationIndex(objects), services: ServiceIndex(objects, pods))
    let callers = objects.indices.filter { !objects[$0].templates.isEmpty && objects[$0].resource.kind != .podTemplate }
    let slices = stride(from: 0, to: callers.count, by: 256).map { callers[$0..<min($0 + 256, callers.count)] }
    let found = concurrentMap(slices) { slice in slice.flatMap { finder.calls(of: objects[$0]) } }
    for call in found.joined() {
      let target: Int
      switch call.target {
      case .own: continue
      case .node(let position): target = position
      case .service(let name, let namespace):
        target = builder.add(
          Node(
            id: NodeID(.service, name, in: namespace), kind: .service, name: name, namespace: namespace,
            presence: ClusterProvided.provides(.service, name, in: namespace) ? .external : .missing))
      case .host(let name):
        target = builder.add(
          Node(id: NodeID(.host, name, in: nil), kind: .host, name: name, namespace: nil, presence: .external))
      }
      builder.connect(
        call.from, target, .calls, label: call.port.map { String($0) } ?? "", certainty: call.certainty,
        evidence: [call.evidence])
    }
  }
}
