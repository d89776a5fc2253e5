import PodmapManifests
import PodmapTopology

/// A pod template in its manifest.
struct WrittenPod: Sendable {
  /// The whole workload.
  let root: Field
  /// `nil` if the template has none.
  let spec: Field?
  private let containers: [String: Field]

  init(_ found: PodTemplateFinder.Found, of resource: Resource) {
    root = Field(resource.root, in: resource.file)
    let spec = Field(found.value, path: found.path, in: resource.file)["spec"]
    self.spec = spec
    let all = PodTemplateFinder.containerLists.flatMap { spec?[$0]?.items ?? [] }
    var keys = ContainerKeys()
    var keyed: [String: Field] = [:]
    for container in all where container.value.isMapping { keyed[keys.next(container["name"]?.value.text)] = container }
    containers = keyed
  }

  /// A container by its key; `nil` for one that only a live pod has.
  func container(_ key: String) -> Field? { containers[key] }
}
