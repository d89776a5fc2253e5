package import PodmapManifests
import PodmapTopology

/// A pod template as it is written.
package struct WrittenPod: Sendable {
  package var spec: Value
  /// The path of `spec` in its object: `spec.template.spec`.
  package var path: String
  /// By the key that tells a container apart in its pod.
  package var containers: [String: Value]

  /// The pod templates of an object, in the order in which the topology has them.
  static func all(in resource: Resource) -> [WrittenPod] {
    PodTemplateFinder.templates(of: resource).map { found in
      let spec = found.value["spec"] ?? found.value
      return WrittenPod(spec: spec, path: found.path.appending("spec").text, containers: containers(in: spec))
    }
  }

  private static func containers(in spec: Value) -> [String: Value] {
    var found: [String: Value] = [:]
    var count = 0
    for field in ["initContainers", "containers", "ephemeralContainers"] {
      for item in spec[field]?.items ?? [] where item.isMapping {
        count += 1
        // As the reader of pods names them.
        let name = item["name"]?.text.flatMap { $0.isEmpty ? nil : $0 } ?? "container-\(count)"
        var (key, number) = (name, 2)
        while found[key] != nil { (key, number) = ("\(name)#\(number)", number + 1) }
        found[key] = item
      }
    }
    return found
  }
}

extension Topology {
  /// The object that counts for each node that is one, by the node's position.
  func sources(among resources: [Resource]) -> [Int: Resource] {
    guard !resources.isEmpty else { return [:] }
    let byPlace = Dictionary(resources.enumerated().map { ($1.place, $0) }) { $1 }
    var sources: [Int: Resource] = [:]
    sources.reserveCapacity(resources.count)
    for (position, node) in nodes.enumerated() where node.parent == nil && node.presence == .present {
      guard let place = node.places.last, let found = byPlace[place] else { continue }
      sources[position] = resources[found]
    }
    return sources
  }
}
