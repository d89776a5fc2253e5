import PodmapManifests

extension TopologyBuilder {
  /// Reads what the status of live pods says, leaves out those that have ended and that a controller has made, and joins
  /// the pods of a controller that is not in the input to one workload.
  mutating func foldLivePods() {
    guard objects.contains(where: { $0.resource.kind == .pod && $0.resource.root["status"] != nil || $0.isMade }) else {
      return
    }
    let known = Set(objects.map(\.id))
    var isDropped = [Bool](repeating: false, count: objects.count)
    var ended: [ObjectDescription] = []
    for position in objects.indices where objects[position].resource.kind == .pod {
      objects[position].readStatus()
      guard let end = objects[position].live?.end, objects[position].isMade else { continue }
      isDropped[position] = true
      let isKept = objects[position].controllerIDs.contains(where: known.contains)
      if !isKept || end != "Succeeded" { ended.append(objects[position]) }
    }
    var groups: [NodeID: Int] = [:]
    for position in objects.indices where !isDropped[position] && objects[position].resource.kind == .pod {
      guard objects[position].isMadeAlike, !objects[position].controllerIDs.contains(where: known.contains),
        let id = objects[position].controllerIDs.first
      else { continue }
      guard let first = groups[id] else {
        groups[id] = position
        objects[position].represent(id)
        continue
      }
      guard objects[first].isAlike(objects[position]) else { continue }
      isDropped[position] = true
      objects[first].take(pod: objects[position])
      otherPlaces[id, default: []].append(objects[position].resource.place)
    }
    if let note = Diagnostic.ended(ended) { diagnostics.append(note) }
    objects = objects.indices.filter { !isDropped[$0] }.map { objects[$0] }
  }
}

extension ObjectDescription {
  /// Whether a controller has made it, other than the kubelet, which makes a pod for each of its own manifests.
  fileprivate var isMade: Bool { controller.map { $0.kind != .node } ?? false }

  /// Whether its controller makes pods that only differ in their names.
  fileprivate var isMadeAlike: Bool {
    let kinds: [ResourceKind] = [.replicaSet, .replicationController, .statefulSet, .daemonSet, .job]
    return controller.map { kinds.contains($0.kind) } ?? false
  }

  /// Whether another pod has the same containers and labels, besides those that differ from pod to pod.
  fileprivate func isAlike(_ other: ObjectDescription) -> Bool {
    func labels(_ object: ObjectDescription) -> Set<Label> {
      Set(object.templates.flatMap(\.labels).filter { !ControllerLabels.numberedKeys.contains($0.key) })
    }
    func names(_ object: ObjectDescription) -> [[String]] { object.templates.map { $0.containers.map(\.key) } }
    return labels(self) == labels(other) && names(self) == names(other)
  }

  /// The ids that its controller may have.
  var controllerIDs: [NodeID] {
    guard let controller else { return [] }
    return [
      NodeID(controller.kind, controller.name, in: namespace), NodeID(controller.kind, controller.name, in: nil),
    ]
  }

  fileprivate mutating func readStatus() {
    guard let live = LivePods(resource) else { return }
    change { $0.live = Rare(live) }
    if !live.failing.isEmpty { failingPlace = resource.place }
  }

  /// Adds another pod of the same controller.
  fileprivate mutating func take(pod: ObjectDescription) {
    takeContainers(of: pod)
    takeStatus(of: pod)
    change { workload in
      if case .replicas(let count) = workload.scale { workload.scale = .replicas(count + 1) }
    }
  }

  /// Makes the pod stand for all pods of its controller.
  fileprivate mutating func represent(_ id: NodeID) {
    guard let controller else { return }
    rename(controller.kind, controller.name, id)
    self.controller = nil
    labels = []
    change { workload in
      let kinds: [ResourceKind] = [.daemonSet, .job]
      workload.scale = kinds.contains(controller.kind) ? Workload.Scale(controller.kind, nil) : .replicas(1)
      // Where one of them runs says nothing about the others.
      for template in workload.templates.indices { workload.templates[template].placement = .anyNode }
    }
  }
}

extension Diagnostic {
  fileprivate static func ended(_ pods: [ObjectDescription]) -> Diagnostic? {
    guard let first = pods.first else { return nil }
    let words = pods.map { "\($0.name) (\($0.live?.end ?? ""))" }
    return Diagnostic(
      .note, at: first.resource.place, topic: .finishedPods, about: pods.map(\.id.text),
      pods.count == 1
        ? "the pod '\(first.name.shortened())' has ended (\(first.live?.end ?? "")) and is not drawn"
        : "\(pods.count) pods have ended and are not drawn: \(words.listed)")
  }
}
