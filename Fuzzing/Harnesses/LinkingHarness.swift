import Podmap
import PodmapManifests
import PodmapTopology

extension Harness {
  /// The linker and the writer of its graph: edges end at nodes, and the JSON is JSON.
  static let linking = Harness(name: "linking") { bytes in
    let read = ManifestSet(reading: [SourceFile(name: "input.yaml", bytes: bytes, isNamed: true)])
    let topology = Topology(read.resources, diagrams: read.diagrams)
    for edge in topology.edges
    where !topology.nodes.indices.contains(edge.from) || !topology.nodes.indices.contains(edge.to) {
      return "an edge of kind \(edge.kind) ends nowhere"
    }
    for (node, next) in zip(topology.nodes, topology.nodes.dropFirst()) where !(node.id < next.id) {
      return "the nodes \(node.id.text) and \(next.id.text) are not in order"
    }
    return JSONCheck.problem(in: Application(manifests: text(bytes)).json)
  }
}
