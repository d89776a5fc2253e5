import PodmapManifests

/// The objects in files beside a kustomization that it doesn't list, which explain why they are missing.
struct UnlistedObjects {
  private struct Key: Hashable {
    var kind: ResourceKind
    var name: String
  }

  private var files: [Key: (file: String, kustomization: String)] = [:]

  init(_ unlisted: [UnlistedFile]) {
    let kustomizations = Dictionary(unlisted.map { ($0.file.name, $0.kustomization) }) { first, _ in first }
    for resource in ManifestSet(reading: unlisted.map(\.file)).resources {
      let key = Key(kind: resource.kind, name: resource.name)
      guard files[key] == nil, let kustomization = kustomizations[resource.file] else { continue }
      files[key] = (resource.file, kustomization)
    }
  }

  /// What to do about an object that is missing; `nil` if no file has it.
  func advice(on node: Node) -> String? {
    guard let found = files[Key(kind: node.kind, name: node.name)] else { return nil }
    return "\(found.file.shortened()) has it, but \(found.kustomization.shortened()) doesn't list that file"
  }
}
