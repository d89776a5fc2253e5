internal import PodmapManifests
internal import PodmapTopology

/// An object on its way through kustomizations.
struct KustomizedObject: Sendable {
  /// How an object was called.
  struct Identity: Sendable, Hashable {
    var name: String
    var namespace: String

    /// kustomize takes a missing namespace for kubectl's own.
    init(_ name: String, in namespace: String?) {
      self.name = name
      self.namespace = namespace ?? DefaultNamespace.fallback.name
    }
  }

  let kind: ResourceKind
  var draft: Draft
  let origin: String?
  /// What it was called before each change, the first one first.
  private(set) var former: [Identity] = []
  /// The prefixes and suffixes of its name, the innermost first.
  var prefixes: [String] = []
  var suffixes: [String] = []

  init(_ kind: ResourceKind, _ draft: Draft, origin: String?) {
    self.kind = kind
    self.draft = draft
    self.origin = origin
  }

  /// An object as a file describes it.
  init(_ resource: Resource) {
    var comments = SourceComments([UInt8](), firstLine: 1)
    var draft = Draft(resource.root, &comments)
    // Items of a typed list may omit these.
    if draft["kind"]?.text == nil {
      draft["kind"] = Draft(resource.kind.name)
      let group = resource.kind.rawValue.dropFirst(resource.kind.name.count).dropFirst()
      draft["apiVersion"] = Draft(group.isEmpty ? "v1" : "\(group)/v1")
    }
    self.init(resource.kind, draft, origin: resource.file)
  }

  var name: String {
    get { draft[path: "metadata", "name"]?.text ?? "" }
    set { draft[path: "metadata", "name"] = Draft(newValue) }
  }

  var namespace: String? {
    get { draft[path: "metadata", "namespace"]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    set { draft[path: "metadata", "namespace"] = newValue.map { Draft($0) } }
  }

  var identity: Identity { Identity(name, in: namespace) }

  /// Remembers how it is called, before that changes.
  mutating func remember() { former.append(identity) }

  /// Whether it has a name now, or had it before.
  func isOrWas(_ name: String) -> Bool { self.name == name || former.contains { $0.name == name } }

  /// Whether it is only meant for local tools.
  var isLocal: Bool {
    draft[path: "metadata", "annotations", "config.kubernetes.io/local-config"].map { $0.text != "false" } ?? false
  }
}
