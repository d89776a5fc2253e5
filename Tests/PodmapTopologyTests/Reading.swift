import PodmapManifests
import PodmapTopology

/// The topology of a text, with everything there was to say about it.
struct Graph {
  let topology: Topology
  let diagnostics: [Diagnostic]

  init(_ files: String...) {
    let manifests = ManifestSet(
      reading: files.enumerated().map { SourceFile(name: "\($0.offset).yaml", text: $0.element) })
    topology = Topology(manifests.resources, diagrams: manifests.diagrams)
    diagnostics = manifests.diagnostics + topology.diagnostics
  }

  var ids: [String] { topology.nodes.map(\.id.text) }

  func node(_ id: String) -> Node? { topology.position(of: NodeID(id)).map { topology.nodes[$0] } }

  /// "from -kind label (share)-> to", for edges of some kinds or of all.
  func edges(_ kinds: EdgeKind...) -> [String] {
    topology.edges.filter { kinds.isEmpty || kinds.contains($0.kind) }.map { edge in
      let kind = edge.words.isEmpty ? edge.kind.rawValue : "\(edge.kind.rawValue) \(edge.words)"
      return "\(topology.nodes[edge.from].id.text) -\(kind)-> \(topology.nodes[edge.to].id.text)"
    }
  }

  func edge(_ from: String, _ to: String, _ kind: EdgeKind) -> Edge? {
    topology.edges.first {
      topology.nodes[$0.from].id.text == from && topology.nodes[$0.to].id.text == to && $0.kind == kind
    }
  }
}

/// A Deployment with given lines at the pod's specification.
func deployment(_ name: String, labels: String = "", namespace: String? = nil, spec: String) -> String {
  """
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: \(name)\(namespace.map { "\n  namespace: \($0)" } ?? "")
  spec:
    template:
      metadata:
        labels: {\(labels)}
      spec:
  \(spec.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }.joined(separator: "\n"))

  """
}

func service(_ name: String, namespace: String? = nil, spec: String) -> String {
  """
  apiVersion: v1
  kind: Service
  metadata:
    name: \(name)\(namespace.map { "\n  namespace: \($0)" } ?? "")
  spec:
  \(spec.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n"))

  """
}
