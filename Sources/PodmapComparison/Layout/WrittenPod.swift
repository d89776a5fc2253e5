import PodmapManifests
import PodmapTopology

/// A pod template as its manifest has it.
struct WrittenPod: Sendable {
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
