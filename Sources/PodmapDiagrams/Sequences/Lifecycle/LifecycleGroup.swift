import PodmapManifests
import PodmapTopology

/// Pods whose lives take the same steps: the diagram of the first one stands for all.
struct LifecycleGroup {
  /// In the order of the topology; never empty.
  private(set) var pods: [LifecyclePod]

  var first: LifecyclePod { pods[0] }

  /// Groups pods by what `steps` makes of them once their names are taken away; groups are in the order of their first
  /// pods.
  static func all(of pods: [LifecyclePod], _ steps: (LifecyclePod) -> [SequenceDiagram]) -> [LifecycleGroup] {
    var positions: [[SequenceDiagram]: Int] = [:]
    var groups: [LifecycleGroup] = []
    for pod in pods {
      let key = steps(pod.withoutNames)
      if let position = positions[key] {
        groups[position].pods.append(pod)
      } else {
        positions[key] = groups.count
        groups.append(LifecycleGroup(pods: [pod]))
      }
    }
    return groups
  }

  /// The names of its pods; `isShared` says whether several pods of the application have a name, so that the namespace
  /// must be added.
  func names(_ isShared: (String) -> Bool) -> [String] {
    pods.map { pod in
      let name = Shortened(pod.name, limit: 60).text
      guard isShared(pod.name), let namespace = pod.owner.namespace else { return name }
      return "\(Shortened(namespace, limit: 60).text)/\(name)"
    }
  }

  /// What notes at the top of the diagram say about the pods that it isn't drawn for; no note is so long that a writer
  /// would cut it.
  static func notes(_ others: [String]) -> [String] {
    guard !others.isEmpty else { return [] }
    let limit = Limit.lifecycleWorkloads.value
    var words = Array(others.prefix(limit))
    if others.count > limit { words.append("… \(others.count - limit) more") }
    var notes = ["the same steps, with other names, images and ports: \(words[0])"]
    for word in words.dropFirst() {
      if notes[notes.count - 1].count + word.count < 320 {
        notes[notes.count - 1] += ", \(word)"
      } else {
        notes.append(word)
      }
    }
    return notes
  }
}

extension LifecyclePod {
  /// The pod without anything by which it is only called or reached: names, images, ports.
  fileprivate var withoutNames: LifecyclePod {
    var (owner, workload, template) = (owner, workload, template)
    owner.name = ""
    owner.namespace = nil
    if var life = workload.life.value {
      life.claimTemplates = life.claimTemplates.map { _ in "claim" }
      workload.life = Rare(life)
    }
    template.name = template.name.map { _ in "" }
    template.volumes = template.volumes.map { volume in
      var volume = volume
      volume.name = "volume"
      return volume
    }
    let numbers = Dictionary(
      template.containers.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    return LifecyclePod(
      owner: owner, workload: workload, template: template,
      containers: containers.map { $0.mapped { $0.withoutNames(number: numbers[$0.key] ?? 0) } },
      services: services.map { service in
        var service = service
        service.name = ""
        return service
      },
      route: route.map { (container: "container \(numbers[$0.container] ?? 0)", label: "") })
  }
}

extension Container {
  fileprivate func withoutNames(number: Int) -> Container {
    var container = self
    container.name = "container \(number)"
    container.key = container.name
    // The image decides when it is pulled.
    container.image = pullPolicy == "Always" ? "image" : "image:1"
    container.probes = probes.map { probe in
      var probe = probe
      // What can't be run is part of its life.
      probe.action = problem(with: probe.action) == nil ? probe.action.withoutPort : probe.action
      return probe
    }
    container.ports = []
    return container
  }
}

extension Action {
  fileprivate var withoutPort: Action {
    switch self {
    case .httpGet(let path, _): .httpGet(path: path, port: "")
    case .tcpSocket: .tcpSocket(port: "")
    case .grpc: .grpc(port: "")
    case .exec, .sleep, .unstated: self
    }
  }
}
