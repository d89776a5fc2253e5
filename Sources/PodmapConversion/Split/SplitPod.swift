import PodmapManifests
import PodmapTopology

/// A pod to be split: its containers in the graph and in the manifest.
struct SplitPod {
  let node: Int
  let object: Int
  let kind: ResourceKind
  let name: String
  let namespace: String?
  let template: PodTemplate
  /// The path to the mapping that has the pod's `metadata` and `spec`.
  let keys: [String]
  /// The whole object.
  let draft: Draft
  /// The list and the position of each container in the template.
  let places: [Int: (list: String, index: Int)]
  /// The position of each container in the topology.
  let containerNodes: [Int]

  /// Returns `nil` for an object whose pod template can't be located.
  init?(_ node: Int, in editor: inout ManifestEditor) {
    let found = editor.topology.nodes[node]
    guard found.presence == .present, let workload = found.workload, workload.templates.count == 1,
      let object = editor.object(of: node), let keys = PodTemplateFinder.keys(of: found.kind)
    else { return nil }
    self.node = node
    self.object = object
    kind = found.kind
    name = found.name
    namespace = found.namespace
    template = workload.templates[0]
    self.keys = keys
    draft = editor.draft(object)
    let spec = draft.value(at: (keys + ["spec"]).map { .key($0) })
    places = Self.places(of: template, in: spec)
    let topology = editor.topology
    containerNodes = template.containers.map { topology.position(of: found.id.inner($0.key)) ?? -1 }
  }

  private static func places(of template: PodTemplate, in spec: Draft?) -> [Int: (list: String, index: Int)] {
    let positions = Dictionary(template.containers.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var found: [Int: (list: String, index: Int)] = [:]
    var keys = ContainerKeys()
    for list in PodTemplateFinder.containerLists {
      for (index, item) in (spec?[list]?.items ?? []).enumerated() where !item.fields.isEmpty {
        if let position = positions[keys.next(item["name"]?.text)] { found[position] = (list, index) }
      }
    }
    return found
  }

  var spec: Draft { draft.value(at: (keys + ["spec"]).map { .key($0) }) ?? Draft([Draft.Field]()) }

  func container(_ position: Int) -> Draft? {
    places[position].flatMap { place in
      let items = spec[place.list]?.items ?? []
      return items.indices.contains(place.index) ? items[place.index] : nil
    }
  }

  /// Containers that run as long as the pod does.
  var running: [Int] {
    template.containers.indices.filter {
      [.app, .sidecar].contains(template.containers[$0].role) && places[$0] != nil
    }
  }

  var initial: [Int] {
    template.containers.indices.filter { template.containers[$0].role == .initial && places[$0] != nil }
  }

  func name(of container: Int) -> String { template.containers[container].name }

  /// Whether its containers can resolve the names of Services.
  var resolvesServices: Bool {
    switch spec["dnsPolicy"]?.text ?? "ClusterFirst" {
    case "ClusterFirst": spec["hostNetwork"]?.text != "true"
    case "Default": false
    default: true
    }
  }

  /// "Deployment/web"
  var title: String { "\(kind.rawValue)/\(name)" }

  /// The location of something in the manifest, as far as the graph keeps it.
  func place(in editor: ManifestEditor) -> Place { editor.place(object) }

  /// The container that a path within the object leads into, and the rest of the path.
  func container(at path: String) -> (container: Int, rest: ArraySlice<DraftPath.Step>)? {
    guard let steps = DraftPath.steps(path) else { return nil }
    let prefix = (keys + ["spec"]).map { DraftPath.Step.key($0) }
    guard steps.starts(with: prefix), steps.count > prefix.count + 1,
      case .key(let list) = steps[prefix.count], case .index(let index) = steps[prefix.count + 1],
      let found = places.first(where: { $0.value.list == list && $0.value.index == index })
    else { return nil }
    return (found.key, steps[(prefix.count + 2)...])
  }
}
