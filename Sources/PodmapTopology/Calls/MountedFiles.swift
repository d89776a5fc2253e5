import PodmapManifests

/// The files that a container mounts from one ConfigMap or Secret.
struct MountedFiles {
  var kind: ResourceKind
  var name: String
  /// The path of each selected key in the volume; `nil` if every key is a file with its own name.
  private var paths: [(key: String, path: String)]?
  private var subPath: String?

  /// What a mount takes from a volume, which may gather the files of several objects.
  static func all(_ mount: Value, _ volume: Value) -> [MountedFiles] {
    ([volume] + (volume.at("projected", "sources")?.items ?? [])).flatMap { source in
      [("configMap", ResourceKind.configMap), ("secret", .secret)].compactMap { field, kind in
        guard let part = source[field], let name = (part["name"] ?? part["secretName"])?.text else { return nil }
        return MountedFiles(
          kind: kind, name: name,
          paths: part["items"]?.items.map { ($0["key"]?.text ?? "", $0["path"]?.text ?? "") },
          subPath: mount["subPath"]?.text)
      }
    }
  }

  /// The path of a key in the volume.
  func path(of key: String) -> String { paths?.first { $0.key == key }?.path ?? key }

  /// Whether a key of the object becomes a file in the container.
  func contains(_ key: String) -> Bool {
    guard let path = paths.map({ $0.first { $0.key == key }?.path }) ?? key else { return false }
    return isMounted(path)
  }

  /// The keys that become files; `nil` if all do.
  var keys: [String]? {
    if let paths { return paths.filter { isMounted($0.path) }.map(\.key) }
    return subPath.map { [$0] }
  }

  private func isMounted(_ path: String) -> Bool {
    subPath.map { path == $0 || path.hasPrefix("\($0)/") } ?? true
  }
}
