import PodmapManifests
import PodmapTopology

/// The objects of a layout as they were written, by their nodes.
struct LayoutSources: Sendable {
  private let resources: [Int: Resource]

  init(_ topology: Topology, _ resources: [Resource]) {
    let byPlace = Dictionary(resources.map { ($0.place, $0) }) { $1 }
    var found: [Int: Resource] = [:]
    for (position, node) in topology.nodes.enumerated() where node.kind != .container {
      // Of an object that the input holds several times the last one counts.
      if let place = node.places.last, let resource = byPlace[place] { found[position] = resource }
    }
    self.resources = found
  }

  /// The object at a position of the topology; nothing where its text was not kept.
  func root(of node: Int) -> Field? {
    resources[node].map { Field($0.root, in: $0.file) }
  }

  /// The pod templates of a workload, in their order.
  func pods(of node: Int) -> [PodFields] {
    guard let resource = resources[node] else { return [] }
    return PodTemplateFinder.templates(of: resource).map { PodFields($0, of: resource) }
  }
}

/// A pod template as its manifest has it.
struct PodFields: Sendable {
  /// The whole workload.
  let root: Field
  /// Nothing where the template has none.
  let spec: Field?
  private let containers: [String: Field]

  init(_ found: PodTemplateFinder.Found, of resource: Resource) {
    root = Field(resource.root, in: resource.file)
    let spec = Field(found.value, path: found.path, in: resource.file)["spec"]
    self.spec = spec
    let all = ["initContainers", "containers", "ephemeralContainers"].flatMap { spec?[$0]?.items ?? [] }
    var keyed: [String: Field] = [:]
    for (position, container) in all.filter({ $0.value.isMapping }).enumerated() {
      // As the reader of pods names them.
      let written = container["name"]?.value.text ?? ""
      let name = written.isEmpty ? "container-\(position + 1)" : written
      var (key, number) = (name, 2)
      while keyed[key] != nil { (key, number) = ("\(name)#\(number)", number + 1) }
      keyed[key] = container
    }
    containers = keyed
  }

  /// A container by its key; nothing for one that only a live pod has.
  func container(_ key: String) -> Field? { containers[key] }
}
