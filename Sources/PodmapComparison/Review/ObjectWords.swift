import PodmapManifests
import PodmapTopology

/// How sentences about a comparison name objects and containers: "Service `admin`", "container `web` of Deployment
/// `shop`".
struct ObjectWords {
  /// Whether the sides contain workloads or Services of several namespaces, so that names alone aren't enough.
  private let hasNamespaces: Bool

  init(_ left: Layout, _ right: Layout) {
    let nodes = left.topology.nodes + right.topology.nodes
    let homes = Set(nodes.lazy.filter { $0.workload != nil || $0.service != nil }.compactMap(\.namespace))
    hasNamespaces = homes.count > 1
  }

  func object(_ node: Int, of layout: Layout) -> Sentence {
    let node = layout.topology.nodes[node]
    let kind = node.kind.name
    // The kind of a custom resource is any text.
    let isWord = kind.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    let name = hasNamespaces ? node.namespace.map { "\($0)/\(node.name)" } ?? node.name : node.name
    return Sentence(isWord ? .words(kind) : .name(kind)) + " \(name)"
  }

  func pod(_ pod: Int, of layout: Layout) -> Sentence {
    let found = layout.pods[pod]
    let object = object(found.owner, of: layout)
    return found.template.name.map { "\($0) of \(object)" } ?? object
  }

  /// A container by its pod if it is the only one that runs there.
  func container(_ position: Int, of layout: Layout) -> Sentence {
    let member = layout.containers[position]
    let pod = pod(member.pod, of: layout)
    return layout.running(in: member.pod) == [position] ? pod : "container \(member.container.name) of \(pod)"
  }

  func end(_ end: Endpoint, of layout: Layout) -> Sentence {
    switch end {
    case .container(let position): return container(position, of: layout)
    case .object(let id):
      return layout.topology.position(of: NodeID(id)).map { object($0, of: layout) } ?? "\(id)"
    case .host(let name): return "host \(name)"
    }
  }

  func ends(_ ends: [Endpoint], of layout: Layout) -> Sentence {
    ends.map { end($0, of: layout) }.uniqued.enumerated()
  }
}
