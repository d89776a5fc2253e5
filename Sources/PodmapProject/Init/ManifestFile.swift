internal import PodmapManifests
internal import PodmapTopology

/// A file with plain manifests, and what it defines.
struct ManifestFile: Sendable {
  let path: String
  let objects: Set<ObjectKey>
  /// How many objects run pods.
  let workloads: Int
  /// The first error in the file.
  let problem: Diagnostic?

  /// Reads a file; `nil` if it contains no object.
  init?(_ path: String) {
    guard let bytes = FileSystem.contents(of: path) else { return nil }
    let read = ManifestSet(reading: [SourceFile(name: path, bytes: bytes, isNamed: false)])
    problem = read.diagnostics.first { $0.severity == .error }
    guard !read.resources.isEmpty || problem != nil else { return nil }
    self.path = path
    let running = Topology(read.resources).nodes.filter { $0.workload != nil && $0.presence == .present }
    workloads = running.count
    objects = ObjectKey.keys(of: read.resources, running: Set(running.map { ObjectKey.name($0.kind, $0.name) }))
  }

  /// The folder that it is in; `.` for the current one.
  var folder: String { FileName.folder(of: path) }
}

/// An object, as far as it tells whether two sets of manifests are alternatives.
struct ObjectKey: Hashable, Sendable {
  let name: String
  let namespace: String?

  static func name(_ kind: ResourceKind, _ name: String) -> String { "\(kind.rawValue)/\(name)" }

  /// The keys of objects. Namespaces are left out, because parts of one application define the same one; and where a
  /// workload runs is left out, because the same one in two namespaces is two variants.
  static func keys(of resources: [Resource], running: Set<String>) -> Set<ObjectKey> {
    var keys: Set<ObjectKey> = []
    for resource in resources where resource.kind.rawValue != "Namespace" && !resource.isGeneratedName {
      let name = name(resource.kind, resource.name)
      keys.insert(ObjectKey(name: name, namespace: running.contains(name) ? nil : resource.namespace))
    }
    return keys
  }
}
