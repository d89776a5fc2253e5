import PodmapManifests
import PodmapTopology

/// A workload that is merged with others and changed in the process.
struct MergeMember {
  /// The position of its node in the topology.
  let node: Int
  /// The position of its object in the editor.
  let object: Int
  let resource: Resource
  /// The path to its pod template.
  let podKeys: [String]
  var draft: Draft
  /// The new names of containers and volumes that are renamed.
  var containerNames: [String: String] = [:]
  var volumeNames: [String: String] = [:]

  var name: String { resource.name }
  var kind: ResourceKind { resource.kind }
  /// "Deployment 'web'"
  var title: String { "\(kind.name) '\(name.shortened())'" }

  /// The mapping that has the pod's `metadata` and `spec`.
  var template: Draft {
    get { value(podKeys) ?? [:] }
    set { draft.change(at: podKeys.map(DraftPath.Step.key)) { $0 = newValue } }
  }

  /// The pod's `spec`.
  var spec: Draft {
    get { template["spec"] ?? [:] }
    set { template["spec"] = newValue }
  }

  var podLabels: [String: String] { Self.labels(template["metadata"]) }
  var labels: [String: String] { Self.labels(draft["metadata"]) }

  private static func labels(_ metadata: Draft?) -> [String: String] {
    Dictionary(metadata?["labels"]?.texts ?? []) { $1 }
  }

  /// The labels that its selector asks for; `nil` if it has none.
  var selected: [String: String]? {
    guard let selector = value(["spec", "selector"]), kind != .pod else { return nil }
    return Dictionary((selector["matchLabels"] ?? (kind == .replicationController ? selector : [:])).texts) { $1 }
  }

  /// How many pods it keeps; `nil` for kinds that don't say.
  var replicas: Int? {
    switch kind {
    case .pod: 1
    case .deployment, .statefulSet, .replicaSet, .replicationController: value(["spec", "replicas"])?.integer ?? 1
    default: nil
    }
  }

  func value(_ keys: [String]) -> Draft? { draft.value(at: keys.map(DraftPath.Step.key)) }

  /// The location of a field, or of the innermost existing one around it.
  func place(_ keys: [String]) -> Place {
    var (value, place) = (resource.root, resource.place)
    for key in keys {
      guard let next = value.fields.last(where: { $0.key.written == key }) else { break }
      place = next.key.place(in: resource.file)
      value = next.value
    }
    return place
  }

  /// The location of a field of the pod's `spec`.
  func place(inSpec keys: String...) -> Place { place(podKeys + ["spec"] + keys) }

  /// The location of an item in one of the spec's lists.
  func place(of list: String, _ index: Int) -> Place {
    let spec = (podKeys + ["spec"]).reduce(resource.root as Value?) { $0?[$1] }
    return spec?[list]?.item(at: index)?.place(in: resource.file) ?? place(inSpec: list)
  }

  /// The location of a container, by its name in the input.
  func place(ofContainer name: String) -> Place {
    let spec = (podKeys + ["spec"]).reduce(resource.root as Value?) { $0?[$1] }
    for list in PodTemplateFinder.containerLists {
      if let found = (spec?[list]?.items ?? []).first(where: { $0["name"]?.text == name }) {
        return found.place(in: resource.file)
      }
    }
    return resource.place
  }
}

extension Draft {
  /// Changes each item of a list, if the list exists.
  mutating func changeItems(_ keys: String..., by change: (inout Draft) -> Void) {
    self.change(at: keys.map(DraftPath.Step.key)) { list in
      guard case .sequence(var items) = list.content else { return }
      for index in items.indices { change(&items[index]) }
      list.content = .sequence(items)
    }
  }

  /// Adds a comment from Podmap.
  mutating func say(_ text: String) {
    let comment = "podmap: \(text)"
    if !comments.contains(comment) { comments.append(comment) }
  }

  /// The text of all comments, in order.
  var allComments: [String] {
    let inner =
      switch content {
      case .scalar: [String]()
      case .sequence(let items): items.flatMap(\.allComments)
      case .mapping(let fields): fields.flatMap(\.value.allComments)
      }
    return comments + (remark.map { [$0] } ?? []) + inner
  }

  /// The value as lines of YAML, for a comment that preserves what is left out.
  var commentLines: [String] {
    var lines = YAMLWriter.text(self).split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    if lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }
}
