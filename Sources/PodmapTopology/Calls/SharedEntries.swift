import PodmapManifests

/// The entries of ConfigMaps and Secrets that several workloads load without naming them: all of an object's entries as
/// variables (`envFrom`), or the same file.
///
/// An address in such an entry is available to each of these workloads, but that alone doesn't show that they use it.
struct SharedEntries: Sendable {
  /// How many workloads load all entries of an object.
  private var whole: [NodeID: Int] = [:]
  /// How many workloads load only some of an object's entries, by key.
  private var single: [NodeID: [String: Int]] = [:]

  init(_ objects: [ObjectDescription]) {
    guard objects.contains(where: { $0.resource.kind == .configMap || $0.resource.kind == .secret }) else { return }
    // A PodTemplate object runs no pods.
    let loads = concurrentFlatMap(objects) { object in
      object.templates.isEmpty || object.resource.kind == .podTemplate ? [] : [Loads(object)]
    }
    for loads in loads {
      for id in loads.whole { whole[id, default: 0] += 1 }
      for (id, keys) in loads.single where !loads.whole.contains(id) {
        for key in keys { single[id, default: [:]][key, default: 0] += 1 }
      }
    }
  }

  /// Whether more than one workload loads the entry.
  func contains(_ key: String, of kind: ResourceKind, _ name: String, in namespace: String) -> Bool {
    let id = NodeID(kind, name, in: namespace)
    return (whole[id] ?? 0) + (single[id]?[key] ?? 0) > 1
  }

  /// What one workload loads.
  private struct Loads: Sendable {
    private(set) var whole: Set<NodeID> = []
    private(set) var single: [NodeID: Set<String>] = [:]

    init(_ workload: ObjectDescription) {
      let namespace = workload.innerNamespace
      for spec in workload.rawPodSpecs.map(\.value) {
        let volumes = Dictionary(
          (spec["volumes"]?.items ?? []).compactMap { volume in volume["name"]?.text.map { ($0, volume) } }
        ) { first, _ in first }
        for container in PodTemplateFinder.containerLists.flatMap({ spec[$0]?.items ?? [] }) {
          for item in container["envFrom"]?.items ?? [] {
            for (field, kind) in [("configMapRef", ResourceKind.configMap), ("secretRef", .secret)] {
              if let name = item.at(field, "name")?.text { whole.insert(NodeID(kind, name, in: namespace)) }
            }
          }
          for mount in container["volumeMounts"]?.items ?? [] {
            guard let volume = mount["name"]?.text.flatMap({ volumes[$0] }) else { continue }
            for files in MountedFiles.all(mount, volume) { add(files, in: namespace) }
          }
        }
      }
    }

    private mutating func add(_ files: MountedFiles, in namespace: String) {
      let id = NodeID(files.kind, files.name, in: namespace)
      if let keys = files.keys { single[id, default: []].formUnion(keys) } else { whole.insert(id) }
    }
  }
}
